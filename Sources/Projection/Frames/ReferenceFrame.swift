public import Wording

/// What the two numbers of a position refer to.
///
/// The order is always x, y: longitude and latitude in degrees, or easting and northing in metres.
public enum ReferenceFrame: Hashable, Sendable {
    /// WGS 84 longitude and latitude (EPSG:4326 read x, y): satellite positioning, GeoJSON, the default.
    case wgs84
    /// CGCS2000 longitude and latitude (EPSG:4490), the national frame.
    case cgcs2000
    /// The shifted longitude and latitude of Amap, of Tencent maps and of Google's map of China.
    case gcj02
    /// The twice shifted longitude and latitude of Baidu maps.
    case bd09
    /// Easting and northing in metres.
    case projected(ProjectedFrame)

    /// The frame of an EPSG code.
    ///
    /// - Throws: ``FrameError`` where the code is refused or not on the list.
    public static func epsg(_ code: Int) throws(FrameError) -> ReferenceFrame {
        switch code {
        case 4326: return .wgs84
        case 4490: return .cgcs2000
        default: break
        }
        if let frame = ProjectedFrame(epsg: code) { return .projected(frame) }
        if let datum = RefusedDatum(epsg: code) { throw .refused("epsg:\(code)", datum) }
        throw .unknown("epsg:\(code)")
    }

    /// Every frame, for help and completion: the geographic ones first, then the planes by code.
    public static let all: [ReferenceFrame] =
        [.wgs84, .cgcs2000, .gcj02, .bd09] + ProjectedFrame.all.map { .projected($0) }

    /// The stable name in answers and options, such as `wgs84` or `epsg:4544`.
    public var identifier: String {
        switch self {
        case .wgs84: "wgs84"
        case .cgcs2000: "cgcs2000"
        case .gcj02: "gcj02"
        case .bd09: "bd09"
        case .projected(let frame): "epsg:\(frame.epsg)"
        }
    }

    /// Whether positions are longitude and latitude in degrees.
    public var isGeographic: Bool {
        if case .projected = self { false } else { true }
    }

    /// The plane frame; nil for longitude and latitude.
    public var projectedFrame: ProjectedFrame? {
        if case .projected(let frame) = self { frame } else { nil }
    }

    /// One standard deviation per axis, metres, that the frame itself adds to a position in WGS 84.
    ///
    /// CGCS2000 and WGS 84 are taken as coincident; they agree to better than a metre. The public formulas of
    /// GCJ-02 and BD-09 are not the providers' own programs and are allowed 5 m.
    public var accuracy: Double {
        switch self {
        case .wgs84: 0
        case .cgcs2000: 1
        case .gcj02, .bd09: 5
        case .projected(let frame):
            switch frame.method {
            case .gaussKrueger: 1
            case .utmNorth, .webMercator: 0
            }
        }
    }

    /// What stands behind ``accuracy``; nil where nothing is added.
    public var accuracyNote: Bilingual? {
        guard accuracy > 0 else { return nil }
        guard self != .gcj02, self != .bd09 else {
            return Bilingual(
                zh: "\(name.zh)按公开公式换算，位置中误差取 5 米。",
                en: "\(name.en) is converted by the public formulas; one standard deviation is taken as 5 m.")
        }
        return Bilingual(
            zh: "CGCS2000 与 WGS 84 视为一致，位置中误差取 1 米；PROJ 对这一变换给出的精度为“未知”（ballpark）。",
            en:
                "CGCS2000 and WGS 84 are taken as coincident, one standard deviation 1 m; PROJ itself calls the "
                + "accuracy of this step unknown (ballpark).")
    }
}
