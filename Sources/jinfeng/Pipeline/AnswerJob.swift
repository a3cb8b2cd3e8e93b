import Intake
import Planning
import Presenting
import Projection
import Siting
import Synchronization
import Tables
import Wording

/// Everything that settles how the sites of one run are answered: a value every worker has.
struct AnswerJob: Sendable {
    /// How batches are taken apart.
    enum Reading: Sendable {
        case rows
        case csv(CSVSiteColumns, CSVBatchReader)
        case ndjson(NDJSONSiteRules)
    }

    let catalogue: Catalogue
    let asOf: CalendarDate
    let confidence: Confidence
    let layouts: Set<String>?
    /// The frame of sites that name none; nil for WGS 84, taken for granted.
    let frame: ReferenceFrame?
    let accuracy: Double
    let gazetteer: Gazetteer?
    let columns: AnswerColumns
    let format: AnswerFormat
    let shape: StreamShape
    let language: Language
    let isSingle: Bool
    let reading: Reading
    /// The frame most sites are in: the one a header or a `crs` names, else the one stated.
    let usualFrame: ReferenceFrame
    /// How many threads answer.
    let threads: Int
    let table = SharedTable()

    /// From the row after this one on tables answer, which are dearer to make than so many rows to answer.
    ///
    /// A number of rows, not of bytes, so that the answers of a file do not hang on how it is read.
    static let rowsBeforeTables = 1024

    /// Whether answers are rows of a table, which tables of answers can fill.
    var isTable: Bool {
        switch format {
        case .csv, .geojson: true
        case .text, .json, .ndjson: false
        }
    }

    /// A writer for one worker's rows.
    func writer() throws(TableError) -> any AnswerWriter {
        switch format {
        case .text: return TextAnswerWriter(catalogue: catalogue, language: language, isFull: isSingle)
        case .json: return JSONAnswerWriter(isSingle ? .object : .array, language: language)
        case .ndjson: return JSONAnswerWriter(.lines, language: language)
        case .geojson: return GeoJSONAnswerWriter(columns, asSequence: shape.isSequence)
        case .csv:
            guard case .csv(let table, _) = reading else { return try CSVAnswerWriter(columns) }
            return try CSVAnswerWriter(columns, annotating: table.dialect, columnCount: table.count)
        }
    }
}

/// How answers leave beside their format.
struct StreamShape: Sendable {
    /// GeoJSON as a text sequence (RFC 8142), not as a collection.
    var isSequence = false
    /// What raw numbers of zone sets are taken from, where nothing else is wanted.
    var zoneSets: ZoneSets?
}

/// The tables of one run, made by whichever worker needs them first; the others wait for them.
final class SharedTable: Sendable {
    private let made = Mutex<BulkTable?>(nil)

    /// The tables.
    func table(for job: AnswerJob) throws(LocatorError) -> BulkTable {
        let frame = job.usualFrame.accuracy
        let accuracy = (job.accuracy * job.accuracy + frame * frame).squareRoot()
        return try made.withLock { made throws(LocatorError) in
            if let made { return made }
            let table = try BulkTable(
                job.catalogue, asOf: job.asOf, confidence: job.confidence, siteAccuracy: accuracy,
                zonesOnly: job.columns.zonesOnly, spreading: WorkerThread.spreading(over: job.threads))
            made = table
            return table
        }
    }
}
