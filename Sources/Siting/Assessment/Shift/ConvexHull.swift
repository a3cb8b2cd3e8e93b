internal import Glibc
internal import PlanarGeometry

/// The smallest convex shape around some points.
///
/// A site that is clear of something with its hull is clear of it: where the hull can be moved to, so can the site.
struct ConvexHull {
    /// The corners counterclockwise, none on the line between its neighbours; two for points in a line, one for one.
    let corners: [Point]

    /// Andrew's monotone chain (Information Processing Letters 9, 1979).
    init(around points: [Point]) {
        let sorted = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
        let lower = Self.chain(sorted)
        let upper = Self.chain(sorted.reversed())
        let all = lower.dropLast() + upper.dropLast()
        corners = all.isEmpty ? Array(sorted.prefix(1)) : Array(all)
    }

    private static func chain(_ points: [Point]) -> [Point] {
        var chain: [Point] = []
        for point in points {
            if point == chain.last { continue }
            while chain.count > 1,
                Point.cross(chain[chain.count - 1] - chain[chain.count - 2], point - chain[chain.count - 1])
                    <= 0
            {
                chain.removeLast()
            }
            chain.append(point)
        }
        return chain
    }

    /// The corners of a convex polygon around all that is within a distance of the hull, and at most half a percent of
    /// the distance farther out.
    func grown(by distance: Double) -> [Point] {
        let steps = 32.0  // of a full turn: 1/cos(π/32) = 1.005
        var corners: [Point] = []
        for (index, corner) in self.corners.enumerated() {
            let count = self.corners.count
            let before = self.corners[(index + count - 1) % count]
            let after = self.corners[(index + 1) % count]
            // From the normal of the edge that ends here to that of the edge that begins here.
            let (from, turn) =
                count > 1
                ? Self.turn(corner - before, after - corner) : (0.0, 2 * Double.pi)
            let parts = max(1, (turn / (2 * .pi) * steps).rounded(.up))
            for part in 0..<Int(parts) {
                // Where the tangents at both ends of the part meet.
                let middle = from + (Double(part) + 0.5) * turn / parts
                let reach = distance / Glibc.cos(turn / parts / 2)
                corners.append(
                    Point(x: corner.x + reach * Glibc.cos(middle), y: corner.y + reach * Glibc.sin(middle)))
            }
        }
        return corners
    }

    /// The direction to the right of the first of two edges, radians, and how far the second turns left from it.
    private static func turn(_ one: Point, _ other: Point) -> (from: Double, turn: Double) {
        let from = atan2(-one.x, one.y)
        let turn = atan2(Point.cross(one, other), Point.dot(one, other))
        // Straight back at the ends of a line.
        return (from, turn < 0 ? turn + 2 * .pi : turn)
    }
}
