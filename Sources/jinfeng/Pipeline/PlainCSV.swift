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
    private var positions: PlainPositions
    private var answers = BulkAnswers()
    private var items: [Item] = []

    /// A row of the block: the record, and its place among the positions where it is plain.
    private struct Item {
        let record: CSVRecord
        let position: Int?
        let remarks: ReadingRemarks
    }

    private static let blockSize = 1024

    init(_ job: AnswerJob, _ columns: CSVSiteColumns) throws {
        let table = try job.table.table(for: job)
        let fields = try BulkFields(table, job.columns, dialect: columns.dialect)
        let positions = try PlainPositions(job.usualFrame)
        self.table = table
        self.fields = fields
        self.positions = positions
        reading = PlainCSVReading(columns, job)
    }

    /// Answers the rest of a batch, beginning with a record that was read already.
    mutating func answer(
        from batches: inout CSVBatchReader, beginningWith record: inout CSVRecord,
        rows: inout CSVSiteRows, into answered: inout AnsweredBatch, _ answerer: SiteAnswerer
    ) throws {
        // Rows with equal remarks have notes of equal kinds; of each the words are made once a batch.
        var kinds: [Kind: [Int]] = [:]
        var hasMore = true
        while hasMore {
            items.removeAll(keepingCapacity: true)
            positions.clear()
            repeat {
                items.append(read(record))
                hasMore = batches.read(into: &record)
            } while hasMore && items.count < Self.blockSize
            positions.carry()
            let (longitudes, latitudes) = (positions.longitudes, positions.latitudes)
            try table.locator.locate(
                longitudes: longitudes.span, latitudes: latitudes.span, into: &answers)
            for item in items {
                if try !write(item, &kinds, &rows, into: &answered, answerer) {
                    try answerer.answer(rows.row(item.record), into: &answered)
                }
            }
        }
    }

    /// What the notes of a row hang on.
    private struct Kind: Hashable {
        let remarks: ReadingRemarks
        let isRemote: Bool
    }

    private mutating func read(_ record: CSVRecord) -> Item {
        let place = positions.count
        let remarks = reading.read(record, into: &positions)
        return Item(record: record, position: remarks == nil ? nil : place, remarks: remarks ?? [])
    }

    /// Writes one row from the tables; false where they do not answer it, and nothing was written.
    private func write(
        _ item: Item, _ kinds: inout [Kind: [Int]], _ rows: inout CSVSiteRows,
        into answered: inout AnsweredBatch, _ answerer: SiteAnswerer
    ) throws -> Bool {
        guard let position = item.position else { return false }
        let (longitude, latitude) = (positions.longitudes[position], positions.latitudes[position])
        let place = table.place(longitude, latitude)
        if case .unclear = place { return false }
        let isRemote = if case .remote = place { true } else { false }
        let kind = Kind(remarks: item.remarks, isRemote: isRemote)
        var known = kinds[kind]
        if known == nil, isRemote {
            // Its answer holds no figure that a table would give otherwise, and a note of its own.
            kinds[kind] = try answerer.answer(rows.row(item.record), into: &answered)
            return true
        }
        let start = answered.bytes.count
        item.record.appendOwn(to: &answered.bytes)
        guard
            fields.append(
                position, of: answers, place, longitude: longitude, latitude: latitude, to: &answered.bytes)
        else {
            answered.bytes.removeSubrange(start...)
            return false
        }
        item.record.appendEnd(to: &answered.bytes)
        let row = item.record.position.row
        if known == nil, case .success(let text) = rows.row(item.record).text,
            let site = try? answerer.reader.site(text)
        {
            known = answered.notes.places(of: site.notes, frame: site.frameIdentifier)
            kinds[kind] = known
        }
        answered.notes.count(known ?? [], row: row)
        answered.tally.countDone()
        answered.rows += 1
        answered.rowEnds.append(answered.bytes.count)
        return true
    }
}
