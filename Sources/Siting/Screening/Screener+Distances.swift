internal import Planning
internal import Wording

extension Screener {
    /// How a candidate stands to a zone it shall lie near, or far from.
    ///
    /// Beyond the land its layout speaks about a distance to a zone is not answered, whichever way it would decide.
    func distanceFinding(_ criterion: Criterion, _ zone: Zone, _ metres: Double, _ candidate: AskedCandidate)
        -> CriterionFinding
    {
        var finding = CriterionFinding(criterion, .notAnswerable)
        // Only what is drawn becomes a criterion, so the distance is there.
        guard let distance = candidate.distance(to: zone) else { return finding }
        let line = candidate.control(of: zone)
        if line == nil, case .notCovered(let counterparts) = distance.coverage {
            finding.counterparts = counterparts.map { counterpart(criterion, $0, metres, candidate) }
            finding.reasons = [Self.notCovered(zone, of: distance.layout)]
            return finding
        }
        let probability = Self.probability(criterion, distance, metres)
        finding.probability = probability
        finding.outcome = screening.outcome(of: probability)
        finding.measure = .distance(distance.metres, bearing: distance.bearing)
        finding.accuracy = distance.accuracy
        // That an incomplete control line comes near is sure; that none does is not.
        if let line, !line.isSettled, finding.outcome != (criterion.kind == .near ? .met : .notMet) {
            finding.outcome = .notAnswerable
            finding.probability = nil
            finding.measure = nil
            finding.reasons = [Self.incompleteness(of: line)]
        }
        return finding
    }

    private static func probability(_ criterion: Criterion, _ distance: ZoneDistance, _ metres: Double)
        -> Double
    {
        let within = distance.probability(within: metres)
        return criterion.kind == .near ? within : 1 - within
    }

    /// How the candidate stands to the zone that speaks here in the place of the one asked for.
    private func counterpart(
        _ criterion: Criterion, _ zone: Zone, _ metres: Double, _ candidate: AskedCandidate
    ) -> CriterionFinding.Counterpart {
        guard let distance = candidate.distance(to: zone), distance.isCovered else {
            return CriterionFinding.Counterpart(zone)
        }
        return CriterionFinding.Counterpart(
            zone, metres: distance.metres,
            outcome: screening.outcome(of: Self.probability(criterion, distance, metres)))
    }

    /// That the documents which speak of a zone do not speak about a candidate's land.
    static func notCovered(_ zone: Zone, of layout: Layout) -> Bilingual {
        guard layout.kind == .context, let document = zone.sources.first?.document else {
            return Bilingual(
                zh: "不在“\(layout.name.zh)”的适用范围内",
                en: "outside the land that \"\(layout.name.en)\" speaks about")
        }
        return Bilingual(
            zh: "写到“\(zone.name.zh)”的文件（\(document)）未涉及此处",
            en: "the document that speaks of \(zone.name.en) (\(document)) does not speak about this land")
    }
}
