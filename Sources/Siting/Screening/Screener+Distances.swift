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
            finding.counterparts = counterparts
            finding.reasons = [Self.notCovered(by: distance.layout)]
            return finding
        }
        let within = distance.probability(within: metres)
        let probability = criterion.kind == .near ? within : 1 - within
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

    /// That a layout's documents do not speak about a candidate's land.
    static func notCovered(by layout: Layout) -> Bilingual {
        Bilingual(
            zh: "不在“\(layout.name.zh)”的适用范围内", en: "outside the land that \"\(layout.name.en)\" speaks about")
    }
}
