internal import Presenting
internal import Wording

extension RowError {
    /// The error with advice that is to be had here, and the parameter it is about by its name here.
    var inTermsOfTheService: RowError {
        RowError(
            Advised(code: code, message: message, remedy: remedy.inTermsOfTheService), row: row,
            field: field.map { $0.hasPrefix("--") ? String($0.dropFirst(2)) : $0 })
    }

    /// An error with other advice.
    private struct Advised: ExplainedError {
        let code: String
        let message: Bilingual
        let remedy: Bilingual
    }
}

extension AnsweredRow {
    /// The row, what is wrong with it told in the words of the service.
    var inTermsOfTheService: AnsweredRow {
        guard case .failure(let error) = outcome else { return self }
        return AnsweredRow(origin: origin, id: id, name: name, outcome: .failure(error.inTermsOfTheService))
    }
}
