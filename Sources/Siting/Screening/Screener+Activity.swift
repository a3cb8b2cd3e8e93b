internal import PlanarGeometry
internal import Planning
internal import Wording

extension Screener {
    /// Whether a candidate lies where the documents want an activity.
    ///
    /// Every document's sentence counts alike: the criterion is met in any zone that one of them gives the activity to.
    /// It is missed only where the candidate surely lies in none of them; a place the texts name and nobody has drawn
    /// stays open unless the candidate surely lies outside the zone it is part of. Silence is no pass.
    func activityFinding(
        _ criterion: Criterion, _ wanted: WantedActivity, _ candidate: AskedCandidate
    ) -> CriterionFinding {
        let places = wanted.places
        guard !places.isEmpty else {
            var finding = CriterionFinding(criterion, .notAnswerable, basis: .text)
            finding.reasons = [wanted.silence]
            return finding
        }
        var best: CriterionFinding?
        var open: [CriterionFinding] = []
        for place in places {
            let finding = self.finding(criterion, place, candidate)
            if finding.outcome == .met || finding.outcome == .undecided,
                (finding.probability ?? 0) > (best?.probability ?? -1)
            {
                best = finding
            }
            if finding.outcome == .notAnswerable { open.append(finding) }
        }
        if let best, best.outcome == .met || open.isEmpty { return best }
        if var first = best ?? open.first {
            let others = open.filter { $0.zone != first.zone || first.zone == nil }
            first.reasons += others.flatMap(\.reasons).filter { !first.reasons.contains($0) }
            first.sources += others.flatMap(\.sources).filter { !first.sources.contains($0) }
            return first
        }
        var missed = CriterionFinding(criterion, .notMet)
        missed.probability = 0
        let names = places.map { "\($0.name.zh)（\($0.citation)）" }.joined(separator: "、")
        let english = places.map { "\($0.name.en) (\($0.citation))" }.joined(separator: ", ")
        missed.reasons = [Bilingual(zh: "文本将其安排在：\(names)", en: "the texts assign it to \(english)")]
        missed.sources = places.flatMap(\.sources)
        return missed
    }

    /// How a candidate stands to one place the texts give the activity to.
    private func finding(
        _ criterion: Criterion, _ place: WantedActivity.Place, _ candidate: AskedCandidate
    ) -> CriterionFinding {
        if let zone = place.zone, zone.holdsLand {
            var finding = zoneFinding(criterion, zone, candidate)
            finding.sources = (finding.basis == .text ? finding.sources : []) + place.sources
            if !place.tellsStage, finding.outcome == .met || finding.outcome == .undecided {
                finding.outcome = .notAnswerable
                finding.reasons.append(
                    Bilingual(
                        zh: "文本安排在\(place.name.zh)，但未写是否为所问环节",
                        en: "the texts assign it to \(place.name.en) and do not say whether at this stage"))
            }
            return finding
        }
        var finding = CriterionFinding(criterion, .notAnswerable, basis: .text)
        finding.zone = place.zone
        finding.sources = place.sources
        finding.reasons = [
            Bilingual(
                zh: "文本点名的\(place.name.zh)（\(place.citation)）未绘出范围，无法判断",
                en: "\(place.name.en) (\(place.citation)) is named by the texts, but no area of it is drawn")
        ]
        // A part of what the candidate surely lies outside of is ruled out with it.
        if let ancestor = place.path.dropLast().last(where: \.holdsLand) {
            let standing = candidate.standing(to: ancestor)
            let isOut = screening.confidence.excludes(standing.any)
            if isOut, standing.reach == .covered || standing.reach == .elsewhere { finding.outcome = .notMet }
        }
        return finding
    }
}

extension Zone {
    /// Whether it is drawn as an area in which sites can lie.
    fileprivate var holdsLand: Bool { role.holdsSites && geometry?.polygons.isEmpty == false }
}

extension WantedActivity {
    /// One place the texts give the activity to, with all their sentences.
    struct Place {
        /// The zone; nil for a structure the catalogue does not hold.
        let zone: Zone?
        /// The zone with its ancestors, the outermost first.
        let path: [Zone]
        let name: Bilingual
        var sources: [Source]
        /// Whether any sentence speaks of the stage asked for, or no stage was asked for.
        var tellsStage: Bool

        /// `002:388`, the first sentence.
        var citation: String { sources.first.map { "\($0.document):\($0.line)" } ?? "" }
    }

    /// The places, in the order of the sentences.
    var places: [Place] {
        var places: [Place] = []
        for assignment in assignments {
            let isDirect = assignment.standing == .direct
            if let known = places.firstIndex(where: { $0.name == assignment.target.name }) {
                places[known].sources.append(assignment.source)
                places[known].tellsStage = places[known].tellsStage || isDirect
                continue
            }
            var path: [Zone] = []
            if case .zone(_, let zones) = assignment.target { path = zones }
            places.append(
                Place(
                    zone: assignment.target.zone, path: path, name: assignment.target.name,
                    sources: [assignment.source], tellsStage: isDirect))
        }
        return places
    }

    /// What is said where the texts give it to no place in particular.
    var silence: Bilingual {
        switch answer?.outcome {
        case .otherStage:
            Bilingual(
                zh: "文本未见对所问环节的安排，写的是其他环节",
                en: "the texts do not assign it at this stage, but at others")
        case .atLarge:
            Bilingual(
                zh: "文本只就整个直管园或区县提到，未落到具体结构单元",
                en: "the texts speak of it for the whole park or a district, for no zone in particular")
        case .assigned, .stageNotStated, .notStated, nil:
            Bilingual(zh: "文本未见对此项的安排", en: "the texts do not assign it")
        }
    }
}
