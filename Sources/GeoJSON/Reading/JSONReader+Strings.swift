extension JSONReader {
    /// The string whose opening quote stands here.
    mutating func string(_ text: Span<UInt8>) throws(JSONError) -> String {
        let opening = place
        place += 1
        let start = place
        while place < text.count {
            switch text[place] {
            case UInt8(ascii: "\""):
                let content = try utf8(text, start..<place)
                place += 1
                return content
            case UInt8(ascii: "\\"): return try escapedString(text, opening: opening)
            case 0..<0x20: throw fault(.controlCharacter(text[place]), at: place, text)
            default: place += 1
            }
        }
        throw fault(.unterminatedString, at: opening, text)
    }

    /// Reads on from the first backslash, taking the pieces between escapes whole.
    private mutating func escapedString(_ text: Span<UInt8>, opening: Int) throws(JSONError) -> String {
        var content = ""
        var start = opening + 1
        while place < text.count {
            switch text[place] {
            case UInt8(ascii: "\""):
                content += try utf8(text, start..<place)
                place += 1
                return content
            case UInt8(ascii: "\\"):
                content += try utf8(text, start..<place)
                content.unicodeScalars.append(try escape(text, opening: opening))
                start = place
            case 0..<0x20: throw fault(.controlCharacter(text[place]), at: place, text)
            default: place += 1
            }
        }
        throw fault(.unterminatedString, at: opening, text)
    }

    /// The scalar of the escape whose backslash stands here.
    private mutating func escape(_ text: Span<UInt8>, opening: Int) throws(JSONError) -> Unicode.Scalar {
        let backslash = place
        place += 1
        guard place < text.count else { throw fault(.unterminatedString, at: opening, text) }
        let letter = text[place]
        place += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): break
        default:
            let found = SyntaxFault.character(at: backslash + 1, in: text)
            throw fault(.badEscape("\\\(found)"), at: backslash, text)
        }
        let unit = try fourHexDigits(text, backslash: backslash)
        if let scalar = Unicode.Scalar(unit) { return scalar }
        // A surrogate: only the leading half, followed at once by the trailing half, names a character.
        guard UTF16.isLeadSurrogate(unit), text.count - place >= 6, text[place] == UInt8(ascii: "\\"),
            text[place + 1] == UInt8(ascii: "u")
        else { throw fault(.loneSurrogate(unit), at: backslash, text) }
        place += 2
        let trailing = try fourHexDigits(text, backslash: place - 2)
        guard UTF16.isTrailSurrogate(trailing) else {
            throw fault(.loneSurrogate(unit), at: backslash, text)
        }
        return UTF16.decode(UTF16.EncodedScalar([unit, trailing]))
    }

    private mutating func fourHexDigits(
        _ text: Span<UInt8>, backslash: Int
    ) throws(JSONError) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard place < text.count, let digit = Character(Unicode.Scalar(text[place])).hexDigitValue else {
                throw fault(.badEscape("\\u"), at: backslash, text)
            }
            unit = unit << 4 | UInt16(digit)
            place += 1
        }
        return unit
    }

    /// The bytes as a string; bytes that are no UTF-8 are refused where they stand.
    private func utf8(_ text: Span<UInt8>, _ range: Range<Int>) throws(JSONError) -> String {
        do {
            return String(copying: try UTF8Span(validating: text.extracting(range)))
        } catch {
            let offset = range.lowerBound + error.byteOffsets.lowerBound
            throw fault(.invalidUTF8(text[offset]), at: offset, text)
        }
    }
}
