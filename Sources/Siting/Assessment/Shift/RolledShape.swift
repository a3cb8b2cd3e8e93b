internal import PlanarGeometry

/// A shape without the dents that a ball rolling around it does not reach into.
///
/// What lies within the ball's radius of the one lies within it of the other, but for half a percent of the radius;
/// the buffer of a ragged site is then soon made, for most of its corners are in such dents.
struct RolledShape {
    private let radius: Double

    /// A dent's bottom may lie so much outside the ball's way, as a part of the radius.
    private static let slack = 0.005

    /// - Parameter radius: the ball's, metres.
    init(radius: Double) { self.radius = radius }

    /// The area without such dents and without holes the ball does not fit in.
    func closed(_ polygons: [Polygon]) -> Geometry? {
        Geometry.area(
            polygons.map { polygon in
                guard let exterior = closed(polygon.exterior) else { return polygon }
                let holes = polygon.holes.filter { hole in
                    Box(around: hole.points).map(isRoomy) ?? false
                }
                return Polygon(exterior: exterior, holes: holes)
            })
    }

    /// Whether the ball might fit in a box.
    private func isRoomy(_ box: Box) -> Bool {
        min(box.upper.x - box.lower.x, box.upper.y - box.lower.y) >= 2 * radius
    }

    /// An outer ring, which runs counterclockwise.
    private func closed(_ ring: Ring) -> Ring? {
        var points = Array(ring.points.dropLast())
        let hull = Set(ConvexHull(around: points).corners)
        guard hull.count > 2, let first = points.firstIndex(where: hull.contains) else { return nil }
        points = Array(points[first...] + points[..<first])
        points.append(points[0])
        var kept: [Point] = []
        var begin = 0
        for index in 1..<points.count where hull.contains(points[index]) {
            kept.append(points[begin])
            append(points[begin...index], to: &kept)
            begin = index
        }
        kept.append(points[begin])
        return try? Ring(kept)
    }

    /// What stays of a chain between its ends, the outside on its right.
    private func append(_ chain: ArraySlice<Point>, to kept: inout [Point]) {
        guard chain.count > 2, let first = chain.first, let last = chain.last else { return }
        let along = last - first
        let half = along.length / 2
        guard half > 0, half < radius, let box = Box(around: chain), !isRoomy(box) else {
            kept += chain.dropFirst().dropLast()
            return
        }
        // The ball that rests on both ends.
        let middle = first + along * 0.5
        let outward = Point(x: along.y / (2 * half), y: -along.x / (2 * half))
        let height = (radius * radius - half * half).squareRoot()
        let centre = middle + outward * height
        var nearest = (distance: Double.infinity, index: chain.startIndex)
        for index in chain.indices.dropLast() {
            let edge = Segment(chain[index], chain[index + 1])
            // The ends themselves are just as far as the ball reaches.
            let foot = edge.nearest(to: centre)
            if foot == first || foot == last { continue }
            let distance = (foot - centre).length
            if distance < nearest.distance { nearest = (distance, index) }
        }
        guard nearest.distance < radius * (1 - 1e-9) else {
            // The way of the ball, from one end to the other, drawn with straight edges.
            let depth = radius - height
            let parts = (depth / (Self.slack * radius)).squareRoot().rounded(.up)
            for part in stride(from: 1, to: max(1, parts), by: 1) {
                let place = first + along * (part / parts)
                let aside = Point.dot(place - centre, along) / (2 * half)
                kept.append(
                    place + outward * (height - (radius * radius - aside * aside).squareRoot()))
            }
            return
        }
        let (near, far) = (nearest.index, nearest.index + 1)
        if near > chain.startIndex {
            append(chain[chain.startIndex...near], to: &kept)
            kept.append(chain[near])
        }
        if far < chain.endIndex - 1 {
            kept.append(chain[far])
            append(chain[far..<chain.endIndex], to: &kept)
        }
    }
}
