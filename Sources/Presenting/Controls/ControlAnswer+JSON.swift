public import GeoJSON
internal import Planning
public import Siting
public import Wording

extension ControlAnswer {
    /// The answer as a JSON object: areas in m² and 亩, lengths in metres.
    public func json(in language: Language) -> JSONValue {
        [
            "layout": .string(layout.id), "name_zh": .string(layout.name.zh),
            "name_en": .string(layout.name.en),
            "edition": .string(edition.id), "classification": .optional(edition.classification),
            "met": .bool(isMet), "holds_all": .bool(holdsAll), "coverage": .string(reach.rawValue),
            "inside": inside?.controlJSON ?? .null, "outside": outside?.controlJSON ?? .null,
            "line_distance_m": lineDistance.map { .metres($0) } ?? .null, "accuracy_m": .metres(accuracy),
            "close_to_line": .bool(isClose),
            "zones": .array(
                parts.map { part in
                    [
                        "zone": .string(part.zone.id), "name_zh": .string(part.zone.name.zh),
                        "name_en": .string(part.zone.name.en), "inside": part.extent?.controlJSON ?? .null,
                        "de9im": .string("\(part.relation)"),
                    ]
                }),
            "statement": .string(statement[language]),
        ]
    }
}

extension Extent {
    /// With 亩, as land is reckoned where it is taken up.
    fileprivate var controlJSON: JSONValue {
        guard let mu else { return ["length_m": .metres(value)] }
        return ["area_m2": .metres(value), "mu": .fixed(mu, decimals: 4)]
    }
}
