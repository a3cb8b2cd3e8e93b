internal import PlanarGeometry

/// A few rows of the coarsest level, made ready on their own so that cores can share the work.
///
/// What it numbers (sets, outcomes, records, blocks) counts from zero in each band; ``BulkIndex`` joins the bands.
struct BandBuilder {
    let edges: ZoneEdges
    let frame: CellFrame
    /// Words the band may fill.
    let budget: Int

    /// Entries of the band's coarsest cells.
    private(set) var cells: [UInt32] = []
    /// Entries of the smaller cells, blocks one after another.
    private(set) var blocks: [UInt32] = []
    private(set) var records = InternedWords()
    private(set) var sets = InternedWords()
    /// For each combination of zones at a cell: the set for each outcome, a list.
    private(set) var outcomes = InternedWords()

    private var tuples: [[UInt32]: Int] = [:]
    private var levels: [RowScan] = []
    private var covering: [UInt32] = []
    private var word: [UInt32] = []

    /// More edges than this and a cell is divided again.
    private static let crowd = 12

    init(edges: ZoneEdges, frame: CellFrame, budget: Int) {
        self.edges = edges
        self.frame = frame
        self.budget = budget
        _ = sets.intern([])
    }

    /// Adds one row of coarsest cells.
    mutating func add(row: Int, groups: [RowScan.Group], pool: [UInt32]) {
        var scan = level(0)
        scan.scan(
            row: row, columns: 0..<frame.columns, shift: frame.shift, groups: groups, pool: pool,
            edges: edges, frame: frame)
        var inside: [UInt32] = []
        var boundaries: [RowScan.ZoneCell] = []
        for column in 0..<frame.columns {
            scan.covering(column, into: &inside)
            scan.boundaries(column, into: &boundaries)
            cells.append(
                entry(
                    Cell(row: row, column: column, shift: frame.shift, depth: 0), inside, boundaries, scan))
        }
        levels[0] = scan
    }

    private struct Cell {
        var row: Int
        var column: Int
        var shift: Int
        var depth: Int
    }

    private mutating func level(_ depth: Int) -> RowScan {
        while levels.count <= depth { levels.append(RowScan()) }
        let scan = levels[depth]
        levels[depth] = RowScan()
        return scan
    }

    private mutating func entry(
        _ cell: Cell, _ inside: [UInt32], _ boundaries: [RowScan.ZoneCell], _ scan: RowScan
    ) -> UInt32 {
        guard !boundaries.isEmpty else { return UInt32(sets.intern(inside)) }
        let bits = cell.depth == 0 ? frame.firstBits : 2
        if shallBeDivided(cell, bits, boundaries, scan) {
            return divided(cell, bits, inside, boundaries, scan)
        }
        return CellEntry.record | UInt32(record(cell, inside, boundaries, scan))
    }

    private func shallBeDivided(
        _ cell: Cell, _ bits: Int, _ boundaries: [RowScan.ZoneCell], _ scan: RowScan
    ) -> Bool {
        guard cell.shift - bits >= frame.leastShift else { return false }
        let withinBudget = blocks.count + records.words.count + outcomes.words.count < budget
        // The outcomes of a crowded cell are found by trying, which takes few edges: that comes before the budget.
        guard withinBudget || boundaries.count > CellRecord.mostZones else { return false }
        if cell.depth == 0, withinBudget, frame.dividesAll { return true }
        let most = boundaries.reduce(0) { max($0, $1.edges.count) }
        if most > Self.crowd { return true }
        let total = boundaries.reduce(0) { $0 + $1.edges.count }
        return total > Self.crowd && UniqueEdges(boundaries, scan, edges).count > Self.crowd
    }

    private mutating func divided(
        _ cell: Cell, _ bits: Int, _ inside: [UInt32], _ boundaries: [RowScan.ZoneCell], _ scan: RowScan
    ) -> UInt32 {
        let side = 1 << bits
        let first = blocks.count
        blocks.append(contentsOf: repeatElement(0, count: side * side))
        var inner = level(cell.depth + 1)
        var pool: [UInt32] = []
        var groups: [RowScan.Group] = []
        for part in boundaries {
            let from = pool.count
            pool.append(contentsOf: scan.touching[part.edges])
            groups.append(RowScan.Group(zone: part.zone, edges: from..<pool.count, parity: false))
        }
        let shift = cell.shift - bits
        var covered: [UInt32] = []
        var own: [UInt32] = []
        var touched: [RowScan.ZoneCell] = []
        for row in 0..<side {
            let fine = cell.row << bits + row
            let height = frame.middle(ofRow: fine, shift: shift)
            for (index, part) in boundaries.enumerated() {
                groups[index].parity = parity(of: part, cell, scan, at: height)
            }
            inner.scan(
                row: fine, columns: cell.column << bits..<(cell.column + 1) << bits, shift: shift,
                groups: groups, pool: pool, edges: edges, frame: frame)
            for column in 0..<side {
                inner.covering(column, into: &own)
                inner.boundaries(column, into: &touched)
                Self.merge(inside, own, into: &covered)
                let small = Cell(
                    row: fine, column: cell.column << bits + column, shift: shift, depth: cell.depth + 1)
                blocks[first + row * side + column] = entry(small, covered, touched, inner)
            }
        }
        levels[cell.depth + 1] = inner
        return CellEntry.open | UInt32(first)
    }

