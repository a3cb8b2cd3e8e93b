internal import Planning
internal import Siting
public import Tables

/// CSV: the user's own columns byte for byte with ours appended, or, where the input was no CSV, a plain table.
public final class CSVAnswerWriter: TableAnswerWriter {
    private let columns: AnswerColumns
    private var annotated: AnnotatedCSV?
    private var plain: CSVWriter
    private var header: [UInt8]

    /// A table of our own: id, name, longitude, latitude (WGS 84), then the answers.
    public init(_ columns: AnswerColumns) throws(TableError) {
        self.columns = columns
        annotated = nil
        plain = try CSVWriter()
        header = []
        try plain.append(row: ["id", "name", "longitude", "latitude"] + columns.header, to: &header)
    }

    /// The user's table with columns appended.
    public init(_ columns: AnswerColumns, annotating reader: borrowing CSVReader) throws(TableError) {
        self.columns = columns
        var annotated = try AnnotatedCSV(
            dialect: reader.dialect, columnCount: reader.columns.count, adding: columns.header)
        header = []
        try annotated.appendHeader(of: reader, to: &header)
        self.annotated = consume annotated
        plain = try CSVWriter()
    }

    /// The same for one of several workers, of whose tables only one has a header.
    public init(
        _ columns: AnswerColumns, annotating dialect: CSVDialect, columnCount: Int
    ) throws(TableError) {
        self.columns = columns
        annotated = try AnnotatedCSV(dialect: dialect, columnCount: columnCount, adding: columns.header)
        header = []
        plain = try CSVWriter()
    }

    /// Rows end where lines end; nothing stands between.
    public var separator: [UInt8] { [] }

    /// Nothing hangs on what was written before.
    public func resume(afterRows: Bool) {}

    /// Appends the header.
    public func begin(_ output: inout [UInt8]) { output += header }

    /// Appends one row.
    public func write(_ row: AnsweredRow, to output: inout [UInt8]) throws(TableError) {
        try write(TabulatedRow(row, columns), to: &output)
    }

    /// Appends one row.
    public func write(_ row: TabulatedRow, to output: inout [UInt8]) throws(TableError) {
        let fields = row.cells?.map(\.text) ?? columns.header.map { _ in "" }
        if annotated != nil {
            guard case .record(let record) = row.origin else {
                try annotated?.append(adding: fields, to: &output)
                return
            }
            try annotated?.append(record, adding: fields, to: &output)
            return
        }
        var position = ["", ""]
        if let at = row.site?.position {
            position = [Figures.fixed(at.longitude, decimals: 9), Figures.fixed(at.latitude, decimals: 9)]
        }
        let name = row.name ?? row.site?.name
        try plain.append(row: [row.id ?? "", name ?? ""] + position + fields, to: &output)
    }

    /// Nothing stands behind the last row.
    public func end(_ output: inout [UInt8]) {}
}
