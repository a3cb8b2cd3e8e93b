import ArgumentParser
import Exchange
import Planning
import Wording

/// Whether drawings of a classified edition may be given out.
struct ClassifiedOption: ParsableArguments {
    @Flag(
        help: .both(zh: "允许输出标有密级的版次的图形", en: "Give out the drawings of a classified edition."))
    var allowClassified = false

    /// Refuses where an edition is classified and the user has not said that it may go out.
    func refuse(_ editions: [(layout: Layout, edition: Edition)], _ language: Language) throws {
        guard !allowClassified, let first = editions.first(where: { $0.edition.classification != nil }) else {
            return
        }
        throw Failure(ExchangeError.classified(first.layout, first.edition), language)
    }

    /// The catalogue without the control lines that may not be given out, each with the note that says so.
    ///
    /// An assessment stands without them, as it does where none was imported: what they would have answered is then among what
    /// nobody has checked.
    func withholding(_ catalogue: Catalogue, on date: CalendarDate) -> (catalogue: Catalogue, notes: [Note]) {
        guard !allowClassified else { return (catalogue, []) }
        var notes: [Note] = []
        var ids: Set<String> = []
        for layout in catalogue.layouts where layout.kind == .control {
            guard let classification = layout.edition(validOn: date)?.classification else { continue }
            ids.insert(layout.id)
            notes.append(
                Note(
                    code: "classified_withheld",
                    text: Bilingual(
                        zh:
                            "“\(layout.name.zh)”标为“\(classification.quotable)”，未列入，请另行核对；确可输出时加 --allow-classified。",
                        en:
                            "\(layout.name.en) is classified \(classification.quoted) and left out; look it up elsewhere, or, where it may be given out, add --allow-classified."
                    )))
        }
        return (ids.isEmpty ? catalogue : catalogue.leavingOut(ids), notes)
    }
}

extension [(layout: Layout, edition: Edition)] {
    /// The decimals of a degree that do for all of them.
    var decimals: Int { map(\.edition.decimals).max() ?? 5 }
}
