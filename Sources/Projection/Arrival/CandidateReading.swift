import Glibc
public import PlanarGeometry
public import Wording

/// One of several ways to understand two numbers, shown where a person must choose.
public struct CandidateReading: Hashable, Sendable {
    /// The frame the numbers would be in.
    public let frame: ProjectedFrame
    /// Easting and northing, as x and y, in the frame's own numbering.
    public let point: Point

    /// Takes a frame and an easting and northing in it.
    public init(frame: ProjectedFrame, point: Point) {
        self.frame = frame
        self.point = point
    }

    /// About where that is, degrees, to a hundredth: for the eye, not for an answer.
    ///
    /// The inverse transverse Mercator cut after its first terms (Snyder, “Map Projections: A Working Manual”,
    /// USGS 1395, equations 8-17 to 8-25), so that an error costs no PROJ object. Nil for web Mercator.
    public var roughLonLat: Point? {
        guard let meridian = frame.centralMeridian else { return nil }
        let scale = if case .utmNorth = frame.method { 0.9996 } else { 1.0 }
        // GRS 80: rectifying radius in metres and the first terms from it to the footpoint latitude.
        let mu = point.y / scale / 6_367_449.146
        let foot = mu + 0.002_518_826_6 * sin(2 * mu) + 3.7009e-6 * sin(4 * mu)
        let w2 = 1 - 0.006_694_380_02 * sin(foot) * sin(foot)
        let d = (point.x - frame.falseEasting) / scale / (6_378_137 / w2.squareRoot())
        let t = tan(foot)
        let lon = (d - (1 + 2 * t * t) * d * d * d / 6) / cos(foot)
        let lat = foot - w2 / (1 - 0.006_694_380_02) * t * d * d / 2
        return Point(x: meridian + lon * 180 / .pi, y: lat * 180 / .pi)
    }

    /// The reading in a line: the frame, the numbers and about where that is.
    public var text: Bilingual {
        let identifier = ReferenceFrame.projected(frame).identifier
        guard let place = roughLonLat else {
            return Bilingual(
                zh: "\(identifier)：东 \(point.x.figures(decimals: 3))，北 \(point.y.figures(decimals: 3))",
                en:
                    "\(identifier): easting \(point.x.figures(decimals: 3)), northing \(point.y.figures(decimals: 3))"
            )
        }
        let lon = place.x.figures(decimals: 2)
        let lat = place.y.figures(decimals: 2)
        return Bilingual(
            zh:
                "\(identifier)（中央经线\((frame.centralMeridian ?? 0).figures())°）：东 \(point.x.figures(decimals: 3))，"
                + "北 \(point.y.figures(decimals: 3))，约在东经\(lon)°、北纬\(lat)°",
            en: "\(identifier) (central meridian \((frame.centralMeridian ?? 0).figures())°): easting "
                + "\(point.x.figures(decimals: 3)), northing \(point.y.figures(decimals: 3)), about \(lon) E, \(lat) N"
        )
    }
}
