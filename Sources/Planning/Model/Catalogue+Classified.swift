/// What of a catalogue may not be passed on (密级).
extension Catalogue {
    /// The layouts whose edition valid on a day is classified, with that edition.
    public func classified(on date: CalendarDate) -> [(layout: Layout, edition: Edition)] {
        layouts.compactMap { layout in
            guard let edition = layout.edition(validOn: date), edition.classification != nil else {
                return nil
            }
            return (layout, edition)
        }
    }

    /// The catalogue as it would answer had a layout no classified edition: the last of the others that had begun by a day is
    /// taken for valid still.
    ///
    /// - Returns: the catalogue with the edition taken; nil where every edition that had begun is classified.
    public func withoutClassified(
        _ id: String, on date: CalendarDate
    ) -> (catalogue: Catalogue, taken: Edition)? {
        guard let place = layouts.firstIndex(where: { $0.id == id }) else { return nil }
        let begun = layouts[place].editions.filter { $0.classification == nil && $0.validFrom <= date }
        guard
            var taken = begun.max(by: { ($0.validFrom, $0.recordedOn) < ($1.validFrom, $1.recordedOn) })
        else { return nil }
        taken.validTo = nil
        var layouts = layouts
        layouts[place].editions = [taken]
        return (Catalogue(documents: documents, layouts: layouts), taken)
    }
}
