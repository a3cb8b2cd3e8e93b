/// A closed line around an area: at least four points, the last equal to the first.
public struct Ring: Hashable, Sendable {
    /// The points in order, the first one repeated at the end.
    public let points: [Point]

    /// Takes the points of a closed ring.
    ///
    /// - Throws: ``GeometryError`` where a number is not finite, fewer than four points are given, or the ring
    ///   is open.
    public init(_ points: [Point]) throws(GeometryError) {
        for (index, point) in points.enumerated() where !point.isFinite {
            throw GeometryError.notFinite(index: index)
        }
        guard points.count >= 4 else { throw GeometryError.tooFewPoints(count: points.count, needed: 4) }
        guard points.first == points.last else {
            throw GeometryError.openRing(first: points[0], last: points[points.count - 1])
        }
        self.points = points
    }

    /// The edges in order.
    public var segments: some Sequence<Segment> {
        zip(points, points.dropFirst()).lazy.map { Segment($0, $1) }
    }

    /// The area inside, positive where the ring runs counter-clockwise, in the square of the coordinates' unit.
    public var signedArea: Double {
        // Taken relative to the first point: far from the origin the plain formula loses digits.
        let origin = points[0]
        var twice = 0.0
        for (a, b) in zip(points, points.dropFirst()) {
            twice += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
        }
        return twice / 2
    }

    /// The same ring run the other way.
    public var reversed: Ring { Ring(unchecked: points.reversed()) }

    private init(unchecked points: [Point]) { self.points = points }
}
