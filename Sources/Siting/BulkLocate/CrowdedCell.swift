internal import PlanarGeometry
internal import Topology

/// A record for a cell where the boundaries of more than eight zones meet, such as the tip of a fan.
///
/// Words: the mark and the number of zones; the number of outcomes; where they begin. Then for each zone its number, its
/// parity and number of edges, and two words for each edge as in ``CellRecord``. Then the outcomes that occur: a bit for each
/// zone, and the set. All combinations would be too many to write down; those that occur are found by trying the
/// vertices and the places on and between the edges.
struct CrowdedCell {
    private struct Part {
        var zone: UInt32
        var parity: Bool
        var edges: [UInt32]
    }
    private var parts: [Part] = []
    private var outcomes: [[UInt32]: UInt32] = [:]

    mutating func add(zone: UInt32, parity: Bool, edges: [UInt32]) {
        parts.append(Part(zone: zone, parity: parity, edges: edges))
    }

    var words: [UInt32] {
        var list: [UInt32] = [CellRecord.crowded | UInt32(parts.count), UInt32(outcomes.count), 0]
        for part in parts {
            list.append(part.zone)
            list.append((part.parity ? 1 : 0) | UInt32(part.edges.count / 2) << 1)
            list += part.edges
        }
        list[2] = UInt32(list.count)
        for (bits, set) in outcomes.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            list += bits
            list.append(set)
        }
        return list
    }

    /// Tries positions and notes what comes out.
    mutating func findOutcomes(edges: ZoneEdges, in box: Box, number: ([UInt32]) -> UInt32) {
        let test = OrientationTest()
        var tries: Set<Point> = []
        var middles: Set<Point> = []
        for part in parts {
            for place in stride(from: 0, to: part.edges.count, by: 2) {
                let vertex = Int(part.edges[place])
                let a = Point(x: edges.x(vertex), y: edges.y(vertex))
                let b = Point(x: edges.x(vertex + 1), y: edges.y(vertex + 1))
                for point in [a, b] where box.covers(point) { tries.insert(point) }
                guard let middle = Self.middle(from: a, to: b, in: box) else { continue }
                middles.insert(middle)
                note(middle, edges, test, number, along: vertex)
            }
        }
        // Between any two edges, and beside each of them, close and far.
        let fixed = middles.sorted { ($0.x, $0.y) < ($1.x, $1.y) }.prefix(64)
        tries.formUnion(middles)
        for (index, a) in fixed.enumerated() {
            for b in fixed[(index + 1)...] { tries.insert(Point(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2)) }
        }
        let width = box.upper.x - box.lower.x
        let height = box.upper.y - box.lower.y
        for point in tries {
            note(point, edges, test, number, along: nil)
            for part in [0, 1e-6, 1e-3, 0.1] {
                for (east, north) in [
                    (1.0, 0.0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, -1), (1, -1), (-1, 1),
                ] {
                    let x = point.x + east * max(part * width, point.x.ulp)
                    let y = point.y + north * max(part * height, point.y.ulp)
                    note(Point(x: x, y: y), edges, test, number, along: nil)
                }
            }
        }
    }

    /// The middle of what a cell cuts from an edge; nil where the edge but brushes it.
    private static func middle(from a: Point, to b: Point, in box: Box) -> Point? {
        var from = 0.0
        var to = 1.0
        for (start, end, low, high) in [
            (a.x, b.x, box.lower.x, box.upper.x), (a.y, b.y, box.lower.y, box.upper.y),
        ] {
            if start == end {
                if start < low || start > high { return nil }
                continue
            }
            let one = (low - start) / (end - start)
            let other = (high - start) / (end - start)
            from = max(from, min(one, other))
            to = min(to, max(one, other))
        }
        guard from <= to else { return nil }
        let t = (from + to) / 2
        return Point(x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y))
    }

    /// Notes the outcome at a position, taken to lie on an edge where one is named.
    private mutating func note(
        _ point: Point, _ edges: ZoneEdges, _ test: borrowing OrientationTest, _ number: ([UInt32]) -> UInt32,
        along named: Int?
    ) {
        var bits = [UInt32](repeating: 0, count: (parts.count + 31) / 32)
        var covering: [UInt32] = []
        for (index, part) in parts.enumerated() {
            var parity = part.parity
            var holds = false
            for place in stride(from: 0, to: part.edges.count, by: 2) {
                let vertex = Int(part.edges[place])
                let a = Point(x: edges.x(vertex), y: edges.y(vertex))
                let b = Point(x: edges.x(vertex + 1), y: edges.y(vertex + 1))
                if part.edges[place + 1] & CellRecord.stepsAtStart != 0, point.y >= a.y { parity.toggle() }
                if part.edges[place + 1] & CellRecord.stepsAtEnd != 0, point.y >= b.y { parity.toggle() }
                if let named {
                    let c = Point(x: edges.x(named), y: edges.y(named))
                    let d = Point(x: edges.x(named + 1), y: edges.y(named + 1))
                    if (a == c && b == d) || (a == d && b == c) { holds = true }
                }
                switch EdgeCrossing(point.x, point.y, fromX: a.x, a.y, toX: b.x, b.y) {
                case .none: break
                case .crosses: parity.toggle()
                case .holds: holds = true
                case .undecided:
                    switch EdgeCrossing(byGEOS: test, point, from: a, to: b) {
                    case .crosses: parity.toggle()
                    case .holds: holds = true
                    case .none, .undecided: break
                    }
                }
            }
            if parity || holds {
                bits[index / 32] |= 1 << UInt32(index % 32)
                covering.append(part.zone)
            }
        }
        if outcomes[bits] == nil { outcomes[bits] = number(covering) }
    }
}
