internal import Glibc
internal import PlanarGeometry

/// The displacements of a site that keep all, or any, of it in a zone, row by row.
///
/// A site moved by t crosses the zone's boundary just where t lies in one of the parallelograms e ⊕ (−f), e an edge of
/// the zone and f one of the site. Along a row of displacements these are intervals, taken exactly. Between them
/// nothing changes: a part of the site lies wholly inside if one point of it does. The mass of the normal along a row
/// is exact; across the rows it is the midpoint rule. Rows run askew to the edges, so that what is summed is
/// continuous and the rule's error is below 1e-3.
struct DisplacementRows {
    private let deviation: Double
    private let siteEdges: [Segment]
    private let zoneEdges: [Segment]
    /// One point of each part of the site.
    private let anchors: [Point]
    /// Edges of the site's areas, and points of the zone that lie in the site where this holds them.
    private let siteRings: [Segment]
    private let zoneAnchors: [Point]
    private let holeAnchors: [Point]

    /// How many rows there are between −5 and 5 standard deviations: 256, or 64 for a site of very many parts.
    private var count: Int { anchors.count > 500 ? 64 : 256 }

    init(site: Geometry, zone: Geometry, deviation: Double) {
        self.deviation = deviation
        let turn = Rotation(askewTo: site.edges + zone.edges)
        siteEdges =
            site.edges.map(turn.turned) + site.loosePoints.map { Segment(turn.turned($0), turn.turned($0)) }
        zoneEdges = zone.edges.map(turn.turned)
        anchors =
            (site.polygons.map { $0.exterior.points[0] } + site.lines.map { $0.points[0] } + site.loosePoints)
            .map(turn.turned)
        siteRings = site.polygons.isEmpty ? [] : siteEdges
        zoneAnchors = zone.polygons.map { turn.turned($0.exterior.points[0]) }
        holeAnchors = zone.polygons.flatMap { $0.holes.map { turn.turned($0.points[0]) } }
    }

    /// The mass of the displacements that keep all of the site in the zone, and of those that keep any of it there.
    var masses: (whole: Double, any: Double) {
        let crossings = self.crossings
        var first = 0
        var active: [Parallelogram] = []
        var whole = 0.0
        var any = 0.0
        let reach = DisplacedDrawing.reach * deviation
        let step = 2 * reach / Double(count)
        for row in 0..<count {
            let y = -reach + (Double(row) + 0.5) * step
            while first < crossings.count, crossings[first].low <= y {
                active.append(crossings[first])
                first += 1
            }
            active.removeAll { $0.high < y }
            let density =
                exp(-y * y / (2 * deviation * deviation)) / (deviation * (2 * Double.pi).squareRoot())
            var blocked = Intervals(active.compactMap { $0.interval(at: y) })
            blocked.merge()
            var kept = Intervals(inside: zoneEdges, seenFrom: anchors[0], at: y).without(blocked)
            var met = kept
            met.append(blocked)
            for (index, anchor) in anchors.enumerated().dropFirst() {
                // Of very many parts a few decide: once nothing is kept and all is met, the others change nothing.
                if index % 16 == 0 { met.merge() }
                if kept.pieces.isEmpty, index % 16 == 0, met.reaches(over: reach) { break }
                let one = Intervals(inside: zoneEdges, seenFrom: anchor, at: y)
                if !kept.pieces.isEmpty { kept = kept.intersection(one) }
                met.append(one)
            }
            if !siteRings.isEmpty {
                for anchor in holeAnchors {
                    kept = kept.without(Intervals(holding: anchor, in: siteRings, at: y))
                }
                for anchor in zoneAnchors { met.append(Intervals(holding: anchor, in: siteRings, at: y)) }
            }
            met.merge()
            whole += kept.mass(deviation) * density * step
            any += met.mass(deviation) * density * step
        }
        return (min(whole, 1), min(any, 1))
    }

    /// The parallelograms that come within reach, by their lower ends.
    private var crossings: [Parallelogram] {
        let reach = DisplacedDrawing.reach * deviation
        var found: [Parallelogram] = []
        for edge in zoneEdges {
            for side in siteEdges {
                let parallelogram = Parallelogram(edge, side)
                if parallelogram.comes(within: reach) { found.append(parallelogram) }
            }
        }
        return found.sorted { $0.low < $1.low }
    }
}

/// The displacements that bring a side of the site onto an edge of the zone.
private struct Parallelogram {
    private let origin: Point
    private let u: Point
    private let w: Point
    let low: Double
    let high: Double

    init(_ edge: Segment, _ side: Segment) {
        origin = Point(x: edge.start.x - side.start.x, y: edge.start.y - side.start.y)
        u = Point(x: edge.end.x - edge.start.x, y: edge.end.y - edge.start.y)
        w = Point(x: side.start.x - side.end.x, y: side.start.y - side.end.y)
        low = origin.y + min(0, u.y) + min(0, w.y)
        high = origin.y + max(0, u.y) + max(0, w.y)
    }

    func comes(within reach: Double) -> Bool {
        low <= reach && high >= -reach && origin.x + min(0, u.x) + min(0, w.x) <= reach
            && origin.x + max(0, u.x) + max(0, w.x) >= -reach
    }

    /// Where the row at a height runs through it.
    func interval(at y: Double) -> Interval? {
        let height = y - origin.y
        var left = Double.infinity
        var right = -Double.infinity
        func meet(_ start: Point, _ along: Point) {
            guard along.y != 0 else { return }
            let part = (height - start.y) / along.y
            guard part >= 0, part <= 1 else { return }
            let x = origin.x + start.x + part * along.x
            left = min(left, x)
            right = max(right, x)
        }
        let none = Point(x: 0, y: 0)
        meet(none, u)
        meet(w, u)
        meet(none, w)
        meet(u, w)
        return left < right ? Interval(left: left, right: right) : nil
    }
}

/// A turn of the plane about its origin.
private struct Rotation {
    private let cosine: Double
    private let sine: Double

    /// The turn, of sixteen, after which the edges are least along the rows, the long ones counting most.
    init(askewTo edges: [Segment]) {
        var best = (cost: Double.infinity, angle: 0.0)
        for step in 0..<16 {
            // No round part of a right angle: parcels and blocks love those.
            let angle = (Double(step) + 0.37) * .pi / 16
            let (c, s) = (cos(angle), sin(angle))
            var cost = 0.0
            for edge in edges {
                let (dx, dy) = (edge.end.x - edge.start.x, edge.end.y - edge.start.y)
                let square = dx * dx + dy * dy
                let rise = abs(s * dx + c * dy)
                cost += square / max(rise, 0.01 * square.squareRoot() + 1e-300)
            }
            if cost < best.cost { best = (cost, angle) }
        }
        cosine = cos(best.angle)
        sine = sin(best.angle)
    }

    func turned(_ point: Point) -> Point {
        Point(x: cosine * point.x - sine * point.y, y: sine * point.x + cosine * point.y)
    }

    func turned(_ edge: Segment) -> Segment { Segment(turned(edge.start), turned(edge.end)) }
}
