internal import PlanarGeometry
internal import Planning
internal import Projection

/// A position in degrees and, within reach of the metric plane, in metres.
struct MeasuredPosition {
    let degrees: Point
    let metres: Point?

    init(_ position: LonLat, plane: borrowing MetricPlane) throws(LocatorError) {
        degrees = position.point
        metres = try plane.metres(position)
    }

    /// The distance to a zone's boundary (or to its line or point), metres, and where it is met.
    func distance(to drawn: DrawnZone) -> (distance: Double, foot: Point?) {
        guard let metres else { return (geodesicDistance(to: drawn), nil) }
        let nearest = drawn.nearest(to: metres, within: .infinity)
        return (nearest?.distance ?? .infinity, nearest?.foot ?? metres)
    }

    /// Beyond the plane: along the ellipsoid to the nearest vertex.
    ///
    /// A boundary's vertices lie within a few
    /// kilometres of each other, so at 100 km and more the foot between two of them is nearer by metres only.
    private func geodesicDistance(to drawn: DrawnZone) -> Double {
        let geodesic = Geodesic()
        return drawn.geometry.vertices.map { geodesic.distance(degrees, $0) }.min() ?? .infinity
    }

    /// The bearing to a zone beyond the plane, degrees clockwise from true north: to its nearest vertex.
    func farBearing(to drawn: DrawnZone) -> Double? {
        let geodesic = Geodesic()
        let nearest = drawn.geometry.vertices.min {
            geodesic.distance(degrees, $0) < geodesic.distance(degrees, $1)
        }
        return nearest.map { geodesic.bearing(from: degrees, to: $0) }
    }

    /// The probability that the site lies in a measured zone.
    func probability(of drawn: DrawnZone, _ measure: Containment.Measure, accuracy: Double) -> Double {
        guard accuracy > 0 else { return measure.covers ? 1 : 0 }
        guard let metres else { return standardNormal(measure.boundaryDistance / accuracy) }
        // Farther from every edge, less than 2e-10 lies on the other side.
        guard abs(measure.boundaryDistance) < IsotropicNormal.reach * accuracy else {
            return measure.covers ? 1 : 0
        }
        return IsotropicNormal(centre: metres, standardDeviation: accuracy)
            .mass(in: drawn, covers: measure.covers, distance: abs(measure.boundaryDistance))
    }
}
