import Intake
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
        // A record that only its reader could read is none for tables.
        let isOdd = batches.isSingle
        while (isOdd || !job.isTable || batches.nextRow <= AnswerJob.rowsBeforeTables),
            batches.read(into: &record)
        {
            try answerer.answer(rows.row(record), into: &answered)
        }
        guard job.isTable, !isOdd else { return }
        if case .csv = job.format {
            if plain == nil, batches.hasMore { plain = try PlainCSV(job, columns) }
            try plain?.answer(&batches, &rows, into: &answered, answerer)
            return
        }
        var block: [SiteRow] = []
        while batches.read(into: &record) {
            block.append(rows.row(record))
            if block.count == SiteAnswerer.rowsInBlock || !batches.hasMore {
                try answerer.answerInBulk(block, into: &answered)
                block.removeAll(keepingCapacity: true)
            }
        }
    }
}
