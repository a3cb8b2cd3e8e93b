internal import Planning
internal import Siting

/// What answers where a position lies.
final class LocatingInstruments {
    let locator: Locator
    let reader: SiteReader
    let projectors = Projectors()

    init(_ data: ServedData, on day: CalendarDate) throws(Problem) {
        do throws(LocatorError) {
            locator = try Locator(data.catalogue, asOf: day)
        } catch {
            throw Problem(error, field: "as-of")
        }
        reader = SiteReader(gazetteer: data.gazetteer)
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
