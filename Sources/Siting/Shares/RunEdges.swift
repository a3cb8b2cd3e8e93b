internal import PlanarGeometry

/// The edges of a shape, in metres or local degrees, cut into runs, so that those far from another shape are passed over unseen.
struct RunEdges {
    let edges: [Segment]
    let runs: [EdgeRun]
    /// The runs by eights: which of them, and all their edges as one.
    private let blocks: [(runs: Range<Int>, around: EdgeRun)]
    /// The edges of each ring; empty for a shape that is no area.
    let rings: [Range<Int>]

    /// Takes rings and lines edge by edge; a loose point is an edge without length.
    init(_ shape: Geometry) {
        var edges: [Segment] = []
        var rings: [Range<Int>] = []
        for ring in shape.polygons.flatMap(\.rings) {
            let begin = edges.count
            edges += zip(ring.points, ring.points.dropFirst()).map { Segment($0, $1) }
            rings.append(begin..<edges.count)
        }
        for line in shape.lines {
            edges += zip(line.points, line.points.dropFirst()).map { Segment($0, $1) }
        }
        edges += shape.loosePoints.map { Segment($0, $0) }
        self.edges = edges
        self.rings = rings
        let runs = EdgeRun.runs(of: edges)
        self.runs = runs
        blocks = stride(from: 0, to: runs.count, by: 8).map { first in
            let last = min(first + 8, runs.count) - 1
            let all = runs[first].edges.lowerBound..<runs[last].edges.upperBound
            return (first..<last + 1, EdgeRun(all, of: edges))
        }
    }

    /// Runs each pair through whose boxes come within a squared distance of each other, or meet; it may shrink on the way.
    func forEachPair(
        with other: RunEdges, within limit: () -> Double, _ body: (EdgeRun, EdgeRun, Double) -> Void
    ) {
        for block in blocks {
            for there in other.blocks where block.around.squaredDistance(to: there.around) <= limit() {
                for one in runs[block.runs] where one.squaredDistance(to: there.around) <= limit() {
                    for run in other.runs[there.runs] {
                        let squared = one.squaredDistance(to: run)
                        if squared <= limit() { body(one, run, squared) }
                    }
                }
            }
        }
    }

    /// Whether a test holds for each two edges whose boxes meet, by their places; none is looked at after one that fails.
    func allMeetings(with other: RunEdges, _ holds: (Int, Int) -> Bool) -> Bool {
        var isHolding = true
        forEachPair(with: other, within: { isHolding ? 0 : -1 }) { run, there, _ in
            for here in run.edges {
                let edge = edges[here]
                let (west, east) = (min(edge.start.x, edge.end.x), max(edge.start.x, edge.end.x))
                let (south, north) = (min(edge.start.y, edge.end.y), max(edge.start.y, edge.end.y))
                for place in there.edges {
                    let border = other.edges[place]
                    guard max(border.start.x, border.end.x) >= west,
                        min(border.start.x, border.end.x) <= east,
                        max(border.start.y, border.end.y) >= south,
                        min(border.start.y, border.end.y) <= north
                    else { continue }
                    guard holds(here, place) else {
                        isHolding = false
                        return
                    }
                }
            }
        }
        return isHolding
    }

    /// Two points, one on each of two shapes.
    struct Pair {
        let here: Point
        let there: Point
        let squaredDistance: Double

        init(_ here: Point, _ there: Point) {
            self.here = here
            self.there = there
            let (dx, dy) = (here.x - there.x, here.y - there.y)
            squaredDistance = dx * dx + dy * dy
        }
    }

    /// The nearest points of the edges of two shapes; nil where one has no edge.
    func nearest(to other: RunEdges) -> Pair? {
        // First those whose boxes are nearest, so that few of the others are to be looked at.
        var closest: (one: EdgeRun, other: EdgeRun)?
        var least = Double.infinity
        forEachPair(with: other, within: { least }) { one, run, squared in
            if squared < least { (closest, least) = ((one, run), squared) }
        }
        guard let closest else { return nil }
        var nearest: Pair?
        look(from: closest.one, at: closest.other, of: other, &nearest)
        forEachPair(with: other, within: { nearest?.squaredDistance ?? .infinity }) { one, run, squared in
            guard squared < nearest?.squaredDistance ?? .infinity else { return }
            look(from: one, at: run, of: other, &nearest)
        }
        return nearest
    }

