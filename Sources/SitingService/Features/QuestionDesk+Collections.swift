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
    /// - Throws: ``Problem`` where there is none, or its drawings are classified.
    func collection(_ id: String) throws(Problem) -> ServedCollection {
        guard let found = try collection(id, during: nil) else { throw Self.unknown(id, data.catalogue) }
        return found
    }

    /// The collection with an id as it is at some time; nil where it has no edition then.
    func collection(_ id: String, during period: DatePeriod?) throws(Problem) -> ServedCollection? {
        guard let layout = data.catalogue.layout(id) else { throw Self.unknown(id, data.catalogue) }
        let found = edition(of: layout, during: period)
        guard found != nil || !isClassified(layout) else {
            throw Problem(
                .forbidden, "classified_edition",
                Bilingual(
                    zh: "“\(layout.name.zh)”的版次标有密级，不予提供图形。",
                    en: "The edition of \(layout.name.en) is classified; its drawings are not given out."),
                Bilingual(
                    zh: "确有权限的，请由管理员以 allow-classified 启动服务。",
                    en: "If you may have them, the operator can start the service with allow-classified."))
        }
        return found
    }

    private func isClassified(_ layout: Layout) -> Bool {
        layout.editions.contains { $0.classification != nil }
    }

    private func edition(of layout: Layout, during period: DatePeriod?) -> ServedCollection? {
        let edition =
            if let period {
                layout.editions.filter(period.meets).max {
                    ($0.validFrom, $0.recordedOn) < ($1.validFrom, $1.recordedOn)
                }
            } else { layout.edition(validOn: .today()) }
        guard let edition, edition.classification == nil || settings.allowsClassified else { return nil }
        return ServedCollection(layout: layout, edition: edition)
    }

    private static func unknown(_ id: String, _ catalogue: Catalogue) -> Problem {
        Problem(
            UnknownID(id, among: id.utf8.count > 200 ? [] : catalogue.layouts.map(\.id)), .notFound,
            field: "collectionId")
    }
}
