import Planning
import Wording

extension Catalogue {
    /// Whose imported boundaries plans answer by, a sentence for each plan that has any.
    ///
    /// Tables have no room for it in a row: it is told beside them, and in what a file says of itself.
    func importedBoundaries(of ids: Set<String>?, on date: CalendarDate) -> [Bilingual] {
        plans.filter { ids?.contains($0.id) ?? true }.compactMap { plan in
            plan.edition(validOn: date)?.boundaries(withPeriod: true).map { words in
                Bilingual(zh: "\(plan.name.zh)：\(words.zh)。", en: "\(plan.name.en): \(words.en).")
            }
        }
    }
}
