import Intake
import Presenting
import Projection
import Siting
import Tables
import Wording

/// Answers raw pairs of numbers from tables and writes them as CSV rows, a block at a time.
struct PlainPairs: ~Copyable {
    private var plain: PlainAnswers
    private let dialect = CSVDialect()
    private let lineEnd: [UInt8]

    init(_ job: AnswerJob) throws {
        plain = try PlainAnswers(job, dialect: dialect)
        lineEnd = dialect.lineEnd.bytes
    }

    /// Answers some pairs of a batch, none of them among the first rows of all.
    mutating func answer(
        _ batch: Float64PairBatch, from first: Int, into answered: inout AnsweredBatch,
        _ answerer: SiteAnswerer
    ) throws {
        var notes = PlainNotes()
        for start in stride(from: first, to: batch.count, by: PlainAnswers.blockSize) {
            let block = start..<min(start + PlainAnswers.blockSize, batch.count)
            plain.clear()
            for place in block {
                let pair = batch[place]
                if !plain.take(pair.x, pair.y, order: .eastingFirst, inTwoColumns: false) { plain.leaveOut() }
            }
            try plain.locate()
            for place in block {
                try answer(place, place - start, batch, &notes, into: &answered, answerer)
            }
        }
    }

    private func answer(
        _ place: Int, _ row: Int, _ batch: Float64PairBatch, _ notes: inout PlainNotes,
        into answered: inout AnsweredBatch, _ answerer: SiteAnswerer
    ) throws {
        let kind = plain.kind(of: row)
        if let kind, let places = notes[kind] {
            write(row, into: &answered)
            answered.notes.count(places, rows: CollectionOfOne(batch.firstRow + place))
            return
        }
        for site in batch.rows(place..<place + 1) {
            if let kind, !kind.isRemote, case .success(let text) = site.text,
                let read = try? answerer.reader.site(text)
            {
                notes.add(answered.notes.places(of: read.notes, frame: read.frameIdentifier), of: kind)
                try answer(place, row, batch, &notes, into: &answered, answerer)
            } else {
                let places = try answerer.answer(site, into: &answered)
                if let kind, kind.isRemote { notes.add(places, of: kind) }
            }
        }
    }

    /// Writes a row of the table that has neither id nor name.
    private func write(_ row: Int, into answered: inout AnsweredBatch) {
        let at = plain.position(of: row)
        let delimiter = dialect.delimiter.rawValue
        answered.bytes.append(most: plain.mostBytes + 2 * FixedDecimals.mostBytes + 5) { place in
            place[0] = delimiter
            place[1] = delimiter
            var count = 2 + FixedDecimals.write(at.longitude, decimals: 9, to: place + 2)
            place[count] = delimiter
            count += 1
            count += FixedDecimals.write(at.latitude, decimals: 9, to: place + count)
            count += plain.write(row, to: place + count)
            for byte in lineEnd {
                place[count] = byte
                count += 1
            }
            return count
        }
        answered.endRow()
        answered.tally.countDone()
    }
}
