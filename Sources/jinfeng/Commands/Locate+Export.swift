import Exchange
import Intake
import PlanarGeometry
import Planning
import Presenting
import Siting
import Tables
import Wording

extension Locate {
    /// Answers every row and writes the answers as one file of a GIS or office format.
    ///
    /// Such files are written whole: the rows are held until the last is answered.
    func export(_ input: SiteInput, _ job: AnswerJob, to path: String, as format: ExchangeFormat) throws {
        let language = job.language
        try Output.refuse(path, as: sites.input, language)
        if format != .postGIS { _ = try answers.replacing.file(at: path, language) }
        let locator = try data.locator(over: job.catalogue)
        let reader = SiteReader(frame: job.frame, accuracy: job.accuracy, gazetteer: job.gazetteer)
        var notes = RowNotes()
        var tally = Tally()
        var broken: TableError?
        let exported: ExportedAnswers
        do throws(TableError) {
            exported = try ExportedAnswers(
                job.columns.header, Bilingual(zh: "点位作答", en: "Sites answered"), as: format, of: input.table)
        } catch {
            throw Failure(error, language, status: .badData)
        }
        do throws(TableError) {
            while let row = try input.next() {
                let answered = row.answered(by: reader) { site throws(LocatorError) in
                    try locator.locate(site, confidence: job.confidence, layouts: job.layouts)
                }
                tally.count(answered.outcome)
                switch answered.outcome {
                case .success(let answer):
                    notes.add(
                        answer.site.notes + answer.notes, frame: answer.site.frameIdentifier, row: row.row)
                    exported.add(
                        answered.origin, id: answered.id, name: answered.name, job.columns.cells(answer),
                        at: .point(answer.site.position.point))
                case .failure(let error):
                    exported.add(
                        answered.origin, id: answered.id, name: answered.name, job.columns.cells(error),
                        at: nil)
                case nil:
                    guard let note = row.note else {
                        exported.addBlank()
                        continue
                    }
                    notes.add([note], frame: "", row: row.row)
                    // A workbook is the user's own table; other formats have no room for what lies nowhere.
                    if format == .workbook {
                        exported.add(
                            answered.origin, id: answered.id, name: answered.name,
                            job.columns.header.map { _ in .empty }, at: nil)
                    }
                }
            }
        } catch {
            // An input that breaks off ends the command with its exit code, but costs no good row its answer.
            broken = error
        }
        try input.checkForRows(tally.total, language)
        exported.boundaries = job.catalogue.importedBoundaries(of: job.layouts, on: job.asOf)
        for sentence in exported.boundaries { Messages.write(sentence[language]) }
        try exported.write(to: path, replacing: answers.replacing.force, language, data.asOf)
        notes.report(language)
        if let broken {
            throw Failure(
                broken, language, status: broken.code == "unreadable_input" ? .inputOutput : .badData)
        }
        try report(tally, language)
    }
}

extension SiteInput {
    /// The columns of the table the rows come from; nil where they come from none.
    fileprivate var table: (columns: [TableColumn], encoding: TextEncoding)? {
        guard case .csv(let input) = self else { return nil }
        return (input.sites.reader.columns, input.sites.reader.dialect.encoding)
    }
}
