internal import Planning
internal import Presenting
internal import Siting
internal import Tables
internal import Wording

/// What answers where a position lies.
final class LocatingInstruments {
    let locator: Locator
    let reader: SiteReader
    let projectors = Projectors()
    /// They keep what answers have in common, so they stay from one question to the next.
    private let writers: [Language: JSONAnswerWriter]

    init(_ data: ServedData, _ catalogue: Catalogue, on day: CalendarDate) throws(Problem) {
        writers = Dictionary(
            uniqueKeysWithValues: Language.allCases.map { ($0, JSONAnswerWriter(.object, language: $0)) })
        do throws(LocatorError) {
            locator = try Locator(catalogue, asOf: day)
        } catch {
            throw Problem(error, field: "as-of")
        }
        reader = SiteReader(gazetteer: data.gazetteer, zones: ZoneNames(catalogue, asOf: day))
    }

    /// What writes an answer as JSON.
    func writer(in language: Language) -> JSONAnswerWriter {
        writers[language] ?? JSONAnswerWriter(.object, language: language)
    }
}

/// What answers all other questions of siting.
final class AssessingInstruments {
    let assessor: Assessor
    let overlay: ZoneOverlay
    let projectors = Projectors()

    init(_ data: ServedData, on day: CalendarDate) throws(Problem) {
        do throws(LocatorError) {
            // Both first: a noncopyable value is made whole or not at all.
            let assessor = try Assessor(
                data.catalogue, data.vocabulary, unchecked: data.uncheckedItems, asOf: day)
            let overlay = try ZoneOverlay(data.catalogue, asOf: day)
            self.assessor = assessor
            self.overlay = overlay
        } catch {
            throw Problem(error, field: "as-of")
        }
    }
}
