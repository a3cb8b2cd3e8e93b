import ArgumentParser
import Presenting
import Wording

/// The exit codes of sysexits.h that the command uses, and 128 + the signal's number where one ended it.
enum Status: Int32 {
    case usage = 64
    case badData = 65
    case noInput = 66
    case `internal` = 70
    case inputOutput = 74
    case interrupted = 130
    /// Whoever read the output left (`| head`); as the shell says of a program that SIGPIPE ended.
    case brokenPipe = 141
    case terminated = 143
}

/// An error that ends the command: what to say, and the exit code.
struct Failure: Error {
    let text: String
    let status: Status

    /// Ends the command with a text.
    init(text: String, status: Status) {
        self.text = text
        self.status = status
    }

    /// Ends the command with an error of ours, said in one language.
    init(_ error: any ExplainedError, _ language: Language, status: Status) {
        self.init(RowError(error), language, status: status)
    }

    /// Ends the command with an error in some row or field.
    init(_ error: RowError, _ language: Language, status: Status) {
        self.init(text: "jinfeng: \(error.located(in: language))", status: status)
    }
}

/// A use of the command that cannot be meant.
struct UsageError: ExplainedError {
    let code = "usage"
    let message: Bilingual
    let remedy: Bilingual

    /// The same error whose remedy says something else first.
    func leading(with first: Bilingual?) -> UsageError {
        guard let first else { return self }
        return UsageError(
            message: message,
            remedy: Bilingual(zh: first.zh + remedy.zh, en: "\(first.en) \(remedy.en)"))
    }
}
