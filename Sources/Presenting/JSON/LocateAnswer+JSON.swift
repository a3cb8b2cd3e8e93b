public import GeoJSON
internal import PlanarGeometry
internal import Planning
public import Siting
public import Wording

extension LocateAnswer {
    /// The answer as the JSON object of schema version 1.
    ///
    /// Keys are English and stable; the texts of notes and reasons are in one language.
    public func json(in language: Language) -> JSONValue {
        [
            "schema_version": 1,
            "as_of": .string(asOf.description),
            "confidence": .number(confidence.value),
            "site": site.json(in: language),
            "layouts": .array(layouts.map { $0.json(in: language) }),
            "context": .array(context.map { $0.json(in: language) }),
            "notes": notes.json(in: language),
        ]
    }
}

extension Site {
    func json(in language: Language) -> JSONValue {
        let coordinates: [JSONValue] =
            isGeographic
            ? [.degrees(given.x), .degrees(given.y)] : [.metres(given.x), .metres(given.y)]
        var members: [(String, JSONValue)] = []
        if let id { members.append(("id", .string(id))) }
        if let name { members.append(("name", .string(name))) }
        members += [
            ("position", .array(coordinates)),
            ("frame", .string(frameIdentifier)),
            ("wgs84", .lonLat(position)),
            ("accuracy_m", .metres(accuracy)),
            ("frame_accuracy_m", .metres(frameAccuracy)),
        ]
        if let place {
            members.append(
                (
                    "place",
                    [
                        "name_zh": .string(place.name.zh), "name_en": .string(place.name.en),
                        "origin": .string(place.origin[language]),
                    ]
                ))
        }
        members.append(("notes", notes.json(in: language)))
        return .object(JSONObject(members))
    }
}

extension LayoutAnswer {
    func json(in language: Language) -> JSONValue {
        [
            "layout": .string(layout.id),
            "name_zh": .string(layout.name.zh),
            "name_en": .string(layout.name.en),
            "edition": .string(edition.id),
            "coverage": .string(applicability.rawValue),
            "coverage_probability": .probability(coverageProbability),
            "plan_status": .string(planStatus.rawValue),
            "plan_period": planPeriod?.json ?? .null,
            "zone": .optional(deepest?.zone.id),
            "path": .array(path.map { .string($0) }),
            "zones": .array(zones.map { $0.json(in: language) }),
            "nearest": nearest?.json ?? .null,
            "unlocated": .array(unlocated.map { $0.unlocatedJSON(in: language) }),
            "counterparts": .array(counterparts.map(\.json)),
            "notes": notes.json(in: language),
        ]
    }
}

extension ZoneAnswer {
    func json(in language: Language) -> JSONValue {
        [
            "zone": .string(zone.id),
            "name_zh": .string(zone.name.zh),
            "name_en": .string(zone.name.en),
            "role": .string(zone.role.rawValue),
            "parent": .optional(zone.parent),
            "covers": .bool(covers),
            "basis": .string(basis.rawValue),
            "verdict": .string(verdict.rawValue),
            "grade": .string(grade.rawValue),
            "probability": .probability(probability),
            "boundary_distance_m": .metres(boundaryDistance),
            "accuracy_m": .metres(accuracy),
            "plan_period": zone.planPeriod.json,
            "sources": .array(
                ((placedBy.map { [$0] } ?? []) + zone.sources.filter { $0 != placedBy }).map(\.json)),
            "note": .optional(zone.note?[language]),
        ]
    }
}

extension NearestZone {
    var json: JSONValue {
        [
            "zone": .string(zone.id), "name_zh": .string(zone.name.zh), "name_en": .string(zone.name.en),
            "distance_m": .metres(distance), "bearing_deg": .fixed(bearing, decimals: 1),
            "accuracy_m": .metres(accuracy),
        ]
    }
}

extension Counterpart {
    var json: JSONValue {
        [
            "zone": .string(zone.id), "answer": "not_covered",
            "instead": [
                "layout": .string(instead.layout), "zone": .string(instead.id),
                "name_zh": .string(instead.name.zh),
                "name_en": .string(instead.name.en), "covers": .bool(covers),
                "probability": .probability(probability), "boundary_distance_m": .metres(boundaryDistance),
                "accuracy_m": .metres(accuracy), "sources": .array(instead.sources.map(\.json)),
            ],
        ]
    }
}

extension [Note] {
    func json(in language: Language) -> JSONValue { .array(map { $0.json(in: language) }) }
}

extension Note {
    func json(in language: Language) -> JSONValue {
        ["code": .string(code), "text": .string(text[language])]
    }
}
