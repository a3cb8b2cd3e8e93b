internal import PlanarGeometry

/// The tables of all zones of a layout, one for each standard deviation that occurs, in one piece of memory.
///
/// Read by a polynomial of the fifth degree through six by six values, whose error is at most
/// 2·(225/46080)·(t/σ)⁶·√720/2 < 3e-6 for t = σ/6. Values are Floats, which adds 1e-6.
struct MassTables: Sendable {
    /// Where a table lies.
    struct Head {
        var lowerX = 0.0
        var lowerY = 0.0
        /// Places in a metre.
        var perNode = 0.0
        /// 0 where there is no table.
        var columns = 0
        var rows = 0
        /// The place of its first value.
        var first = 0
    }

    private(set) var heads: [Head] = []
    private(set) var values: [Float] = []

    /// Takes the tables of each zone, as many for each; none for a zone whose masses are computed.
    init(_ zones: [[MassTable]], each count: Int) {
        for tables in zones {
            guard tables.count == count else {
                heads.append(contentsOf: repeatElement(Head(), count: count))
                continue
            }
            for table in tables {
                heads.append(
                    Head(
                        lowerX: table.lower.x, lowerY: table.lower.y, perNode: table.perNode,
                        columns: table.columns, rows: table.rows, first: values.count))
                values += table.values
            }
        }
        // Rows of six are read by eights.
        values.append(contentsOf: repeatElement(0, count: 8))
    }

    /// The mass around a centre within or without a table.
    @inline(__always)
    static func mass(_ head: Head, _ values: UnsafeBufferPointer<Float>, _ x: Double, _ y: Double) -> Double {
        let x = (x - head.lowerX) * head.perNode
        let y = (y - head.lowerY) * head.perNode
        guard x >= 3, y >= 3, x < Double(head.columns &- 4), y < Double(head.rows &- 4) else { return 0 }
        let column = Int(x)
        let row = Int(y)
        // Lagrange's weights between the third and the fourth of six even nodes, for x and y at once.
        let t = SIMD2(x - Double(column), y - Double(row))
        let a = t + 2
        let b = t + 1
        let d = t - 1
        let e = t - 2
        let f = t - 3
        let bt = b * t
        let ef = e * f
        let ab = a * b
        let td = t * d
        let w0 = bt * d * ef * (-1.0 / 120)
        let w1 = a * td * ef * (1.0 / 24)
        let w2 = ab * d * ef * (-1.0 / 12)
        let w3 = ab * t * ef * (1.0 / 12)
        let w4 = ab * td * f * (-1.0 / 24)
        let w5 = ab * td * e * (1.0 / 120)
        let left = SIMD4<Float>(Float(w0.x), Float(w1.x), Float(w2.x), Float(w3.x))
        let right = SIMD4<Float>(Float(w4.x), Float(w5.x), 0, 0)
        let base = UnsafeRawPointer(
            values.baseAddress.unsafelyUnwrapped + (head.first &+ (row &- 2) &* head.columns &+ column &- 2))
        let line = head.columns &* 4
        var sumLeft = SIMD4<Float>(repeating: 0)
        var sumRight = sumLeft
        @inline(__always) func add(_ number: Int, _ weight: Double) {
            let place = base + number &* line
            sumLeft += place.loadUnaligned(as: SIMD4<Float>.self) * Float(weight)
            sumRight += (place + 16).loadUnaligned(as: SIMD4<Float>.self) * Float(weight)
        }
        add(0, w0.y)
        add(1, w1.y)
        add(2, w2.y)
        add(3, w3.y)
        add(4, w4.y)
        add(5, w5.y)
        // What stands right of the six is finite and weighs nothing.
        let sum = Double((sumLeft * left + sumRight * right).sum())
        return min(max(sum, 0), 1)
    }
}
