import Intake
import Planning
import Presenting
import Projection
import Siting
import Tables

/// Answers rows that were read one by one from tables, a batch at a time.
struct BulkRows {
    private let job: AnswerJob
    private let table: BulkTable
    private let cells: BulkCells
    private var answers = BulkAnswers()
    private var land = BulkLand()

    init(_ job: AnswerJob) throws(LocatorError) {
        self.job = job
        table = try job.table.table(for: job)
        cells = BulkCells(table, job.columns)
    }

    private enum Waiting {
        /// To be answered as if it were the only one.
        case alone
        /// To be answered from tables, its place among the positions.
        case site(Site, Int)
    }

    /// Answers rows in order, those that tables can answer from them.
    mutating func answer(
        _ rows: [SiteRow], into answered: inout AnsweredBatch, _ answerer: SiteAnswerer
    ) throws {
        guard let writer = answerer.writer as? any TableAnswerWriter else { return }
        var longitudes: [Double] = []
        var latitudes: [Double] = []
        let waiting = rows.map { row in
            guard let site = usual(row, answerer.reader),
                isPlain(table.place(site.position.longitude, site.position.latitude))
            else { return Waiting.alone }
            longitudes.append(site.position.longitude)
            latitudes.append(site.position.latitude)
            return .site(site, longitudes.count - 1)
        }
        try table.locate(
            longitudes: longitudes.span, latitudes: latitudes.span, zonesOnly: job.columns.zonesOnly,
            into: &answers)
        let places = zip(longitudes, latitudes).map { table.place($0, $1) }
        table.look(places, longitudes: longitudes, latitudes: latitudes, into: &land)
        for (row, waiting) in zip(rows, waiting) {
            guard case .site(let site, let place) = waiting,
                let cells = cells.cells(
                    place, of: answers, places[place], land,
                    longitude: longitudes[place], latitude: latitudes[place])
            else {
                try answerer.answer(row, into: &answered)
                continue
            }
            answered.tally.countDone()
            answered.notes.add(site.notes, frame: site.frameIdentifier, row: row.row)
            let tabulated = TabulatedRow(
                origin: row.origin, id: row.id, name: row.name, site: site, cells: cells)
            try answered.bytes.append { bytes throws(TableError) in
                try writer.write(tabulated, to: &bytes)
            }
            answered.endRow()
        }
    }

    /// The site of a row as the tables were made for: by coordinates, in the usual frame, as well known as all.
    private func usual(_ row: SiteRow, _ reader: SiteReader) -> Site? {
        guard let number = row.row, number > AnswerJob.rowsBeforeTables, case .success(let text) = row.text,
            case .coordinates = text.position, let site = try? reader.site(text),
            site.frame == job.usualFrame, site.accuracy == job.accuracy
        else { return nil }
        return site
    }

    private func isPlain(_ place: BulkTable.Place) -> Bool {
        switch place {
        case .within, .beyond: true
        case .remote, .unclear: false
        }
    }
}
