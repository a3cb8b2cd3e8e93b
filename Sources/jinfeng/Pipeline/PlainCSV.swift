import Intake
import Presenting
import Projection
import Siting
import Tables
import Wording

/// Answers CSV rows from tables and writes them, a block at a time.
struct PlainCSV: ~Copyable {
    private let table: BulkTable
    private let fields: BulkFields
    private let reading: PlainCSVReading
    private let zonesOnly: Bool
    private var positions: PlainPositions
    private var answers = BulkAnswers()
    private var spans: [CSVRowSpan] = []
    /// For each row its place among the positions, −1 where it is not plain.
    private var order: [Int] = []
    private var remarks: [ReadingRemarks] = []
    private var places: [BulkTable.Place] = []
    private var land = BulkLand()
    private var leads = BulkLeads()
    private var record = CSVRecord()

    /// What the notes of a row hang on.
    private struct Kind: Equatable {
        let remarks: ReadingRemarks
        let isRemote: Bool
    }

    /// Rows whose positions wait for memory together; more would leave the caches.
    private static let blockSize = 1024

    init(_ job: AnswerJob, _ columns: CSVSiteColumns) throws {
        let table = try job.table.table(for: job)
        let fields = try BulkFields(table, job.columns, dialect: columns.dialect)
        let positions = try PlainPositions(job.usualFrame)
        self.table = table
        self.fields = fields
        self.positions = positions
        zonesOnly = job.columns.zonesOnly
        reading = PlainCSVReading(columns, job)
    }

    /// Answers the rest of a batch.
    mutating func answer(
        _ batches: inout CSVBatchReader, _ rows: inout CSVSiteRows, into answered: inout AnsweredBatch,
        _ answerer: SiteAnswerer
    ) throws {
        let bytes = batches.bytes
        // Rows with equal remarks have notes of equal kinds; of each the words are made once a batch.
        var kinds: [(kind: Kind, places: [Int])] = []
        while true {
            batches.readRows(upTo: Self.blockSize, reading.columns, into: &spans)
            guard !spans.isEmpty else { return }
            readPositions(bytes)
            try locate()
            var row = 0
            while row < spans.count {
                let kind = kind(of: row)
                if let kind, let places = notes(on: row, kind, &kinds, batches, &rows, &answered, answerer) {
                    let run = row..<endOfRun(of: kind, from: row)
                    write(run, bytes, into: &answered)
                    answered.notes.count(places, rows: spans[run].lazy.map(\.row))
                    row = run.upperBound
                    continue
                }
                batches.read(spans[row], into: &record)
                let places = try answerer.answer(rows.row(record), into: &answered)
                // Its answer held no figure that a table would give otherwise, and a note of its own.
                if let kind, kind.isRemote { kinds.append((kind, places)) }
                row += 1
            }
        }
    }

    private mutating func readPositions(_ bytes: [UInt8]) {
        positions.clear()
        order.removeAll(keepingCapacity: true)
        remarks.removeAll(keepingCapacity: true)
        bytes.withUnsafeBufferPointer { bytes in
            for span in spans {
                guard span.isPlain, let remarks = reading.read(span, bytes, into: &positions) else {
                    order.append(-1)
                    continue
                }
                order.append(positions.count - 1)
                self.remarks.append(remarks)
            }
        }
        positions.carry()
    }

    private mutating func locate() throws(LocatorError) {
        let (longitudes, latitudes) = (positions.longitudes, positions.latitudes)
        try table.locate(
            longitudes: longitudes.span, latitudes: latitudes.span, zonesOnly: zonesOnly, into: &answers)
        places.removeAll(keepingCapacity: true)
        for position in longitudes.indices {
            places.append(table.place(longitudes[position], latitudes[position]))
        }
        if !zonesOnly { table.look(places, longitudes: longitudes, latitudes: latitudes, into: &land) }
        fields.choose(answers, places, land, longitudes: longitudes, latitudes: latitudes, into: &leads)
    }

    /// What the notes of a row hang on; nil where the tables do not answer it.
    private func kind(of row: Int) -> Kind? {
        let position = order[row]
        guard position >= 0, !leads.isOpen(position) else { return nil }
        return switch places[position] {
        case .unclear: nil
        case .remote: Kind(remarks: remarks[position], isRemote: true)
        case .within, .beyond: Kind(remarks: remarks[position], isRemote: false)
        }
    }

    private func endOfRun(of kind: Kind, from row: Int) -> Int {
        var end = row + 1
        while end < spans.count, self.kind(of: end) == kind { end += 1 }
        return end
    }

    /// The places of the notes that rows of a kind have; nil where they are not known from other rows, and the answer
    /// itself must tell.
    private func notes(
        on row: Int, _ kind: Kind, _ kinds: inout [(kind: Kind, places: [Int])], _ batches: CSVBatchReader,
        _ rows: inout CSVSiteRows, _ answered: inout AnsweredBatch, _ answerer: SiteAnswerer
    ) -> [Int]? {
        if let known = kinds.first(where: { $0.kind == kind }) { return known.places }
        guard !kind.isRemote else { return nil }
        var record = CSVRecord()
        batches.copy(spans[row], into: &record)
        guard case .success(let text) = rows.row(record).text, let read = try? answerer.reader.site(text)
        else {
            return nil
        }
        let places = answered.notes.places(of: read.notes, frame: read.frameIdentifier)
        kinds.append((kind, places))
        return places
    }

    /// Writes rows that the tables answer: each row's own bytes, the fields and the line end, one behind the other.
    private func write(_ run: Range<Int>, _ bytes: [UInt8], into answered: inout AnsweredBatch) {
        bytes.withUnsafeBufferPointer { source in
            guard let from = source.baseAddress else { return }
            for row in run {
                let span = spans[row]
                answered.bytes.append(most: span.range.count + fields.mostBytes + 3) { place in
                    place.update(from: from + span.range.lowerBound, count: span.range.count)
                    var count = span.range.count
                    count += fields.write(order[row], answers, leads, to: place + count)
                    // No error.
                    place[count] = fields.separator
                    count += 1
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
