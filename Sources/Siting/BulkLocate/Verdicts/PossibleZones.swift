internal import PlanarGeometry

/// For every place of a plane, the zones whose probability can pass a bound and those for which it surely does: a bit
/// each, in words of 64.
struct PossibleZones: Sendable {
    /// Where the cells lie.
    struct Grid {
        var lowerX: Double
        var lowerY: Double
        /// Cells in a metre.
        var perCell: Double
        /// Words for each cell and kind.
        var words: Int
    }

    let grid: Grid
    /// For each cell the words of those that can, then of those that surely do.
    private(set) var masks: [UInt64]
    private static let side = 256

    /// - Parameters:
    ///   - zones: the tables of each zone, for each standard deviation; none where a zone has no table.
    ///   - bound: what a probability must exceed.
    ///   - box: where positions will be.
    init(_ zones: [[MassTable]], above bound: Double, in box: Box) {
        let extent = max(box.upper.x - box.lower.x, box.upper.y - box.lower.y, 1)
        let words = max(1, (zones.count + 63) / 64)
        grid = Grid(
            lowerX: box.lower.x, lowerY: box.lower.y, perCell: Double(Self.side) / (extent * 1.000001),
            words: words)
        masks = Array(repeating: 0, count: Self.side * Self.side * words * 2)
        let least = MassTable.sureBelow(bound)
        let enough = MassTable.sureAbove(bound)
        for (zone, tables) in zones.enumerated() {
            let bit: UInt64 = 1 << UInt64(zone % 64)
            let word = zone / 64
            guard !tables.isEmpty else {
                for cell in 0..<Self.side * Self.side { masks[cell * 2 * words + word] |= bit }
                continue
            }
            for table in tables { markPossible(table, from: least, bit, word) }
            markSure(tables, from: enough, bit, word)
        }
    }

    /// The columns and rows of the cells that the places nearest to a node of a table may lie in.
    private func cells(near value: Double, _ step: Double, _ low: Double) -> ClosedRange<Int> {
        Self.index(value - step, low, grid.perCell)...Self.index(value + step, low, grid.perCell)
    }

    private mutating func markPossible(_ table: MassTable, from least: Float, _ bit: UInt64, _ word: Int) {
        let step = 1 / table.perNode
        let columns = (0..<table.columns).map {
            cells(near: table.lower.x + Double($0) * step, step, grid.lowerX)
        }
        for row in 0..<table.rows {
            let lines = cells(near: table.lower.y + Double(row) * step, step, grid.lowerY)
            for column in 0..<table.columns where table.values[row * table.columns + column] >= least {
                for line in lines {
                    for cell in columns[column] {
                        masks[(line * Self.side + cell) * 2 * grid.words + word] |= bit
                    }
                }
            }
        }
    }

    /// Sure is a cell of which every place is nearest to a node that is enough, in every table; not one at the rim,
    /// which answers for places beyond as well.
    private mutating func markSure(_ tables: [MassTable], from enough: Float, _ bit: UInt64, _ word: Int) {
        let size = 1 / grid.perCell
        for line in 1..<Self.side - 1 {
            for column in 1..<Self.side - 1 {
                let place = (line * Self.side + column) * 2 * grid.words + word
                guard masks[place] & bit != 0 else { continue }
                let x = grid.lowerX + Double(column) * size
                let y = grid.lowerY + Double(line) * size
                let isSure = tables.allSatisfy { table in
                    // One node more on each side than rounding could need.
                    let left = Int(((x - table.lower.x) * table.perNode).rounded(.down)) - 1
                    let right = Int(((x + size - table.lower.x) * table.perNode).rounded(.up)) + 1
                    let low = Int(((y - table.lower.y) * table.perNode).rounded(.down)) - 1
                    let high = Int(((y + size - table.lower.y) * table.perNode).rounded(.up)) + 1
                    guard left >= 0, low >= 0, right < table.columns, high < table.rows else { return false }
                    for row in low...high {
                        for node in left...right where table.values[row * table.columns + node] < enough {
                            return false
                        }
                    }
                    return true
                }
                if isSure { masks[place + grid.words] |= bit }
            }
        }
    }

    @inline(__always)
    private static func index(_ value: Double, _ low: Double, _ perCell: Double) -> Int {
        min(max(Int((value - low) * perCell), 0), side - 1)
    }

    /// The place of a position's first word.
    @inline(__always)
    static func place(_ x: Double, _ y: Double, in grid: Grid) -> Int {
        (index(y, grid.lowerY, grid.perCell) &* side &+ index(x, grid.lowerX, grid.perCell)) &* 2
            &* grid.words
    }
}
