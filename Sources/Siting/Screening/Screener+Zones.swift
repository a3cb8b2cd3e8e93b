internal import Planning
internal import Wording

extension Screener {
    /// How a candidate stands to a zone it shall lie in, or shall not.
    ///
    /// In a zone it lies with all of it, out of one with all of it. Where the zone's layout does not speak about the
    /// land, that the candidate is not in the zone is said of land surely elsewhere only, and that it is out of it
    /// never.
    func zoneFinding(
        _ criterion: Criterion, _ zone: Zone, _ candidate: AskedCandidate
    ) -> CriterionFinding {
        let standing = candidate.standing(to: zone)
        let isWanted = criterion.kind != .outside
        let probability = isWanted ? standing.whole : 1 - standing.any
        var finding = CriterionFinding(criterion, screening.outcome(of: probability))
        finding.zone = zone
        finding.probability = probability
        finding.accuracy = standing.accuracy
        finding.share = standing.share
        finding.sources = zone.sources.first.map { [$0] } ?? []
        if candidate.measured.dimension == 0 { finding.reasons = [Self.hasNoExtent] }
        if let sentence = standing.placedBy {
            finding.basis = .text
            finding.sources = [sentence]
            return finding
        }
        let decided = outcome(of: standing, isWanted: isWanted, candidate)
        // What an incomplete control line does draw decides like any other drawing.
        var isDrawn = false
        if case .incomplete = standing.reach { isDrawn = decided != nil }
        guard !isDrawn, let reason = reason(for: standing.reach, of: zone) else {
            finding.outcome = decided ?? finding.outcome
            finding.measure = candidate.distance(to: zone)?.boundaryMetres.map { .boundary($0) }
            return finding
        }
        finding.reasons.append(reason)
        if let decided {
            finding.outcome = decided
            return finding
        }
        finding.outcome = .notAnswerable
        finding.probability = nil
        finding.counterparts =
            zone.counterpart.flatMap { catalogue.zone($0, on: screening.asOf) }
            .map { [CriterionFinding.Counterpart($0)] } ?? []
        return finding
    }

    /// That a point stands for a parcel whose boundary is not known.
    static let hasNoExtent = Bilingual(
        zh: "只给了点位，没有范围：只判这一点，地块是否整体满足须以边界核对",
        en: "a point has no extent: whether all of a parcel there fulfils it takes the parcel's boundary")

    /// What can be said where the zone's layout does not speak about all of the land; nil where nothing can.
    private func outcome(
        of standing: CandidateStanding, isWanted: Bool, _ candidate: AskedCandidate
    ) -> CriterionFinding.Outcome? {
        let surelyMet = standing.any >= screening.confidence.value
        let surelyMissed = screening.confidence.excludes(standing.any)
        switch standing.reach {
        case .covered: return screening.outcome(of: isWanted ? standing.whole : 1 - standing.any)
        case .nearEdge:
            // Wherever that edge lies, the zone itself may surely be too far away.
            let meets = candidate.distance(to: standing.zone)?.probability(within: 0) ?? 1
            return isWanted && screening.confidence.excludes(meets) ? .notMet : nil
        // Land its documents do not speak about is none of its zones; what else it may be they do not say.
        case .elsewhere: return isWanted ? .notMet : nil
        case .notStated(_, let covered):
            // The part that is covered surely lies elsewhere: then not all of it is in the zone.
            if isWanted { return covered > 0 && surelyMissed ? .notMet : nil }
            return surelyMet ? .notMet : nil
        case .part:
            if isWanted { return screening.outcome(of: standing.whole) }
            return surelyMet ? .notMet : nil
        case .incomplete:
            if !isWanted { return surelyMet ? .notMet : nil }
            if screening.outcome(of: standing.whole) == .met { return .met }
            // The line surely runs through it, so that not all of it lies inside.
            return surelyMet && screening.confidence.excludes(standing.whole) ? .notMet : nil
        }
    }

    private func reason(for reach: CandidateStanding.Reach, of zone: Zone) -> Bilingual? {
        guard let of = catalogue.layout(zone.layout) else { return nil }
        let layout = of.name
        switch reach {
        case .covered: return nil
        case .notStated(let note, _): return note
        case .elsewhere: return Self.notCovered(zone, of: of)
        case .nearEdge:
            return Bilingual(
                zh: "靠近“\(layout.zh)”适用范围的示意边界，是否适用需核边界",
                en: "near the drawn edge of the land that \"\(layout.en)\" speaks about: check it")
        case .part(let share):
            let percent = Int((share * 100).rounded())
            return Bilingual(
                zh: "地块仅约 \(percent)% 在“\(layout.zh)”的适用范围内",
                en: "only some \(percent) % of the site is land that \"\(layout.en)\" speaks about")
        case .incomplete(let line): return Self.incompleteness(of: line)
        }
    }

    /// That a control line is not said to be complete where a candidate lies.
    static func incompleteness(of line: ControlAnswer) -> Bilingual {
        let name = line.layout.name
        if line.reach == .unstated {
            return Bilingual(
                zh: "导入“\(name.zh)”时未声明数据在哪里完整，图上未见不能作为不在其内的结论（可重新导入并用 --coverage 声明）",
                en:
                    "it was not said where \"\(name.en)\" is complete, so that nothing found proves nothing (import it again with --coverage)"
            )
        }
        return Bilingual(
            zh: "有部分或全部不在“\(name.zh)”数据声明完整的范围内，未核查",
            en:
                "some or all of it lies beyond the land on which \"\(name.en)\" is said to be complete: not checked"
        )
    }
}
