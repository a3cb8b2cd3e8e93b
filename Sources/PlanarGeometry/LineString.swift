/// A line through two or more points.
public struct LineString: Hashable, Sendable {
    /// The points in order.
    public let points: [Point]

    /// Takes the points of a line.
    ///
    /// - Throws: ``GeometryError`` where a number is not finite or fewer than two points are given.
    public init(_ points: [Point]) throws(GeometryError) {
        for (index, point) in points.enumerated() where !point.isFinite {
            throw GeometryError.notFinite(index: index)
        }
        guard points.count >= 2 else { throw GeometryError.tooFewPoints(count: points.count, needed: 2) }
        self.points = points
    }

    /// The straight pieces in order.
    public var segments: some Sequence<Segment> {
        zip(points, points.dropFirst()).lazy.map { Segment($0, $1) }
    }
}
