extension JSONValue {
    /// Reads one JSON text, strictly by RFC 8259.
    ///
    /// A UTF-8 byte order mark at the start is skipped. A key that occurs twice in an object is an error, since
    /// readers differ on which of the two counts. Containers may nest `depthLimit` deep (never more than 256,
    /// whatever is asked, so that no input can exhaust a thread's stack).
    ///
    /// - Throws: ``JSONError`` naming what was found, where, and the fix.
    public init(parsing text: Span<UInt8>, depthLimit: Int = 32) throws(JSONError) {
        var reader = JSONReader(depthLimit: depthLimit)
        self = try reader.document(text)
    }

    /// Reads one JSON text; see ``init(parsing:depthLimit:)-(Span<UInt8>,_)``.
    public init(parsing text: [UInt8], depthLimit: Int = 32) throws(JSONError) {
        try self.init(parsing: text.span, depthLimit: depthLimit)
    }

    /// Reads one JSON text from a part of a larger one; positions count from the part's first byte.
    public init(parsing text: ArraySlice<UInt8>, depthLimit: Int = 32) throws(JSONError) {
        try self.init(parsing: text.span, depthLimit: depthLimit)
    }
}

/// A recursive-descent reader over UTF-8 bytes.
///
/// It keeps only its place; the text is handed to every step, because a struct cannot yet hold a `Span`.
struct JSONReader {
    /// The next byte to read.
    var place = 0
    /// A position at or before `place` from which lines are counted when a fault is told.
    var anchor = JSONPosition.start
    private var depth = 0
    private let depthLimit: Int
    /// Levels; measured, they fit in 384 KB of stack in a debug build and in 192 KB in a release build.
    private static let greatestDepth = 256

    init(depthLimit: Int = JSONReader.greatestDepth) {
        self.depthLimit = min(depthLimit, Self.greatestDepth)
    }

    /// The single value a text consists of.
    mutating func document(_ text: Span<UInt8>) throws(JSONError) -> JSONValue {
        try start(text)
        let value = try value(text)
        try end(text)
        return value
    }

    /// Steps over a byte order mark and white space to the first byte of the value.
    mutating func start(_ text: Span<UInt8>) throws(JSONError) {
        if let utf16 = SyntaxFault.utf16Mark(text) { throw fault(utf16, at: 0, text) }
        place = Self.lengthOfByteOrderMark(text)
        skipSpace(text)
        guard place < text.count else { throw fault(.emptyInput, at: place, text) }
    }

    /// Demands that nothing but white space is left.
    mutating func end(_ text: Span<UInt8>) throws(JSONError) {
        skipSpace(text)
        guard place == text.count else { throw fault(.trailingText(shown(text)), at: place, text) }
    }

    mutating func value(_ text: Span<UInt8>) throws(JSONError) -> JSONValue {
        skipSpace(text)
        guard place < text.count else { throw fault(.endOfText(wanted: .value), at: place, text) }
        switch text[place] {
        case UInt8(ascii: "{"): return .object(try object(text))
        case UInt8(ascii: "["): return .array(try array(text))
        case UInt8(ascii: "\""): return .string(try string(text))
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number(text)
        case UInt8(ascii: "t") where skip("true", text): return .bool(true)
        case UInt8(ascii: "f") where skip("false", text): return .bool(false)
        case UInt8(ascii: "n") where skip("null", text): return .null
        default: throw fault(.notAValue(at: place, in: text), at: place, text)
        }
    }

    private mutating func array(_ text: Span<UInt8>) throws(JSONError) -> [JSONValue] {
        var elements: [JSONValue] = []
        guard try enter(closing: UInt8(ascii: "]"), text) else { return elements }
        repeat {
            do { elements.append(try value(text)) } catch { throw error.inside(.element(elements.count)) }
        } while try another(closing: UInt8(ascii: "]"), text)
        return elements
    }

    private mutating func object(_ text: Span<UInt8>) throws(JSONError) -> JSONObject {
        var members = JSONObject()
        guard try enter(closing: UInt8(ascii: "}"), text) else { return members }
        repeat {
            skipSpace(text)
            let start = place
            let key = try self.key(text)
            guard members.place(of: key) == nil else {
                throw fault(.duplicate(key), at: start, text).inside(.member(key))
            }
            do { members.add(key, try value(text)) } catch { throw error.inside(.member(key)) }
        } while try another(closing: UInt8(ascii: "}"), text)
        return members
    }

    /// The key of the next member, with its colon.
    mutating func key(_ text: Span<UInt8>) throws(JSONError) -> String {
        skipSpace(text)
        guard place < text.count else { throw fault(.endOfText(wanted: .key), at: place, text) }
        guard text[place] == UInt8(ascii: "\"") else {
            throw fault(.notAKey(at: place, in: text), at: place, text)
        }
        let key = try string(text)
        skipSpace(text)
        guard place < text.count else { throw fault(.endOfText(wanted: .colon), at: place, text) }
        guard text[place] == UInt8(ascii: ":") else {
            throw fault(.unexpected(shown(text), wanted: .colon), at: place, text)
        }
        place += 1
        return key
    }

    /// Steps over the opening bracket; false where the closing one follows at once.
    mutating func enter(closing: UInt8, _ text: Span<UInt8>) throws(JSONError) -> Bool {
        guard depth < depthLimit else { throw fault(.tooDeep(limit: depthLimit), at: place, text) }
        place += 1
        skipSpace(text)
        if place < text.count, text[place] == closing {
            place += 1
            return false
        }
        depth += 1
        return true
    }

    /// Steps over the comma or closing bracket after a value; false at the bracket.
    mutating func another(closing: UInt8, _ text: Span<UInt8>) throws(JSONError) -> Bool {
        skipSpace(text)
        let inObject = closing == UInt8(ascii: "}")
        guard place < text.count else {
            throw fault(.endOfText(wanted: inObject ? .commaOrBrace : .commaOrBracket), at: place, text)
        }
        let byte = text[place]
        if byte == closing {
            place += 1
            depth -= 1
            return false
        }
        guard byte == UInt8(ascii: ",") else {
            let wanted: SyntaxFault.Wanted = inObject ? .commaOrBrace : .commaOrBracket
            throw fault(.unexpected(shown(text), wanted: wanted), at: place, text)
        }
        let comma = place
        place += 1
        skipSpace(text)
        if place < text.count, text[place] == closing { throw fault(.trailingComma, at: comma, text) }
        return true
    }

    mutating func skipSpace(_ text: Span<UInt8>) {
        while place < text.count {
            switch text[place] {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): place += 1
            default: return
            }
        }
    }

    /// Steps over a word if it stands here.
    private mutating func skip(_ word: StaticString, _ text: Span<UInt8>) -> Bool {
        guard text.count - place >= word.utf8CodeUnitCount else { return false }
        let stands = word.withUTF8Buffer { letters in
            letters.indices.allSatisfy { letters[$0] == text[place + $0] }
        }
        if stands { place += word.utf8CodeUnitCount }
        return stands
    }

    static func lengthOfByteOrderMark(_ text: Span<UInt8>) -> Int {
        text.count >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF ? 3 : 0
    }

    /// The character at the present place, for messages.
    func shown(_ text: Span<UInt8>) -> String { SyntaxFault.character(at: place, in: text) }

    func fault(_ fault: SyntaxFault, at offset: Int, _ text: Span<UInt8>) -> JSONError {
        JSONError(fault, position: JSONPosition(byteOffset: offset, in: text, from: anchor))
    }
}
