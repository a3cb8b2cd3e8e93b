/// One row of a CSV file: its fields, and its own bytes to be copied as they are.
///
/// A row with a `problem` is still a row: it keeps its place and its bytes, and `AnnotatedCSV` copies it.
public struct CSVRecord: Sendable {
    /// Where the row stands.
    public internal(set) var position = RowPosition(row: 0, line: 0)
    /// Where the row's first byte stands in the input, counted from 0.
    public internal(set) var offset = 0
    /// The row's bytes without its line end; empty for a row beyond the length limit.
    public internal(set) var raw: ArraySlice<UInt8> = []
    /// What ended the row; nil at the end of a file without a last line end.
    public internal(set) var terminator: LineEnd?
    /// Whether the row says nothing.
    ///
    /// It is an empty line, or only delimiters and spaces, as Excel leaves them below a table: no site and no
    /// error; copy it.
    public internal(set) var isBlank = false

    /// Where each field begins in `raw`.
    var starts: [Int] = []
    var hasQuotes = false
    var fault: CSVFault?

    /// An empty record, to be read into.
    public init() {}

    /// How many fields the row has; see `problem` for whether it should.
    public var columnCount: Int { starts.count }

    /// What is wrong with the row as a whole; nil for a good one.
    public var problem: TableError? {
        switch fault {
        case nil: nil
        case .columnCount(let expected):
            .wrongColumnCount(found: columnCount, expected: expected, at: position)
        case .unterminatedQuote(let line):
            .unterminatedQuote(openedOn: line, column: columnCount, at: position)
        case .nulByte(let column): .nulByte(column: column, at: position)
        case .tooLong(let limit): .lineTooLong(limit: limit, at: position)
        }
    }

    /// The bytes of one field, unquoted; empty for a column the row does not have.
    public func bytes(of column: Int) -> ArraySlice<UInt8> {
        let field = rawBytes(of: column)
        guard hasQuotes, field.first == 0x22 else { return field }
        let content = field.dropFirst()
        if let closing = content.firstIndex(of: 0x22), closing == content.endIndex - 1 {
            return content.dropLast()
        }
        var unquoted: [UInt8] = []
        unquoted.reserveCapacity(content.count)
        var isInside = true
        var index = content.startIndex
        while index < content.endIndex {
            let byte = content[index]
            index += 1
            if isInside, byte == 0x22 {
                guard index < content.endIndex, content[index] == 0x22 else {
                    isInside = false
                    continue
                }
                index += 1
            }
            unquoted.append(byte)
        }
        return unquoted[...]
    }

    /// The text of one field; empty for a column the row does not have.
    ///
    /// - Throws: `undecodable_text`, naming row, column and byte offset. It is an error of this row only.
    public func text(of column: TableColumn, using decoder: inout TextDecoder) throws(TableError) -> String {
        let field = bytes(of: column.index)
        switch decoder.decode(field) {
        case .text(let text): return text
        case .fault(let fault):
            // Unquoting may have shifted the byte; its value is exact, its offset then that of the field.
            let raw = rawBytes(of: column.index)
            let lead = raw.startIndex - self.raw.startIndex
            let shift = field.startIndex >= raw.startIndex && field.endIndex <= raw.endIndex
            let within = shift ? field.startIndex - raw.startIndex + fault : 0
            throw .undecodable(
                decoder.encoding, byte: field[field.startIndex + fault], offset: offset + lead + within,
                at: position, field: column.name)
        }
    }

    private func rawBytes(of column: Int) -> ArraySlice<UInt8> {
        guard starts.indices.contains(column) else { return [] }
        let end = column + 1 < starts.count ? starts[column + 1] - 1 : raw.count
        return raw[raw.startIndex + starts[column]..<raw.startIndex + end]
    }
}

/// What can be wrong with a row, as small as it can be kept: it is made for every row.
enum CSVFault: Sendable {
    case columnCount(expected: Int)
    case unterminatedQuote(line: Int)
    case nulByte(column: Int)
    case tooLong(limit: Int)
}
