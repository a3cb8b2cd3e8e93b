internal import PlanarGeometry

/// What lies under labels on one map, as far as it makes a place better or worse.
struct LabelTerrain {
    /// Lines better not written over, on paper.
    private let edges: [Edge]

    private struct Edge {
        let start: Point
        let end: Point
        let box: Box
        let weight: Double
    }

    /// - Parameter lines: chains on paper, each with what crossing it costs.
    init(_ lines: [(points: [Point], weight: Double)]) {
        edges = lines.flatMap { line in
            zip(line.points, line.points.dropFirst()).compactMap { a, b in
                Box(around: [a, b]).map { Edge(start: a, end: b, box: $0, weight: line.weight) }
            }
        }
    }

    /// What it costs to cover what lies in a box.
    func cost(of box: LabelBox) -> Double {
        guard let around = Box(around: box.corners) else { return 0 }
        var cost = 0.0
        for edge in edges {
            guard edge.box.lower.x < around.upper.x, around.lower.x < edge.box.upper.x,
                edge.box.lower.y < around.upper.y, around.lower.y < edge.box.upper.y,
                Self.crosses(edge.start, edge.end, box)
            else { continue }
            cost += edge.weight
        }
        return min(cost, 40)
    }

    private static func crosses(_ a: Point, _ b: Point, _ box: LabelBox) -> Bool {
        // A segment is a box of no width.
        let sides = zip(box.corners, box.corners.dropFirst() + box.corners.prefix(1))
        var isInside = true
        var sign: Double?
        for (c, d) in sides {
            let (s, t) = (side(c, d, a), side(c, d, b))
            let expected = sign ?? side(c, d, box.centre)
            sign = expected
            if s * expected < 0, t * expected < 0 { return false }
            if s * expected < 0 || t * expected < 0 { isInside = false }
        }
        if isInside { return true }
        let sidesOfLine = box.corners.map { side(a, b, $0) }
        return sidesOfLine.contains { $0 > 0 } && sidesOfLine.contains { $0 < 0 }
    }

    private static func side(_ a: Point, _ b: Point, _ point: Point) -> Double {
        (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)
    }
}

/// Questions about rings on paper.
enum RingQuestions {
    /// Whether a point lies in rings, by the even-odd rule.
    static func hold(_ rings: [[Point]], _ point: Point) -> Bool {
        var inside = false
        for ring in rings {
            for (a, b) in zip(ring, ring.dropFirst() + ring.prefix(1))
            where (a.y <= point.y) != (b.y <= point.y)
                && point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x)
            {
                inside.toggle()
            }
        }
        return inside
    }

    /// How far a point is from the rings' lines.
    static func clearance(_ rings: [[Point]], _ point: Point) -> Double {
        var least = Double.infinity
        for ring in rings {
            for (a, b) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
                least = min(least, Segment(a, b).distance(to: point))
            }
        }
        return least
    }
}
