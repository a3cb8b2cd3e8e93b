import Exchange
import Presenting
import Siting
import Tables
import Wording

extension Locate {
    /// Answers every row and writes the answers as one file of a GIS or office format.
    func exportAll(
        _ input: SiteInput, _ reader: SiteReader, _ locator: borrowing Locator, _ layouts: Set<String>?,
        _ columns: AnswerColumns, to path: String, as format: ExchangeFormat
    ) throws {
        let language = data.speech.language
        try Output.refuse(path, as: sites.input, language)
        let exported: ExportedAnswers
        do throws(TableError) {
            exported = try ExportedAnswers(columns, as: format, input)
        } catch {
            throw Failure(error, language, status: .badData)
        }
        // A bad row ends the command with its exit code, but costs no good one its answer.
        let answered = Result {
            try answerAll(input, reader, locator, layouts, exported, try Output(path: nil, language))
        }
        do throws(ExchangeError) {
            let outcome = try exported.finish(to: path, language, data.asOf)
            if outcome.omitted > 0 {
                Messages.write(
                    Bilingual(
                        zh: "\(format.name.zh) 容不下未能作答的 \(outcome.omitted) 行；改用 GeoPackage 或 XLSX 可保留。",
                        en:
                            "\(format.name.en) has no room for the \(outcome.omitted) rows that could not be answered; a "
                            + "GeoPackage or XLSX has.")[language])
            }
        } catch {
            throw Failure(error, language)
        }
        if format == .workbook {
            Messages.write(
                Bilingual(
                    zh: "\(path) 是新工作簿：保留各列的值，不保留公式、格式与其他工作表。",
                    en:
                        "\(path) is a new workbook: it keeps the values of every column, not formulas, formats or other sheets."
                )[
                    language])
        }
        try answered.get()
    }

    /// Answers row after row; a bad row is answered in its place and costs no other.
    func answerAll(
        _ input: SiteInput, _ reader: SiteReader, _ locator: borrowing Locator, _ layouts: Set<String>?,
        _ writer: any AnswerWriter, _ output: Output
    ) throws {
        let language = data.speech.language
        let confidence = answers.confidence ?? .standard
        let isTable = writer is CSVAnswerWriter || writer is GeoJSONAnswerWriter || writer is ExportedAnswers
        var notes = RowNotes()
        var tally = Tally()
        try input.forEachRow(
            writingTo: output, language, begin: writer.begin,
            handle: { row, bytes in
                let answered = row.answered(by: reader) { site throws(LocatorError) in
                    try locator.locate(site, confidence: confidence, layouts: layouts)
                }
                tally.count(answered.outcome)
                if isTable, case .success(let answer) = answered.outcome {
                    notes.add(
                        answer.site.notes + answer.notes, frame: answer.site.frameIdentifier, row: row.row)
                }
                // One position asked in words: what is wrong with it is a message, not a result.
                if input.isSingle, writer is TextAnswerWriter, case .failure(let error) = answered.outcome {
                    throw Failure(error, language, status: .badData)
                }
                try writer.write(answered, to: &bytes)
            }, end: writer.end)
        notes.report(language)
        try tally.report(
            Bilingual(
                zh: "共 \(tally.total) 行，\(tally.failed) 行未能作答（见各行错误），其余 \(tally.done) 行已作答。",
                en:
                    "\(tally.failed) of \(tally.total) rows could not be answered (see the error in each); the other "
                    + "\(tally.done) were."), language)
    }
}
