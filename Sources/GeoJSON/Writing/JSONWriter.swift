/// Writes JSON values as text, the same value always as the same bytes.
///
/// Members come in their given order. A number is the shortest that reads back the same, a whole one without
/// `.0`; NaN and the infinities, which JSON lacks, are written `null`. Strings keep every character but quote,
/// backslash and the control characters below U+0020, as RFC 8259 section 7 asks.
public struct JSONWriter: Hashable, Sendable {
    /// How the text is laid out.
    public enum Layout: Hashable, Sendable {
        /// No white space at all.
        case compact
        /// Two spaces a level, one item a line; an array of plain numbers, such as a position, stays on one.
        case pretty
    }

    /// How the text is laid out.
    public var layout: Layout

    /// Makes a writer.
    public init(_ layout: Layout = .compact) { self.layout = layout }

    /// The value as text, without a line end.
    public func string(_ value: JSONValue) -> String { String(decoding: bytes(value), as: UTF8.self) }

    /// The value as UTF-8 bytes, without a line end.
    public func bytes(_ value: JSONValue) -> [UInt8] {
        var output: [UInt8] = []
        write(value, to: &output)
        return output
    }

    /// Adds the value to the end of some bytes.
    public func write(_ value: JSONValue, to output: inout [UInt8]) {
        write(value, level: 0, to: &output)
    }

    /// Adds the value as it stands that many levels down in a larger one.
    package func write(_ value: JSONValue, level: Int, to output: inout [UInt8]) {
        switch value {
        case .null: output.append(contentsOf: "null".utf8)
        case .bool(let bool): output.append(contentsOf: (bool ? "true" : "false").utf8)
        case .number(let number): output.append(contentsOf: Self.digits(number).utf8)
        case .numeral(let digits): output.append(contentsOf: digits.utf8)
        case .string(let text): Self.write(text, to: &output)
        case .array(let elements): write(elements, level: level, to: &output)
        case .object(let members): write(members, level: level, to: &output)
        }
    }

    private func write(_ elements: [JSONValue], level: Int, to output: inout [UInt8]) {
        guard layout == .pretty, elements.allSatisfy(\.isNumber) else {
            writeArray(elements, level: level, to: &output) { element, level, output in
                write(element, level: level, to: &output)
            }
            return
        }
        output.append(UInt8(ascii: "["))
        for (index, element) in elements.enumerated() {
            if index > 0 { output.append(contentsOf: ", ".utf8) }
            write(element, level: level, to: &output)
        }
        output.append(UInt8(ascii: "]"))
    }

    /// Adds an array whose elements, none of them a plain number, are written by a closure, which is told their level.
    package func writeArray<Element>(
        _ elements: [Element], level: Int, to output: inout [UInt8],
        each: (Element, Int, inout [UInt8]) -> Void
    ) {
        output.append(UInt8(ascii: "["))
        var isFirst = true
        for element in elements {
            if !isFirst { output.append(UInt8(ascii: ",")) }
            isFirst = false
            breakLine(level + 1, in: &output)
            each(element, level + 1, &output)
        }
        if !isFirst { breakLine(level, in: &output) }
        output.append(UInt8(ascii: "]"))
    }

    private func write(_ members: JSONObject, level: Int, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "{"))
        for (index, member) in members.members.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            breakLine(level + 1, in: &output)
            Self.write(member.key, to: &output)
            output.append(UInt8(ascii: ":"))
            if layout == .pretty { output.append(UInt8(ascii: " ")) }
            write(member.value, level: level + 1, to: &output)
        }
        if !members.isEmpty { breakLine(level, in: &output) }
        output.append(UInt8(ascii: "}"))
    }

    private func breakLine(_ level: Int, in output: inout [UInt8]) {
        guard layout == .pretty else { return }
        output.append(UInt8(ascii: "\n"))
        output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: level * 2))
    }

    /// Adds a string in quotes.
    static func write(_ text: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        let bytes = text.utf8.span
        // What stands between two characters to be escaped is copied at once.
        var copied = 0
        for place in bytes.indices where isEscaped(bytes[place]) {
            append(bytes.extracting(copied..<place), to: &output)
            writeEscaped(bytes[place], to: &output)
            copied = place + 1
        }
        append(bytes.extracting(copied..<bytes.count), to: &output)
        output.append(UInt8(ascii: "\""))
    }

    private static func append(_ bytes: Span<UInt8>, to output: inout [UInt8]) {
        bytes.withUnsafeBufferPointer { output.append(contentsOf: $0) }
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private static func writeEscaped(_ byte: UInt8, to output: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""): output.append(contentsOf: #"\""#.utf8)
        case UInt8(ascii: "\\"): output.append(contentsOf: #"\\"#.utf8)
        case UInt8(ascii: "\n"): output.append(contentsOf: #"\n"#.utf8)
        case UInt8(ascii: "\r"): output.append(contentsOf: #"\r"#.utf8)
        case UInt8(ascii: "\t"): output.append(contentsOf: #"\t"#.utf8)
        case 0x08: output.append(contentsOf: #"\b"#.utf8)
        case 0x0C: output.append(contentsOf: #"\f"#.utf8)
        default:
            output.append(contentsOf: (byte < 0x10 ? #"\u000"# : #"\u00"#).utf8)
            output.append(contentsOf: String(byte, radix: 16).utf8)
        }
    }

    /// The shortest digits that read back as the number.
    static func digits(_ number: Double) -> String {
        guard number.isFinite else { return "null" }
        // Below 2^53 every whole Double is itself; -0 keeps its sign only as "-0".
        if number.magnitude < 0x1p53, let whole = Int(exactly: number), whole != 0 || number.sign == .plus {
            return String(whole)
        }
        let digits = number.description
        return digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
    }
}

extension JSONValue {
    fileprivate var isNumber: Bool {
        switch self {
        case .number, .numeral: true
        default: false
        }
    }
}
