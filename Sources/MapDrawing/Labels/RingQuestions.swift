internal import PlanarGeometry

/// Questions about rings on paper.
enum RingQuestions {
    /// Whether a point lies in rings, by the even-odd rule.
    static func hold(_ rings: [[Point]], _ point: Point) -> Bool {
        var inside = false
        for ring in rings {
            var a = ring.last ?? point
            for b in ring {
                if (a.y <= point.y) != (b.y <= point.y),
                    point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x)
                {
                    inside.toggle()
                }
                a = b
            }
        }
        return inside
    }

    /// How far a point is from the rings' lines.
    static func clearance(_ rings: [[Point]], _ point: Point) -> Double {
        var least = Double.infinity
        for ring in rings {
            var a = ring.last ?? point
            for b in ring {
                least = min(least, Segment(a, b).distance(to: point))
                a = b
            }
        }
        return least
    }
}
