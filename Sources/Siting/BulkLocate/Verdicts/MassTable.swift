internal import Glibc
internal import PlanarGeometry

/// The mass of an isotropic normal that falls into a zone, as a table over the normal's centre.
///
/// That mass is the zone's outline smoothed by the normal, and its spectrum ends where the normal's does: at a
/// third of σ between pixels, e⁻⁴⁴ is left beyond what the pixels can carry. So the exact shares of the zone in pixels
/// give, with the kernel whose spectrum is the normal's over the pixel's, the mass at any place to rounding. It is
/// kept at every sixth of σ and read by a polynomial of the fifth degree through six by six values, whose error is at
/// most 2·(225/46080)·(t/σ)⁶·√720/2 < 3e-6 for t = σ/6. Values are Floats, 6e-8.
struct MassTable: Sendable {
    /// What a value read may be wrong by, with room to spare.
    static let error = 1e-5
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
        let pixelColumns = Int(width / (2 * step)) + 2
        let pixelRows = Int(height / (2 * step)) + 2
        columns = 2 * pixelColumns + 1
        rows = 2 * pixelRows + 1
        guard columns * rows <= Self.mostNodes else { return nil }
        lower = Point(x: box.lower.x - reach, y: box.lower.y - reach)
        perNode = 1 / step
        let raster = CoverageRaster(
            polygons, origin: lower, pixel: 2 * step, columns: pixelColumns, rows: pixelRows)
        values = Self.smoothed(raster, columns: columns, rows: rows)
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

    private static func smoothed(_ raster: CoverageRaster, columns: Int, rows: Int) -> [Float] {
        // In units of half a pixel, a node at j and a pixel's middle at 2k + 1 are j − 2k − 1 apart.
        let kernel = kernel()
        let half = kernel.count - 1
        var across = [Double](repeating: 0, count: columns * raster.rows)
        for row in 0..<raster.rows {
            for column in 0..<columns {
                var sum = 0.0
                for pixel in max(0, (column - half) / 2)..<min(raster.columns, (column + half + 1) / 2) {
                    sum += raster.shares[row * raster.columns + pixel] * kernel[abs(column - 2 * pixel - 1)]
                }
                across[row * columns + column] = sum
            }
        }
        var values = [Float](repeating: 0, count: columns * rows)
        for row in 0..<rows {
            let pixels = max(0, (row - half) / 2)..<min(raster.rows, (row + half + 1) / 2)
            for column in 0..<columns {
                var sum = 0.0
                for pixel in pixels {
                    sum += across[pixel * columns + column] * kernel[abs(row - 2 * pixel - 1)]
                }
                values[row * columns + column] = Float(sum)
            }
        }
        return values
    }

    /// What a pixel wholly covered adds at so many half pixels from its middle, one axis, σ being six of these.
    ///
    /// 1/π ∫₀^π exp(−σ²ω²/2) (ω/2)/sin(ω/2) cos(ωu) dω with lengths in pixels: the normal's spectrum over the pixel's.
    private static func kernel() -> [Double] {
        let sigma = 3.0  // pixels
        let steps = 4000
        return (0...48).map { offset in
            var sum = 0.0
            for step in 0..<steps {
                let frequency = (Double(step) + 0.5) / Double(steps) * .pi
                let pixel = (frequency / 2) / sin(frequency / 2)
                sum +=
                    exp(-sigma * sigma * frequency * frequency / 2) * pixel
                    * cos(frequency * Double(offset) / 2)
            }
            return sum / Double(steps)
        }
    }
}
