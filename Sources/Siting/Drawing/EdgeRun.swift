internal import PlanarGeometry

/// Some edges that follow each other, with the box around them, in metres.
struct EdgeRun {
    /// Their places among all edges.
    let edges: Range<Int>
    private let lower: Point
    private let upper: Point

    init(_ edges: Range<Int>, of all: [Segment]) {
        self.edges = edges
        let ends = all[edges].flatMap { [$0.start, $0.end] }
        lower = Point(x: ends.map(\.x).min() ?? 0, y: ends.map(\.y).min() ?? 0)
        upper = Point(x: ends.map(\.x).max() ?? 0, y: ends.map(\.y).max() ?? 0)
    }

    /// Cuts edges into runs.
    static func runs(of edges: [Segment]) -> [EdgeRun] {
        let length = 8  // edges: about as long to look at as the boxes of all other runs of a drawn zone
        return stride(from: 0, to: edges.count, by: length).map { start in
            EdgeRun(start..<min(start + length, edges.count), of: edges)
        }
    }

    /// No more than the squared distance of the nearest edge, rounding included.
    func squaredDistance(to point: Point) -> Double {
        let dx = max(lower.x - point.x, 0, point.x - upper.x)
        let dy = max(lower.y - point.y, 0, point.y - upper.y)
        return (dx * dx + dy * dy) * (1 - 1e-12)
    }

    /// No more than the squared distance of the nearest edges of two runs, rounding included; 0 where the boxes meet.
    func squaredDistance(to other: EdgeRun) -> Double {
        let dx = max(lower.x - other.upper.x, 0, other.lower.x - upper.x)
        let dy = max(lower.y - other.upper.y, 0, other.lower.y - upper.y)
        return (dx * dx + dy * dy) * (1 - 1e-12)
    }
}
