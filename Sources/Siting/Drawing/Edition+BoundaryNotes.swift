public import Planning
public import Wording

extension Edition {
    /// What a reader should know of boundaries that were imported: whose they are, and how well they are known.
    public func boundaryNotes(on layout: Layout, in catalogue: Catalogue) -> [Note] {
        [imported(layout, in: catalogue), mixedAccuracies].compactMap(\.self)
    }

    /// Whose boundaries they are, and that what is said of the zones is still the documents'.
    private func imported(_ layout: Layout, in catalogue: Catalogue) -> Note? {
        guard let boundaries = boundaries(withPeriod: true) else { return nil }
        var words = Bilingual(zh: "", en: "")
        if let period = catalogue.documentsPeriod(of: layout) {
            let documents = layout.documents.joined(separator: "、")
            words = Bilingual(
                zh: "；功能、产业与原文仍出自 \(documents)（规划期\(period.from)—\(period.to)年）",
                en:
                    "; functions, industries and sentences are still those of \(layout.documents.joined(separator: ", ")) (plan period \(period.from)—\(period.to))"
            )
        }
        return Note(
            .importedBoundaries,
            Bilingual(
                zh: boundaries.zh + words.zh + "。",
                en: boundaries.en.prefix(1).uppercased() + boundaries.en.dropFirst() + words.en + "."))
    }
}