    /// Whether a vertex lies right of all positions of a cell.
    private func isRight(_ vertex: Int, of cell: Cell) -> Bool {
        Int(frame.stepX(edges.x(vertex)) >> UInt64(cell.shift)) > cell.column
    }

    /// The parity of the edges that do not touch a cell, at another height in it.
    private func parity(of part: RowScan.ZoneCell, _ cell: Cell, _ scan: RowScan, at height: Double) -> Bool {
        var parity = part.parity
        for edge in scan.touching[part.edges] {
            for vertex in [Int(edge), Int(edge) + 1] where isRight(vertex, of: cell) {
                let y = edges.y(vertex)
                if (height >= y) != (scan.height >= y) { parity.toggle() }
            }
        }
        return parity
    }

    /// Two ascending lists as one.
    private static func merge(_ a: [UInt32], _ b: [UInt32], into list: inout [UInt32]) {
        list.removeAll(keepingCapacity: true)
        var i = 0
        var j = 0
        while i < a.count || j < b.count {
            if j == b.count || (i < a.count && a[i] < b[j]) {
                list.append(a[i])
                i += 1
            } else {
                list.append(b[j])
                j += 1
            }
        }
    }

    // MARK: Records

    private mutating func record(
        _ cell: Cell, _ inside: [UInt32], _ boundaries: [RowScan.ZoneCell], _ scan: RowScan
    ) -> Int {
        guard boundaries.count <= CellRecord.mostZones else {
            return crowded(cell, inside, boundaries, scan)
        }
        let unique = UniqueEdges(boundaries, scan, edges)
        var state: UInt32 = 0
        for (bit, part) in boundaries.enumerated() where part.parity { state |= 1 << UInt32(bit) }
        var body: [UInt32] = []
        body.reserveCapacity(CellRecord.headWords + unique.count * 2)
        body = [0, UInt32(outcome(inside, boundaries.map(\.zone)))]
        let row = cell.row
        for edge in unique.list {
            var flags = edge.zones | edge.reversed << 8
            let marks = [CellRecord.stepsAtStart, CellRecord.stepsAtEnd]
            for (mark, vertex) in zip(marks, [Int(edge.first), Int(edge.first) + 1])
            where isRight(vertex, of: cell) {
                let y = edges.y(vertex)
                let vertexRow = Int(frame.stepY(y) >> UInt64(cell.shift))
                // A step within the row is taken when asked; one below it always, folded in here.
                if vertexRow == row {
                    flags |= mark
                    if scan.height >= y { state ^= edge.zones }
                } else if (vertexRow < row) != (scan.height >= y) {
                    state ^= edge.zones
                }
            }
            body.append(edge.first)
            body.append(flags)
        }
        body[0] = UInt32(unique.count) | state << 16
        return place(ofRecord: body)
    }

    private mutating func place(ofRecord body: [UInt32]) -> Int {
        let index = records.intern(body)
        return Int(records.starts[index])
    }

    /// The outcomes of some zones at a cell: a set for each of their combinations, with those that cover it wholly.
    private mutating func outcome(_ inside: [UInt32], _ zones: [UInt32]) -> Int {
        let key = inside + [.max] + zones
        if let known = tuples[key] { return known }
        // The zones first, for the rare question which of them a bit means.
        var list = (0..<CellRecord.mostZones).map { $0 < zones.count ? zones[$0] : .max }
        var merged: [UInt32] = []
        for mask in 0..<(1 << zones.count) {
            let chosen = zones.indices.filter { mask >> $0 & 1 == 1 }.map { zones[$0] }
            Self.merge(inside, chosen, into: &merged)
            list.append(UInt32(sets.intern(merged)))
        }
        let place = Int(outcomes.starts[outcomes.intern(list)]) + CellRecord.mostZones
        tuples[key] = place
        return place
    }

    private mutating func crowded(
        _ cell: Cell, _ inside: [UInt32], _ boundaries: [RowScan.ZoneCell], _ scan: RowScan
    ) -> Int {
        var crowd = CrowdedCell()
        for part in boundaries {
            var steps: [UInt32] = []
            var parity = part.parity
            for edge in scan.touching[part.edges] {
                var flags: UInt32 = 0
                let marks = [CellRecord.stepsAtStart, CellRecord.stepsAtEnd]
                for (mark, vertex) in zip(marks, [Int(edge), Int(edge) + 1]) where isRight(vertex, of: cell) {
                    flags |= mark
                    if scan.height >= edges.y(vertex) { parity.toggle() }
                }
                steps += [edge, flags]
            }
            crowd.add(zone: part.zone, parity: parity, edges: steps)
        }
        crowd.findOutcomes(edges: edges, in: frame.box(row: cell.row, column: cell.column, shift: cell.shift))
        { covering in
            var merged: [UInt32] = []
            Self.merge(inside, covering, into: &merged)
            return UInt32(sets.intern(merged))
        }
        return place(ofRecord: crowd.words)
    }
}
