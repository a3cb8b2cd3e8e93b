internal import PlanarGeometry
internal import Topology

/// The probabilities that all or any of a site lies in a zone whose drawing may be displaced.
///
/// The drawing is moved as a whole by an isotropic normal. Moved by −t against the zone, the site lies wholly in it for
/// the t of an erosion of the zone by the site, and meets it for the t of a Minkowski sum; the probabilities are
/// the normal's mass over these sets (``DisplacementRows``).
struct DisplacedDrawing {
    let probability: (whole: Double, any: Double)

    /// Beyond so many standard deviations from the edge there is nothing worth reckoning: exp(−12.5) = 4e-6.
    static let reach = 5.0

    /// Reckons both, in metres.
    ///
    /// Of a site, what lies far from any zone may have been cut off (`isWholeOnPlane` is false); `zone` is an area, the
    /// deviation one per axis, and the matrix says how the site lies to the zone as drawn.
    init(
        site: Geometry, isWholeOnPlane: Bool, zone: Geometry, deviation: Double, matrix: IntersectionMatrix,
        _ operators: borrowing SpatialOperators
    ) throws(TopologyError) {
        let drawn = (whole: matrix.isCoveredBy ? 1.0 : 0, any: matrix.isIntersecting ? 1.0 : 0)
        guard deviation > 0 else {
            probability = drawn
            return
        }
        if matrix.isDisjoint || matrix.isCoveredBy,
            try operators.boundaryDistance(site, zone) > Self.reach * deviation
        {
            probability = drawn
            return
        }
        // Moving every line by a hundredth of the deviation moves a probability by under 0.01 of what it can.
        let tolerance = deviation / 200
        let rows = DisplacementRows(
            site: try Self.reduced(site, tolerance, operators),
            zone: try Self.reduced(zone, tolerance, operators),
            deviation: deviation)
        let masses = rows.masses
        probability = (isWholeOnPlane ? masses.whole : 0, masses.any)
    }

    /// The mass of the displacements after which any of a site meets an area, metres.
    static func probabilityAny(
        site: Geometry, zone: Geometry, deviation: Double, _ operators: borrowing SpatialOperators
    ) throws(TopologyError) -> Double {
        let tolerance = deviation / 200
        return DisplacementRows(
            site: try reduced(site, tolerance, operators), zone: try reduced(zone, tolerance, operators),
            deviation: deviation
        ).masses.any
    }

    private static func reduced(
        _ shape: Geometry, _ tolerance: Double, _ operators: borrowing SpatialOperators
    ) throws(TopologyError) -> Geometry {
        if shape.polygons.isEmpty, shape.lines.isEmpty { return shape }
        return try operators.simplified(shape, within: tolerance) ?? shape
    }
}
