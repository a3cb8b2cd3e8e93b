internal import HTTPTypes
internal import Projection
internal import Wording

/// A coordinate reference system as HTTP names it: by its URI, with the axis order its authority gives it.
struct CoordinateReference: Hashable, Sendable {
    let uri: String
    let frame: ReferenceFrame
    /// Whether latitude or northing comes first.
    let isNorthingFirst: Bool

    /// Longitude and latitude in WGS 84: what GeoJSON is in.
    static let crs84 = CoordinateReference(
        uri: "http://www.opengis.net/def/crs/OGC/1.3/CRS84", frame: .wgs84, isNorthingFirst: false)

    /// Those features are given in: every frame of ours that has a URI and reaches to Chongqing.
    ///
    /// The EPSG register puts latitude before longitude, and the northing of Gauss–Krüger before its easting.
    static let all: [CoordinateReference] =
        [
            crs84, CoordinateReference(epsg: 4326, .wgs84, true),
            CoordinateReference(epsg: 4490, .cgcs2000, true),
        ]
        + ProjectedFrame.all.compactMap { frame in
            switch frame.method {
            case .webMercator, .utmNorth: CoordinateReference(epsg: frame.epsg, .projected(frame), false)
            case .gaussKrueger:
                (frame.centralMeridian.map { abs($0 - 106.5) <= 3 } ?? false)
                    ? CoordinateReference(epsg: frame.epsg, .projected(frame), true) : nil
            }
        }

    private init(uri: String, frame: ReferenceFrame, isNorthingFirst: Bool) {
        self.uri = uri
        self.frame = frame
        self.isNorthingFirst = isNorthingFirst
    }

    private init(epsg: Int, _ frame: ReferenceFrame, _ isNorthingFirst: Bool) {
        self.init(
            uri: "http://www.opengis.net/def/crs/EPSG/0/\(epsg)", frame: frame,
            isNorthingFirst: isNorthingFirst)
    }

    /// Reads a URI, or its safe CURIE such as `[EPSG:4490]`; no other text of a client's gets any further.
    static func named(_ text: String, parameter: String) throws(Problem) -> CoordinateReference {
        var wanted = text
        if text.hasPrefix("[EPSG:"), text.hasSuffix("]") {
            wanted = "http://www.opengis.net/def/crs/EPSG/0/\(text.dropFirst(6).dropLast())"
        } else if text.hasPrefix("https://") {
            wanted = "http://" + text.dropFirst(8)
        }
        guard let found = all.first(where: { $0.uri == wanted }) else {
            throw Problem(
                .badRequest, "unknown_crs",
                Bilingual(
                    zh: "参数 \(parameter) 的坐标参照系“\(text.quotable)”不在所列之中。",
                    en: "The CRS \(text.quoted) of \(parameter) is none of those listed."),
                Bilingual(
                    zh:
                        "可选的见 /collections 的 crs，如 http://www.opengis.net/def/crs/EPSG/0/4490；gcj02、bd09 只用于各项查询的 frame 参数。",
                    en:
                        "See crs in /collections, such as http://www.opengis.net/def/crs/EPSG/0/4490; gcj02 and bd09 go into frame of the questions only."
                ),
                field: parameter)
        }
        return found
    }
}
