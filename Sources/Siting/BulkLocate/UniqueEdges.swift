/// The edges that touch a cell, those of several zones that run along each other counted once.
struct UniqueEdges {
    struct Edge {
        /// The first vertex of the zone's edge that came first.
        var first: UInt32
        /// The zones it bounds, a bit for each in the order of the cell.
        var zones: UInt32
        /// Those of them whose ring runs from its end to its start.
        var reversed: UInt32
    }

    private(set) var list: [Edge] = []
    var count: Int { list.count }

    init(_ boundaries: [RowScan.ZoneCell], _ scan: RowScan, _ edges: ZoneEdges) {
        let total = boundaries.reduce(0) { $0 + $1.edges.count }
        var keys: [Key: Int] = [:]
        for (bit, part) in boundaries.enumerated() {
            let mask: UInt32 = bit < 32 ? 1 << UInt32(bit) : 0
            for edge in scan.touching[part.edges] {
                let (key, reversed) = Key.make(Int(edge), edges)
                var known: Int?
                if total <= 24 {
                    known = list.firstIndex { Key.make(Int($0.first), edges).key == key }
                } else {
                    known = keys[key]
                }
                if let known {
                    // The same edge twice in one zone crosses twice: it must stay two.
                    if list[known].zones & mask == 0 {
                        let (_, stored) = Key.make(Int(list[known].first), edges)
                        list[known].zones |= mask
                        if stored != reversed { list[known].reversed |= mask }
                        continue
                    }
                } else if total > 24 {
                    keys[key] = list.count
                }
                list.append(Edge(first: edge, zones: mask, reversed: 0))
            }
        }
    }

    /// An edge without its direction.
    private struct Key: Hashable {
        var lowX: Double
        var lowY: Double
        var highX: Double
        var highY: Double

        static func make(_ edge: Int, _ edges: ZoneEdges) -> (key: Key, reversed: Bool) {
            let ax = edges.x(edge)
            let ay = edges.y(edge)
            let bx = edges.x(edge + 1)
            let by = edges.y(edge + 1)
            let reversed = (bx, by) < (ax, ay)
            let key =
                reversed
                ? Key(lowX: bx, lowY: by, highX: ax, highY: ay)
                : Key(lowX: ax, lowY: ay, highX: bx, highY: by)
            return (key, reversed)
        }
    }
}
