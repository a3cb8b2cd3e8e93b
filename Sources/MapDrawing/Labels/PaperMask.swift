internal import PlanarGeometry

/// Which small squares of a map lie in an area: asked thousands of times while labels look for places.
struct PaperMask {
    private let grid: PaperGrid
    private let cells: [Bool]
    /// Whether no square lies in it.
    let isEmpty: Bool

    /// Marks the squares whose middles lie in rings, by the even-odd rule.
    init(_ rings: [[Point]], on grid: PaperGrid) {
        var cells = Array(repeating: false, count: grid.count)
        var isEmpty = true
        for row in 0..<grid.rows {
            let y = grid.middle(row: row)
            var crossings: [Double] = []
            for ring in rings {
                var a = ring.last ?? Point(x: 0, y: 0)
                for b in ring {
                    if (a.y <= y) != (b.y <= y) {
                        crossings.append(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x))
                    }
                    a = b
                }
            }
            crossings.sort()
            for index in stride(from: 0, to: crossings.count - 1, by: 2) {
                for column in grid.columns(from: crossings[index], to: crossings[index + 1]) {
                    cells[row * grid.columns + column] = true
                    isEmpty = false
                }
            }
        }
        self.grid = grid
        self.cells = cells
        self.isEmpty = isEmpty
    }

    /// Whether a point lies in the area, to within a square; points off the map lie in none.
    func holds(_ point: Point) -> Bool { grid.index(of: point).map { cells[$0] } ?? false }
}

/// Squares over a map.
struct PaperGrid {
    let rect: PaperRect
    let cell: Double
    let columns: Int
    let rows: Int

    /// Divides a rectangle into squares of a size, millimetres.
    init(_ rect: PaperRect, cell: Double) {
        self.rect = rect
        self.cell = cell
        columns = max(1, Int((rect.width / cell).rounded(.up)))
        rows = max(1, Int((rect.height / cell).rounded(.up)))
    }

    var count: Int { columns * rows }

    func middle(row: Int) -> Double { rect.y + (Double(row) + 0.5) * cell }

    /// The columns whose middles lie between two places.
    func columns(from left: Double, to right: Double) -> Range<Int> {
        let first = min(max(((left - rect.x) / cell - 0.5).rounded(.up), 0), Double(columns))
        let end = min(max(((right - rect.x) / cell - 0.5).rounded(.up), first), Double(columns))
        return Int(first)..<Int(end)
    }

    /// The square a point lies in; nil off the map.
    func index(of point: Point) -> Int? {
        let (column, row) = ((point.x - rect.x) / cell, (point.y - rect.y) / cell)
        guard column >= 0, row >= 0, column < Double(columns), row < Double(rows) else { return nil }
        return Int(row) * columns + Int(column)
    }
}
