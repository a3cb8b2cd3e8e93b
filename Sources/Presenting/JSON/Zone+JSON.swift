public import GeoJSON
internal import PlanarGeometry
public import Planning
public import Wording

extension Zone {
    /// The zone with all the documents say of it, without its geometry, and whose boundary it has in an edition.
    ///
    /// The plan period is that of the documents; `boundary_source` names that of an imported boundary and is null for a sketch.
    public func json(in language: Language, of edition: Edition) -> JSONValue {
        var members = json(in: language).members ?? [:]
        members["boundary_source"] = .optional(edition.boundarySource(of: self)?[language])
        return .object(members)
    }

    /// The zone with all the documents say of it, without its geometry.
    public func json(in language: Language) -> JSONValue {
        [
            "zone": .string(id),
            "name_zh": .string(name.zh),
            "name_en": .string(name.en),
            "aliases": .array(aliases.map { .string($0) }),
            "layout": .string(layout),
            "parent": .optional(parent),
            "parent_stated": .optional(statedParent),
            "role": .string(role.rawValue),
            "located": .bool(geometry != nil),
            "geometry_type": .optional(geometry?.typeName),
            "accuracy_m": accuracy.map { .metres($0.metres) } ?? .null,
            "accuracy_basis": .optional(accuracy?.basis[language]),
            "unlocated_reason": .optional(unlocatedReason?[language]),
            "functions": .array(functions.map { .string($0) }),
            "industries": .array(industries.map { .string($0) }),
            "plan_period": planPeriod.json,
            "sources": .array(sources.map(\.json)),
            "note": .optional(note?[language]),
        ]
    }

    /// The zone as a GeoJSON feature, as GIS programs open it.
    public func feature(in language: Language) -> Feature { feature(json(in: language)) }

    /// The zone of an edition as a GeoJSON feature, with whose boundary it has.
    public func feature(in language: Language, of edition: Edition) -> Feature {
        feature(json(in: language, of: edition))
    }

    private func feature(_ value: JSONValue) -> Feature {
        var properties = value.members ?? [:]
        properties["zone"] = nil
        return Feature(id: FeatureID(id), geometry: geometry, properties: properties)
    }

    func unlocatedJSON(in language: Language) -> JSONValue {
        [
            "zone": .string(id), "name_zh": .string(name.zh), "name_en": .string(name.en),
            "parent": .optional(parent), "reason": .optional(unlocatedReason?[language]),
        ]
    }
}

extension Source {
    var json: JSONValue {
        ["document": .string(document), "line": .number(Double(line)), "quote": .string(quote)]
    }
}

extension PlanPeriod {
    var json: JSONValue {
        [
            "from": .number(Double(from)), "to": .number(Double(to)),
            "outlook": outlook.map { .number(Double($0)) } ?? .null,
        ]
    }
}
