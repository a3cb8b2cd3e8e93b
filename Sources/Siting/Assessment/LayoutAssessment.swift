public import Planning
public import Wording

/// What one layout says of a site of any shape.
public struct LayoutAssessment: Hashable, Sendable {
    /// The layout.
    public let layout: Layout
    /// The edition the answer was taken from.
    public let edition: Edition
    /// Whether the layout's documents speak about the site's land; where not, no zone and no distance is answered.
    public let applicability: LayoutAnswer.Applicability
    /// Of a line or an area: the part that lies on land the documents speak about, 0 to 1; nil for a position.
    public let coveredShare: Double?
    /// The probability that a position lies on land the documents speak about; nil for lines and areas.
    public let coverageProbability: Double?
    /// The years its documents plan for.
    public let planPeriod: PlanPeriod?
    /// Where that period stands on the day of the answer.
    public let planStatus: PlanStatus
    /// The zones that hold the site or may, in catalogue order.
    public let zones: [ZoneStanding]
    /// The zone people read first: the deepest that holds the site, or at least half of it.
    public let principal: ZoneStanding?
    /// The ids of the zones from the outermost down to ``principal``.
    public let path: [String]
    /// Where no zone holds any of the site: the nearest one.
    public let nearest: NearestZone?
    /// How each partition divides a line or an area.
    public let partitions: [PartitionShares]
    /// Zones without a drawing that belong under the zones answered.
    public let unlocated: [Zone]
    /// What else a reader should know.
    public let notes: [Note]

    /// The zones that hold at least some of the site.
    public var holding: [ZoneStanding] { zones.filter(\.holds) }

    /// Those of them that have no part which does so too.
    public var innermost: [ZoneStanding] { Self.innermost(of: holding, in: edition) }

    static func innermost(of zones: [ZoneStanding], in edition: Edition) -> [ZoneStanding] {
        let ancestors = Set(zones.flatMap { edition.path(to: $0.zone).dropLast().map(\.id) })
        return zones.filter { !ancestors.contains($0.zone.id) }
    }
}
