internal import Glibc
internal import PlanarGeometry

/// An isotropic normal around a site: where the site lies against drawn edges that may lie elsewhere.
struct IsotropicNormal {
    /// The site, in metres.
    let centre: Point
    /// Standard deviation per axis, metres, positive.
    let standardDeviation: Double

    /// The mass that falls inside polygons, by the polygon integral.
    ///
    /// In polar form around the centre a ring holds `1/2π ∮ (1 − exp(−r²/2σ²)) dθ`; along one straight edge the
    /// second term is Owen's T. The sum over edges is exact but for the error of T (below 1e-9 an edge), so zones
    /// that tile an area share its mass without a gap. At a single straight edge it is Φ(d/σ).
    ///
    /// - Parameter polygons: in metres, exterior rings counter-clockwise, holes clockwise, interiors disjoint.
    /// - Returns: a probability between 0 and 1.
    func mass(in polygons: [Polygon]) -> Double {
        var sum = 0.0
        for polygon in polygons {
            for ring in polygon.rings {
                for (start, end) in zip(ring.points, ring.points.dropFirst()) {
                    sum += mass(underEdgeFrom: start, to: end)
                }
            }
        }
        return min(max(sum, 0), 1)
    }

    /// The signed mass of the triangle between the centre and one directed edge.
    private func mass(underEdgeFrom start: Point, to end: Point) -> Double {
        let ax = start.x - centre.x
        let ay = start.y - centre.y
        let bx = end.x - centre.x
        let by = end.y - centre.y
        let dx = bx - ax
        let dy = by - ay
        let length = (dx * dx + dy * dy).squareRoot()
        let cross = ax * by - ay * bx
        // An edge in line with the centre spans no angle; so does one of no length.
        guard cross != 0, length > 0 else { return 0 }
        let angle = atan2(cross, ax * bx + ay * by)
        let h = abs(cross) / length / standardDeviation
        guard h < 9 else { return angle / (2 * .pi) }  // beyond nine σ the far side holds under 1e-18
        let along = 1 / (length * standardDeviation)
        let from = (ax * dx + ay * dy) * along
        let to = (bx * dx + by * dy) * along
        let beyond = OwenT.wedge(h: h, t: to) - OwenT.wedge(h: h, t: from)
        return angle / (2 * .pi) - (cross > 0 ? beyond : -beyond)
    }
}
