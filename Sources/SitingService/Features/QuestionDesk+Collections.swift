internal import HTTPTypes
internal import Intake
internal import Planning
internal import Wording

extension QuestionDesk {
    /// The layouts whose drawings are given out, each in the edition asked for: today's, or the latest valid at some time of
    /// a period.
    ///
    /// One edition at a time, so that a feature's id says which feature it is.
    func collections(during period: DatePeriod? = nil) -> [ServedCollection] {
        data.catalogue.layouts.compactMap { edition(of: $0, during: period) }
    }

    /// The collection with an id.
    ///
    /// - Throws: ``Problem`` where there is none.
    func collection(_ id: String) throws(Problem) -> ServedCollection {
        guard let found = try collection(id, during: nil) else { throw Self.unknown(id, data.catalogue) }
        return found
    }

    /// The collection with an id as it is at some time; nil where it has no edition then.
    func collection(_ id: String, during period: DatePeriod?) throws(Problem) -> ServedCollection? {
        guard let layout = data.catalogue.layout(id) else { throw Self.unknown(id, data.catalogue) }
        return edition(of: layout, during: period)
    }

    private func edition(of layout: Layout, during period: DatePeriod?) -> ServedCollection? {
        let edition =
            if let period {
                layout.editions.filter(period.meets).max {
                    ($0.validFrom, $0.recordedOn) < ($1.validFrom, $1.recordedOn)
                }
            } else { layout.edition(validOn: .today()) }
        return edition.map { ServedCollection(layout: layout, edition: $0) }
    }

    private static func unknown(_ id: String, _ catalogue: Catalogue) -> Problem {
        Problem(
            UnknownID(id, among: id.utf8.count > 200 ? [] : catalogue.layouts.map(\.id)), .notFound,
            field: "collectionId")
    }
}
