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
    private let names: [String]
    private var fields: CSVFieldWriter

    /// Prepares to annotate the rows of one file; each worker makes its own.
    ///
    /// - Parameters:
    ///   - dialect: how the file is written.
    ///   - columnCount: how many columns its header has.
    ///   - names: the headers of the columns to append.
    /// - Throws: `unsupported_encoding` where the C library has no converter.
    public init(dialect: CSVDialect, columnCount: Int, adding names: [String]) throws(TableError) {
        self.delimiter = dialect.delimiter.rawValue
        self.columnCount = columnCount
        self.names = names
        fields = try CSVFieldWriter(dialect)
    }

    /// Appends what stands before the header, the header, and the names of the new columns.
    ///
    /// - Throws: `unencodable_character`; `output` is then as it was.
    public mutating func appendHeader(
        of reader: borrowing CSVReader, to output: inout [UInt8]
    ) throws(TableError) {
        let encodedNames = try encoded(names)
        output += reader.preamble
        append(reader.header, addingEncoded: encodedNames, to: &output)
    }

    /// Appends a row and its new fields, in its own encoding and with its own line end.
    ///
    /// Fields that are missing are left empty; a blank row gets empty ones whatever it is given.
    ///
    /// - Throws: `unencodable_character`; `output` is then as it was.
    public mutating func append(
        _ record: CSVRecord, adding newFields: [String], to output: inout [UInt8]
    ) throws(TableError) {
        guard !record.isBlank else { return append(record, addingEncoded: [], to: &output) }
        let start = output.count
        appendOwnColumns(of: record, to: &output)
        do throws(TableError) {
            try appendNew(newFields, to: &output)
        } catch {
            output.removeSubrange(start...)
            throw error
        }
        record.terminator?.append(to: &output)
    }

    /// Appends a row that was none of the file's: the user's columns are left empty.
    ///
    /// - Throws: `unencodable_character`; `output` is then as it was.
    public mutating func append(adding newFields: [String], to output: inout [UInt8]) throws(TableError) {
        let new = try encoded(newFields)
        for _ in 1..<max(1, columnCount) { output.append(delimiter) }
        output += new
        output.append(UInt8(ascii: "\n"))
    }

    /// Fields as `append(_:addingEncoded:to:)` takes them, for answers that recur: quoted and encoded once.
    ///
    /// - Throws: `unencodable_character`.
    public mutating func encoded(_ newFields: [String]) throws(TableError) -> [UInt8] {
        var bytes: [UInt8] = []
        try appendNew(newFields, to: &bytes)
        return bytes
    }

    /// Appends a row and new fields that `encoded(_:)` made.
    public func append(_ record: CSVRecord, addingEncoded newFields: [UInt8], to output: inout [UInt8]) {
        appendOwnColumns(of: record, to: &output)
        if !record.isBlank {
            output.append(contentsOf: newFields)
        } else if record.columnCount > 1 {
            for _ in names { output.append(delimiter) }
        }
        record.terminator?.append(to: &output)
    }

    private mutating func appendNew(_ newFields: [String], to output: inout [UInt8]) throws(TableError) {
        for index in names.indices {
            output.append(delimiter)
            if index < newFields.count { try fields.append(newFields[index], to: &output) }
        }
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
        record.raw.withUnsafeBufferPointer { output.append(contentsOf: $0) }
        if case .unterminatedQuote = record.fault { output.append(0x22) }
        if record.isBlank, record.columnCount == 1 { return }
        for _ in 0..<max(0, columnCount - record.columnCount) { output.append(delimiter) }
    }
}
