public import Planning

/// What the documents want in a zone: its functions and industries in their own words, with the sentences.
public struct StatedFunctions: Hashable, Sendable {
    /// How the site stands to the zone.
    public let standing: ZoneStanding
    /// The layout the zone belongs to.
    public let layout: Layout
    /// Where the plan period of the zone's document stands on the day of the answer.
    public let planStatus: PlanStatus
    /// The sentences that say it, in the zone's order.
    public let sources: [Source]

    /// The zone.
    public var zone: Zone { standing.zone }

    /// What is stated of a zone; nil where the documents state neither function nor industry.
    init?(_ standing: ZoneStanding, of layout: Layout, on date: CalendarDate, citing statements: Statements) {
        let zone = standing.zone
        guard !zone.functions.isEmpty || !zone.industries.isEmpty else { return nil }
        self.standing = standing
        self.layout = layout
        planStatus = zone.planPeriod.status(on: date)
        sources = statements.sources(of: zone)
    }
}

/// The sentences that state what is wanted in a zone, looked up when first asked for and kept.
final class Statements {
    private var made: [ZoneReference: [Source]] = [:]

    /// Those of a zone's sentences that hold one of its functions or industries; its first where none does.
    func sources(of zone: Zone) -> [Source] {
        if let found = made[zone.reference] { return found }
        let words = zone.functions + zone.industries
        let saying = zone.sources.filter { source in words.contains { source.quote.contains($0) } }
        let sources = saying.isEmpty ? Array(zone.sources.prefix(1)) : saying
        made[zone.reference] = sources
        return sources
    }
}
