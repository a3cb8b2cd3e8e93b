internal import Glibc
internal import PlanarGeometry

/// Directions of edges: how much length runs in each sixty-fourth of half a turn.
struct DirectionCounts {
    private(set) var lengths = [Double](repeating: 0, count: Self.count)
    static let count = 64

    mutating func add(_ edge: Segment) { add(Self.direction(of: edge), Self.length(of: edge)) }

    mutating func add(_ direction: Int, _ length: Double) { lengths[direction] += length }

    static func length(of edge: Segment) -> Double {
        let (dx, dy) = (edge.end.x - edge.start.x, edge.end.y - edge.start.y)
        return (dx * dx + dy * dy).squareRoot()
    }

    static func direction(of edge: Segment) -> Int {
        let angle = atan2(edge.end.y - edge.start.y, edge.end.x - edge.start.x)
        let part = (angle < 0 ? angle + .pi : angle) / .pi * Double(count)
        return min(count - 1, max(0, Int(part)))
    }
}

/// A turn of the plane about its origin, one of sixteen.
struct ScanTurn: Hashable {
    let index: Int
    let cosine: Double
    let sine: Double

    static let count = 16

    init(_ index: Int) {
        self.index = index
        // No round part of a right angle: parcels and blocks love those.
        let angle = (Double(index) + 0.37) * .pi / Double(Self.count)
        cosine = cos(angle)
        sine = sin(angle)
    }

    static let all = (0..<count).map(ScanTurn.init)

    /// The turn after which the edges are least along the rows, the long ones counting most.
    init(askewTo directions: DirectionCounts) {
        var best = (cost: Double.infinity, index: 0)
        for index in 0..<Self.count {
            var cost = 0.0
            for (direction, length) in directions.lengths.enumerated() where length > 0 {
                cost += length * Self.costs[index * DirectionCounts.count + direction]
            }
            if cost < best.cost { best = (cost, index) }
        }
        self = Self.all[best.index]
    }

    /// One over the rise that an edge of unit length has after each turn, for each direction.
    private static let costs: [Double] = all.flatMap { turn in
        (0..<DirectionCounts.count).map { direction in
            let angle = (Double(direction) + 0.5) * .pi / Double(DirectionCounts.count)
            return 1 / max(abs(turn.sine * cos(angle) + turn.cosine * sin(angle)), 0.01)
        }
    }

    func turned(_ point: Point) -> Point {
        Point(x: cosine * point.x - sine * point.y, y: sine * point.x + cosine * point.y)
    }
}
