import Presenting
import Siting
import Wording

/// One candidate of an input, as text, with the place it was read from.
struct CandidateRow {
    let origin: AnsweredRow.Origin
    /// The row as the user's own program counts it; nil for a position on the command line.
    let row: Int?
    var id: String?
    var name: String?
    /// The candidate as written, or why it cannot even be read as text; nil for a blank row.
    let text: Result<CandidateText, RowError>?
    /// What the user calls each part of a site: a column's header, an option.
    var fields: [SiteError.Part: String] = [:]

    /// Reads the candidate, or says why not in the row's own terms.
    func candidate(by reader: CandidateReader) -> Result<Candidate, RowError>? {
        text?.flatMap { text in
            do throws(SiteError) {
                return .success(try reader.candidate(text))
            } catch {
                return .failure(RowError(error, row: row, field: fields[error.part] ?? error.part.rawValue))
            }
        }
    }
}
