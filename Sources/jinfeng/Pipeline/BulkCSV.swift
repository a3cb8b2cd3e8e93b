import Presenting
import Projection
import Siting
import Tables
import Wording

/// Answers the rows of a CSV file: those that are plain from tables, without a word being made of them, the others as
/// if each were the only one.
struct BulkCSV: ~Copyable {
    private let job: AnswerJob
    private let columns: CSVSiteColumns
    private var batches: CSVBatchReader
    private var rows: CSVSiteRows
    private var plain: PlainCSV?
    private var record = CSVRecord()

    init(_ job: AnswerJob, _ columns: CSVSiteColumns, _ batches: CSVBatchReader) throws {
        self.job = job
        self.columns = columns
        self.batches = batches
        rows = try CSVSiteRows(columns)
    }

    /// Answers the records of a batch in order.
    mutating func answer(
        _ batch: CSVBatch, into answered: inout AnsweredBatch, _ answerer: SiteAnswerer
    ) throws {
        batches.begin(batch)
        var isInTables = false
        while batches.read(into: &record) {
            if record.position.row > AnswerJob.rowsBeforeTables, job.isTable {
                isInTables = true
                break
            }
            try answerer.answer(rows.row(record), into: &answered)
        }
        guard isInTables else { return }
        if case .csv = job.format {
            if plain == nil { plain = try PlainCSV(job, columns) }
            try plain?.answer(from: &batches, beginningWith: &record, rows: &rows, into: &answered, answerer)
            return
        }
        var rest = [rows.row(record)]
        while batches.read(into: &record) { rest.append(rows.row(record)) }
        try answerer.answerInBulk(rest, into: &answered)
    }
}
