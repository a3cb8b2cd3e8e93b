internal import GeoJSON
internal import Intake
internal import Presenting
internal import Tables

/// The candidates of a body, read row by row.
struct PostedCandidates: ~Copyable {
    // One of the three; a noncopyable enumeration cannot be changed where it stands.
    private var csv: CSVCandidates?
    private var ndjson: NDJSONCandidates?
    private var geojson: GeoJSONCandidates?

    /// Opens a body; where the request states the frame, one named in a header says nothing.
    init(_ body: ReadBody, frameIsStated: Bool) throws {
        switch body.type.kind {
        case .csv:
            csv = try CSVCandidates(
                ByteSource(body.bytes), options: CSVOptions(encoding: body.type.encoding),
                mapping: ColumnMapping(), overrulingHeaders: frameIsStated)
        case .ndjson:
            ndjson = try NDJSONCandidates(
                ByteSource(try body.text()), mapping: ColumnMapping(), overrulingHeaders: frameIsStated)
        default: geojson = try GeoJSONCandidates(try body.text(), overrulingCRS: frameIsStated)
        }
    }

    /// The encoding of a table that keeps the sender's own columns; UTF-8 where the body is none.
    var tableEncoding: TextEncoding {
        switch csv {
        case .some(let candidates): candidates.reader.dialect.encoding
        case .none: .utf8
        }
    }

    /// The table the answers go into; CSV keeps the sender's own columns.
    func table(_ columns: ComparisonColumns) throws(TableError) -> ComparisonTable {
        switch csv {
        case .some(let candidates): try ComparisonTable(columns, annotating: candidates.reader)
        case .none: try ComparisonTable(columns)
        }
    }

    /// The next candidate; nil at the end.
    mutating func next() throws(TableError) -> CandidateRow? {
        if let row = try csv?.next() { return row }
        if let row = try ndjson?.next() { return row }
        return geojson?.next()
    }
}
