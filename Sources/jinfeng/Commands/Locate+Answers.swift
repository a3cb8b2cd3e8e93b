import Presenting
import Siting
import Wording

extension Locate {
    /// Answers row after row; a bad row is answered in its place and costs no other.
    func answerAll(
        _ input: SiteInput, _ reader: SiteReader, _ locator: borrowing Locator, _ layouts: Set<String>?,
        _ writer: any AnswerWriter, _ output: Output
    ) throws {
        let language = data.speech.language
        let confidence = answers.confidence ?? .standard
        let isTable = writer is CSVAnswerWriter || writer is GeoJSONAnswerWriter
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
