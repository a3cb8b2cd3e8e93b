import PlanarGeometry
import TestSupport

/// Positions where a wrong rule or a rounded number would show.
enum AdversarialPoints {
    /// Vertices, places on edges, crossings of the vertices' rows and columns; each also one ulp beside.
    static func around(_ zones: [[Polygon]], count: Int, seed: UInt64) -> [Point] {
        var generator = SeededGenerator(seed: seed)
        let rings = zones.joined().flatMap(\.rings).map(\.points)
        guard let box = Box(around: rings.joined()) else { return [] }
        var points: [Point] = []
        func anyEdge() -> (Point, Point) {
            let ring = rings[Int.random(in: 0..<rings.count, using: &generator)]
            let at = Int.random(in: 0..<ring.count - 1, using: &generator)
            return (ring[at], ring[at + 1])
        }
        while points.count < count {
            let (a, b) = anyEdge()
            let base: Point
            switch Int.random(in: 0..<8, using: &generator) {
            case 0: base = a
            case 1: base = Point(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2)
            case 2:
                let t = Double.random(in: 0...1, using: &generator)
                base = Point(x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y))
            case 3: base = Point(x: a.x, y: anyEdge().0.y)
            case 4: base = Point(x: Double.random(in: box.lower.x...box.upper.x, using: &generator), y: a.y)
            case 5: base = Point(x: a.x, y: Double.random(in: box.lower.y...box.upper.y, using: &generator))
            case 6:  // on in the direction of the edge
                let t = Double.random(in: -2...3, using: &generator)
                base = Point(x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y))
            default:
                base = Point(
                    x: Double.random(in: box.lower.x...box.upper.x, using: &generator),
                    y: Double.random(in: box.lower.y...box.upper.y, using: &generator))
            }
            points.append(base)
            points.append(
                Point(x: beside(base.x, using: &generator), y: beside(base.y, using: &generator)))
        }
        return points
    }

    private static func beside(_ value: Double, using generator: inout SeededGenerator) -> Double {
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: value.nextDown
        case 1: value.nextUp
        default: value
        }
    }
}
