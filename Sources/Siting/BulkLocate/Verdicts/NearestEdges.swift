internal import PlanarGeometry

/// For every place of a plane, the few edges that can be nearest to it.
///
/// A grid of square cells; from the whole plane down each square keeps, of the edges its parent kept, those whose distance
/// from its middle is within a diagonal (and a margin) of the least. So no edge that is nearest anywhere in a cell,
/// or within the margin of the nearest, is lost.
struct NearestEdges: Sendable {
    private let lower: Point
    private let perCell: Double
    private let side: Int
    /// Where each cell's list begins in `lists`: its length, then edges.
    private var starts: [UInt32]
    private var lists: [UInt32] = []
    /// Lists that many cells share, while the grid is filled.
    private var known: [[UInt32]: UInt32] = [:]
    /// x and y of the start, of the way to the end, one over its square, and a tag.
    private var edges: [Double] = []
    private static let stride = 6
    /// Marks a list whose edges all have one tag.
    private static let oneTag: UInt32 = 1 << 31

    /// - Parameters:
    ///   - segments: the edges, metres; at least one.
    ///   - tags: what to tell of each edge; of several as near, the greatest.
    ///   - box: where positions will be.
    ///   - margin: what counts as near as the nearest, metres.
    init(_ segments: [Segment], tags: [Double], in box: Box, margin: Double) {
        let extent = max(box.upper.x - box.lower.x, box.upper.y - box.lower.y, 1)
        var side = 1
        while side < 512, extent / Double(side) > 60 { side *= 2 }
        self.side = side
        // Sides straight in degrees bow a little out of a box in metres.
        let pad = 1 + 0.002 * extent
        lower = Point(x: box.lower.x - pad, y: box.lower.y - pad)
        perCell = Double(side) / (extent + 2 * pad)
        starts = Array(repeating: 0, count: side * side)
        for (segment, tag) in zip(segments, tags) {
            let dx = segment.end.x - segment.start.x
            let dy = segment.end.y - segment.start.y
            let square = dx * dx + dy * dy
            edges += [segment.start.x, segment.start.y, dx, dy, square > 0 ? 1 / square : 0, tag]
        }
        fill(0, 0, side, segments.indices.map { UInt32($0) }, segments, margin)
        known = [:]
    }

    private mutating func fill(
        _ column: Int, _ row: Int, _ size: Int, _ candidates: [UInt32], _ segments: [Segment],
        _ margin: Double
    ) {
        let half = Double(size) / perCell / 2
        let middle = Point(
            x: lower.x + Double(column) / perCell + half, y: lower.y + Double(row) / perCell + half)
        let distances = candidates.map { segments[Int($0)].distance(to: middle) }
        let reach = (distances.min() ?? 0) + 2 * half * 1.4143 + margin
        var kept: [UInt32] = []
        for (edge, distance) in zip(candidates, distances) where distance <= reach { kept.append(edge) }
        // One or two are tried as fast as they could be thinned out.
        if size == 1 || kept.count <= 2 {
            let start = list(kept)
            for y in row..<row + size {
                for x in column..<column + size { starts[y * side + x] = start }
            }
            return
        }
        let part = size / 2
        for (x, y) in [(0, 0), (part, 0), (0, part), (part, part)] {
            fill(column + x, row + y, part, kept, segments, margin)
        }
    }

    private mutating func list(_ edges: [UInt32]) -> UInt32 {
        if let start = known[edges] { return start }
        let start = UInt32(lists.count)
        let tags = Set(edges.map { self.edges[Int($0) * Self.stride + 5] })
        lists.append(UInt32(edges.count) | (tags.count == 1 ? Self.oneTag : 0))
        lists += edges
        known[edges] = start
        return start
    }

    /// The list of a position, to be had for many before any is looked through: the loads then overlap.
    @inline(__always)
    func list(at point: Point) -> UInt32 {
        let column = min(max(Int((point.x - lower.x) * perCell), 0), side - 1)
        let row = min(max(Int((point.y - lower.y) * perCell), 0), side - 1)
        return starts[row &* side &+ column]
    }

    /// The first word of a list; read ahead, it brings the list near.
    @inline(__always)
    func head(ofList list: UInt32) -> UInt32 { lists[Int(list)] }

    /// The nearest edge of a position in the box.
    struct Nearest {
        var distance: Double
        /// The greatest tag among the edges within the width of the nearest.
        var tag: Double
        /// Whether an edge of a greater tag lies at the width but for the doubt.
        var isDoubtful: Bool
    }

    /// Takes ``list(at:)`` of the position; how much farther than the nearest an edge may be and count, at most the margin
    /// less the doubt; and how far distances may be wrong: metres.
    func nearest(to point: Point, inList list: UInt32, width: Double, doubt: Double) -> Nearest {
        let start = Int(list)
        // Half of all time of a bulk answer is spent here, and half of that was checking bounds; the lists hold
        // only places of `edges`, and their lengths are their own.
        return lists.withUnsafeBufferPointer { lists in
            edges.withUnsafeBufferPointer { edges in
                let head = lists[start]
                let places = start &+ 1..<start &+ 1 &+ Int(head & ~Self.oneTag)
                var least = Double.infinity
                for place in places {
                    least = min(least, Self.square(edges, Int(lists[place]) &* Self.stride, point))
                }
                let distance = least.squareRoot()
                if width == 0 || head & Self.oneTag != 0 {
                    let tag = edges[Int(lists[places.lowerBound]) &* Self.stride &+ 5]
                    return Nearest(distance: distance, tag: tag, isDoubtful: false)
                }
                let sure = (distance + width - doubt) * (distance + width - doubt)
                let open = (distance + width + doubt) * (distance + width + doubt)
                var tag = 0.0
                var doubtful = 0.0
                for place in places {
                    let edge = Int(lists[place]) &* Self.stride
                    let square = Self.square(edges, edge, point)
                    if square <= sure {
                        tag = max(tag, edges[edge &+ 5])
                    } else if square <= open {
                        doubtful = max(doubtful, edges[edge &+ 5])
                    }
                }
                return Nearest(distance: distance, tag: tag, isDoubtful: doubtful > tag)
            }
        }
    }

    @inline(__always)
    private static func square(_ edges: UnsafeBufferPointer<Double>, _ edge: Int, _ point: Point) -> Double {
        let ax = point.x - edges[edge]
        let ay = point.y - edges[edge &+ 1]
        let dx = edges[edge &+ 2]
        let dy = edges[edge &+ 3]
        let projected = (ax * dx + ay * dy) * edges[edge &+ 4]
        let along = projected < 0 ? 0 : projected > 1 ? 1 : projected
        let x = ax - along * dx
        let y = ay - along * dy
        return x * x + y * y
    }
}
