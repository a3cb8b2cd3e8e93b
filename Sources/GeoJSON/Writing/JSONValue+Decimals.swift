import Glibc
import Wording

extension JSONValue {
    /// A number rounded to some decimals and written with all of them, `812.400`.
    ///
    /// The exact binary value is rounded, ties to even, as `printf` does; a zero has no sign. What is not finite
    /// becomes `null`. `decimals` is held within 0…15.
    public static func fixed(_ number: Double, decimals: Int) -> JSONValue {
        number.isFinite ? .numeral(decimalDigits(number, decimals)) : .null
    }

    /// A number rounded to some decimals as ``fixed(_:decimals:)`` does, written without needless zeros: `812.4`.
    public static func rounded(_ number: Double, decimals: Int) -> JSONValue {
        guard number.isFinite else { return .null }
        var digits = decimalDigits(number, decimals)
        if digits.utf8.contains(UInt8(ascii: ".")) {
            while digits.utf8.last == UInt8(ascii: "0") { digits.removeLast() }
            if digits.utf8.last == UInt8(ascii: ".") { digits.removeLast() }
        }
        return .numeral(digits)
    }
}

/// The digits of a finite number; through the C library where it is too large to be scaled exactly.
private func decimalDigits(_ number: Double, _ decimals: Int) -> String {
    let decimals = min(max(decimals, 0), 15)
    if let text = FixedDecimals(number, decimals: decimals) { return text.description }
    let capacity = 352  // bytes; a Double has at most 309 digits before the point, and 15 may follow
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { buffer in
        _ = withVaList([Int32(decimals), number]) { vsnprintf(buffer.baseAddress, buffer.count, "%.*f", $0) }
        return buffer.baseAddress.map { String(cString: $0) } ?? ""
    }
}
