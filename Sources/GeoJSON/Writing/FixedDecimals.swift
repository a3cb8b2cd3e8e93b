import Glibc

extension JSONValue {
    /// A number rounded to some decimals and written with all of them, `812.400`.
    ///
    /// The exact binary value is rounded, ties to even, as `printf` does; a zero has no sign. What is not finite
    /// becomes `null`. `decimals` is held within 0…20.
    public static func fixed(_ number: Double, decimals: Int) -> JSONValue {
        guard number.isFinite else { return .null }
        return .numeral(fixedDigits(number, decimals: decimals))
    }

    /// A number rounded to some decimals as ``fixed(_:decimals:)`` does, written without needless zeros: `812.4`.
    public static func rounded(_ number: Double, decimals: Int) -> JSONValue {
        guard number.isFinite else { return .null }
        var digits = fixedDigits(number, decimals: decimals)
        if digits.utf8.contains(UInt8(ascii: ".")) {
            while digits.utf8.last == UInt8(ascii: "0") { digits.removeLast() }
            if digits.utf8.last == UInt8(ascii: ".") { digits.removeLast() }
        }
        return .numeral(digits)
    }
}

/// The digits of a finite number with so many decimals.
func fixedDigits(_ number: Double, decimals: Int) -> String {
    let decimals = min(max(decimals, 0), 20)
    let scale = pow(10, Double(decimals))  // exact up to 10^22
    let scaled = number.magnitude * scale
    guard scaled < 0x1p53, decimals <= 15 else { return printedDigits(number, decimals: decimals) }
    // scaled + remainder is the product exactly, and the distance from the whole number below is exact too.
    let remainder = (-scaled).addingProduct(number.magnitude, scale)
    var whole = UInt64(scaled)
    let aboveHalf = scaled - Double(whole) - 0.5
    if aboveHalf > 0 || aboveHalf == 0 && (remainder > 0 || remainder == 0 && whole % 2 == 1) { whole += 1 }
    var digits = String(whole)
    if decimals > 0 {
        let missing = decimals + 1 - digits.utf8.count
        if missing > 0 { digits = String(repeating: "0", count: missing) + digits }
        digits.insert(".", at: digits.utf8.index(digits.endIndex, offsetBy: -decimals))
    }
    return number < 0 && whole != 0 ? "-" + digits : digits
}

/// The same through the C library, for numbers too large to be scaled exactly.
private func printedDigits(_ number: Double, decimals: Int) -> String {
    let capacity = 352  // bytes; a Double has at most 309 digits before the point, and 20 may follow
    let digits = withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { buffer in
        _ = withVaList([Int32(decimals), number]) { vsnprintf(buffer.baseAddress, buffer.count, "%.*f", $0) }
        return buffer.baseAddress.map { String(cString: $0) } ?? ""
    }
    let isZero = !digits.utf8.contains { UInt8(ascii: "1") <= $0 && $0 <= UInt8(ascii: "9") }
    return isZero && digits.hasPrefix("-") ? String(digits.dropFirst()) : digits
}
