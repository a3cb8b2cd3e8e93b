internal import PlanarGeometry

/// What lies under labels on one map, as far as it makes a place better or worse.
struct LabelTerrain {
    /// The squares everything is looked up in.
    let grid: PaperGrid
    /// What it costs to cover each square.
    private let costs: [Double]
    /// Areas better left to names of their own.
    var reserved: [PaperMask] = []

    /// - Parameters:
    ///   - lines: chains on paper, each with what crossing it costs.
    ///   - grid: the squares.
    init(_ lines: [(points: [Point], weight: Double)], on grid: PaperGrid) {
        var costs = Array(repeating: 0.0, count: grid.count)
        for line in lines {
            for (a, b) in zip(line.points, line.points.dropFirst()) {
                let length = ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
                let steps = max(1, Int((length / grid.cell * 1.5).rounded(.up)))
                guard length < 10_000 else { continue }
                for step in 0...steps {
                    let part = Double(step) / Double(steps)
                    let point = Point(x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part)
                    if let index = grid.index(of: point) { costs[index] = max(costs[index], line.weight) }
                }
            }
        }
        self.grid = grid
        self.costs = costs
    }

    /// What it costs to cover what lies in a box.
    func cost(of box: LabelBox) -> Double {
        let (a, b, d) = (box.corners[0], box.corners[1], box.corners[3])
        func steps(_ from: Point, _ to: Point) -> Int {
            let (x, y) = (to.x - from.x, to.y - from.y)
            return max(1, Int(((x * x + y * y).squareRoot() / grid.cell).rounded(.up)))
        }
        let (across, down) = (steps(a, b), steps(a, d))
        var cost = 0.0
        var kept = 0
        for row in 0...down {
            for column in 0...across {
                let (u, v) = (Double(column) / Double(across), Double(row) / Double(down))
                let point = Point(
                    x: a.x + (b.x - a.x) * u + (d.x - a.x) * v, y: a.y + (b.y - a.y) * u + (d.y - a.y) * v)
                if let index = grid.index(of: point) { cost += costs[index] }
                if reserved.contains(where: { $0.holds(point) }) { kept += 1 }
            }
        }
        let part = Double(kept) / Double((across + 1) * (down + 1))
        return min(cost * 0.5, 40) + 25 * part
    }
}
