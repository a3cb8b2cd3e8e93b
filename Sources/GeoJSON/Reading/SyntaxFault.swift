/// The ways a text fails to be JSON.
enum SyntaxFault {
    /// What should have stood at a place.
    enum Wanted {
        case value, key, colon, commaOrBrace, commaOrBracket
    }

    case emptyInput
    case utf16
    case invalidUTF8(UInt8)
    case endOfText(wanted: Wanted)
    case unexpected(String, wanted: Wanted)
    case trailingText(String)
    case trailingComma
    case comment
    case singleQuote
    case unquotedKey(String)
    case unterminatedString
    case controlCharacter(UInt8)
    case badEscape(String)
    case loneSurrogate(UInt16)
    case leadingZero
    case plusSign
    case digitMissing(after: String)
    case notFinite(String)
    case tooDeep(limit: Int)
    case duplicate(String)

    static func utf16Mark(_ text: Span<UInt8>) -> SyntaxFault? {
        guard text.count >= 2 else { return nil }
        let first = (text[0], text[1])
        return first == (0xFF, 0xFE) || first == (0xFE, 0xFF) ? .utf16 : nil
    }

    /// Why what stands here is no value.
    static func notAValue(at place: Int, in text: Span<UInt8>) -> SyntaxFault {
        switch text[place] {
        case UInt8(ascii: "'"): return .singleQuote
        case UInt8(ascii: "/"), UInt8(ascii: "#"): return .comment
        case UInt8(ascii: "+"): return .plusSign
        case UInt8(ascii: "."): return .digitMissing(after: "")
        default: break
        }
        let word = word(at: place, in: text)
        if ["nan", "infinity", "inf"].contains(word.lowercased()) { return .notFinite(word) }
        return .unexpected(word.isEmpty ? character(at: place, in: text) : word, wanted: .value)
    }

    /// Why what stands here is no key.
    static func notAKey(at place: Int, in text: Span<UInt8>) -> SyntaxFault {
        switch text[place] {
        case UInt8(ascii: "'"): return .singleQuote
        case UInt8(ascii: "/"), UInt8(ascii: "#"): return .comment
        default: break
        }
        let word = word(at: place, in: text)
        return word.isEmpty
            ? .unexpected(character(at: place, in: text), wanted: .key) : .unquotedKey(word)
    }

    /// Why a minus has no digit behind it.
    static func minusWithoutDigit(at place: Int, in text: Span<UInt8>) -> SyntaxFault {
        let word = word(at: place + 1, in: text)
        return ["infinity", "inf", "nan"].contains(word.lowercased())
            ? .notFinite("-\(word)") : .digitMissing(after: "-")
    }

    /// The letters, digits and underscores that stand here, at most 40.
    private static func word(at place: Int, in text: Span<UInt8>) -> String {
        var word = ""
        var place = place
        while place < text.count, word.utf8.count < 40 {
            let scalar = Unicode.Scalar(text[place])
            guard scalar.isASCII,
                scalar.properties.isAlphabetic || scalar == "_"
                    || !word.isEmpty && "0" <= scalar && scalar <= "9"
            else { break }
            word.unicodeScalars.append(scalar)
            place += 1
        }
        return word
    }

    /// The character that begins here; a byte that begins none is shown as its number.
    static func character(at place: Int, in text: Span<UInt8>) -> String {
        guard place < text.count else { return "" }
        for length in 1...min(4, text.count - place) {
            if let whole = try? UTF8Span(validating: text.extracting(place..<place + length)) {
                return String(copying: whole)
            }
        }
        return hexadecimal(text[place])
    }

    /// A byte as people write it, `0x0A`.
    static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "0x" + (digits.count == 1 ? "0" : "") + digits
    }
}
