import Wording

/// Goes through XML in order (XML 1.0, fifth edition), as much of it as the parts of office documents are made of.
///
/// Names are given without their prefixes. A document type declaration is refused, and with it every entity of one's own
/// making; the text of a part is never held whole.
struct XMLScanner: ~Copyable {
    enum Event: Hashable {
        case start(String)
        case end(String)
        /// Characters, to be had as ``XMLScanner/text``.
        case text
        case finished
    }

    /// The longest tag or run of characters, bytes: far beyond what a cell can hold.
    static let tokenLimit = 16 << 20
    /// Elements in elements: office documents have a dozen.
    static let depthLimit = 256
    private static let pieceSize = 1 << 18

    private let entry: ArchiveEntry
    private var buffer: [UInt8] = []
    private var place = 0
    private var isAtEnd = false
    /// The bytes of the token that was met last: what follows a tag's name, or characters.
    private var token = 0..<0
    private var isLiteral = false
    private var endToCome: String?
    private var depth = 0
    private var hasRoot = false

    init(_ entry: consuming ArchiveEntry) { self.entry = entry }

    /// The next thing there is.
    mutating func next() throws(SheetFault) -> Event {
        if let name = endToCome {
            endToCome = nil
            depth -= 1
            return .end(name)
        }
        while let first = try byte(0) {
            if first != UInt8(ascii: "<") {
                let length = try length(upTo: [UInt8(ascii: "<")]) ?? (buffer.count - place)
                take(length, skipping: 0)
                isLiteral = false
                if depth > 0 { return .text }
                // Outside of the root there is blank space, or the mark of byte order.
                if buffer[token].first == 0xFE || buffer[token].first == 0xFF { throw .notXML(.notUTF8) }
                continue
            }
            switch try byte(1) {
            case UInt8(ascii: "?"): try skip(to: Array("?>".utf8))
            case UInt8(ascii: "!"):
                if try follows("<!--") {
                    try skip(to: Array("-->".utf8))
                } else if try follows("<![CDATA[") {
                    guard let length = try length(upTo: Array("]]>".utf8)) else { throw .notXML(.cutShort) }
                    take(length, skipping: 9)
                    place += 3
                    isLiteral = true
                    return .text
                } else {
                    throw .notXML(.declaration)
                }
            case UInt8(ascii: "/"):
                guard let length = try length(upTo: [UInt8(ascii: ">")]) else { throw .notXML(.cutShort) }
                let name = name(from: place + 2, to: place + length)
                place += length + 1
                depth -= 1
                guard depth >= 0 else { throw .notXML(.malformed) }
                return .end(name)
            default:
                return .start(try opened())
            }
        }
        guard depth == 0, hasRoot else { throw .notXML(.cutShort) }
        return .finished
    }

    /// The characters met last, references resolved.
    var text: String {
        isLiteral ? String(decoding: buffer[token], as: UTF8.self) : Self.resolved(buffer[token])
    }

    /// An attribute of the element that was opened last, by its name without prefix.
    func attribute(_ name: String) -> String? {
        let name = name.utf8
        var place = token.lowerBound
        while let equals = buffer[place..<token.upperBound].firstIndex(of: UInt8(ascii: "=")) {
            var quote = equals + 1
            while quote < token.upperBound, Self.isBlank(buffer[quote]) { quote += 1 }
            guard quote < token.upperBound,
                let end = buffer[(quote + 1)..<token.upperBound].firstIndex(of: buffer[quote])
            else { return nil }
            var last = equals
            while last > place, Self.isBlank(buffer[last - 1]) { last -= 1 }
            let first = last - name.count
            if first >= place, buffer[first..<last].elementsEqual(name),
                first == place || buffer[first - 1] == UInt8(ascii: ":") || Self.isBlank(buffer[first - 1])
            {
                return Self.resolved(buffer[(quote + 1)..<end])
            }
            place = end + 1
        }
        return nil
    }

    /// The next element inside the one that was opened last; nil at the end of that.
    ///
    /// It has to be read, or passed over by ``skipElement()``, before the next one is asked for.
    mutating func child() throws(SheetFault) -> String? {
        while true {
            switch try next() {
            case .start(let name): return name
            case .text: continue
            case .end, .finished: return nil
            }
        }
    }

    /// Passes over all that is inside the element that was opened last, and over its end.
    mutating func skipElement() throws(SheetFault) {
        while try child() != nil { try skipElement() }
    }

