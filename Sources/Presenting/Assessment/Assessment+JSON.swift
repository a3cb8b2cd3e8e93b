public import GeoJSON
internal import PlanarGeometry
internal import Planning
public import Siting
public import Wording

extension Assessment {
    /// The assessment as a JSON object of schema version 1: the answer of `locate` or of the shares, and what else an
    /// assessment knows.
    ///
    /// Keys are English and stable; texts are in one language, quotes in the documents'.
    public func json(in language: Language) -> JSONValue {
        var members = answerJSON(in: language)
        members["site"] = siteJSON(in: language)
        members["layouts"] = .array(layouts.map { $0.json(in: language) })
        members["context"] = .array(context.map { $0.json(in: language) })
        members["notes"] = notes.json(in: language)
        members["functions"] = .array(functions.map { $0.json(in: language) })
        members["comparison"] = comparison?.json(in: language) ?? .null
        members["controls"] = .array(controls.map { $0.json(in: language) })
        members["flags"] = .array(flags.map { $0.json(in: language) })
        members["distances"] = .array(distances.map { $0.json(in: language) })
        members["neighbours"] = .array(neighbours.map(\.json))
        members["neighbours_within_m"] = .metres(neighboursWithin)
        members["unchecked"] = .array(uncheckedItems.map { $0.json(in: language) })
        members["disclaimer"] = .string(Vocabulary.disclaimer[language])
        return .object(members)
    }

    private func answerJSON(in language: Language) -> JSONObject {
        switch answer {
        case .position(let answer): answer.json(in: language).members ?? [:]
        case .shares(let answer): answer.json(in: language).members ?? [:]
        }
    }

    private func siteJSON(in language: Language) -> JSONValue {
        var members = answerJSON(in: language)["site"]?.members ?? [:]
        if case .parcel(let parcel) = site.shape { members["notes"] = parcel.notes.json(in: language) }
        return .object(members)
    }
}

extension LayoutAssessment {
    /// The layout's answer, with the zone people read first, the way to it and the nearest for shapes too.
    func json(in language: Language) -> JSONValue {
        var members =
            switch answer {
            case .position(let answer): answer.json(in: language).members ?? [:]
            case .shares(let shares): shares.json(in: language).members ?? [:]
            }
        members["zone"] = .optional(principal?.zone.id)
        members["path"] = .array(path.map { .string($0.id) })
        members["zones"] = .array(zones.map { $0.json(in: language) })
        members["nearest"] = nearest?.json ?? .null
        return .object(members)
    }
}

extension ZoneStanding {
    func json(in language: Language) -> JSONValue {
        var members =
            switch measure {
            case .position(let answer): answer.json(in: language).members ?? [:]
            case .share(let share): share.json(in: language).members ?? [:]
            }
        members["holding"] = .string(holding.rawValue)
        if case .share = measure {
            members["basis"] = .string(placedBy == nil ? "geometry" : "text")
            members["verdict"] = .string(verdict.rawValue)
            members["grade"] = .string(grade.rawValue)
            if let placedBy { members["placed_by"] = placedBy.json }
        }
        return .object(members)
    }
}

extension StatedFunctions {
    func json(in language: Language) -> JSONValue {
        [
            "zone": .string(zone.id), "layout": .string(layout.id),
            "name_zh": .string(zone.name.zh), "name_en": .string(zone.name.en),
            "holding": .string(standing.holding.rawValue),
            "functions": .array(zone.functions.map { .string($0) }),
            "industries": .array(zone.industries.map { .string($0) }),
            "plan_status": .string(planStatus.rawValue), "sources": .array(sources.map(\.json)),
        ]
    }
}

extension ActivityComparison {
    func json(in language: Language) -> JSONValue {
        [
            "activity": .string(fit.question),
            "excluded": .array(fit.reading.excluded.map { .string($0) }),
            "not_understood": .array(fit.reading.unknown.map { .string($0) }),
            "silences": .array(fit.reading.silences.map { $0.json(in: language) }),
            "contradictions": .array(fit.contradictions.map { $0.json(in: language) }),
            "answers": .array(
                activities.map { activity in
                    var members = activity.answer.json(in: language).members ?? [:]
                    members["comparison"] = .string(activity.outcome.rawValue)
                    members["statement"] = .string(Vocabulary.sentence(for: activity.outcome)[language])
                    members["assignments"] = .array(activity.assignments.map { $0.json(in: language) })
                    members["instead"] = .array(activity.instead.map { $0.json(in: language) })
                    return .object(members)
                }),
        ]
    }
}

extension ComparedAssignment {
    func json(in language: Language) -> JSONValue {
        var members = assignment.json(in: language).members ?? [:]
        members["place"] = .string(code)
        members["distance"] = distance?.json(in: language) ?? .null
        if case .notDrawn(let parent, let holds) = place {
            members["drawn_parent"] = .optional(parent?.id)
            members["drawn_parent_holds_site"] = holds.map { .bool($0) } ?? .null
        }
        return .object(members)
    }
}

extension AssessmentFlag {
    func json(in language: Language) -> JSONValue {
        [
            "rule": .string(rule.rawValue), "severity": .string(severity.rawValue),
            "layout": .optional(layout),
            "zones": .array(
                zones.map { ["layout": .string($0.layout), "zone": .string($0.id)] }),
            "reason": .string(reason[language]),
            "source": source?.json ?? .null,
            "accuracy_m": accuracy.map { .metres($0) } ?? .null,
            "shift": shift.map {
                [
                    "distance_m": .metres($0.metres), "bearing_deg": .fixed($0.bearing, decimals: 4),
                    "into": .optional($0.zone?.id),
                ]
            } ?? .null,
            "shift_within_accuracy": .bool(lift == .withinAccuracy),
            "shift_not_sought": .bool(lift == .notSought),
        ]
    }
}

extension AssessedDistance {
    func json(in language: Language) -> JSONValue {
        var members = distance.json(in: language).members ?? [:]
        members["reason"] = .string(reason.rawValue)
        return .object(members)
    }
}

extension UncheckedItem {
    func json(in language: Language) -> JSONValue {
        [
            "id": .string(id), "name_zh": .string(name.zh), "name_en": .string(name.en),
            "check": .string(check[language]), "sources": .array(sources.map(\.json)),
        ]
    }
}
