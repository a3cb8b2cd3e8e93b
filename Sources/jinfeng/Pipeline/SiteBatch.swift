import Intake
import Presenting
import Siting
import Tables

/// Some sites of an input on their way to a worker, cut off but, where that can be, not yet read.
enum SiteBatch: Sendable {
    case rows([SiteRow])
    case csv(CSVBatch)
    case ndjson(NDJSONBatch)
    case pairs(Float64PairBatch)

    /// How many bytes of the input it stands for.
    var byteCount: Int {
        switch self {
        case .rows: 0
        case .csv(let batch): batch.byteCount
        case .ndjson(let batch): batch.byteCount
        case .pairs(let batch): batch.byteCount
        }
    }
}

extension SiteInput {
    /// The next sites; nil at the end.
    ///
    /// - Parameter limit: about how many bytes of the input, where it is cut by bytes.
    /// - Returns: the sites.
    /// - Throws: where the input cannot be read.
    func nextBatch(upTo limit: Int) throws(TableError) -> SiteBatch? {
        switch self {
        case .csv(let input): return try input.sites.reader.nextBatch(upTo: limit).map { .csv($0) }
        case .ndjson(let input): return try input.sites.reader.nextBatch(upTo: limit).map { .ndjson($0) }
        case .pairs(let input): return try input.reader.nextBatch(upTo: limit).map { .pairs($0) }
        case .arguments, .geojson:
            var rows: [SiteRow] = []
            while rows.count < Self.rowsInBatch, let row = try next() { rows.append(row) }
            return rows.isEmpty ? nil : .rows(rows)
        }
    }

    private static var rowsInBatch: Int { 256 }
}
