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

    /// Lists that many cells share, while a map is filled.
    private var known: [[UInt32]: UInt32] = [:]

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
        add(all, in: box, margin: margin)
        for (segments, list) in zip(zones, own) {
            add(list, in: Box(around: segments.map(\.start)) ?? box, margin: 0)
        }
        known = [:]
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

    private mutating func add(_ candidates: [UInt32], in box: Box, margin: Double) {
        let extent = max(box.upper.x - box.lower.x, box.upper.y - box.lower.y, 1)
        var side = 1
        while side < Self.mostCells, extent / Double(side) > Self.cellSize { side *= 2 }
        // Sides straight in degrees bow a little out of a box in metres.
        let pad = 1 + 0.002 * extent
        let map = Map(
            lowerX: box.lower.x - pad, lowerY: box.lower.y - pad, perCell: Double(side) / (extent + 2 * pad),
            side: side, first: starts.count)
        maps.append(map)
        starts.append(contentsOf: repeatElement(0, count: side * side))
        if !candidates.isEmpty { fill(map, 0, 0, side, candidates, margin) }
    }

    private mutating func fill(
        _ map: Map, _ column: Int, _ row: Int, _ size: Int, _ candidates: [UInt32], _ margin: Double
    ) {
        let half = Double(size) / map.perCell / 2
        let x = map.lowerX + Double(column) / map.perCell + half
        let y = map.lowerY + Double(row) / map.perCell + half
        let kept = edges.withUnsafeBufferPointer { edges in
            var least = Double.infinity
            for edge in candidates {
                least = min(least, Self.square(edges, Int(edge) &* Self.stride, x, y))
            }
            let reach = least.squareRoot() + 2 * half * 1.4143 + margin
            var kept: [UInt32] = []
            for edge in candidates {
                let square = Self.square(edges, Int(edge) &* Self.stride, x, y)
                if square <= reach * reach { kept.append(edge) }
            }
            return kept
        }
        // One or two are tried as fast as they could be thinned out.
        if size == 1 || kept.count <= 2 {
            let start = list(kept)
            for y in row..<row + size {
                for x in column..<column + size { starts[map.first + y * map.side + x] = start }
            }
            return
        }
        let part = size / 2
        fill(map, column, row, part, kept, margin)
        fill(map, column + part, row, part, kept, margin)
        fill(map, column, row + part, part, kept, margin)
        fill(map, column + part, row + part, part, kept, margin)
    }

    private mutating func list(_ list: [UInt32]) -> UInt32 {
        if let start = known[list] { return start }
        let start = UInt32(lists.count)
        let greatest = list.reduce(0) { max($0, edges[Int($1) * Self.stride + 5]) }
        lists.append(UInt32(list.count) | UInt32(min(greatest, 255)) << Self.accuracyBit)
        lists += list
        known[list] = start
        return start
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
