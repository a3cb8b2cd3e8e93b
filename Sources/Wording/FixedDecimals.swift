/// A number as decimal text with a fixed count of decimals, rounded half to even, without Foundation.
///
/// Exact: the text is the decimal nearest to the number's exact binary value, as `printf("%.nf")` gives it, for
/// every finite magnitude below 2⁶³ and 0 to 15 decimals. What rounds to zero has no sign: -0.0004 at three
/// decimals is `0.000`. `FixedDecimals(106.33, decimals: 9)` is `106.330000000`.
public struct FixedDecimals: Hashable, Sendable, CustomStringConvertible {
    private let isNegative: Bool
    private let whole: UInt64
    /// The decimals as one integer.
    private let fraction: UInt64
    private let decimals: Int

    /// Rounds a number; nil for NaN, the infinities, magnitudes from 2⁶³ on, and counts outside 0…15.
    public init?(_ value: Double, decimals: Int) {
        guard value.magnitude < 0x1p63, (0...15).contains(decimals) else { return nil }
        self.decimals = decimals
        let magnitude = value.magnitude
        if decimals == 0 {
            whole = UInt64(magnitude.rounded(.toNearestOrEven))
            fraction = 0
        } else {
            // Both parts are exact; the fraction below 1 leaves 53 bits for its decimals, 10¹⁵ < 2⁵³.
            let integral = magnitude.rounded(.towardZero)
            let scale = Self.powers[decimals]
            let scaled = Self.rounded((magnitude - integral), times: scale)
            whole = UInt64(integral) + (scaled == scale ? 1 : 0)
            fraction = scaled == scale ? 0 : UInt64(scaled)
        }
        isNegative = value < 0 && (whole > 0 || fraction > 0)
    }

    /// The integer nearest to the exact product, half to even.
    private static func rounded(_ fraction: Double, times scale: Double) -> Double {
        let product = fraction * scale
        let nearest = product.rounded(.toNearestOrEven)
        // A product that looks like a half may have been rounded to it: the exact error decides (FMA).
        guard (product - nearest).magnitude == 0.5 else { return nearest }
        let error = (-product).addingProduct(fraction, scale)
        if error > 0 { return product.rounded(.up) }
        if error < 0 { return product.rounded(.down) }
        return nearest
    }

    private static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]

    /// The text.
    public var description: String {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the text as ASCII.
    public func append(to output: inout [UInt8]) {
        if isNegative { output.append(0x2D) }
        Self.append(whole, digits: 1, to: &output)
        guard decimals > 0 else { return }
        output.append(0x2E)
        Self.append(fraction, digits: decimals, to: &output)
    }

    /// Appends an integer, with zeros before it up to `digits`.
    private static func append(_ value: UInt64, digits: Int, to output: inout [UInt8]) {
        var count = 1
        var limit: UInt64 = 10
        while count < 20, value >= limit {
            count += 1
            let next = limit.multipliedReportingOverflow(by: 10)
            if next.overflow { break }
            limit = next.partialValue
        }
        count = max(count, digits)
        let start = output.count
        output.append(contentsOf: repeatElement(0x30, count: count))
        var rest = value
        var index = start + count - 1
        while rest > 0 {
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            output[index] = 0x30 + UInt8(truncatingIfNeeded: digit)
            rest = quotient
            index -= 1
        }
    }
}
