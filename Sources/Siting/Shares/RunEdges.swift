internal import PlanarGeometry

/// The edges of a shape in metres, cut into runs, so that those far from another shape are passed over unseen.
struct RunEdges {
    let edges: [Segment]
    let runs: [EdgeRun]
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
        runs = EdgeRun.runs(of: edges)
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
        var closest: (one: EdgeRun, other: EdgeRun)?
        var least = Double.infinity
        for one in runs {
            for run in other.runs {
                let squared = one.squaredDistance(to: run)
                if squared < least { (closest, least) = ((one, run), squared) }
            }
        }
        guard let closest else { return nil }
        var best: Pair?
        look(from: closest.one, at: closest.other, of: other, &best)
        for one in runs {
            for run in other.runs {
                if best?.squaredDistance == 0 { return best }
                if one.squaredDistance(to: run) < best?.squaredDistance ?? .infinity {
                    look(from: one, at: run, of: other, &best)
                }
            }
        }
        return best
    }

    private func look(from run: EdgeRun, at other: EdgeRun, of shape: RunEdges, _ best: inout Pair?) {
        for one in edges[run.edges] {
            for edge in shape.edges[other.edges] {
                let found = one.nearest(to: edge)
                if found.squaredDistance < best?.squaredDistance ?? .infinity { best = found }
            }
        }
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
