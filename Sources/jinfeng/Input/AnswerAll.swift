import Glibc
import Presenting
import Siting
import Tables
import Wording

/// How many rows were answered and how many could not be.
struct Tally {
    private(set) var answered = 0
    private(set) var failed = 0

    mutating func count(_ row: AnsweredRow) {
        switch row.outcome {
        case .success: answered += 1
        case .failure: failed += 1
        case nil: break
        }
    }

    /// Says on the error stream how many rows failed, and ends with exit code 65 where any did.
    func report(_ language: Language) throws {
        guard failed > 0 else { return }
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
                    try locator.locate(site, confidence: answers.confidence, layouts: layouts)
                }
                tally.count(answered)
                try writer.write(answered, to: &bytes)
                if bytes.count >= 1 << 16 { try output.write(&bytes) }
            }
            writer.end(&bytes)
            try output.write(&bytes)
        } catch let error as TableError {
            // What was answered so far leaves before the reason why no more follows.
            try output.write(&bytes)
            throw Failure(error, language, status: .badData)
        }
    }
}
