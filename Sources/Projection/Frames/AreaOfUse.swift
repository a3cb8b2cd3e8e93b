public import PlanarGeometry

/// The meridians and parallels between which a frame may be used, degrees of WGS 84, sides included.
public struct AreaOfUse: Hashable, Sendable {
    /// The western and eastern meridian.
    public let west, east: Double
    /// The southern and northern parallel.
    public let south, north: Double

    init(west: Double, south: Double, east: Double, north: Double) {
        self.west = west
        self.south = south
        self.east = east
        self.north = north
    }

    /// The whole globe.
    static let world = AreaOfUse(west: -180, south: -90, east: 180, north: 90)
    /// China with its seas, rounded outward to whole degrees: where a frame of CGCS2000 is meant to be used.
    static let china = AreaOfUse(west: 73, south: 3, east: 136, north: 54)

    /// Whether a longitude and latitude lies in the area or on its side; false for NaN.
    public func covers(_ point: Point) -> Bool {
        west <= point.x && point.x <= east && south <= point.y && point.y <= north
    }
}

extension ReferenceFrame {
    /// Where the frame may be used.
    ///
    /// GCJ-02 and BD-09 are defined everywhere; outside China they shift nothing.
    public var areaOfUse: AreaOfUse {
        switch self {
        case .wgs84, .gcj02, .bd09: .world
        case .cgcs2000: .china
        case .projected(let frame): frame.areaOfUse
        }
    }
}

extension ProjectedFrame {
    /// Where the frame may be used.
    ///
    /// A Gauss–Krüger or UTM strip reaches 1.5° beyond its own sides: near a seam whole projects are drawn in
    /// one strip.
    public var areaOfUse: AreaOfUse {
        switch method {
        case .gaussKrueger(let width, let zone, _):
            let meridian = Double(width == 3 ? 3 * zone : 6 * zone - 3)
            let reach = Double(width) / 2 + 1.5
            return AreaOfUse(
                west: meridian - reach, south: AreaOfUse.china.south, east: meridian + reach,
                north: AreaOfUse.china.north)
        case .utmNorth(let zone):
            let meridian = Double(6 * zone - 183)
            return AreaOfUse(west: meridian - 4.5, south: 0, east: meridian + 4.5, north: 84)
        case .webMercator:
            // The bound the EPSG dataset gives for 3857.
            return AreaOfUse(west: -180, south: -85.06, east: 180, north: 85.06)
        }
    }
}
