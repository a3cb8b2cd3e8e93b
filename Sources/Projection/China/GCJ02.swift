import Glibc
public import PlanarGeometry

/// GCJ-02, the shifted longitude and latitude of Amap, Tencent maps and Google's map of China.
///
/// The shift is the public formula known from open map software since 2010 (described at
/// <https://en.wikipedia.org/wiki/Restrictions_on_geographic_data_in_China#GCJ-02>, with the Krasovsky 1940
/// ellipsoid); the providers' own programs agree with it to a few metres. Around the Science City it is 477 m.
public enum GCJ02 {
    /// The rectangle in which positions are shifted, degrees; outside it GCJ-02 is WGS 84.
    static let extent = AreaOfUse(west: 72.004, south: 0.8293, east: 137.8347, north: 55.8271)

    /// The shifted position of a WGS 84 longitude and latitude, degrees; the position itself outside the extent.
    public static func fromWGS84(_ point: Point) -> Point {
        extent.covers(point) ? shifted(point) : point
    }

    /// The WGS 84 longitude and latitude of a shifted position, degrees.
    ///
    /// The inverse by iteration, exact to well under a millimetre. Along the edge of the extent, in a strip of
    /// about a kilometre, the shift leaves the rectangle: a position outside is taken as unshifted, and one
    /// inside as shifted from wherever the formula continued would have it.
    public static func toWGS84(_ point: Point) -> Point {
        extent.covers(point) ? unshifted(point) : point
    }

    /// The shift applied whatever the extent, so that both ways stay smooth at its edge.
    static func shifted(_ point: Point) -> Point {
        let shift = shift(at: point)
        return Point(x: point.x + shift.x, y: point.y + shift.y)
    }

    /// The inverse of ``shifted(_:)``.
    static func unshifted(_ point: Point) -> Point {
        invert(shifted, at: point)
    }

    /// The shift at a WGS 84 position, degrees.
    private static func shift(at point: Point) -> Point {
        let x = point.x - 105
        let y = point.y - 35
        let wave = 20 * sin(6 * x * .pi) + 20 * sin(2 * x * .pi)
        let root = x.magnitude.squareRoot()
        // Metres to the east and to the north.
        let east =
            300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root
            + (wave + 20 * sin(x * .pi) + 40 * sin(x / 3 * .pi) + 150 * sin(x / 12 * .pi)
                + 300 * sin(x / 30 * .pi)) * 2 / 3
        let north =
            -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root
            + (wave + 20 * sin(y * .pi) + 40 * sin(y / 3 * .pi) + 160 * sin(y / 12 * .pi)
                + 320 * sin(y / 30 * .pi)) * 2 / 3
        // Krasovsky 1940: semi-major axis in metres and squared eccentricity.
        let a = 6_378_245.0
        let e2 = 0.006_693_421_622_965_943_23
        let latitude = point.y * .pi / 180
        let w2 = 1 - e2 * sin(latitude) * sin(latitude)
        let primeVertical = a / w2.squareRoot()
        let meridian = a * (1 - e2) / (w2 * w2.squareRoot())
        return Point(
            x: east / (primeVertical * cos(latitude)) * 180 / .pi, y: north / meridian * 180 / .pi)
    }

    /// Where a shift that changes slowly leads to a given position: fixed-point iteration to 1e-12° (0.1 µm).
    ///
    /// Each round leaves about a hundredth of the error before it. At longitude 105 the formula's square root
    /// makes that slower within some 1e-12°, far below a millimetre, so the number of rounds is bounded.
    static func invert(_ shift: (Point) -> Point, at target: Point) -> Point {
        var guess = target
        for _ in 0..<30 {
            let image = shift(guess)
            let missing = Point(x: target.x - image.x, y: target.y - image.y)
            guess.x += missing.x
            guess.y += missing.y
            if missing.x.magnitude < 1e-12, missing.y.magnitude < 1e-12 { break }
        }
        return guess
    }
}
