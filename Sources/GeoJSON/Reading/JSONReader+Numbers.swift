internal import Wording

extension JSONReader {
    /// The number that begins here, correctly rounded; whole numbers beyond a `Double` keep their digits.
    mutating func number(_ text: Span<UInt8>) throws(JSONError) -> JSONValue {
        let start = place
        var decimal = DecimalDigits()
        if text[place] == UInt8(ascii: "-") {
            decimal.isNegative = true
            place += 1
            guard place < text.count, Self.isDigit(text[place]) else {
                throw fault(.minusWithoutDigit(at: start, in: text), at: start, text)
            }
        }
        if text[place] == UInt8(ascii: "0") {
            place += 1
            guard place == text.count || !Self.isDigit(text[place]) else {
                throw fault(.leadingZero, at: start, text)
            }
        } else {
            while place < text.count, Self.isDigit(text[place]) {
                decimal.append(text[place] & 0x0F)
                place += 1
            }
        }
        var isWhole = true
        if place < text.count, text[place] == UInt8(ascii: ".") {
            isWhole = false
            place += 1
            try requireDigit(after: ".", text)
            while place < text.count, Self.isDigit(text[place]) {
                decimal.appendDecimal(text[place] & 0x0F)
                place += 1
            }
        }
        if place < text.count, text[place] | 0x20 == UInt8(ascii: "e") {
            isWhole = false
            decimal.exponent += try exponent(text)
        }
        func digits() -> String {
            var digits = ""
            for offset in start..<place { digits.unicodeScalars.append(Unicode.Scalar(text[offset])) }
            return digits
        }
        let number = decimal.exactDouble ?? Double(digits()) ?? .nan
        guard number.isFinite else { throw fault(.notFinite(digits()), at: start, text) }
        guard !isWhole || decimal.isWhole(number) else { return .numeral(digits()) }
        return .number(number)
    }

    private mutating func exponent(_ text: Span<UInt8>) throws(JSONError) -> Int {
        place += 1
        var isNegative = false
        if place < text.count, text[place] == UInt8(ascii: "-") || text[place] == UInt8(ascii: "+") {
            isNegative = text[place] == UInt8(ascii: "-")
            place += 1
        }
        try requireDigit(after: "e", text)
        var exponent = 0
        while place < text.count, Self.isDigit(text[place]) {
            // Held at a size far beyond any Double, so that no count of digits overflows.
            exponent = min(exponent * 10 + Int(text[place] & 0x0F), 1_000_000)
            place += 1
        }
        return isNegative ? -exponent : exponent
    }

    private func requireDigit(after sign: String, _ text: Span<UInt8>) throws(JSONError) {
        guard place < text.count, Self.isDigit(text[place]) else {
            throw fault(.digitMissing(after: sign), at: place, text)
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
