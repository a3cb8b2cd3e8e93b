internal import Glibc
internal import PlanarGeometry

/// The mass of an isotropic normal that falls into a zone, as a table over the normal's centre.
///
/// By Green's theorem that mass is ∮ Φ((x′ − x)/σ) φ((y′ − y)/σ)/σ dy′ around the zone. Along an edge the integrand is
/// smooth, so four Gauss–Legendre nodes on pieces of at most σ give it to 1e-7; and at each node it is a product of a
/// function of x and one of y, so that all places of the table are summed at once. The table holds every sixth
/// of σ and is read by a polynomial of the fifth degree through six by six values, see ``MassTables``.
struct MassTable: Sendable {
    /// What a value read may be wrong by, with room to spare.
    static let error = 5e-6
    /// Beyond this many σ from a zone, or this deep in it, next to nothing is left on the other side.
    static let reach = 5.5
    private static let mostNodes = 1 << 20

    let lower: Point
    /// Places in a metre.
    let perNode: Double
    let columns: Int
    let rows: Int
    let values: [Float]

    /// A table for a zone; nil where σ is too small beside the zone for a table to be worth its room.
    init?(_ polygons: [Polygon], standardDeviation: Double) {
        guard standardDeviation > 0, let box = Box(around: polygons.flatMap(\.exterior.points)) else {
            return nil
        }
        let step = standardDeviation / 6
        let reach = (Self.reach + 1) * standardDeviation
        let width = box.upper.x - box.lower.x + 2 * reach
        let height = box.upper.y - box.lower.y + 2 * reach
        guard width / step < 10_000, height / step < 10_000 else { return nil }
        columns = Int(width / step) + 2
        rows = Int(height / step) + 2
        guard columns * rows <= Self.mostNodes else { return nil }
        lower = Point(x: box.lower.x - reach, y: box.lower.y - reach)
        perNode = 1 / step
        values = Self.values(
            polygons, lower: lower, step: step, sigma: standardDeviation, columns: columns, rows: rows)
    }

    /// The tables of a zone for some standard deviations; none where one of them is not worth its room.
    static func tables(_ polygons: [Polygon], _ deviations: [Double]) -> [MassTable] {
        let made = deviations.compactMap { MassTable(polygons, standardDeviation: $0) }
        return made.count == deviations.count ? made : []
    }

    /// A mass at the nearest place of a table from which no centre can reach a bound.
    ///
    /// By the theorem of Neyman and Pearson a move by δ takes a mass p to at most Φ(Φ⁻¹(p) + δ/σ).
    static func sureBelow(_ bound: Double) -> Float {
        Float(max(0, standardNormal(quantile(bound - error) - halfDiagonal) - 1e-6))
    }

    /// A mass at the nearest place of a table from which every centre passes a bound.
    static func sureAbove(_ bound: Double) -> Float {
        Float(standardNormal(quantile(bound + error) + halfDiagonal) + 1e-6)
    }

    /// Half the diagonal of a step is 0.1179 σ.
    private static let halfDiagonal = 0.118

    private static func quantile(_ probability: Double) -> Double {
        var low = -40.0
        var high = 40.0
        for _ in 0..<80 {
            let middle = (low + high) / 2
            if standardNormal(middle) < probability { low = middle } else { high = middle }
        }
        return low
    }

    private static func values(
        _ polygons: [Polygon], lower: Point, step: Double, sigma: Double, columns: Int, rows: Int
    ) -> [Float] {
        var sums = [Double](repeating: 0, count: columns * rows)
        var across = [Double](repeating: 0, count: Self.width)
        for ring in polygons.flatMap(\.rings) {
            for edge in ring.segments where edge.start.y != edge.end.y {
                let dx = edge.end.x - edge.start.x
                let dy = edge.end.y - edge.start.y
                let pieces = max(1, ((dx * dx + dy * dy).squareRoot() / sigma).rounded(.up))
                for piece in 0..<Int(pieces) {
                    for (node, weight) in gaussLegendre {
                        let t = (Double(piece) + (1 + node) / 2) / pieces
                        // In steps from the table's corner.
                        let x = (edge.start.x + t * dx - lower.x) / step
                        let y = (edge.start.y + t * dy - lower.y) / step
                        add(x, y, weight / 2 * dy / pieces / sigma, &sums, &across, columns, rows)
                    }
                }
            }
        }
        // What a place on the boundary gives is, far to its left, the same everywhere: noted once, carried on here.
        sums.withUnsafeMutableBufferPointer { sums in
            for row in 0..<rows {
                var carried = 0.0
                for place in stride(from: (row + 1) * columns - 1, through: row * columns, by: -1) {
                    carried += sums[place]
                    sums[place] = carried
                }
            }
        }
        return sums.map { Float($0) }
    }

    /// Beyond as many steps Φ is 0 or 1 and φ is 0, to 2e-8.
    private static let near = 33
    private static let width = 2 * near + 1

    /// Adds what one place on the boundary gives to all places of the table, as differences along its rows.
    private static func add(
        _ x: Double, _ y: Double, _ weight: Double, _ sums: inout [Double], _ across: inout [Double],
        _ columns: Int, _ rows: Int
    ) {
        let middle = Int(x)
        // Φ grows to the left; each place takes what it grows by from its neighbour on the right.
        var before = 0.0
        for offset in 0..<width {
            let column = middle + near - offset
            let value = offset == width - 1 ? 1 : standardNormal((x - Double(column)) / 6)
            across[offset] = value - before
            before = value
        }
        let least = max(0, Int(y) - near)
        let most = min(rows - 1, Int(y) + near)
        guard least <= most else { return }
        sums.withUnsafeMutableBufferPointer { sums in
            across.withUnsafeBufferPointer { across in
                for row in least...most {
                    let z = (y - Double(row)) / 6
                    let factor = weight * exp(-z * z / 2) * 0.398_942_280_401_432_7  // 1/√2π
                    let first = row &* columns
                    for offset in 0..<width {
                        // The table reaches further than this around its zone.
                        sums[first &+ middle &+ near &- offset] += factor * across[offset]
                    }
                }
            }
        }
    }

    /// Nodes and weights of the four-point rule on −1…1 (Abramowitz and Stegun, table 25.4).
    private static let gaussLegendre: [(node: Double, weight: Double)] = [
        (-0.861_136_311_594_053, 0.347_854_845_137_454), (-0.339_981_043_584_856, 0.652_145_154_862_546),
        (0.339_981_043_584_856, 0.652_145_154_862_546), (0.861_136_311_594_053, 0.347_854_845_137_454),
    ]
}
