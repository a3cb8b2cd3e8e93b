/// Gives a user's CSV file back with columns of ours appended.
///
/// The user's columns are copied byte for byte: encoding, quoting, spaces, line ends. Only a row that is broken
/// is touched, and as little as keeps every appended column under its header, so that the whole can be read again:
/// - too few columns: the missing delimiters are added;
/// - too many: the surplus goes, quoted, into the last of the user's columns, delimiters and all;
/// - a quote that was never closed is closed;
/// - a row beyond the length limit was not kept: its columns are left empty.
///
/// Empty lines are copied; rows of nothing but delimiters get empty fields appended.
public struct AnnotatedCSV: ~Copyable {
    private let delimiter: UInt8
    private let columnCount: Int
    private var fields: CSVFieldWriter

    /// Prepares to annotate the rows of one file.
    ///
    /// - Throws: `unsupported_encoding` where the C library has no converter.
    public init(dialect: CSVDialect, columnCount: Int) throws(TableError) {
        self.delimiter = dialect.delimiter.rawValue
        self.columnCount = columnCount
        fields = try CSVFieldWriter(dialect)
    }

    /// Appends what stands before the header, the header, and the names of the new columns.
    ///
    /// - Throws: `unencodable_character`; `output` is then as it was.
    public mutating func appendHeader(
        of reader: borrowing CSVReader, adding names: [String], to output: inout [UInt8]
    ) throws(TableError) {
        let start = output.count
        output += reader.preamble
        do throws(TableError) {
            try append(reader.header, adding: names, to: &output)
        } catch {
            output.removeSubrange(start...)
            throw error
        }
    }

    /// Appends a row and its new fields, in its own encoding and with its own line end.
    ///
    /// - Throws: `unencodable_character`; `output` is then as it was.
    public mutating func append(
        _ record: CSVRecord, adding newFields: [String], to output: inout [UInt8]
    ) throws(TableError) {
        let start = output.count
        appendOwnColumns(of: record, to: &output)
        if !(record.isBlank && record.columnCount == 1) {
            do throws(TableError) {
                for field in newFields {
                    output.append(delimiter)
                    if !record.isBlank { try fields.append(field, to: &output) }
                }
            } catch {
                output.removeSubrange(start...)
                throw error
            }
        }
        if let terminator = record.terminator { output += terminator.bytes }
    }

    private func appendOwnColumns(of record: CSVRecord, to output: inout [UInt8]) {
        if record.columnCount > columnCount, !record.isBlank {
            let surplus = record.starts[columnCount - 1]
            output += record.raw.prefix(surplus)
            output.append(0x22)
            for byte in record.raw.dropFirst(surplus) {
                if byte == 0x22 { output.append(byte) }
                output.append(byte)
            }
            output.append(0x22)
            return
        }
        output += record.raw
        if case .unterminatedQuote = record.fault { output.append(0x22) }
        if record.isBlank, record.columnCount == 1 { return }
        for _ in 0..<max(0, columnCount - record.columnCount) { output.append(delimiter) }
    }
}
