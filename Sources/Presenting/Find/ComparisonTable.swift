internal import PlanarGeometry
internal import Planning
internal import Siting
public import Tables

/// A comparison as CSV, in the order of the input: the rank stands in a column of its own.
///
/// The user's own table is given back byte for byte with our columns appended; where the input was no CSV, the table
/// is ours.
public struct ComparisonTable: ~Copyable {
    private let columns: ComparisonColumns
    private var annotated: AnnotatedCSV?
    private let header: [UInt8]

    /// A table of our own: id, name, then the answers.
    public init(_ columns: ComparisonColumns) throws(TableError) {
        self.columns = columns
        annotated = nil
        var writer = try CSVWriter()
        var header: [UInt8] = []
        try writer.append(row: ["id", "name"] + columns.header, to: &header)
        self.header = header
    }

    /// The user's table with columns appended; made while its reader stands before the first row.
    public init(_ columns: ComparisonColumns, annotating reader: borrowing CSVReader) throws(TableError) {
        self.columns = columns
        var annotated = try AnnotatedCSV(
            dialect: reader.dialect, columnCount: reader.columns.count, adding: columns.header)
        var header: [UInt8] = []
        try annotated.appendHeader(of: reader, to: &header)
        self.annotated = consume annotated
        self.header = header
    }

    /// The table with all rows of a comparison.
    ///
    /// - Throws: `unencodable_character`.
    public mutating func csv(_ comparison: CandidateComparison) throws(TableError) -> [UInt8] {
        var bytes = header
        var plain = try CSVWriter()
        for (row, rank) in zip(comparison.rows, comparison.ranks) {
            let fields =
                row.outcome == nil
                ? columns.header.map { _ in "" } : columns.cells(row, rank: rank).map(\.text)
            if case .record(let record) = row.origin, annotated != nil {
                try annotated?.append(record, adding: fields, to: &bytes)
            } else {
                let name = row.name ?? row.screened?.candidate.name
                try plain.append(row: [row.id ?? "", name ?? ""] + fields, to: &bytes)
            }
        }
        return bytes
    }
}
