internal import GeoJSON
internal import Intake
internal import Presenting
internal import Siting
internal import Tables

/// The sites of a body as it arrives, read row by row.
struct PostedSites: ~Copyable {
    // One of the three; a noncopyable enumeration cannot be changed where it stands.
    private var csv: CSVSites?
    private var ndjson: NDJSONSites?
    private var geojson: GeoJSONSites?

    /// Opens a body; where the request states the frame, one named in a header says nothing.
    init(_ source: ByteSource, _ type: BodyType, frameIsStated: Bool, lineLimit: Int) throws {
        switch type.kind {
        case .csv:
            csv = try CSVSites(
                source, options: CSVOptions(encoding: type.encoding, recordLimit: lineLimit, isLive: true),
                mapping: ColumnMapping(),
                overrulingHeaders: frameIsStated)
        case .ndjson:
            // JSON is UTF-8; to tell another encoding by its looks would take more of a stream than may have arrived.
            let text = try type.encoding.map { try source.decoded(from: $0) } ?? source
            ndjson = try NDJSONSites(
                text, mapping: ColumnMapping(),
                overrulingHeaders: frameIsStated)
        default:
            geojson = try GeoJSONSites(
                try source.decoded(from: type.encoding).all(), overrulingCRS: frameIsStated)
        }
    }

    /// The encoding of a table that keeps the sender's own columns; UTF-8 where the body is none.
    var tableEncoding: TextEncoding {
        switch csv {
        case .some(let sites): sites.reader.dialect.encoding
        case .none: .utf8
        }
    }

    /// A table that keeps the sender's own columns; nil where the body is none.
    func annotated(_ columns: AnswerColumns) throws(TableError) -> CSVAnswerWriter? {
        switch csv {
        case .some(let sites): try CSVAnswerWriter(columns, annotating: sites.reader)
        case .none: nil
        }
    }

    /// The next site; nil at the end.
    mutating func next() throws(TableError) -> SiteRow? {
        if let row = try csv?.next() { return row }
        if let row = try ndjson?.next() { return row }
        return geojson?.next()
    }
}
