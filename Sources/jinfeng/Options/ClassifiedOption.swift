import ArgumentParser
import Exchange
import Planning
import Siting
import Wording

/// Whether drawings of a classified edition may be given out.
///
/// What leaves with outlines in it (files, maps, sheets) leaves without the classified ones, and says so; asked for by name,
/// they are refused. Answers in words and figures about the user's own sites are given, and bear the classification.
struct ClassifiedOption: ParsableArguments {
    @Flag(
        help: .both(zh: "允许输出标有密级的版次的图形", en: "Give out the drawings of a classified edition."))
    var allowClassified = false

    /// What may be given out.
    struct Passable {
        /// Without classified control lines, and with the context as it was before a classified edition of it.
        var catalogue: Catalogue
        /// The layouts left out, by id: plans, which stay in the catalogue and are not to be asked, control lines, and the
        /// context.
        var withheld: Set<String> = []
        /// What says so, a note for each.
        fileprivate var notes: [(kind: Layout.Kind, note: Note)] = []

        /// What is said of layouts of some kinds that were left out.
        func notes(of kinds: Set<Layout.Kind>) -> [Note] {
            notes.filter { kinds.contains($0.kind) }.map(\.note)
        }

        /// Says on the error stream which layouts of some kinds were left out.
        func tell(of kinds: Set<Layout.Kind> = Set(Layout.Kind.allCases), _ language: Language) {
            for note in notes(of: kinds) { Messages.write(note.text[language]) }
        }
    }

    /// Refuses where an edition is classified and the user has not said that it may go out.
    func refuse(_ editions: [(layout: Layout, edition: Edition)], _ language: Language) throws {
        guard !allowClassified, let first = editions.first(where: { $0.edition.classification != nil }) else {
            return
        }
        throw Failure(ExchangeError.classified(first.layout, first.edition), language)
    }

    /// The layouts asked for by name, where they may go out; where none is named, all of some that may, those left out told.
    func layouts(
        named: [Layout]?, among all: [Layout], of catalogue: Catalogue, on date: CalendarDate,
        _ language: Language
    ) throws -> (layouts: [Layout], passable: Passable) {
        if let named { try refuse(Self.editions(of: named, on: date), language) }
        let passable = try passable(catalogue, on: date, language)
        guard named == nil else { return (named ?? [], passable) }
        let left = all.filter { !passable.withheld.contains($0.id) }
        if left.isEmpty { try refuse(Self.editions(of: all, on: date), language) }
        return (left, passable)
    }

    /// Refuses a site that is a zone of a plan left out, for its outline is what may not be drawn.
    func refuse(_ site: AssessedSite, in passable: Passable, on date: CalendarDate, _ language: Language)
        throws
    {
        guard case .parcel = site.shape, let zone = site.zone, passable.withheld.contains(zone.layout),
            let layout = passable.catalogue.layout(zone.layout)
        else { return }
        try refuse(Self.editions(of: [layout], on: date), language)
    }

    /// The catalogue without what may not be given out.
    ///
    /// An answer stands without a control line, as it does where none was imported: what it would have answered is then among
    /// what nobody has checked. The context tells on which land a layout applies, so that there the edition before is used.
    func passable(_ catalogue: Catalogue, on date: CalendarDate, _ language: Language) throws -> Passable {
        var passable = Passable(catalogue: catalogue)
        guard !allowClassified else { return passable }
        for (layout, edition) in catalogue.classified(on: date) {
            passable.withheld.insert(layout.id)
            let word = (edition.classification ?? "").quotable
            guard layout.kind == .context else {
                if layout.kind == .control {
                    passable.catalogue = passable.catalogue.leavingOut([layout.id])
                }
                passable.notes.append((layout.kind, Self.leftOut(layout, word)))
                continue
            }
            guard let before = passable.catalogue.withoutClassified(layout.id, on: date) else {
                throw Failure(ExchangeError.classified(layout, edition), language)
            }
            passable.catalogue = before.catalogue
            passable.notes.append((layout.kind, Self.replaced(layout, before.taken, word)))
        }
        return passable
    }

    /// Says that words and figures rest on something classified, where they do.
    static func remind(
        _ catalogue: Catalogue, of kinds: Set<Layout.Kind>, on date: CalendarDate, _ language: Language
    ) {
        for (layout, edition) in catalogue.classified(on: date) where kinds.contains(layout.kind) {
            let word = (edition.classification ?? "").quotable
            Messages.write(
                Bilingual(
                    zh: "“\(layout.name.zh)”标为“\(word)”：据其得出的结论请按相应规定使用，勿随意外传。",
                    en:
                        "\(layout.name.en) is classified “\(word)”: mind who gets to see what is told from it."
                )[
                    language])
        }
    }

    private static func editions(
        of layouts: [Layout], on date: CalendarDate
    ) -> [(layout: Layout, edition: Edition)] {
        layouts.compactMap { layout in layout.edition(validOn: date).map { (layout, $0) } }
    }

    private static func leftOut(_ layout: Layout, _ word: String) -> Note {
        Note(
            code: "classified_withheld",
            text: Bilingual(
                zh: "“\(layout.name.zh)”标为“\(word)”，未列入，请另行核对；确可输出时加 --allow-classified。",
                en:
                    "\(layout.name.en) is classified “\(word)” and left out; look it up elsewhere, or, where it may be given out, add --allow-classified."
            ))
    }

    private static func replaced(_ layout: Layout, _ before: Edition, _ word: String) -> Note {
        Note(
            code: "classified_withheld",
            text: Bilingual(
                zh:
                    "“\(layout.name.zh)”的现行版次标为“\(word)”，未用，以“\(before.name.zh)”代替；确可输出时加 --allow-classified。",
                en:
                    "The edition of \(layout.name.en) is classified “\(word)”; \(before.name.en) is used instead. Where it may be given out, add --allow-classified."
            ))
    }
}

extension [(layout: Layout, edition: Edition)] {
    /// The decimals of a degree that do for all of them.
    var decimals: Int { map(\.edition.decimals).max() ?? 5 }
}
