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
    init?(_ standing: ZoneStanding, of layout: Layout, on date: CalendarDate) {
        let zone = standing.zone
        let words = zone.functions + zone.industries
        guard !words.isEmpty else { return nil }
        self.standing = standing
        self.layout = layout
        planStatus = zone.planPeriod.status(on: date)
        let saying = zone.sources.filter { source in words.contains { source.quote.contains($0) } }
        sources = saying.isEmpty ? Array(zone.sources.prefix(1)) : saying
    }
}
