public import GeoJSON
internal import Planning
public import Siting
public import Wording

extension ControlAnswer {
    /// The answer as a JSON object: areas in m², 公顷 and 亩, lengths in metres.
    public func json(in language: Language) -> JSONValue {
        [
            "layout": .string(layout.id), "name_zh": .string(layout.name.zh),
            "name_en": .string(layout.name.en),
            "edition": .string(edition.id), "classification": .optional(edition.classification),
            "met": .bool(isMet), "holds_all": .bool(holdsAll), "coverage": .string(reach.rawValue),
            "inside": inside?.json ?? .null, "outside": outside?.json ?? .null,
            "line_distance_m": lineDistance.map { .metres($0) } ?? .null, "accuracy_m": .metres(accuracy),
            "close_to_line": .bool(isClose),
            "zones": .array(
                parts.map { part in
                    [
                        "zone": .string(part.zone.id), "name_zh": .string(part.zone.name.zh),
                        "name_en": .string(part.zone.name.en), "inside": part.extent?.json ?? .null,
                        "de9im": .string("\(part.relation)"),
                    ]
                }),
            "statement": .string(statement[language]),
        ]
    }
}
