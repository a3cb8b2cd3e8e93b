public import GeoJSON
internal import Planning
internal import Siting
public import Wording

extension CandidateComparison {
    /// The comparison as a JSON object of schema version 1: kept candidates by rank, those to be looked into by rank, the
    /// dropped and the failed ones in the order of the input.
    ///
    /// Keys are English and stable; texts are in one language, quotes in the documents'.
    public func json(in language: Language) -> JSONValue {
        let ordered = ScreenedCandidate.Decision.allCases.flatMap(indices)
        return [
            "schema_version": 1,
            "as_of": .string(screening.asOf.description),
            "confidence": .number(screening.confidence.value),
            "min_probability": .number(screening.minimumProbability),
            "criteria": .array(screening.criteria.map { $0.json(on: screening.asOf, in: language) }),
            "decision_rule": .string(Vocabulary.rule(of: screening)[language]),
            "ranking": .string(Vocabulary.ranking[language]),
            "counts": [
                "rows": .integer(total), "kept": .integer(count(of: .kept)),
                "undecided": .integer(count(of: .undecided)), "dropped": .integer(count(of: .dropped)),
                "failed": .integer(failed.count),
            ],
            "candidates": .array(
                ordered.map { json(ofRow: $0, language) } + failed.map { failure($0, language) }),
            "unchecked": .array(unchecked.map { $0.json(in: language) }),
            "disclaimer": .string(Vocabulary.disclaimer[language]),
        ]
    }

    private func site(_ index: Int) -> JSONValue {
        let row = rows[index]
        var members: [(String, JSONValue)] = []
        if let id = row.id { members.append(("id", .string(id))) }
        if let name = row.name ?? row.screened?.candidate.name { members.append(("name", .string(name))) }
        if let number = row.row { members.append(("row", .integer(number))) }
        if let extent = row.screened?.extent, let hectares = extent.hectares, let mu = extent.mu {
            members.append(("area_m2", .metres(extent.value)))
            members.append(("area_ha", .fixed(hectares, decimals: 4)))
            members.append(("area_mu", .fixed(mu, decimals: 3)))
        }
        return .object(JSONObject(members))
    }

    private func json(ofRow index: Int, _ language: Language) -> JSONValue {
        guard let screened = rows[index].screened else { return .null }
        let score = screened.score
        return [
            "site": site(index),
            "decision": .string(screened.decision.rawValue),
            "rank": ranks[index].map { .integer($0) } ?? .null,
            "decided_by": .array(screened.deciding.map { .string($0.criterion.key) }),
            "score": [
                "open_criteria": .integer(score.open),
                "least_probability": score.leastProbability.map { .probability($0) } ?? .null,
                "least_spare_m": score.leastSpare.map { .metres($0) } ?? .null,
                "area_ratio": score.areaRatio.map { .fixed($0, decimals: 2) } ?? .null,
            ],
            "findings": .array(screened.findings.map { $0.json(in: language) }),
            "controls": .array(screened.controls.map { $0.json(in: language) }),
            "notes": screened.candidate.notes.json(in: language),
        ]
    }

    private func failure(_ index: Int, _ language: Language) -> JSONValue {
        rows[index].error?.json(site: site(index), in: language) ?? .null
    }
}

extension Criterion {
    func json(on day: CalendarDate, in language: Language) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("criterion", .string(key)), ("kind", .string(kind.rawValue)), ("text", .string(label[language])),
        ]
        if let zone {
            members += [
                ("layout", .string(zone.layout)), ("zone", .string(zone.id)),
                ("name_zh", .string(zone.name.zh)), ("name_en", .string(zone.name.en)),
                ("plan_period", zone.sources.isEmpty ? .null : zone.planPeriod.json),
                (
                    "plan_status",
                    zone.sources.isEmpty ? .null : .string(zone.planPeriod.status(on: day).rawValue)
                ),
                ("sources", .array(zone.sources.map(\.json))),
            ]
        }
        if let metres { members.append(("limit_m", .metres(metres))) }
        if case .landArea(let area) = self { members.append(("limit_m2", .metres(area.squareMetres))) }
        if case .activity(let wanted) = self {
            members.append(("question", .string(wanted.question)))
            members.append(
                ("not_understood", .array(wanted.reading?.unknown.map { .string($0) } ?? [])))
            members.append(("answer", wanted.answer?.json(in: language) ?? .null))
        }
        return .object(JSONObject(members))
    }
}

extension CriterionFinding {
    func json(in language: Language) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("criterion", .string(criterion.key)),
            ("outcome", .string(outcome.rawValue)),
            ("probability", probability.map { .probability($0) } ?? .null),
            ("basis", .string(basis.rawValue)),
        ]
        if let zone { members += [("layout", .string(zone.layout)), ("zone", .string(zone.id))] }
        switch measure {
        case .boundary(let metres): members.append(("boundary_distance_m", .metres(metres)))
        case .distance(let metres, let bearing):
            members.append(("distance_m", .metres(metres)))
            members.append(("bearing_deg", bearing.map { .fixed($0, decimals: 1) } ?? .null))
        case .area(let area):
            members.append(("area_m2", .metres(area)))
            members.append(("area_mu", .fixed(area * 15 / 10_000, decimals: 3)))
        case nil: break
        }
        if let accuracy {
            var key = "accuracy_m"
            if case .area = measure { key = "accuracy_m2" }
            members.append((key, .metres(accuracy)))
        }
        if let share { members.append(("share", .probability(share))) }
        if let spare { members.append(("spare_m", .metres(spare))) }
        members += [
            ("reasons", .array(reasons.map { .string($0[language]) })),
            (
                "instead",
                .array(
                    counterparts.map {
                        [
                            "layout": .string($0.zone.layout), "zone": .string($0.zone.id),
                            "name_zh": .string($0.zone.name.zh), "name_en": .string($0.zone.name.en),
                            "distance_m": $0.metres.map { .metres($0) } ?? .null,
                            "outcome": .optional($0.outcome?.rawValue),
                            "sources": .array($0.zone.sources.map(\.json)),
                        ]
                    })
            ),
            ("sources", .array(sources.map(\.json))),
        ]
        return .object(JSONObject(members))
    }
}