    private func look(from run: EdgeRun, at other: EdgeRun, of shape: RunEdges, _ best: inout Pair?) {
        for one in edges[run.edges] {
            for edge in shape.edges[other.edges] {
                let found = one.nearest(to: edge)
                if found.squaredDistance < best?.squaredDistance ?? .infinity { best = found }
            }
        }
    }

    /// Whether the boundaries of two areas pass through each other; nil where they may touch, or double precision cannot
    /// tell a side.
    func crosses(_ other: RunEdges) -> Bool? {
        var isCrossed = false
        let isPlain = allMeetings(with: other) { here, there in
            let (edge, border) = (edges[here], other.edges[there])
            guard let one = edge.parts(border), let two = border.parts(edge) else { return false }
            if one, two { isCrossed = true }
            return true
        }
        return isPlain ? isCrossed : nil
    }

    /// Whether a point lies inside, by the number of edges to its east; the boundary may go either way.
    func holds(_ point: Point) -> Bool {
        var isInside = false
        for edge in edges where (edge.start.y > point.y) != (edge.end.y > point.y) {
            let along = (point.y - edge.start.y) / (edge.end.y - edge.start.y)
            if edge.start.x + along * (edge.end.x - edge.start.x) > point.x { isInside.toggle() }
        }
        return isInside
    }
}

extension Segment {
    /// Whether the ends of another edge lie on different sides of this one's line; nil where that is not sure.
    fileprivate func parts(_ other: Segment) -> Bool? {
        guard let one = isLeft(other.start), let two = isLeft(other.end) else { return nil }
        return one != two
    }

    /// Whether a point lies to the left; nil where the difference is no larger than what rounding can make of it: three
    /// half units in the last place of both products (Shewchuk 1997).
    private func isLeft(_ point: Point) -> Bool? {
        let (one, other) = (
            (end.x - start.x) * (point.y - start.y), (end.y - start.y) * (point.x - start.x)
        )
        let bound = 4e-16 * (one.magnitude + other.magnitude)
        return (one - other).magnitude > bound ? one > other : nil
    }

    /// The nearest points of two segments; of those that cross, where they do.
    fileprivate func nearest(to other: Segment) -> RunEdges.Pair {
        var best = RunEdges.Pair(start, other.nearest(to: start))
        func take(_ pair: RunEdges.Pair) { if pair.squaredDistance < best.squaredDistance { best = pair } }
        take(RunEdges.Pair(end, other.nearest(to: end)))
        take(RunEdges.Pair(nearest(to: other.start), other.start))
        take(RunEdges.Pair(nearest(to: other.end), other.end))
        if best.squaredDistance > 0, let place = EdgeMeeting(self, other)?.place(on: self) {
            return RunEdges.Pair(place, place)
        }
        return best
    }
}

/// Where two edges pass through each other, the ends of neither on the other.
struct EdgeMeeting {
    /// How far along each edge, 0 to 1.
    let along: (Double, Double)

    /// Nil where they do not pass through each other.
    init?(_ one: Segment, _ other: Segment) {
        let (d, e) = (one.end - one.start, other.end - other.start)
        let (c1, c2) = (Point.cross(d, other.start - one.start), Point.cross(d, other.end - one.start))
        guard c1 != 0, c2 != 0, (c1 > 0) != (c2 > 0) else { return nil }
        let (a1, a2) = (Point.cross(e, one.start - other.start), Point.cross(e, one.end - other.start))
        guard a1 != 0, a2 != 0, (a1 > 0) != (a2 > 0) else { return nil }
        along = (a1 / (a1 - a2), c1 / (c1 - c2))
    }

    func place(on one: Segment) -> Point { one.start + (one.end - one.start) * along.0 }
}
