public import Planning
public import Wording

/// What one layout says of a site of any shape.
public struct LayoutAssessment: Hashable, Sendable {
    /// The answer itself.
    public enum Answer: Hashable, Sendable {
        /// Of a position.
        case position(LayoutAnswer)
        /// Of a line or an area.
        case shares(LayoutShares)
    }

    /// The answer itself.
    public let answer: Answer
    /// The zones that hold the site or may, in catalogue order.
    public let zones: [ZoneStanding]
    /// The zone people read first: the deepest that holds the site, or at least half of it.
    public let principal: ZoneStanding?
    /// Where no zone holds any of the site: the nearest one.
    public let nearest: NearestZone?

    /// The layout.
    public var layout: Layout {
        switch answer {
        case .position(let answer): answer.layout
        case .shares(let shares): shares.layout
        }
    }

    /// The edition the answer was taken from.
    public var edition: Edition {
        switch answer {
        case .position(let answer): answer.edition
        case .shares(let shares): shares.edition
        }
    }

    /// Whether the layout's documents speak about the site's land; where not, no zone and no distance is answered.
    public var applicability: LayoutAnswer.Applicability {
        switch answer {
        case .position(let answer): answer.applicability
        case .shares(let shares): shares.applicability
        }
    }

    /// Of a line or an area: the part that lies on land the documents speak about, 0 to 1; nil for a position.
    public var coveredShare: Double? {
        if case .shares(let shares) = answer { shares.coveredShare } else { nil }
    }

    /// The years its documents plan for; of several the ones that run longest.
    public var planPeriod: PlanPeriod? {
        switch answer {
        case .position(let answer): answer.planPeriod
        case .shares(let shares): shares.planPeriod
        }
    }

    /// Where that period stands on the day of the answer.
    public var planStatus: PlanStatus {
        switch answer {
        case .position(let answer): answer.planStatus
        case .shares(let shares): shares.planStatus
        }
    }

    /// Zones without a drawing that belong under the zones answered.
    public var unlocated: [Zone] {
        switch answer {
        case .position(let answer): answer.unlocated
        case .shares(let shares): shares.unlocated
        }
    }

    /// What else a reader should know.
    public var notes: [Note] {
        switch answer {
        case .position(let answer): answer.notes
        case .shares(let shares): shares.notes
        }
    }

    /// The zones from the outermost down to ``principal``.
    public var path: [Zone] { principal.map { edition.path(to: $0.zone) } ?? [] }

    /// The zones that hold at least some of the site.
    public var holding: [ZoneStanding] { zones.filter(\.holds) }

    /// Those of them that have no part which does so too.
    public var innermost: [ZoneStanding] { Self.innermost(of: holding, in: edition) }

    /// What is read of the site, in this order: the zone that is read first, the other innermost ones by what they hold,
    /// and those that hold no more than a sliver last.
    public var told: [ZoneStanding] {
        let others = innermost.filter { $0.zone.id != principal?.zone.id }.enumerated().sorted { one, other in
            func key(_ item: (offset: Int, element: ZoneStanding)) -> (Int, Double, Int) {
                (item.element.isSliver ? 1 : 0, -item.element.share, item.offset)
            }
            return key(one) < key(other)
        }
        return (principal.map { [$0] } ?? []) + others.map(\.element)
    }

    static func innermost(of zones: [ZoneStanding], in edition: Edition) -> [ZoneStanding] {
        let ancestors = Set(zones.flatMap { edition.path(to: $0.zone).dropLast().map(\.id) })
        return zones.filter { !ancestors.contains($0.zone.id) }
    }
}

extension LayoutAssessment {
    /// What a layout says of a position.
    package init(_ answer: LayoutAnswer) {
        self.init(
            answer: .position(answer), zones: answer.zones.map(ZoneStanding.init),
            principal: answer.deepest.map(ZoneStanding.init), nearest: answer.nearest)
    }

    /// What a layout says of a line or an area.
    ///
    /// - Parameters:
    ///   - shares: its answer.
    ///   - nearest: the nearest zone, where none holds any of the site.
    ///   - placedBy: the sentence that places the site, known by its name, in a zone.
    package init(
        _ shares: LayoutShares, nearest: NearestZone? = nil, placedBy: (Zone) -> Source? = { _ in nil }
    ) {
        let zones = shares.zones.map { ZoneStanding(measure: .share($0), placedBy: placedBy($0.zone)) }
        self.init(
            answer: .shares(shares), zones: zones, principal: Self.principal(of: zones, in: shares.edition),
            nearest: nearest)
    }

    /// The zone people read first.
    ///
    /// Where a text places the site, the innermost the text names. Else the deepest that holds at least half of it; of
    /// several the one with more; where none holds half, the one with most.
    private static func principal(of zones: [ZoneStanding], in edition: Edition) -> ZoneStanding? {
        let placed = innermost(of: zones.filter { $0.placedBy != nil }, in: edition)
        if let first = placed.first { return first }
        let holding = zones.filter(\.holds)
        let mostly = innermost(of: holding.filter { $0.share >= 0.5 }, in: edition)
        let candidates = mostly.isEmpty ? holding : mostly
        guard let most = candidates.map(\.share).max() else { return nil }
        return candidates.first { $0.share == most }
    }
}

extension ZoneStanding {
    /// How a position stands to a zone.
    init(_ answer: ZoneAnswer) {
        self.init(measure: .position(answer), placedBy: answer.basis == .geometry ? nil : answer.placedBy)
    }
}
