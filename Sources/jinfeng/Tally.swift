import Presenting
import Wording

/// How many rows were done and how many failed.
struct Tally: Sendable {
    private(set) var done = 0
    private(set) var failed = 0
    var total: Int { done + failed }

    /// Counts a row; a blank one is none.
    mutating func count<Answer>(_ outcome: Result<Answer, RowError>?) {
        switch outcome {
        case .success: done += 1
        case .failure: failed += 1
        case nil: break
        }
    }

    /// Counts a row of which nothing else need be known.
    mutating func countDone(failed isFailed: Bool = false) {
        if isFailed { failed += 1 } else { done += 1 }
    }

    /// Counts rows that were all answered.
    mutating func countDone(_ rows: Int) { done += rows }

    /// Adds the rows that come next.
    mutating func append(_ next: Tally) {
        done += next.done
        failed += next.failed
    }

    /// Ends the command with exit code 65 where any row failed, saying so of more than one.
    func report(_ text: Bilingual, _ language: Language) throws {
        guard failed > 0 else { return }
        throw Failure(text: total > 1 ? "jinfeng: \(text[language])" : "", status: .badData)
    }
}
