import Glibc
public import PlanarGeometry

/// BD-09, the longitude and latitude of Baidu maps: GCJ-02 shifted once more.
///
/// The second shift is the public formula used by open map software (turn and stretch about the origin of
/// longitude and latitude, then 0.0065° and 0.006° on top).
public enum BD09 {
    /// The Baidu position of a WGS 84 longitude and latitude, degrees; the position itself outside GCJ-02's extent.
    public static func fromWGS84(_ point: Point) -> Point {
        GCJ02.extent.covers(point) ? shifted(GCJ02.shifted(point)) : point
    }

    /// The WGS 84 longitude and latitude of a Baidu position, degrees.
    ///
    /// The inverse by iteration, exact to well under a millimetre but for about 3 km along the edge of the extent;
    /// there a position outside is taken as unshifted.
    public static func toWGS84(_ point: Point) -> Point {
        guard GCJ02.extent.covers(point) else { return point }
        return GCJ02.unshifted(GCJ02.invert(shifted, at: point))
    }

    /// The second shift: from GCJ-02 to BD-09.
    private static func shifted(_ point: Point) -> Point {
        // 3000 waves to the half turn of 180°.
        let wave = Double.pi * 3000 / 180
        let radius = (point.x * point.x + point.y * point.y).squareRoot() + 0.000_02 * sin(point.y * wave)
        let angle = atan2(point.y, point.x) + 0.000_003 * cos(point.x * wave)
        return Point(x: radius * cos(angle) + 0.0065, y: radius * sin(angle) + 0.006)
    }
}