    /// The characters inside the element that was opened last; those of elements in it are left out.
    mutating func ownText() throws(SheetFault) -> String {
        var output = ""
        while true {
            switch try next() {
            case .start: try skipElement()
            case .text: output += text
            case .end, .finished: return output
            }
        }
    }

    // MARK: Tags

    /// Reads an opening tag and gives its name.
    private mutating func opened() throws(SheetFault) -> String {
        var length = 1
        var quote: UInt8?
        while true {
            guard let byte = try byte(length) else { throw .notXML(.cutShort) }
            if byte == quote {
                quote = nil
            } else if quote == nil {
                if byte == UInt8(ascii: ">") { break }
                if byte == UInt8(ascii: "<") { throw .notXML(.malformed) }
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
            }
            length += 1
        }
        guard depth > 0 || !hasRoot else { throw .notXML(.malformed) }
        hasRoot = true
        depth += 1
        guard depth <= Self.depthLimit else { throw .notXML(.malformed) }
        let end = place + length
        let isEmpty = buffer[end - 1] == UInt8(ascii: "/")
        var split = place + 1
        while split < end, !Self.isBlank(buffer[split]), buffer[split] != UInt8(ascii: "/") { split += 1 }
        let name = name(from: place + 1, to: split)
        token = split..<(isEmpty && end > split ? end - 1 : end)
        place = end + 1
        if isEmpty { endToCome = name }
        return name
    }

    private func name(from start: Int, to end: Int) -> String {
        var end = end
        while end > start, Self.isBlank(buffer[end - 1]) { end -= 1 }
        let colon = buffer[start..<end].firstIndex(of: UInt8(ascii: ":"))
        return String(decoding: buffer[(colon.map { $0 + 1 } ?? start)..<end], as: UTF8.self)
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    // MARK: Bytes

    /// The byte so far ahead; nil at the end.
    private mutating func byte(_ offset: Int) throws(SheetFault) -> UInt8? {
        while place + offset >= buffer.count {
            guard try fill() else { return nil }
        }
        return buffer[place + offset]
    }

    private mutating func follows(_ words: StaticString) throws(SheetFault) -> Bool {
        for offset in 0..<words.utf8CodeUnitCount {
            guard try byte(offset) == words.description.utf8.dropFirst(offset).first else { return false }
        }
        return true
    }

    /// How far ahead some bytes begin; nil where they do not come any more.
    private mutating func length(upTo mark: [UInt8]) throws(SheetFault) -> Int? {
        var offset = 0
        while true {
            let from = place + offset
            if let found = buffer[from...].firstIndex(of: mark[0]) {
                offset = found - place
                var isWhole = true
                for index in 1..<max(1, mark.count) where isWhole {
                    isWhole = try byte(offset + index) == mark[index]
                }
                if isWhole { return offset }
                offset += 1
            } else {
                offset = buffer.count - place
                guard try fill() else { return nil }
            }
        }
    }

    private mutating func take(_ length: Int, skipping skipped: Int) {
        token = (place + min(skipped, length))..<(place + length)
        place += length
    }

    private mutating func skip(to mark: [UInt8]) throws(SheetFault) {
        guard let length = try length(upTo: mark) else { throw .notXML(.cutShort) }
        place += length + mark.count
    }

    /// Reads on, and lets go of what is behind; false at the end.
    private mutating func fill() throws(SheetFault) -> Bool {
        guard !isAtEnd else { return false }
        guard buffer.count - place <= Self.tokenLimit else { throw .notXML(.malformed) }
        buffer.removeFirst(place)
        place = 0
        let piece = entry.next(Self.pieceSize)
        isAtEnd = piece.isEmpty
        buffer += piece
        return !isAtEnd
    }

    /// Characters with the five references of XML and those by number resolved; any other stays as it is written.
    private static func resolved(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
        var output: [UInt8] = []
        var rest = bytes
        while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
            output += rest[..<start]
            rest = rest[start...]
            guard let end = rest.prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
                output.append(rest.removeFirst())
                continue
            }
            let name = String(decoding: rest[(start + 1)..<end], as: UTF8.self)
            if let scalar = scalar(named: name) {
                output += String(Character(scalar)).utf8
                rest = rest[(end + 1)...]
            } else {
                output.append(rest.removeFirst())
            }
        }
        return String(decoding: output + rest, as: UTF8.self)
    }

    private static func scalar(named name: String) -> Unicode.Scalar? {
        switch name {
        case "amp": "&"
        case "lt": "<"
        case "gt": ">"
        case "quot": "\""
        case "apos": "'"
        case _ where name.hasPrefix("#x"): UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
        case _ where name.hasPrefix("#"): UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
        default: nil
        }
    }
}
