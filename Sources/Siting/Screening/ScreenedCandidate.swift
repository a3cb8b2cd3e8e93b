public import Wording

/// What became of a candidate, criterion by criterion.
public struct ScreenedCandidate: Hashable, Sendable {
    /// What became of it.
    public enum Decision: String, Hashable, Sendable, CaseIterable {
        /// Every criterion is met (入选).
        case kept
        /// None is surely missed, and not every one is met (待核实).
        case undecided
        /// One is surely missed (不入选).
        case dropped
    }

    /// The candidate.
    public let candidate: Candidate
    /// How it stands to each criterion, in the order of the user.
    public let findings: [CriterionFinding]
    /// Its own length or area on the ellipsoid; nil for points.
    public let extent: Extent?
    /// What of it lies in each imported control line, whether a criterion asks or not.
    public let controls: [ControlAnswer]

    /// The control lines that speak against building on it, or come so near that the line must be surveyed.
    public var occupiedControls: [ControlAnswer] {
        controls.filter { ($0.isAdverse && ($0.isMet || $0.isSettled)) || $0.isClose }
    }

    /// What was decided in reading it that a reader of the comparison must know of this one.
    public var warnings: [Note] { candidate.notes.filter { $0.kind == .positionsDisagree } }

    /// What became of it.
    public var decision: Decision {
        if findings.contains(where: { $0.outcome == .notMet }) { return .dropped }
        return findings.allSatisfy { $0.outcome == .met } ? .kept : .undecided
    }

    /// The findings that decided: those missed, else those open; none where all are met.
    public var deciding: [CriterionFinding] {
        let missed = findings.filter { $0.outcome == .notMet }
        return missed.isEmpty ? findings.filter { $0.outcome != .met } : missed
    }

    /// What candidates are ranked by.
    public var score: ScreeningScore { ScreeningScore(findings, hasExtent: extent != nil) }
}

/// What candidates of one decision are ranked by: five facts, one after the other, and no weights.
///
/// Each is rounded as it is shown: what nobody can see must not decide.
public struct ScreeningScore: Hashable, Sendable {
    /// How many criteria are open; fewer go first.
    public let open: Int
    /// Whether it is a line or an area; those go first, for of a parcel that is given by a point the rest is not known.
    public let hasExtent: Bool
    /// The probability of the criterion that is least sure to be met, four decimals; more goes first.
    ///
    /// Nil where not one can be answered.
    public let leastProbability: Double?
    /// The metres that are left on the criterion where they are fewest, whole ones; more goes first.
    ///
    /// Nil where no criterion is measured in metres.
    public let leastSpare: Double?
    /// How many times the wanted area the land has, two decimals; more goes first.
    public let areaRatio: Double?

    init(_ findings: [CriterionFinding], hasExtent: Bool) {
        self.hasExtent = hasExtent
        open = findings.filter { $0.outcome != .met }.count
        let probabilities = findings.compactMap(\.probability)
        leastProbability = probabilities.min().map { ($0 * 10_000).rounded() / 10_000 }
        leastSpare = findings.filter { $0.outcome != .notAnswerable }.compactMap(\.spare).min()?.rounded()
        areaRatio =
            findings.compactMap { finding -> Double? in
                guard case .landArea(let wanted) = finding.criterion, case .area(let found) = finding.measure
                else { return nil }
                return (found / wanted.squareMetres * 100).rounded() / 100
            }.min()
    }

    /// Whether this one goes before another; neither does where all are equal.
    public func precedes(_ other: ScreeningScore) -> Bool {
        if open != other.open { return open < other.open }
        if hasExtent != other.hasExtent { return hasExtent }
        if leastProbability != other.leastProbability {
            return (leastProbability ?? -1) > (other.leastProbability ?? -1)
        }
        // What a text places has no boundary to come near.
        if leastSpare != other.leastSpare {
            return (leastSpare ?? .infinity) > (other.leastSpare ?? .infinity)
        }
        return (areaRatio ?? 0) > (other.areaRatio ?? 0)
    }
}

extension [ScreenedCandidate] {
    /// The place of each among those of its decision, from 1; nil for dropped ones.
    ///
    /// Equals share a place and the next ones follow as many behind: 1, 2, 2, 4.
    public var ranks: [Int?] {
        var ranks = [Int?](repeating: nil, count: count)
        for decision in [ScreenedCandidate.Decision.kept, .undecided] {
            let members = indices.filter { self[$0].decision == decision }.map { ($0, self[$0].score) }
            let sorted = members.sorted { one, other in
                one.1.precedes(other.1) || (!other.1.precedes(one.1) && one.0 < other.0)
            }
            var rank = 0
            for (place, member) in sorted.enumerated() {
                if place == 0 || sorted[place - 1].1.precedes(member.1) { rank = place + 1 }
                ranks[member.0] = rank
            }
        }
        return ranks
    }
}
