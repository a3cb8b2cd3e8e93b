public import GeoJSON
internal import PlanarGeometry
internal import Planning
public import Siting
public import Wording

extension NeighbourAnswer {
    /// The answer as a JSON object of schema version 1.
    public func json(in language: Language) -> JSONValue {
        [
            "schema_version": 1,
            "as_of": .string(asOf.description),
            "zone": .string(zone.id),
            "name_zh": .string(zone.name.zh),
            "name_en": .string(zone.name.en),
            "layout": .string(layout.id),
            "accuracy_m": zone.accuracy.map { .metres($0.metres) } ?? .null,
            "within_m": .metres(within),
            "neighbours": .array(neighbours.map(\.json)),
            "across_layouts": .array(acrossLayouts.map(\.json)),
            "unlocated": .array(unlocated.map { $0.unlocatedJSON(in: language) }),
        ]
    }
}

extension SiteNeighbourAnswer {
    /// The answer as a JSON object of schema version 1.
    public func json(in language: Language) -> JSONValue {
        [
            "schema_version": 1,
            "as_of": .string(asOf.description),
            "site": [
                "label": .string(label), "id": .optional(parcel.id),
                "geometry_type": .string(parcel.geometry.typeName),
                "frame": .string(parcel.frameIdentifier), "accuracy_m": .metres(parcel.accuracy),
            ],
            "within_m": .metres(within),
            "neighbours": .array(neighbours.map(\.json)),
            "notes": notes.json(in: language),
        ]
    }
}

extension AdjacencyGraph {
    /// The graph as a JSON object of schema version 1.
    public func json(in language: Language) -> JSONValue {
        [
            "schema_version": 1,
            "as_of": .string(asOf.description),
            "layout": .string(layout.id),
            "name_zh": .string(layout.name.zh),
            "name_en": .string(layout.name.en),
            "edition": .string(edition.id),
            "across": .optional(other?.layout.id),
            "within_m": .metres(within),
            "pairs": .array(
                pairs.map { pair in
                    var members = JSONObject([("from", .string(pair.zone.id))])
                    for member in pair.neighbour.json.members ?? [:] {
                        members[member.key == "zone" ? "to" : member.key] = member.value
                    }
                    return .object(members)
                }),
            "unlocated": .array(unlocated.map { $0.unlocatedJSON(in: language) }),
        ]
    }
}

extension Neighbour {
    /// The neighbour as a JSON object.
    public var json: JSONValue {
        [
            "zone": .string(zone.id),
            "layout": .string(zone.layout),
            "name_zh": .string(zone.name.zh),
            "name_en": .string(zone.name.en),
            "role": .string(zone.role.rawValue),
            "kind": .string(kind.rawValue),
            "same_drawing": .bool(isSameDrawing),
            "shared_length_m": sharedLength.map { .metres($0) } ?? .null,
            "gap_m": .metres(gap),
            "overlap_m2": overlap?.squareMetres.map { .metres($0) } ?? .null,
            "overlap_m": overlap?.metres.map { .metres($0) } ?? .null,
            "share": share.map { .probability($0) } ?? .null,
            "share_of_other": shareOfOther.map { .probability($0) } ?? .null,
            "bearing_deg": .fixed(bearing, decimals: 1),
            "accuracy_m": .metres(accuracy),
        ]
    }
}

extension Extent {
    /// The number where it is an area.
    var squareMetres: Double? {
        if case .area(let value) = self { value } else { nil }
    }

    /// The number where it is a length.
    var metres: Double? {
        if case .length(let value) = self { value } else { nil }
    }
}
