/// An axis-parallel rectangle, its sides included.
public struct Box: Hashable, Sendable {
    /// The least `x` and `y`.
    public private(set) var lower: Point
    /// The greatest `x` and `y`.
    public private(set) var upper: Point

    /// The smallest box around some points; nil where there are none.
    public init?(around points: some Sequence<Point>) {
        var iterator = points.makeIterator()
        guard let first = iterator.next() else { return nil }
        lower = first
        upper = first
        while let point = iterator.next() { extend(to: point) }
    }

    /// Grows the box until it holds the point.
    public mutating func extend(to point: Point) {
        lower = Point(x: min(lower.x, point.x), y: min(lower.y, point.y))
        upper = Point(x: max(upper.x, point.x), y: max(upper.y, point.y))
    }

    /// The middle of the box.
    public var centre: Point { Point(x: (lower.x + upper.x) / 2, y: (lower.y + upper.y) / 2) }

    /// Whether the point lies inside the box or on its side.
    public func covers(_ point: Point) -> Bool {
        lower.x <= point.x && point.x <= upper.x && lower.y <= point.y && point.y <= upper.y
    }
}
