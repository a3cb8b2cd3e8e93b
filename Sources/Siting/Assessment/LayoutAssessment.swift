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

    static func innermost(of zones: [ZoneStanding], in edition: Edition) -> [ZoneStanding] {
        let ancestors = Set(zones.flatMap { edition.path(to: $0.zone).dropLast().map(\.id) })
        return zones.filter { !ancestors.contains($0.zone.id) }
    }
}
