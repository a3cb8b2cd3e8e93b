import Glibc
import Presenting
import Siting
import Tables
import Wording

/// How many rows were answered, how many could not be, and what was noted on the way.
struct Tally {
    private(set) var answered = 0
    private(set) var failed = 0
    private var noted: Set<String> = []

    mutating func count(_ row: AnsweredRow) {
        switch row.outcome {
        case .success: answered += 1
        case .failure: failed += 1
        case nil: break
        }
    }

    /// Says on the error stream, once each, what was decided in reading positions: a table has no room for it.
    mutating func passOn(_ row: AnsweredRow, _ language: Language) {
        guard case .success(let answer) = row.outcome else { return }
        for note in answer.site.notes where noted.insert(note.code).inserted {
            Messages.write(note.text[language])
        }
    }

    /// Says on the error stream how many rows failed, and ends with exit code 65 where any did.
    func report(_ language: Language) throws {
        guard failed > 0 else { return }
        guard failed + answered > 1 else { throw Failure(text: "", status: .badData) }
        let text = Bilingual(
            zh: "共 \(answered + failed) 行，\(failed) 行未能作答（见各行错误），其余 \(answered) 行已作答。",
            en:
                "\(failed) of \(answered + failed) rows could not be answered (see the error in each); the other "
                + "\(answered) were.")
        throw Failure(text: "jinfeng: \(text[language])", status: .badData)
    }
}

extension Locate {
    /// Answers row after row; a bad row is answered in its place and costs no other.
    func answerAll(
        _ input: SiteInput, _ reader: SiteReader, _ locator: borrowing Locator, _ layouts: Set<String>?,
        _ writer: any AnswerWriter, _ output: Output, _ tally: inout Tally
    ) throws {
        let language = data.speech.language
        var bytes: [UInt8] = []
        do {
            try writer.begin(&bytes)
            var index = 0
            while let row = try input.next(index) {
                index += 1
                let answered = row.answered(by: reader) { site throws(LocatorError) in
                    try locator.locate(site, confidence: answers.confidence ?? .standard, layouts: layouts)
                }
                tally.count(answered)
                if writer is CSVAnswerWriter || writer is GeoJSONAnswerWriter {
                    tally.passOn(answered, language)
                }
                // One position asked in words: what is wrong with it is a message, not a result.
                if input.isSingle, writer is TextAnswerWriter, case .failure(let error) = answered.outcome {
                    throw Failure(error, language, status: .badData)
                }
                try writer.write(answered, to: &bytes)
                if bytes.count >= 1 << 16 { try output.write(&bytes) }
            }
            writer.end(&bytes)
            try output.write(&bytes)
            try input.checkForRows(index, language)
        } catch let error as TableError {
            // What was answered so far leaves before the reason why no more follows.
            try output.write(&bytes)
            throw Failure(error, language, status: .badData)
        }
    }
}
