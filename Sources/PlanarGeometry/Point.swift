/// A position in the plane: `x` first, then `y`.
///
/// A point knows no frame; whoever holds it says whether `x, y` are longitude and latitude in degrees or
/// easting and northing in metres.
public struct Point: Hashable, Sendable {
    /// Longitude in degrees, or easting in metres.
    public var x: Double
    /// Latitude in degrees, or northing in metres.
    public var y: Double

    /// Makes a point from its two numbers, `x` first.
    @inlinable public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    /// Whether both numbers are finite; GEOS must never see a point for which this is false.
    public var isFinite: Bool { x.isFinite && y.isFinite }
}
