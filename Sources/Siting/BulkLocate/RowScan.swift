/// One row of cells: for each of them the zones that cover it wholly and the edges that touch it.
///
/// The rule behind it. For a position q in a cell, count the edges a ray to the right crosses, as GEOS counts: half-open
/// in y, side by the sign of a turn. Edges that touch the cell are counted when asked. What the others add is
/// the same all over the cell but for steps at the heights of vertices right of the cell where a touching edge goes on
/// in one that does not; so each touching edge brings a step for each of its ends right of the cell, and
/// where both edges at a vertex touch, the two steps cancel. What remains is one bit a zone and cell: the parity of
/// the others at one height, taken here in the middle of the row. Nothing in this is rounded.
struct RowScan {
    /// The edges of one zone that may touch the row, and the parity of all others beyond its right end.
    struct Group {
        var zone: UInt32
        var edges: Range<Int>
        var parity: Bool
    }

    /// A zone's part in a cell that its boundary touches.
    struct ZoneCell {
        var zone: UInt32
        /// The parity of the edges that do not touch the cell, at ``height``.
        var parity: Bool
        /// Places in ``touching``.
        var edges: Range<Int>
        var next: Int32
    }

    /// The row's height for which parities are told.
    private(set) var height = 0.0
    /// The edges of all zone cells.
    private(set) var touching: [UInt32] = []
    private(set) var zoneCells: [ZoneCell] = []
    /// Lists by column: first and last places in `covered` and `zoneCells`.
    private var coveredFirst: [Int32] = []
    private var coveredLast: [Int32] = []
    private var cellFirst: [Int32] = []
    private var cellLast: [Int32] = []
    private var covered: [(zone: UInt32, next: Int32)] = []
    private var toggles: [Bool] = []
    private var counts: [Int32] = []
    private var pairs: [(column: Int32, edge: UInt32)] = []

    /// Fills the row's cells.
    ///
    /// Row and columns are counted on the level of the shift, from the lower left of the frame; the groups' edges are
    /// places in the pool.
    mutating func scan(
        row: Int, columns: Range<Int>, shift: Int, groups: [Group], pool: [UInt32], edges: ZoneEdges,
        frame: CellFrame
    ) {
        let width = columns.count
        reset(width)
        height = frame.middle(ofRow: row, shift: shift)
        let unit = 1 / Double(1 << shift)
        let low = Double(row << shift) - CellFrame.padding
        let high = Double((row + 1) << shift) + CellFrame.padding
        for group in groups {
            pairs.removeAll(keepingCapacity: true)
            var parity = group.parity
            var least = width
            var most = -1
            for place in group.edges {
                let edge = pool[place]
                let a = Int(edge)
                let ay = frame.realY(edges.y(a))
                let by = frame.realY(edges.y(a + 1))
                guard max(ay, by) >= low, min(ay, by) <= high else { continue }
                let ax = frame.realX(edges.x(a))
                let bx = frame.realX(edges.x(a + 1))
                var left = min(ax, bx)
                var right = max(ax, bx)
                if ay != by {
                    // Cut to the padded row; the padding in y dwarfs the rounding of the quotient.
                    let slope = (bx - ax) / (by - ay)
                    let atLow = ax + (low - ay) * slope
                    let atHigh = ax + (high - ay) * slope
                    let cutsLow = min(ay, by) < low
                    let cutsHigh = max(ay, by) > high
                    let lowX = cutsLow ? atLow : (ay < by ? ax : bx)
                    let highX = cutsHigh ? atHigh : (ay < by ? bx : ax)
                    left = max(left, min(lowX, highX))
                    right = min(right, max(lowX, highX))
                }
                // At such a height GEOS's products of differences vanish, and it finds a point anywhere left of
                // the edge to lie on it.
                let rise = abs(edges.y(a) - edges.y(a + 1))
                if rise > 0, rise < 1e-290 { left = 0 }
                let from = Int(((left - CellFrame.padding) * unit).rounded(.down)) - columns.lowerBound
                let to = Int(((right + CellFrame.padding) * unit).rounded(.down)) - columns.lowerBound
                let straddles = (edges.y(a) > height) != (edges.y(a + 1) > height)
                if to < 0 { continue }
                if from >= width {
                    if straddles { parity.toggle() }
                    continue
                }
                let first = max(from, 0)
                let last = min(to, width - 1)
                if straddles { toggles[first].toggle() }
                for column in first...last {
                    pairs.append((Int32(column), edge))
                    counts[column] += 1
                }
                least = min(least, first)
                most = max(most, last)
            }
            if parity, most + 1 < width {
                for column in max(most + 1, 0)..<width { cover(column, group.zone) }
            }
            guard most >= 0 else { continue }
            parity = place(group.zone, least...most, parity)
            if parity { for column in 0..<least { cover(column, group.zone) } }
        }
    }

    /// Puts a zone's edges and parities into its columns, from right to left; what it leaves at the left end.
    private mutating func place(_ zone: UInt32, _ columns: ClosedRange<Int>, _ right: Bool) -> Bool {
        var parity = right
        let base = touching.count
        touching.append(contentsOf: repeatElement(0, count: pairs.count))
        var end = base + pairs.count
        for column in columns.reversed() {
            let count = Int(counts[column])
            if count > 0 {
                append(column, ZoneCell(zone: zone, parity: parity, edges: end - count..<end, next: -1))
                end -= count
                counts[column] = Int32(end)
            } else if parity {
                cover(column, zone)
            }
            if toggles[column] {
                parity.toggle()
                toggles[column] = false
            }
        }
        for pair in pairs {
            let column = Int(pair.column)
            touching[Int(counts[column])] = pair.edge
            counts[column] += 1
        }
        for column in columns { counts[column] = 0 }
        return parity
    }

    /// The zones that cover a column wholly, ascending.
    func covering(_ column: Int, into list: inout [UInt32]) {
        list.removeAll(keepingCapacity: true)
        var at = coveredFirst[column]
        while at >= 0 {
            list.append(covered[Int(at)].zone)
            at = covered[Int(at)].next
        }
    }

    /// The zones whose boundary touches a column, ascending.
    func boundaries(_ column: Int, into list: inout [ZoneCell]) {
        list.removeAll(keepingCapacity: true)
        var at = cellFirst[column]
        while at >= 0 {
            list.append(zoneCells[Int(at)])
            at = zoneCells[Int(at)].next
        }
    }

    private mutating func cover(_ column: Int, _ zone: UInt32) {
        let place = Int32(covered.count)
        covered.append((zone, -1))
        if coveredFirst[column] < 0 {
            coveredFirst[column] = place
        } else {
            covered[Int(coveredLast[column])].next = place
        }
        coveredLast[column] = place
    }

    private mutating func append(_ column: Int, _ cell: ZoneCell) {
        let place = Int32(zoneCells.count)
        zoneCells.append(cell)
        if cellFirst[column] < 0 {
            cellFirst[column] = place
        } else {
            zoneCells[Int(cellLast[column])].next = place
        }
        cellLast[column] = place
    }

    private mutating func reset(_ width: Int) {
        touching.removeAll(keepingCapacity: true)
        zoneCells.removeAll(keepingCapacity: true)
        covered.removeAll(keepingCapacity: true)
        if toggles.count != width {
            toggles = Array(repeating: false, count: width)
            counts = Array(repeating: 0, count: width)
            coveredFirst = Array(repeating: -1, count: width)
            coveredLast = coveredFirst
            cellFirst = coveredFirst
            cellLast = coveredFirst
        } else {
            for column in 0..<width {
                coveredFirst[column] = -1
                cellFirst[column] = -1
            }
        }
    }
}
