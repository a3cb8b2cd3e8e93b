package import Presenting
package import Siting
package import Wording

/// One candidate of an input, as text, with the place it was read from.
package struct CandidateRow {
    package let origin: AnsweredRow.Origin
    /// The row as the user's own program counts it; nil for a position on the command line.
    package let row: Int?
    package var id: String?
    package var name: String?
    /// The candidate as written, or why it cannot even be read as text; nil for a blank row.
    package let text: Result<CandidateText, RowError>?
    /// What was decided of a row that asks nothing, such as a line of totals.
    package var note: Note?
    /// What the user calls each part of a site: a column's header, an option.
    package var fields: [SiteError.Part: String] = [:]

    /// Puts a row together.
    package init(
        origin: AnsweredRow.Origin, row: Int?, id: String? = nil, name: String? = nil,
        text: Result<CandidateText, RowError>?, fields: [SiteError.Part: String] = [:]
    ) {
        self.origin = origin
        self.row = row
        self.id = id
        self.name = name
        self.text = text
        self.fields = fields
    }

    /// Reads the candidate, or says why not in the row's own terms.
    package func candidate(by reader: CandidateReader) -> Result<Candidate, RowError>? {
        text?.flatMap { text in
            do throws(SiteError) {
                return .success(try reader.candidate(text))
            } catch {
                return .failure(RowError(error, row: row, field: fields[error.part] ?? error.part.rawValue))
            }
        }
    }
}
