import Intake
import Planning
import Presenting
import Siting
import Tables
import Wording

/// Answers batch after batch; bound to the thread that made it, as everything GEOS and PROJ make is.
final class SiteAnswerer {
    let job: AnswerJob
    let reader: SiteReader
    let writer: any AnswerWriter
    private let locator: Locator
    private var csv: BulkCSV?
    private var bulk: BulkRows?
    private let lines: NDJSONSiteRows?
    private var pairs: PairAnswers?
    private var plainPairs: PlainPairs?

    /// Makes everything a worker needs ready.
    init(_ job: AnswerJob) throws {
        self.job = job
        reader = SiteReader(
            frame: job.frame, accuracy: job.accuracy, gazetteer: job.gazetteer,
            zones: job.gazetteer == nil ? nil : ZoneNames(job.catalogue, asOf: job.asOf))
        do throws(TableError) {
            writer = try job.writer()
        } catch {
            throw Failure(error, job.language, status: .badData)
        }
        do throws(LocatorError) {
            locator = try Locator(job.catalogue, asOf: job.asOf)
        } catch {
            throw Failure(error, job.language, status: .badData)
        }
        if case .ndjson(let rules) = job.reading { lines = NDJSONSiteRows(rules) } else { lines = nil }
    }

    /// Answers one batch, whatever happens in it.
    ///
    /// - Parameters:
    ///   - batch: the sites.
    ///   - storage: memory to be used again, whatever is in it.
    /// - Returns: the answers as they leave.
    func answer(_ batch: SiteBatch, reusing storage: [UInt8] = []) -> AnsweredBatch {
        var answered = AnsweredBatch(reusing: storage)
        answered.inputBytes = batch.byteCount
        writer.resume(afterRows: false)
        do {
            switch batch {
            case .rows(let rows): try answer(rows, into: &answered)
            case .ndjson(let batch):
                let texts = batch.lines
                try inBlocks(of: texts.count) { block in
                    try answer(texts[block].compactMap { lines?.row($0) }, into: &answered)
                }
            case .csv(let batch): try answer(batch, into: &answered)
            case .pairs(let batch):
                if let sets = job.shape.zoneSets {
                    if pairs == nil { pairs = try PairAnswers(sets, in: job.usualFrame) }
                    pairs?.answer(batch, into: &answered)
                } else {
                    try answer(batch, into: &answered)
                }
            }
        } catch let failure as Failure {
            answered.failure = failure
        } catch let error as TableError {
            answered.failure = Failure(error, job.language, status: .badData)
        } catch let error as LocatorError {
            answered.failure = Failure(error, job.language, status: .badData)
        } catch {
            answered.failure = Failure(text: "jinfeng: \(error)", status: .internal)
        }
        return answered
    }

    /// Rows are taken apart some hundred at a time: read, each has twenty times the bytes it had in the input.
    private func inBlocks(of count: Int, _ body: (Range<Int>) throws -> Void) rethrows {
        for start in stride(from: 0, to: count, by: Self.rowsInBlock) {
            try body(start..<min(start + Self.rowsInBlock, count))
        }
    }

    /// How many rows are read before they are answered.
    static var rowsInBlock: Int { 512 }

    private func answer(_ batch: CSVBatch, into answered: inout AnsweredBatch) throws {
        guard case .csv(let columns, let reading) = job.reading else { return }
        if csv == nil { csv = try BulkCSV(job, columns, reading) }
        try csv?.answer(batch, into: &answered, self)
    }

    private func answer(_ batch: Float64PairBatch, into answered: inout AnsweredBatch) throws {
        var first = 0
        if case .csv = job.format {
            first = min(batch.count, max(0, AnswerJob.rowsBeforeTables + 1 - batch.firstRow))
            if first < batch.count {
                try answer(batch.rows(0..<first), into: &answered)
                if plainPairs == nil { plainPairs = try PlainPairs(job) }
                try plainPairs?.answer(batch, from: first, into: &answered, self)
                return
            }
        }
        try inBlocks(of: batch.count) { try answer(batch.rows($0), into: &answered) }
    }

    private func answer(_ rows: [SiteRow], into answered: inout AnsweredBatch) throws {
        guard job.isTable, let last = rows.last?.row, last > AnswerJob.rowsBeforeTables else {
            for row in rows { try answer(row, into: &answered) }
            return
        }
        try answerInBulk(rows, into: &answered)
    }

    /// Answers rows of a table, from tables of answers where the row's number allows.
    func answerInBulk(_ rows: [SiteRow], into answered: inout AnsweredBatch) throws {
        if bulk == nil { bulk = try BulkRows(job) }
        try bulk?.answer(rows, into: &answered, self)
    }

    /// Answers one row as if it were the only one.
    ///
    /// - Returns: the places of the kinds of its notes, where it has any that are told.
    @discardableResult
    func answer(_ row: SiteRow, into answered: inout AnsweredBatch) throws -> [Int] {
        let result = row.answered(by: reader) { site throws(LocatorError) in
            try locator.locate(site, confidence: job.confidence, layouts: job.layouts)
        }
        answered.tally.count(result.outcome)
        var places: [Int] = []
        if let note = row.note { answered.notes.add([note], frame: "", row: row.row) }
        if job.isTable, case .success(let answer) = result.outcome {
            places = answered.notes.add(
                answer.site.notes + answer.notes, frame: answer.site.frameIdentifier, row: row.row)
        }
        // One position asked in words: what is wrong with it is a message, not a result.
        if job.isSingle, writer is TextAnswerWriter, case .failure(let error) = result.outcome {
            throw Failure(error, job.language, status: .badData)
        }
        try answered.bytes.append { bytes throws(TableError) in try writer.write(result, to: &bytes) }
        answered.endRow()
        return places
    }
}
