public import PlanarGeometry

/// A position on the Earth: longitude and latitude in degrees, WGS 84, longitude first.
public struct LonLat: Hashable, Sendable {
    /// Degrees east.
    public let longitude: Double
    /// Degrees north.
    public let latitude: Double

    /// Names a position.
    public init(longitude: Double, latitude: Double) {
        self.longitude = longitude
        self.latitude = latitude
    }

    /// Reads `x, y` as longitude and latitude.
    public init(_ point: Point) {
        self.init(longitude: point.x, latitude: point.y)
    }

    /// The position as a plane point of degrees, `x` the longitude.
    public var point: Point { Point(x: longitude, y: latitude) }
}
