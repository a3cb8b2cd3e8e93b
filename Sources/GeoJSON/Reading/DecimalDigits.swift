/// The digits of a decimal number as they are read, and the `Double` nearest to it where that is cheap.
struct DecimalDigits {
    var isNegative = false
    /// The power of ten the digits are multiplied by.
    var exponent = 0
    /// The digits as one whole number, right while `count` is at most 19.
    private var significand: UInt64 = 0
    private var count = 0

    mutating func append(_ digit: UInt8) {
        if significand != 0 || digit != 0 { count += 1 }
        if count <= 19 { significand = significand &* 10 &+ UInt64(digit) }  // 10^19 < 2^64
    }

    mutating func appendDecimal(_ digit: UInt8) {
        append(digit)
        exponent -= 1
    }

    /// The nearest `Double`; nil where the digits are too many or the exponent too large for a short way.
    ///
    /// Digits up to 2^53 times or over an exact power of ten need one rounding only (Clinger 1990, "How to read
    /// floating point numbers accurately"). Longer ones are divided as whole numbers with the remainder kept.
    var exactDouble: Double? {
        guard count <= 19 else { return nil }
        let magnitude: Double
        if exponent == 0 || significand == 0 {
            magnitude = Double(significand)
        } else if significand <= 1 << 53, abs(exponent) <= 22 {
            let power = Self.powers[abs(exponent)]
            magnitude = exponent < 0 ? Double(significand) / power : Double(significand) * power
        } else if exponent < 0, exponent >= -19 {
            magnitude = Self.quotient(significand, Self.wholePowers[-exponent])
        } else {
            return nil
        }
        return isNegative ? -magnitude : magnitude
    }

    /// Whether a number is exactly the digits read; asked for whole numbers, whose exponent is 0.
    func isWhole(_ number: Double) -> Bool {
        count <= 19 && UInt64(exactly: number.magnitude) == significand
    }

    /// One whole number over another, rounded once, to the nearest `Double` and ties to even.
    ///
    /// Both are shifted until their top bit is set; the quotient then has at least 63 bits, ten more than a
    /// `Double` keeps, and its last bit is set where a remainder is left so that no false tie arises.
    private static func quotient(_ dividend: UInt64, _ divisor: UInt64) -> Double {
        let up = dividend.leadingZeroBitCount
        let down = divisor.leadingZeroBitCount
        let top = dividend << up
        let (quotient, remainder) = (divisor << down).dividingFullWidth((top >> 1, top << 63))
        let rounded = Double(quotient | (remainder == 0 ? 0 : 1))
        return Double(sign: .plus, exponent: down - up - 63, significand: rounded)
    }

    /// 10^0 … 10^22, all exact.
    private static let powers: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
        1e18,
        1e19, 1e20, 1e21, 1e22,
    ]
    /// 10^0 … 10^19.
    private static let wholePowers: [UInt64] = (0..<20).map { (0..<$0).reduce(1) { power, _ in power * 10 } }
}
