import Intake
import Presenting
import Projection
import Siting
import Tables
import Wording

/// Answers CSV rows from tables and writes them, a block at a time.
struct PlainCSV: ~Copyable {
    private let reading: PlainCSVReading
    private var plain: PlainAnswers
    private var spans: [CSVRowSpan] = []
    private var record = CSVRecord()

    init(_ job: AnswerJob, _ columns: CSVSiteColumns) throws {
        plain = try PlainAnswers(job, dialect: columns.dialect)
        reading = PlainCSVReading(columns, job)
    }

    /// Answers the rest of a batch.
    mutating func answer(
        _ batches: inout CSVBatchReader, _ rows: inout CSVSiteRows, into answered: inout AnsweredBatch,
        _ answerer: SiteAnswerer
    ) throws {
        let bytes = batches.bytes
        var notes = PlainNotes()
        while true {
            batches.readRows(upTo: PlainAnswers.blockSize, reading.columns, into: &spans)
            guard !spans.isEmpty else { return }
            readPositions(bytes)
            try plain.locate()
            var row = 0
            while row < spans.count {
                let kind = plain.kind(of: row)
                if let kind,
                    let places = places(of: kind, row, &notes, batches, &rows, &answered, answerer)
                {
                    let run = row..<endOfRun(of: kind, from: row)
                    write(run, bytes, into: &answered)
                    answered.notes.count(places, rows: spans[run].lazy.map(\.row))
                    row = run.upperBound
                    continue
                }
                batches.read(spans[row], into: &record)
                let places = try answerer.answer(rows.row(record), into: &answered)
                if let kind, kind.isRemote { notes.add(places, of: kind) }
                row += 1
            }
        }
    }

    private mutating func readPositions(_ bytes: [UInt8]) {
        plain.clear()
        bytes.withUnsafeBufferPointer { bytes in
            for span in spans where !span.isPlain || !reading.read(span, bytes, into: &plain) {
                plain.leaveOut()
            }
        }
    }

    private func endOfRun(of kind: PlainAnswers.Kind, from row: Int) -> Int {
        var end = row + 1
        while end < spans.count, plain.kind(of: end) == kind { end += 1 }
        return end
    }

    /// The places of the notes that rows of a kind have; nil where they are not known from other rows, and the answer
    /// itself must tell.
    private func places(
        of kind: PlainAnswers.Kind, _ row: Int, _ notes: inout PlainNotes, _ batches: CSVBatchReader,
        _ rows: inout CSVSiteRows, _ answered: inout AnsweredBatch, _ answerer: SiteAnswerer
    ) -> [Int]? {
        if let known = notes[kind] { return known }
        guard !kind.isRemote else { return nil }
        var record = CSVRecord()
        batches.copy(spans[row], into: &record)
        guard case .success(let text) = rows.row(record).text, let read = try? answerer.reader.site(text)
        else {
            return nil
        }
        let places = answered.notes.places(of: read.notes, frame: read.frameIdentifier)
        notes.add(places, of: kind)
        return places
    }

    /// Writes rows that the tables answer: each row's own bytes, the fields and the line end, one behind the other.
    private func write(_ run: Range<Int>, _ bytes: [UInt8], into answered: inout AnsweredBatch) {
        bytes.withUnsafeBufferPointer { source in
            guard let from = source.baseAddress else { return }
            for row in run {
                let span = spans[row]
                answered.bytes.append(most: span.range.count + plain.mostBytes + 2) { place in
                    place.update(from: from + span.range.lowerBound, count: span.range.count)
                    var count = span.range.count
                    count += plain.write(row, to: place + count)
                    for index in span.range.upperBound..<span.range.upperBound + span.endLength {
                        place[count] = source[index]
                        count += 1
                    }
                    return count
                }
                answered.endRow()
            }
        }
        answered.tally.countDone(run.count)
    }
}
