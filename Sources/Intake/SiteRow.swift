package import Presenting
package import Siting
package import Wording

/// One site of an input, as text, with the place it was read from.
package struct SiteRow: Sendable {
    package let origin: AnsweredRow.Origin
    /// The row as the user's own program counts it; nil for a position on the command line.
    package let row: Int?
    package var id: String?
    package var name: String?
    /// The site as written, or why it cannot even be read as text; nil for a blank row.
    package let text: Result<SiteText, RowError>?
    /// What was decided of a row that asks nothing, such as a line of totals.
    package var note: Note?
    /// What the user calls each part of a site: a column's header, an option.
    package var fields: [SiteError.Part: String] = [:]

    /// Puts a row together.
    package init(
        origin: AnsweredRow.Origin, row: Int?, id: String? = nil, name: String? = nil,
        text: Result<SiteText, RowError>?, fields: [SiteError.Part: String] = [:]
    ) {
        self.origin = origin
        self.row = row
        self.id = id
        self.name = name
        self.text = text
        self.fields = fields
    }

    /// Reads the site and answers it, or says why not in the row's own terms.
    package func answered(
        by reader: SiteReader, _ locate: (Site) throws(LocatorError) -> LocateAnswer
    ) -> AnsweredRow {
        AnsweredRow(origin: origin, id: id, name: name, outcome: text.map { outcome($0, reader, locate) })
    }

    private func outcome(
        _ text: Result<SiteText, RowError>, _ reader: SiteReader,
        _ locate: (Site) throws(LocatorError) -> LocateAnswer
    ) -> Result<LocateAnswer, RowError> {
        switch site(text, by: reader) {
        case .failure(let error): return .failure(error)
        case .success(let site):
            do throws(LocatorError) {
                return .success(try locate(site))
            } catch {
                return .failure(RowError(error, row: row))
            }
        }
    }

    /// Reads the site, or says why not in the row's own terms.
    package func site(_ text: Result<SiteText, RowError>, by reader: SiteReader) -> Result<Site, RowError> {
        switch text {
        case .failure(let error): return .failure(error)
        case .success(let text):
            do throws(SiteError) {
                return .success(try reader.site(text))
            } catch {
                return .failure(RowError(error, row: row, field: fields[error.part] ?? error.part.rawValue))
            }
        }
    }
}
