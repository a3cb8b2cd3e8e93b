public import GeoJSON
internal import Planning
public import Siting
public import Wording

extension ZoneDistance {
    /// The distance as a JSON object; where the layout does not cover the site, without any number.
    public func json(in language: Language) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("zone", .string(zone.id)), ("layout", .string(layout.id)),
            ("name_zh", .string(zone.name.zh)), ("name_en", .string(zone.name.en)),
            ("role", .string(zone.role.rawValue)),
        ]
        switch coverage {
        case .covered:
            members += [
                ("coverage", "covered"),
                ("distance_m", .metres(metres)),
                ("boundary_distance_m", boundaryMetres.map { .metres($0) } ?? .null),
                ("bearing_deg", bearing.map { .fixed($0, decimals: 1) } ?? .null),
                ("accuracy_m", .metres(accuracy)),
            ]
        case .notCovered(let counterparts):
            members += [
                ("coverage", "not_covered"),
                (
                    "see",
                    .array(
                        counterparts.map {
                            [
                                "layout": .string($0.layout), "zone": .string($0.id),
                                "name_zh": .string($0.name.zh), "name_en": .string($0.name.en),
                            ]
                        })
                ),
            ]
        }
        members.append(("sources", .array(zone.sources.map(\.json))))
        return .object(JSONObject(members))
    }
}
