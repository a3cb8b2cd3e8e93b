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

    private func write(_ value: JSONValue, level: Int, to output: inout [UInt8]) {
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
        let onOneLine = layout == .pretty && elements.allSatisfy(\.isNumber)
        output.append(UInt8(ascii: "["))
        for (index, element) in elements.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            if onOneLine {
                if index > 0 { output.append(UInt8(ascii: " ")) }
            } else {
                breakLine(level + 1, in: &output)
            }
            write(element, level: level + 1, to: &output)
        }
        if !onOneLine { breakLine(level, in: &output) }
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
        for _ in 0..<level * 2 { output.append(UInt8(ascii: " ")) }
    }

    /// Adds a string in quotes.
    static func write(_ text: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): output.append(contentsOf: #"\""#.utf8)
            case UInt8(ascii: "\\"): output.append(contentsOf: #"\\"#.utf8)
            case UInt8(ascii: "\n"): output.append(contentsOf: #"\n"#.utf8)
            case UInt8(ascii: "\r"): output.append(contentsOf: #"\r"#.utf8)
            case UInt8(ascii: "\t"): output.append(contentsOf: #"\t"#.utf8)
            case 0x08: output.append(contentsOf: #"\b"#.utf8)
            case 0x0C: output.append(contentsOf: #"\f"#.utf8)
            case 0..<0x20:
                output.append(contentsOf: (byte < 0x10 ? #"\u000"# : #"\u00"#).utf8)
                output.append(contentsOf: String(byte, radix: 16).utf8)
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
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
