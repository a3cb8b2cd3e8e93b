public import GeoJSON
internal import PlanarGeometry
internal import Planning
public import Siting
public import Wording

extension FitAnswer {
    /// The answer as a JSON object.
    ///
    /// Keys are English and stable; texts are in one language, quotes in the documents'.
    public func json(in language: Language) -> JSONValue {
        [
            "schema_version": 1,
            "as_of": .string(asOf.description),
            "activity": .string(question),
            "outcome": .string(outcome.rawValue),
            "understood": .array(
                reading.found.map { found in
                    [
                        "activity": .string(found.activity.id),
                        "name_zh": .string(found.activity.name.zh),
                        "name_en": .string(found.activity.name.en),
                        "words": .array(found.words.map { .string($0) }),
                    ]
                }),
            "stages": .array(reading.stages.map { .string($0.rawValue) }),
            "excluded": .array(reading.excluded.map { .string($0) }),
            "not_understood": .array(reading.unknown.map { .string($0) }),
            "in_no_document": .array(reading.absent.map { .string($0) }),
            "answers": .array(activities.map { $0.json(in: language) }),
            "named_zones": .array(
                named.map { named in
                    [
                        "zone": .string(named.zone.id), "layout": .string(named.zone.layout),
                        "path": .array(named.path.map { .string($0.id) }),
                        "located": .bool(named.zone.geometry != nil),
                        "unlocated_reason": .optional(named.zone.unlocatedReason?[language]),
                        "sources": .array(named.zone.sources.map(\.json)),
                        "assignments": .array(named.assignments.map { $0.json(in: language) }),
                    ]
                }),
            "silences": .array(reading.silences.map { $0.json(in: language) }),
            "contradictions": .array(contradictions.map { $0.json(in: language) }),
            "disclaimer": .string(Vocabulary.disclaimer[language]),
        ]
    }

}

extension Silence {
    func json(in language: Language) -> JSONValue { statement(id, text, sources, language) }
}

extension Contradiction {
    func json(in language: Language) -> JSONValue { statement(id, text, sources, language) }
}

private func statement(
    _ id: String, _ text: Bilingual, _ sources: [Source], _ language: Language
) -> JSONValue {
    ["id": .string(id), "text": .string(text[language]), "sources": .array(sources.map(\.json))]
}

extension ActivityAnswer {
    func json(in language: Language) -> JSONValue {
        [
            "activity": .string(activity.id),
            "name_zh": .string(activity.name.zh),
            "name_en": .string(activity.name.en),
            "stages": .array(stages.map { .string($0.rawValue) }),
            "outcome": .string(outcome.rawValue),
            "statement": .string(Vocabulary.sentence(for: outcome, at: stages)[language]),
            "assignments": .array(assignments.map { $0.json(in: language) }),
            "instead": .array(instead.map { $0.json(in: language) }),
            "gaps": .array(
                gaps.map { gap in
                    [
                        "stage": .optional(gap.stage?.rawValue), "text": .string(gap.text[language]),
                        "sources": .array(gap.sources.map(\.json)),
                    ]
                }),
            "note": .optional(activity.note?[language]),
        ]
    }
}

extension FitAssignment {
    func json(in language: Language) -> JSONValue {
        [
            "standing": .string(standing.rawValue),
            "activity": .string(activity.id),
            "document_word": .string(word),
            "zone": .optional(target.zone?.id),
            "named_structure": .optional(target.zone == nil ? target.id : nil),
            "name_zh": .string(target.name.zh),
            "name_en": .string(target.name.en),
            "layout": .optional(target.zone?.layout),
            "located": .bool(target.isLocated),
            "unlocated_reason": .optional(target.unlocatedReason?[language]),
            "at_large": .bool(isAtLarge),
            "stages": .array(stages.map { .string($0.rawValue) }),
            "body": .string(document.rank.rawValue),
            "body_name": .string(Vocabulary.word(for: document.rank)[language]),
            "plan_status": .string(planStatus.rawValue),
            "plan_period": document.planPeriod.json,
            "source": source.json,
        ]
    }
}
