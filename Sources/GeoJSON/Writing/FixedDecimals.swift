import Glibc

extension JSONValue {
    /// A number rounded to some decimals and written with all of them, `812.400`.
    ///
    /// The exact binary value is rounded, ties to even, as `printf` does; a zero has no sign. What is not finite
    /// becomes `null`. `decimals` is held within 0…15.
    public static func fixed(_ number: Double, decimals: Int) -> JSONValue {
        number.isFinite ? .numeral(decimalDigits(number, decimals: decimals, keepingZeros: true)) : .null
    }

    /// A number rounded to some decimals as ``fixed(_:decimals:)`` does, written without needless zeros: `812.4`.
    public static func rounded(_ number: Double, decimals: Int) -> JSONValue {
        number.isFinite ? .numeral(decimalDigits(number, decimals: decimals, keepingZeros: false)) : .null
    }
}

/// A number with so many decimals as text, rounded as ``JSONValue/fixed(_:decimals:)`` rounds; empty where it is not
/// finite.
public func decimalText(_ number: Double, decimals: Int) -> String {
    number.isFinite ? decimalDigits(number, decimals: decimals, keepingZeros: true) : ""
}

/// The digits of a finite number rounded to so many decimals.
private func decimalDigits(_ number: Double, decimals: Int, keepingZeros: Bool) -> String {
    var decimals = min(max(decimals, 0), 15)
    let scale = pow(10, Double(decimals))  // exact up to 10^22
    let scaled = number.magnitude * scale
    guard scaled < 0x1p53 else { return printedDigits(number, decimals, keepingZeros: keepingZeros) }
    // scaled + remainder is the product exactly, and the distance from the whole number below is exact too.
    let remainder = (-scaled).addingProduct(number.magnitude, scale)
    var whole = UInt64(scaled)
    let aboveHalf = scaled - Double(whole) - 0.5
    if aboveHalf > 0 || aboveHalf == 0 && (remainder > 0 || remainder == 0 && whole % 2 == 1) { whole += 1 }
    let sign = number < 0 && whole != 0 ? "-" : ""
    while !keepingZeros, decimals > 0, whole % 10 == 0 {
        whole /= 10
        decimals -= 1
    }
    guard decimals > 0 else { return sign + String(whole) }
    let power = UInt64(pow(10, Double(decimals)))
    let fraction = String(whole % power)
    let zeros = String(repeating: "0", count: decimals - fraction.utf8.count)
    return "\(sign)\(whole / power).\(zeros)\(fraction)"
}

/// The same through the C library, for numbers too large to be scaled exactly.
private func printedDigits(_ number: Double, _ decimals: Int, keepingZeros: Bool) -> String {
    let capacity = 352  // bytes; a Double has at most 309 digits before the point, and 15 may follow
    var digits = withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { buffer in
        _ = withVaList([Int32(decimals), number]) { vsnprintf(buffer.baseAddress, buffer.count, "%.*f", $0) }
        return buffer.baseAddress.map { String(cString: $0) } ?? ""
    }
    if !keepingZeros, digits.utf8.contains(UInt8(ascii: ".")) {
        while digits.utf8.last == UInt8(ascii: "0") { digits.removeLast() }
        if digits.utf8.last == UInt8(ascii: ".") { digits.removeLast() }
    }
    return digits
}
