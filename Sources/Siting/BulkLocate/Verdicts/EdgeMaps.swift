internal import PlanarGeometry

/// For every place of a plane the few edges that can be nearest to it: one map for a layout, one for each of its zones.
///
/// A map is a grid of square cells; from the whole plane down each square keeps, of the edges its parent kept, those
/// whose distance from its middle is within a diagonal (and a margin) of the least. So no edge that is nearest
/// anywhere in a cell, or within the margin of the nearest, is lost. An edge that zones share is kept once and knows
/// them, so that the layout's nearest edge is most often the zone's as well.
struct EdgeMaps: Sendable {
    /// Where the cells of one map lie.
    struct Map {
        var lowerX = 0.0
        var lowerY = 0.0
        /// Cells in a metre.
        var perCell = 0.0
        var side = 1
        /// The place of its first cell in ``starts``.
        var first = 0
    }

    /// The layout's, then each zone's.
    private(set) var maps: [Map] = []
    /// Where each cell's list begins in `lists`: its head, then places of edges.
    private(set) var starts: [UInt32] = []
    private(set) var lists: [UInt32] = []
    /// For each edge x and y of its start, of the way to its end, one over its square; then the place of its zones'
    /// greatest accuracy, and the first 64 zones it bounds, a bit each.
    private(set) var edges: [Double] = []

    static let stride = 8
    /// In a list's head from this bit the greatest accuracy, below it how many edges.
    static let accuracyBit: UInt32 = 24

    private static let cellSize = 120.0  // m; finer costs room and spares little
    private static let mostCells = 512

    /// - Parameters:
    ///   - zones: the edges of each zone, metres.
    ///   - accuracies: the place of each zone's accuracy among those that occur, ascending.
    ///   - box: where positions will be.
    ///   - margin: what counts as near as the nearest, metres.
    init(_ zones: [[Segment]], accuracies: [Int], in box: Box, margin: Double) {
        var places: [Segment: UInt32] = [:]
        var own: [[UInt32]] = []
        for (zone, segments) in zones.enumerated() {
            var list: [UInt32] = []
            for segment in segments {
                let key = Self.undirected(segment)
                let place = places[key] ?? UInt32(edges.count / Self.stride)
                if places[key] == nil {
                    places[key] = place
                    append(segment)
                    list.append(place)
                } else if !list.contains(place) {
                    list.append(place)
                }
                let at = Int(place) * Self.stride
                edges[at + 5] = max(edges[at + 5], Double(accuracies[zone]))
                if zone < 64 {
                    edges[at + 6] = Double(bitPattern: edges[at + 6].bitPattern | 1 << UInt64(zone))
                }
            }
            own.append(list)
        }
        let all = (0..<edges.count / Self.stride).map(UInt32.init)
        var known = InternedWords()
        add(all, in: box, margin: margin, &known)
        for (segments, list) in zip(zones, own) {
            add(list, in: Box(around: segments.map(\.start)) ?? box, margin: 0, &known)
        }
        keep(known)
    }

    private static func undirected(_ segment: Segment) -> Segment {
        (segment.end.x, segment.end.y) < (segment.start.x, segment.start.y)
            ? Segment(segment.end, segment.start) : segment
    }

    private mutating func append(_ segment: Segment) {
        let dx = segment.end.x - segment.start.x
        let dy = segment.end.y - segment.start.y
        let square = dx * dx + dy * dy
        edges += [segment.start.x, segment.start.y, dx, dy, square > 0 ? 1 / square : 0, 0, 0, 0]
    }

    private mutating func add(
        _ candidates: [UInt32], in box: Box, margin: Double, _ known: inout InternedWords
    ) {
        let extent = max(box.upper.x - box.lower.x, box.upper.y - box.lower.y, 1)
        var side = 1
        while side < Self.mostCells, extent / Double(side) > Self.cellSize { side *= 2 }
        // Sides straight in degrees bow a little out of a box in metres.
        let pad = 1 + 0.002 * extent
        let map = Map(
            lowerX: box.lower.x - pad, lowerY: box.lower.y - pad, perCell: Double(side) / (extent + 2 * pad),
            side: side, first: starts.count)
        maps.append(map)
        starts += EdgeThinning.cells(of: map, candidates, edges, margin: margin, &known)
    }

    /// Takes the lists over, each behind its head; until now cells know them by their numbers.
    private mutating func keep(_ known: InternedWords) {
        for number in 0..<known.count {
            let list = known[number]
            let greatest = list.reduce(0) { max($0, edges[Int($1) * Self.stride + 5]) }
            lists.append(UInt32(list.count) | UInt32(min(greatest, 255)) << Self.accuracyBit)
            lists += list
        }
        // Every list before one has brought a head.
        for cell in starts.indices { starts[cell] += known.starts[Int(starts[cell])] }
    }

    /// The square of the distance of a position from the edge that begins at a place of ``edges``.
    @inline(__always)
    static func square(_ edges: UnsafeBufferPointer<Double>, _ edge: Int, _ x: Double, _ y: Double) -> Double
    {
        let ax = x - edges[edge]
        let ay = y - edges[edge &+ 1]
        let dx = edges[edge &+ 2]
        let dy = edges[edge &+ 3]
        let projected = (ax * dx + ay * dy) * edges[edge &+ 4]
        let along = projected < 0 ? 0 : projected > 1 ? 1 : projected
        let offX = ax - along * dx
        let offY = ay - along * dy
        return offX * offX + offY * offY
    }
}
