extension FixedDecimals {
    /// The longest text ``write(_:decimals:to:)`` writes.
    public static let mostBytes = 40

    /// Writes a number's text where there is room for ``mostBytes``, for tables of millions of numbers.
    ///
    /// The same bytes as ``description``; nothing for what is no number.
    ///
    /// - Returns: how many bytes were written.
    public static func write(
        _ value: Double, decimals: Int, to place: UnsafeMutablePointer<UInt8>
    ) -> Int {
        let magnitude = value.magnitude
        let scale =
            switch decimals {
            case 3: 1e3
            case 4: 1e4
            case 9: 1e9
            default: 0.0
            }
        // Below, a half is still a number of its own, and so a product is never rounded past one.
        guard magnitude < 1e9, scale > 0 else {
            guard let figures = FixedDecimals(value, decimals: decimals) else { return 0 }
            var bytes: [UInt8] = []
            figures.append(to: &bytes)
            for (index, byte) in bytes.enumerated() { place[index] = byte }
            return bytes.count
        }
        let whole = magnitude.rounded(.towardZero)
        let fraction = (magnitude - whole) * scale
        var rounded = fraction.rounded(.toNearestOrEven)
        if (fraction - rounded).magnitude == 0.5 {
            // It may have been rounded to a half: the exact error decides (FMA).
            let error = (-fraction).addingProduct(magnitude - whole, scale)
            if error != 0 { rounded = fraction.rounded(error > 0 ? .up : .down) }
        }
        var units = UInt32(whole)
        var parts = UInt32(rounded)
        if parts == UInt32(scale) {
            parts = 0
            units += 1
        }
        var count = 0
        if value < 0, units > 0 || parts > 0 {
            place[0] = UInt8(ascii: "-")
            count = 1
        }
        var digits = 1
        var limit: UInt32 = 10
        while digits < 10, units >= limit {
            digits += 1
            limit = digits < 10 ? limit * 10 : limit
        }
        var index = count + digits
        repeat {
            index -= 1
            place[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: units % 10)
            units /= 10
        } while index > count
        count += digits
        place[count] = UInt8(ascii: ".")
        index = count + 1 + decimals
        while index > count + 1 {
            index -= 1
            place[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: parts % 10)
            parts /= 10
        }
        return count + 1 + decimals
    }
}
