/// The digits of a decimal number as they are read, and the `Double` nearest to it where that is cheap.
///
/// The counterpart of ``FixedDecimals``. Inlinable, since readers append digit after digit.
public struct DecimalDigits {
    /// Whether a minus stood before the digits.
    public var isNegative = false
    /// The power of ten the digits are multiplied by.
    public var exponent = 0
    /// The digits as one whole number, right while `count` is at most 19.
    @usableFromInline var significand: UInt64 = 0
    @usableFromInline var count = 0

    /// No digit yet.
    @inlinable
    public init() {}

    /// Appends a digit, 0 to 9.
    @inlinable
    public mutating func append(_ digit: UInt8) {
        if significand != 0 || digit != 0 { count += 1 }
        if count <= 19 { significand = significand &* 10 &+ UInt64(digit) }  // 10^19 < 2^64
    }

    /// Appends a digit behind the decimal point.
    @inlinable
    public mutating func appendDecimal(_ digit: UInt8) {
        append(digit)
        exponent -= 1
    }

    /// The nearest `Double`; nil where the digits are too many or the exponent too large for a short way.
    ///
    /// Digits up to 2^53 times or over an exact power of ten need one rounding only (Clinger 1990, "How to read
    /// floating point numbers accurately"). Longer ones are divided as whole numbers with the remainder kept.
    public var exactDouble: Double? {
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
    public func isWhole(_ number: Double) -> Bool {
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

    /// The value of bytes that are nothing but digits with at most a sign and a point; nil for any other.
    ///
    /// The nearest `Double`, as `strtod` gives it. Fewer than twenty digits, so that no value is too large; a point
    /// at the end is left to slower readers.
    public static func ordinary(_ bytes: Span<UInt8>) -> Double? {
        bytes.withUnsafeBufferPointer { ordinary($0) }
    }

    /// The same of bytes in a buffer.
    public static func ordinary(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
        var read = DecimalDigits()
        var place = 0
        let end = bytes.count
        guard end > 0 else { return nil }
        if bytes[0] == UInt8(ascii: "-") || bytes[0] == UInt8(ascii: "+") {
            read.isNegative = bytes[0] == UInt8(ascii: "-")
            place = 1
        }
        var digits = 0
        var value: UInt64 = 0
        var point = -1
        while place < end {
            let digit = bytes[place] &- UInt8(ascii: "0")
            if digit < 10 {
                digits += 1
                value = value &* 10 &+ UInt64(digit)
            } else {
                guard digit == UInt8(ascii: ".") &- UInt8(ascii: "0"), point < 0 else { return nil }
                point = place
            }
            place += 1
        }
        guard digits > 0, digits < 20, point != end - 1 else { return nil }
        read.significand = value
        read.count = digits
        read.exponent = point < 0 ? 0 : point + 1 - end
        return read.exactDouble
    }
}
