/// What stands between the columns.
public enum CSVDelimiter: UInt8, CaseIterable, Sendable {
    /// `,`
    case comma = 0x2C
    /// `;`
    case semicolon = 0x3B
    /// The tab of TSV and of Excel's "Text (tab delimited)".
    case tab = 0x09

    /// Reads a delimiter as people give it: the character itself, `\t`, or its name.
    ///
    /// - Throws: `unsupported_delimiter`.
    public init(parsing text: String) throws(TableError) {
        switch text.lowercased() {
        case ",", "comma", "csv": self = .comma
        case ";", "semicolon": self = .semicolon
        case "\t", "\\t", "tab", "tsv": self = .tab
        default: throw .unknownDelimiter(text)
        }
    }

    /// The delimiter a header uses most outside quotes and brackets (headers say `X(m,2000)`), else most
    /// outside quotes; a comma where there is none, and one column then.
    static func guess(header: ArraySlice<UInt8>) -> CSVDelimiter {
        var outside = [0, 0, 0]
        var anywhere = [0, 0, 0]
        var depth = 0
        var isQuoted = false
        for byte in header {
            switch byte {
            case 0x22: isQuoted.toggle()
            case 0x28, 0x5B: depth += 1
            case 0x29, 0x5D: depth = max(0, depth - 1)
            default:
                guard !isQuoted, let index = allCases.firstIndex(where: { $0.rawValue == byte }) else {
                    continue
                }
                anywhere[index] += 1
                if depth == 0 { outside[index] += 1 }
            }
        }
        let counts = outside.contains { $0 > 0 } ? outside : anywhere
        let most = counts.max() ?? 0
        // `firstIndex`: the comma before the semicolon before the tab.
        guard most > 0, let index = counts.firstIndex(of: most) else { return .comma }
        return allCases[index]
    }
}

/// What ends a line.
public enum LineEnd: Sendable {
    /// Unix.
    case lf
    /// Windows, and RFC 4180.
    case crlf
    /// Classic Mac; Excel still offers it.
    case cr

    /// The line end of so many bytes that stands at an index; nil where it has none.
    init?(length: Int, at index: Int, in bytes: [UInt8]) {
        switch length {
        case 0: return nil
        case 1: self = bytes[index] == 0x0A ? .lf : .cr
        default: self = .crlf
        }
    }

    /// The bytes themselves.
    public var bytes: [UInt8] {
        switch self {
        case .lf: [0x0A]
        case .crlf: [0x0D, 0x0A]
        case .cr: [0x0D]
        }
    }

    /// Appends the bytes, without making an array of them.
    func append(to output: inout [UInt8]) {
        if self != .lf { output.append(0x0D) }
        if self != .cr { output.append(0x0A) }
    }
}

/// How one CSV file is written.
public struct CSVDialect: Hashable, Sendable {
    /// The encoding of its text.
    public var encoding: TextEncoding
    /// Whether a byte order mark stands before it.
    public var hasByteOrderMark: Bool
    /// What stands between its columns.
    public var delimiter: CSVDelimiter
    /// What ends its header, and any line that we add.
    public var lineEnd: LineEnd

    /// Describes a dialect; by default what RFC 4180 asks for, in UTF-8.
    public init(
        encoding: TextEncoding = .utf8, hasByteOrderMark: Bool = false, delimiter: CSVDelimiter = .comma,
        lineEnd: LineEnd = .crlf
    ) {
        self.encoding = encoding
        self.hasByteOrderMark = hasByteOrderMark
        self.delimiter = delimiter
        self.lineEnd = lineEnd
    }
}
