/// Writes whole CSV rows.
///
/// A field is quoted where RFC 4180 needs it (delimiter, quote, line end) and where a reader might trim it
/// (leading or trailing space). Fields that begin with `=`, `+`, `-` or `@` are written as they are: a spreadsheet
/// may take them for formulas, but putting a mark before them would spoil `-0.5` and names alike. What we
/// append is numbers, ids and names out of the catalogue, never text out of the user's input.
public struct CSVWriter: ~Copyable {
    /// How the rows are written.
    public let dialect: CSVDialect
    private var fields: CSVFieldWriter

    /// Prepares to write.
    ///
    /// - Throws: `unsupported_encoding` where the C library has no converter.
    public init(_ dialect: CSVDialect = CSVDialect()) throws(TableError) {
        self.dialect = dialect
        fields = try CSVFieldWriter(dialect)
    }

    /// Appends the byte order mark, if the dialect has one; to be called before the first row.
    public func appendByteOrderMark(to output: inout [UInt8]) {
        if dialect.hasByteOrderMark { output += dialect.encoding.byteOrderMark }
    }

    /// Appends one row with its line end.
    ///
    /// - Throws: `unencodable_character`; `output` is then as it was.
    public mutating func append(row: [String], to output: inout [UInt8]) throws(TableError) {
        let start = output.count
        do throws(TableError) {
            for (index, field) in row.enumerated() {
                if index > 0 { output.append(dialect.delimiter.rawValue) }
                // One empty field would make a blank line, which is no row.
                if row.count == 1, field.isEmpty { output += [0x22, 0x22] }
                try fields.append(field, to: &output)
            }
        } catch {
            output.removeSubrange(start...)
            throw error
        }
        output += dialect.lineEnd.bytes
    }
}

/// Writes one field, quoted where it must be, in the file's encoding.
struct CSVFieldWriter: ~Copyable {
    private let delimiter: UInt8
    private var encoder: TextEncoder

    init(_ dialect: CSVDialect) throws(TableError) {
        delimiter = dialect.delimiter.rawValue
        encoder = try TextEncoder(dialect.encoding)
    }

    mutating func append(_ field: String, to output: inout [UInt8]) throws(TableError) {
        var field = field
        let shape = field.withUTF8 { bytes in
            var shape = Shape()
            for byte in bytes {
                if byte >= 0x80 { shape.isASCII = false }
                if byte == delimiter || byte == 0x22 || byte == 0x0A || byte == 0x0D {
                    shape.needsQuotes = true
                }
            }
            if bytes.first == 0x20 || bytes.last == 0x20 { shape.needsQuotes = true }
            return shape
        }
        guard shape.needsQuotes else {
            if shape.isASCII {
                field.withUTF8 { output.append(contentsOf: $0) }
            } else {
                try encoder.append(field, to: &output)
            }
            return
        }
        var quoted = "\""
        for scalar in field.unicodeScalars {
            if scalar == "\"" { quoted.unicodeScalars.append("\"") }
            quoted.unicodeScalars.append(scalar)
        }
        quoted.unicodeScalars.append("\"")
        try encoder.append(quoted, to: &output)
    }

    private struct Shape {
        var isASCII = true
        var needsQuotes = false
    }
}
