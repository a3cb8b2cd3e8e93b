/// Which years a layout is to be read for.
extension Catalogue {
    /// The plan period of a layout's documents; of several, the one that runs longest.
    public func documentsPeriod(of layout: Layout) -> PlanPeriod? {
        layout.documents.compactMap { document($0)?.planPeriod }
            .max { ($0.to, $0.outlook ?? $0.to) < ($1.to, $1.outlook ?? $1.to) }
    }

    /// The plan period of a layout as an edition draws it: that of the plan its boundaries were imported from, nil where
    /// that was not stated; else, and where some of our drawings stand beside them, that of its documents.
    public func planPeriod(of layout: Layout, in edition: Edition) -> PlanPeriod? {
        edition.isImportedWhole ? edition.origin?.planPeriod : documentsPeriod(of: layout)
    }
}
