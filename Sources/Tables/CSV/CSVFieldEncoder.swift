/// Encodes fields that recur once, as they stand behind a row's own: a delimiter, then the field, quoted where it must be.
public struct CSVFieldEncoder: ~Copyable {
    private let delimiter: UInt8
    private var fields: CSVFieldWriter

    /// Prepares to encode for one file.
    ///
    /// - Throws: `unsupported_encoding` where the C library has no converter.
    public init(_ dialect: CSVDialect) throws(TableError) {
        delimiter = dialect.delimiter.rawValue
        fields = try CSVFieldWriter(dialect)
    }

    /// Some fields, a delimiter before each.
    ///
    /// - Throws: `unencodable_character`.
    public mutating func encoded(_ texts: [String]) throws(TableError) -> [UInt8] {
        var bytes: [UInt8] = []
        for text in texts {
            bytes.append(delimiter)
            try fields.append(text, to: &bytes)
        }
        return bytes
    }
}
