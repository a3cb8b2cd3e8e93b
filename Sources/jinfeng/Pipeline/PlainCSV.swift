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
    private var pieces = BulkPieces()
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
            for row in spans.indices {
                if try !write(row, bytes, &kinds, batches, &rows, into: &answered, answerer) {
                    batches.read(spans[row], into: &record)
                    try answerer.answer(rows.row(record), into: &answered)
                }
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
        fields.write(answers, places, land, longitudes: longitudes, latitudes: latitudes, into: &pieces)
    }

    /// Writes one row from the tables; false where they do not answer it, and nothing was written.
    private func write(
        _ row: Int, _ bytes: [UInt8], _ kinds: inout [(kind: Kind, places: [Int])],
        _ batches: CSVBatchReader, _ rows: inout CSVSiteRows, into answered: inout AnsweredBatch,
        _ answerer: SiteAnswerer
    ) throws -> Bool {
        let position = order[row]
        guard position >= 0 else { return false }
        var isRemote = false
        switch places[position] {
        case .unclear: return false
        case .remote: isRemote = true
        case .within, .beyond: break
        }
        let span = spans[row]
        if pieces.isOpen(position) { return false }
        let most = span.range.count + pieces.count(position) + 3
        let kind = Kind(remarks: remarks[position], isRemote: isRemote)
        let known = kinds.firstIndex { $0.kind == kind }
        if known == nil {
            var record = CSVRecord()
            batches.copy(span, into: &record)
            let site = rows.row(record)
            // Its answer holds no figure that a table would give otherwise, and a note of its own.
            guard !isRemote else {
                kinds.append((kind, try answerer.answer(site, into: &answered)))
                return true
            }
            guard case .success(let text) = site.text, let read = try? answerer.reader.site(text) else {
                return false
            }
            kinds.append((kind, answered.notes.places(of: read.notes, frame: read.frameIdentifier)))
        }
        answered.bytes.append(most: most) { place in
            write(span, position, bytes, to: place)
        }
        answered.notes.count(kinds[known ?? kinds.count - 1].places, row: span.row)
        answered.tally.countDone()
        answered.endRow()
        return true
    }

    /// Copies the row's own bytes, the fields and the line end, one behind the other.
    @inline(__always)
    private func write(
        _ span: CSVRowSpan, _ position: Int, _ bytes: [UInt8], to place: UnsafeMutablePointer<UInt8>
    ) -> Int {
        bytes.withUnsafeBufferPointer { source in
            guard let from = source.baseAddress else { return 0 }
            place.update(from: from + span.range.lowerBound, count: span.range.count)
            var count = span.range.count
            count += pieces.copy(position, to: place + count)
            // No error.
            place[count] = fields.separator
            count += 1
            for index in span.range.upperBound..<span.range.upperBound + span.endLength {
                place[count] = source[index]
                count += 1
            }
            return count
        }
    }
}
