import PlanarGeometry

/// Which closed lines of a drawing are holes: a line wholly inside another of its layer.
///
/// A drawing has no word for a hole; planners draw land left out of a red line as a second closed line within it. By the
/// even-odd rule a line inside a hole is an area again. Lines that touch or cross are areas of their own, as are two that
/// lie one on the other.
struct RingNesting {
    /// The areas, each with its holes, in the order of the rings.
    let polygons: [Polygon]
    /// How many of the rings became holes.
    let holes: Int

    /// Sorts the rings of one layer.
    init(_ rings: [Ring]) {
        let boxes = rings.compactMap { Box(around: $0.points) }
        let areas = rings.map { abs($0.signedArea) }
        // Every ring that holds another, by the one it holds; from west to east, so that only those are compared that
        // lie over one another.
        var holders: [[Int]] = Array(repeating: [], count: rings.count)
        var open: [Int] = []
        for ring in boxes.indices.sorted(by: { boxes[$0].lower.x < boxes[$1].lower.x }) {
            open.removeAll { boxes[$0].upper.x < boxes[ring].lower.x }
            for outer in open
            where boxes[outer].covers(boxes[ring].lower) && boxes[outer].covers(boxes[ring].upper)
                && Self.isInside(rings[ring], rings[outer])
            {
                holders[ring].append(outer)
            }
            open.append(ring)
        }
        var inside: [Int: [Ring]] = [:]
        for ring in rings.indices where holders[ring].count % 2 == 1 {
            // The smallest that holds it.
            if let outer = holders[ring].min(by: { areas[$0] < areas[$1] }) {
                inside[outer, default: []].append(rings[ring])
            }
        }
        polygons = rings.indices.filter { holders[$0].count % 2 == 0 }.map {
            Polygon(exterior: rings[$0], holes: inside[$0] ?? [])
        }
        holes = inside.values.reduce(0) { $0 + $1.count }
    }

    /// Whether a ring lies in another without a point of its own on it or beyond it.
    private static func isInside(_ inner: Ring, _ outer: Ring) -> Bool {
        let edges = outer.segments
        return inner.points.allSatisfy(outer.encloses)
            && inner.segments.allSatisfy { edge in !edges.contains { meet(edge, $0) } }
    }

    /// Whether two edges have a point in common.
    private static func meet(_ one: Segment, _ other: Segment) -> Bool {
        func side(_ edge: Segment, _ point: Point) -> Double {
            (edge.end.x - edge.start.x) * (point.y - edge.start.y)
                - (edge.end.y - edge.start.y) * (point.x - edge.start.x)
        }
        guard min(one.start.x, one.end.x) <= max(other.start.x, other.end.x),
            min(other.start.x, other.end.x) <= max(one.start.x, one.end.x),
            min(one.start.y, one.end.y) <= max(other.start.y, other.end.y),
            min(other.start.y, other.end.y) <= max(one.start.y, one.end.y)
        else { return false }
        return side(one, other.start) * side(one, other.end) <= 0
            && side(other, one.start) * side(other, one.end) <= 0
    }
}
