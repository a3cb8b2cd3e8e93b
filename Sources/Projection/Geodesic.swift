import CPROJ
public import PlanarGeometry

/// Shortest lines on the ellipsoid, between positions in longitude and latitude, degrees.
///
/// The routines are those of C. F. F. Karney, “Algorithms for geodesics”, J. Geodesy 87 (2013) 43–55, as PROJ
/// carries them (`geodesic.h`); a distance is right to some nanometres. Positions must be finite; latitudes
/// beyond ±90° give NaN.
@safe public struct Geodesic: Sendable {
    /// The ellipsoids of the frames in use; between the two a distance differs by less than 1 in 10¹⁰.
    public enum Ellipsoid: Sendable {
        /// GRS 80, the ellipsoid of CGCS2000.
        case grs80
        /// The ellipsoid of WGS 84.
        case wgs84

        /// The flattening, as 1 over it.
        var inverseFlattening: Double {
            switch self {
            case .grs80: 298.257_222_101
            case .wgs84: 298.257_223_563
            }
        }
    }

    /// The semi-major axis of both ellipsoids, metres.
    let semiMajorAxis = 6_378_137.0
    /// The squared eccentricity.
    let squaredEccentricity: Double
    private let geodesic: geod_geodesic

    /// Prepares the lines of an ellipsoid.
    public init(_ ellipsoid: Ellipsoid = .grs80) {
        let flattening = 1 / ellipsoid.inverseFlattening
        squaredEccentricity = flattening * (2 - flattening)
        var geodesic = geod_geodesic()
        unsafe geod_init(&geodesic, semiMajorAxis, flattening)
        self.geodesic = geodesic
    }

    /// The length of the shortest line between two positions, metres (`geod_inverse`).
    public func distance(_ start: Point, _ end: Point) -> Double {
        inverse(start, end).distance
    }

    /// The direction in which the shortest line sets out, degrees clockwise from true north, 0 ≤ bearing < 360.
    ///
    /// Between equal positions there is no direction; the answer then is 0 or 180.
    public func bearing(from start: Point, to end: Point) -> Double {
        let azimuth = inverse(start, end).azimuth
        let turned = azimuth < 0 ? azimuth + 360 : azimuth
        // A tiny negative azimuth becomes exactly 360 in the addition, and -0 stays negative.
        return turned >= 360 ? 0 : turned + 0
    }

    private func inverse(_ start: Point, _ end: Point) -> (distance: Double, azimuth: Double) {
        var distance = 0.0
        var azimuth = 0.0
        unsafe withUnsafePointer(to: geodesic) {
            unsafe geod_inverse($0, start.y, start.x, end.y, end.x, &distance, &azimuth, nil)
        }
        return (distance, azimuth)
    }
}
