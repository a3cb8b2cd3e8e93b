/// A number in ordinary figures, its sign already taken off: `106.33`, `3267643.66`, `3,267,643.66`, `6.2894581E5`.
struct PlainNumber {
    let value: Double
    let hasSeparators: Bool

    /// Reads the figures; nil where they are something else.
    ///
    /// The grammar is checked here, since the standard library's own would also take `nan`, `inf` and `0x1p3`.
    ///
    /// - Throws: ``ArrivalError/notFinite(_:)`` for a number too large to hold.
    init?(_ text: Substring, writtenAs original: String) throws(ArrivalError) {
        var figures: [UInt8] = []
        var rest = Array(text.utf8)[...]
        let whole = rest.prefix { Self.isDigit($0) || $0 == UInt8(ascii: ",") }
        rest = rest.dropFirst(whole.count)
        hasSeparators = whole.contains(UInt8(ascii: ","))
        if hasSeparators {
            let groups = whole.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
            guard let first = groups.first, (1...3).contains(first.count), first.first != UInt8(ascii: "0"),
                groups.dropFirst().allSatisfy({ $0.count == 3 })
            else { return nil }
        }
        figures += whole.filter { Self.isDigit($0) }
        if rest.first == UInt8(ascii: ".") {
            let fraction = rest.dropFirst().prefix { Self.isDigit($0) }
            guard !fraction.isEmpty || !figures.isEmpty else { return nil }
            if figures.isEmpty { figures.append(UInt8(ascii: "0")) }
            figures += [UInt8(ascii: ".")] + (fraction.isEmpty ? [UInt8(ascii: "0")] : Array(fraction))
            rest = rest.dropFirst(1 + fraction.count)
        }
        guard !figures.isEmpty else { return nil }
        if let mark = rest.first, mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") {
            var exponent = rest.dropFirst()
            if let sign = exponent.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
                exponent = exponent.dropFirst()
            }
            guard !exponent.isEmpty, exponent.allSatisfy(Self.isDigit) else { return nil }
            figures += Array(rest)
            rest = []
        }
        guard rest.isEmpty, let value = Double(String(decoding: figures, as: UTF8.self)) else { return nil }
        guard value.isFinite else { throw .notFinite(original) }
        self.value = value
    }

    /// The value of a text that is nothing but digits with at most a sign and a point.
    ///
    /// Nearly all are. Nil for any other; unlike the initializer this reads the sign as well.
    static func ordinary(_ text: Substring) -> Double? {
        var points = 0
        var digits = 0
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case 48...57: digits += 1
            case UInt8(ascii: "."): points += 1
            case UInt8(ascii: "-"), UInt8(ascii: "+"): guard index == 0 else { return nil }
            default: return nil
            }
        }
        // Under twenty digits the value is finite whatever they are; a point at either end goes the long way.
        guard points <= 1, (1..<20).contains(digits), text.utf8.last != UInt8(ascii: ".") else { return nil }
        return Double(text)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
