import Exchange
import Intake
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
        let locator = try data.locator(over: job.catalogue)
        let reader = SiteReader(frame: job.frame, accuracy: job.accuracy, gazetteer: job.gazetteer)
        var notes = RowNotes()
        var tally = Tally()
        var broken: TableError?
        let exported: ExportedAnswers
        do throws(TableError) {
            exported = try ExportedAnswers(job.columns, as: format, input)
        } catch {
            throw Failure(error, language, status: .badData)
        }
        do throws(TableError) {
            while let row = try input.next() {
                let answered = row.answered(by: reader) { site throws(LocatorError) in
                    try locator.locate(site, confidence: job.confidence, layouts: job.layouts)
                }
                tally.count(answered.outcome)
                if case .success(let answer) = answered.outcome {
                    notes.add(
                        answer.site.notes + answer.notes, frame: answer.site.frameIdentifier, row: row.row)
                }
                exported.add(answered)
            }
        } catch {
            // An input that breaks off ends the command with its exit code, but costs no good row its answer.
            broken = error
        }
        try input.checkForRows(tally.total, language)
        try finish(exported, to: path, as: format, language)
        notes.report(language)
        if let broken {
            throw Failure(
                broken, language, status: broken.code == "unreadable_input" ? .inputOutput : .badData)
        }
        try report(tally, language)
    }

    private func finish(
        _ answers: ExportedAnswers, to path: String, as format: ExchangeFormat, _ language: Language
    ) throws {
        do throws(ExchangeError) {
            let outcome = try answers.finish(to: path, language, data.asOf)
            if outcome.omitted > 0 {
                let said = Bilingual(
                    zh: "\(format.name.zh) 容不下未能作答的 \(outcome.omitted) 行；改用 GeoPackage 或 XLSX 可保留。",
                    en: """
                        \(format.name.en) has no room for the \(outcome.omitted) rows that could not be answered; a \
                        GeoPackage or XLSX has.
                        """)
                Messages.write(said[language])
            }
        } catch {
            throw Failure(error, language)
        }
        if format == .workbook {
            let said = Bilingual(
                zh: "\(path) 是新工作簿：保留各列的值，不保留公式、格式与其他工作表。",
                en: """
                    \(path) is a new workbook: it keeps the values of every column, not formulas, formats or other \
                    sheets.
                    """)
            Messages.write(said[language])
        }
    }
}
