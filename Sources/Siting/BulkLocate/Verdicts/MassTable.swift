internal import Glibc
internal import PlanarGeometry

/// The mass of an isotropic normal that falls into a zone, as a table over the normal's centre.
///
/// By Green's theorem that mass is ∮ Φ((x′ − x)/σ) φ((y′ − y)/σ)/σ dy′ around the zone. Along an edge the integrand is
/// smooth, so four Gauss–Legendre nodes on pieces of at most 0.6 σ give it to 1e-9; and at each node it is a product of a
/// function of x and one of y, so that all places of the table are summed at once. The table holds every sixth
/// of σ and is read by a polynomial of the fifth degree through six by six values, whose error is at most
/// 2·(225/46080)·(t/σ)⁶·√720/2 < 3e-6 for t = σ/6. Values are Floats, 6e-8.
struct MassTable: Sendable {
    /// What a value read may be wrong by, with room to spare.
    static let error = 4e-6
    /// Beyond this many σ from a zone, or this deep in it, next to nothing is left on the other side.
    static let reach = 5.5
    private static let mostNodes = 1 << 20

    private let lower: Point
    private let perNode: Double
    private let columns: Int
    private let rows: Int
    private let values: [Float]

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

    /// Visits the places whose value is a bound or more, with the distance between places.
    func eachNode(from least: Float, _ visit: (Point, Double) -> Void) {
        for row in 0..<rows {
            for column in 0..<columns where values[row * columns + column] >= least {
                visit(
                    Point(x: lower.x + Double(column) / perNode, y: lower.y + Double(row) / perNode),
                    1 / perNode)
            }
        }
    }

    /// A mass at the nearest place of a table from which no centre can reach a bound.
    ///
    /// By the theorem of Neyman and Pearson a move by δ takes a mass p to at most Φ(Φ⁻¹(p) + δ/σ).
    static func sureBelow(_ bound: Double) -> Float {
        var low = -40.0
        var high = 40.0
        for _ in 0..<80 {
            let middle = (low + high) / 2
            if standardNormal(middle) < bound - error { low = middle } else { high = middle }
        }
        // Half the diagonal of a step is 0.1179 σ.
        return Float(max(0, standardNormal(low - 0.118) - 1e-6))
    }

    /// The mass around a centre within or without the table.
    func mass(around centre: Point) -> Double {
        let x = (centre.x - lower.x) * perNode
        let y = (centre.y - lower.y) * perNode
        guard x >= 3, y >= 3, x < Double(columns - 4), y < Double(rows - 4) else { return 0 }
        let column = Int(x)
        let row = Int(y)
        let across = Self.weights(x - Double(column))
        let up = Self.weights(y - Double(row))
        return values.withUnsafeBufferPointer { values in
            var sum = 0.0
            var place = (row - 2) * columns + column - 2
            for weight in [up.0, up.1, up.2] {
                let line =
                    across.0.x * Double(values[place]) + across.0.y * Double(values[place + 1])
                    + across.1.x * Double(values[place + 2]) + across.1.y * Double(values[place + 3])
                    + across.2.x * Double(values[place + 4]) + across.2.y * Double(values[place + 5])
                let above = place + columns
                let next =
                    across.0.x * Double(values[above]) + across.0.y * Double(values[above + 1])
                    + across.1.x * Double(values[above + 2]) + across.1.y * Double(values[above + 3])
                    + across.2.x * Double(values[above + 4]) + across.2.y * Double(values[above + 5])
                sum += weight.x * line + weight.y * next
                place += 2 * columns
            }
            return min(max(sum, 0), 1)
        }
    }

    /// Lagrange's weights at t between the third and the fourth of six even nodes.
    @inline(__always)
    private static func weights(_ t: Double) -> (SIMD2<Double>, SIMD2<Double>, SIMD2<Double>) {
        let a = t + 2
        let b = t + 1
        let d = t - 1
        let e = t - 2
        let f = t - 3
        let ab = a * b
        let ef = e * f
        let de = d * e
        return (
            SIMD2(-b * t * de * f / 120, a * t * de * f / 24), SIMD2(-ab * de * f / 12, ab * t * ef / 12),
            SIMD2(-ab * t * d * f / 24, ab * t * de / 120)
        )
    }

    private static func values(
        _ polygons: [Polygon], lower: Point, step: Double, sigma: Double, columns: Int, rows: Int
    ) -> [Float] {
        var sums = [Double](repeating: 0, count: columns * rows)
        var across = [Double](repeating: 0, count: columns)
        for ring in polygons.flatMap(\.rings) {
            for edge in ring.segments where edge.start.y != edge.end.y {
                let dx = edge.end.x - edge.start.x
                let dy = edge.end.y - edge.start.y
                let pieces = max(1, ((dx * dx + dy * dy).squareRoot() / (0.6 * sigma)).rounded(.up))
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
        return sums.map { Float($0) }
    }

    /// Adds what one place on the boundary gives to all places of the table.
    private static func add(
        _ x: Double, _ y: Double, _ weight: Double, _ sums: inout [Double], _ across: inout [Double],
        _ columns: Int, _ rows: Int
    ) {
        let reach = 8.5 * 6
        // Right of the boundary by more than the reach Φ is nothing.
        let last = min(columns, Int(x + reach) + 1)
        for column in 0..<last { across[column] = standardNormal((x - Double(column)) / 6) }
        for row in max(0, Int(y - reach))..<min(rows, Int(y + reach) + 1) {
            let z = (y - Double(row)) / 6
            let factor = weight * exp(-z * z / 2) * 0.398_942_280_401_432_7  // 1/√2π
            let first = row * columns
            sums.withUnsafeMutableBufferPointer { sums in
                across.withUnsafeBufferPointer { across in
                    for column in 0..<last { sums[first + column] += factor * across[column] }
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
