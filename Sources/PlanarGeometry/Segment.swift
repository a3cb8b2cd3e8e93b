/// The straight piece between two points.
public struct Segment: Hashable, Sendable {
    /// Where it begins.
    public let start: Point
    /// Where it ends.
    public let end: Point

    /// Joins two points.
    public init(_ start: Point, _ end: Point) {
        self.start = start
        self.end = end
    }

    /// The point of the segment nearest to another point.
    @inlinable public func nearest(to point: Point) -> Point {
        let dx = end.x - start.x
        let dy = end.y - start.y
        let squaredLength = dx * dx + dy * dy
        guard squaredLength > 0 else { return start }
        let along = ((point.x - start.x) * dx + (point.y - start.y) * dy) / squaredLength
        guard along > 0 else { return start }
        guard along < 1 else { return end }
        return Point(x: start.x + along * dx, y: start.y + along * dy)
    }

    /// The straight distance from a point to the segment, in the unit of the coordinates.
    public func distance(to point: Point) -> Double {
        let foot = nearest(to: point)
        let dx = foot.x - point.x
        let dy = foot.y - point.y
        return (dx * dx + dy * dy).squareRoot()
    }
}
