internal import PlanarGeometry
internal import Planning
public import Wording

extension Screener {
    /// Whether a candidate lies where the documents want an activity.
    ///
    /// Every document's sentence counts alike: the criterion is met in any zone that one of them gives the activity to,
    /// and missed where the candidate surely lies in none that is drawn. Of places the texts name and nobody has drawn,
    /// one that is part of a drawn zone stays open unless the candidate surely lies outside that zone; the others are
    /// named as a reservation, and leave the criterion open only where nothing is drawn at all. So are zones of a
    /// document that does not say whether it speaks about the land. Silence is no pass.
    func activityFinding(
        _ criterion: Criterion, _ wanted: WantedActivity, _ candidate: AskedCandidate
    ) -> CriterionFinding {
        let places = wanted.places
        let (known, unknown) = (places.filter(\.hasGround), places.filter { !$0.hasGround })
        guard !known.isEmpty else {
            var finding = CriterionFinding(criterion, .notAnswerable, basis: .text)
            finding.reasons = unknown.isEmpty ? [wanted.silence] : [Self.undrawn(unknown)]
            finding.sources = unknown.flatMap(\.sources)
            return finding
        }
        let findings = known.map { standing(criterion, $0, candidate) }
        if let met = Self.best(.met, of: findings) { return met }
        // The best that can be said of any of them is what is said of the activity.
        let open = Self.best(.undecided, of: findings) ?? Self.best(.notAnswerable, of: findings)
        var finding = open ?? CriterionFinding(criterion, .notMet)
        if finding.outcome == .notMet {
            finding.probability = 0
            finding.reasons = [Self.elsewhere(places)]
            for reason in findings.flatMap(\.reasons) where !finding.reasons.contains(reason) {
                finding.reasons.append(reason)
            }
            finding.sources = places.flatMap(\.sources)
        } else {
            for other in findings where other.outcome == .notAnswerable && other.zone != finding.zone {
                finding.reasons += other.reasons.filter { !finding.reasons.contains($0) }
            }
        }
        if !unknown.isEmpty { finding.reasons.append(Self.undrawn(unknown)) }
        return finding
    }

    /// The most probable of the findings with an outcome.
    private static func best(
        _ outcome: CriterionFinding.Outcome, of findings: [CriterionFinding]
    ) -> CriterionFinding? {
        findings.filter { $0.outcome == outcome }.max { ($0.probability ?? 0) < ($1.probability ?? 0) }
    }

    private static func elsewhere(_ places: [WantedActivity.Place]) -> Bilingual {
        Bilingual(
            zh: "文本将其安排在：\(places.map(\.cited.zh).joined(separator: "、"))",
            en: "the texts assign it to \(places.map(\.cited.en).joined(separator: ", "))")
    }

    private static func undrawn(_ places: [WantedActivity.Place]) -> Bilingual {
        Bilingual(
            zh: "文本点名而未上图、范围不明：\(places.map(\.cited.zh).joined(separator: "、"))；地块如在其内，请另行核对",
            en: "named by the texts and not drawn: \(places.map(\.cited.en).joined(separator: ", ")); "
                + "check whether the site lies there")
    }

    /// How a candidate stands to one place the texts give the activity to.
    private func standing(
        _ criterion: Criterion, _ place: WantedActivity.Place, _ candidate: AskedCandidate
    ) -> CriterionFinding {
        guard let ground = place.zone.flatMap({ $0.holdsLand ? $0 : nil }) ?? place.surroundings else {
            return CriterionFinding(criterion, .notAnswerable)
        }
        let isPart = ground != place.zone
        var finding = zoneFinding(criterion, ground, candidate)
        let standing = candidate.standing(to: ground)
        finding.zone = place.zone
        finding.sources = (finding.basis == .text && !isPart ? finding.sources : []) + place.sources
        if standing.reach == .nearEdge, finding.outcome == .notAnswerable { return finding }
        // A part of what the candidate surely lies outside of is ruled out with it.
        if screening.confidence.excludes(standing.any) {
            finding.outcome = .notMet
            finding.reasons = []
            if case .notStated(let note, _) = standing.reach {
                let (zh, en) = (place.cited.zh, place.cited.en)
                finding.reasons = [Bilingual(zh: "\(note.zh)（涉及\(zh)）", en: "\(note.en) (concerns \(en))")]
            }
            return finding
        }
        if isPart {
            finding.outcome = .notAnswerable
            finding.probability = nil
            finding.measure = nil
            finding.reasons = [
                Bilingual(
                    zh: "文本安排在\(place.cited.zh)，属\(ground.name.zh)，未绘出范围",
                    en:
                        "the texts assign it to \(place.cited.en), a part of \(ground.name.en) that is not drawn"
                )
            ]
        } else if !place.tellsStage, finding.outcome != .notMet {
            finding.outcome = .notAnswerable
            finding.reasons.append(
                Bilingual(
                    zh: "文本安排在\(place.cited.zh)，但未写是否为所问环节",
                    en: "the texts assign it to \(place.cited.en) and do not say whether at this stage"))
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

        /// The nearest drawn zone it is part of.
        var surroundings: Zone? { path.dropLast().last(where: \.holdsLand) }

        /// Whether it is drawn as an area, or as a part of one that is.
        var hasGround: Bool { zone?.holdsLand ?? false || surroundings != nil }

        /// The name with the document and line of the first sentence.
        var cited: Bilingual {
            let place = sources.first.map { "\($0.document):\($0.line)" } ?? ""
            return Bilingual(zh: "\(name.zh)（\(place)）", en: "\(name.en) (\(place))")
        }
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
    public var silence: Bilingual {
        switch answer?.outcome {
        case .otherStage:
            Bilingual(
                zh: "文本未见对所问环节的安排，写的是其他环节",
                en: "the texts do not assign it at this stage, but at others")
        case .atLarge:
            Bilingual(
                zh: "文本只就整个直管园或区县提到，未落到具体结构单元",
                en: "the texts speak of it for the whole park or a district, for no zone in particular")
        case .assigned, .stageNotStated, .notStated:
            Bilingual(zh: "文本未见对此项的安排", en: "the texts do not assign it")
        case nil: reading?.silence ?? Bilingual(zh: "文本未见对此项的安排", en: "the texts do not assign it")
        }
    }
}
