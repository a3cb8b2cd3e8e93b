/// Cuts the text of a filter into words.
struct CQL2Lexer {
    /// One word of a filter.
    enum Token: Hashable {
        /// A name or keyword as written; keywords are told by their place.
        case word(String)
        /// A name in double quotes, never a keyword.
        case quotedName(String)
        case text(String)
        case number(Double)
        case symbol(String)
        case end
    }

    private let bytes: [UInt8]
    private(set) var place = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    /// The text from a place on, for a reader of geometries, and the place behind what it took.
    func text(from start: Int, to end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }

    var count: Int { bytes.count }

    /// Goes on at a place.
    mutating func jump(to place: Int) { self.place = place }

    /// The place behind the parenthesis that closes the next one; nil where none does.
    func endOfParentheses(from start: Int) -> Int? {
        var depth = 0
        for place in start..<bytes.count {
            if bytes[place] == UInt8(ascii: "(") { depth += 1 }
            if bytes[place] == UInt8(ascii: ")") {
                depth -= 1
                if depth == 0 { return place + 1 }
                if depth < 0 { return nil }
            }
        }
        return nil
    }

    /// The next word and where it begins.
    mutating func next() throws(Problem) -> (token: Token, start: Int) {
        while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
        let start = place
        guard place < bytes.count else { return (.end, start) }
        let byte = bytes[place]
        switch byte {
        case UInt8(ascii: "'"): return (.text(try quoted(by: byte)), start)
        case UInt8(ascii: "\""): return (.quotedName(try quoted(by: byte)), start)
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "="):
            place += 1
            return (.symbol(String(UnicodeScalar(byte))), start)
        case UInt8(ascii: "<"), UInt8(ascii: ">"):
            place += 1
            if place < bytes.count,
                bytes[place] == UInt8(ascii: "=")
                    || (byte == UInt8(ascii: "<") && bytes[place] == UInt8(ascii: ">"))
            {
                place += 1
            }
            return (.symbol(text(from: start, to: place)), start)
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"):
            return (.number(try number()), start)
        default:
            guard Self.isName(byte) else {
                throw Problem.invalidFilter(
                    at: start, expected: "属性名、数字或引号中的文字", "a name, a number or quoted text")
            }
            while place < bytes.count,
                Self.isName(bytes[place]) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place])
            {
                place += 1
            }
            return (.word(text(from: start, to: place)), start)
        }
    }

    /// What stands between two quotes, a doubled one (or one behind a backslash) being one of its own.
    private mutating func quoted(by quote: UInt8) throws(Problem) -> String {
        let start = place
        var content: [UInt8] = []
        place += 1
        while place < bytes.count {
            let byte = bytes[place]
            let next = place + 1 < bytes.count ? bytes[place + 1] : 0
            if byte == quote, next != quote {
                place += 1
                return String(decoding: content, as: UTF8.self)
            }
            if next == quote, byte == quote || byte == UInt8(ascii: "\\") {
                content.append(quote)
                place += 2
                continue
            }
            content.append(byte)
            place += 1
        }
        throw Problem.invalidFilter(at: start, expected: "成对的引号", "the closing quote")
    }

    private mutating func number() throws(Problem) -> Double {
        let start = place
        while place < bytes.count, "0123456789.eE+-".utf8.contains(bytes[place]) { place += 1 }
        guard let number = Double(text(from: start, to: place)), number.isFinite else {
            throw Problem.invalidFilter(at: start, expected: "数字", "a number")
        }
        return number
    }

    /// Names may be Chinese, as all that is not ASCII counts as a letter.
    private static func isName(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
