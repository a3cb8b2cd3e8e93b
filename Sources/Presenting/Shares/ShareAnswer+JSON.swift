public import GeoJSON
internal import PlanarGeometry
internal import Planning
public import Siting
public import Wording

extension ShareAnswer {
    /// The shares as a JSON object of schema version 1.
    ///
    /// Keys are English and stable; the texts of notes and reasons are in one language.
    public func json(in language: Language) -> JSONValue {
        [
            "schema_version": 1,
            "as_of": .string(asOf.description),
            "confidence": .number(confidence.value),
            "site": siteJSON(in: language),
            "layouts": .array(layouts.map { $0.json(in: language) }),
            "context": .array(context.map { $0.json(in: language) }),
            "notes": notes.json(in: language),
        ]
    }

    /// The parcel with what it measures, without its shape.
    public func siteJSON(in language: Language) -> JSONValue {
        var members: [(String, JSONValue)] = []
        if let id = parcel.id { members.append(("id", .string(id))) }
        if let name = parcel.name { members.append(("name", .string(name))) }
        members += [
            ("geometry_type", .string(parcel.geometry.typeName)),
            ("frame", .string(parcel.frameIdentifier)),
            ("accuracy_m", .metres(parcel.accuracy)),
            ("frame_accuracy_m", .metres(parcel.frameAccuracy)),
            ("extent", extent?.json ?? .null),
        ]
        if let stated = parcel.statedArea { members.append(("stated_area", json(of: stated))) }
        if let repair = parcel.repair { members.append(("repair", repair.json)) }
        return .object(JSONObject(members))
    }

    private func json(of stated: StatedArea) -> JSONValue {
        let deviation: Double? =
            if case .area(let value) = extent { stated.deviation(of: value) } else { nil }
        return [
            "m2": .metres(stated.squareMetres),
            "deviation": deviation.map { .fixed($0, decimals: 5) } ?? .null,
            "differs": .bool(deviation.map { abs($0) > StatedArea.tolerance } ?? false),
        ]
    }
}

extension LayoutShares {
    /// One layout's shares as a JSON object.
    public func json(in language: Language) -> JSONValue {
        [
            "layout": .string(layout.id),
            "name_zh": .string(layout.name.zh),
            "name_en": .string(layout.name.en),
            "edition": .string(edition.id),
            "coverage": .string(applicability.rawValue),
            "covered_share": .probability(coveredShare),
            "plan_status": .string(planStatus.rawValue),
            "plan_period": planPeriod?.json ?? .null,
            "zones": .array(zones.map { $0.json(in: language) }),
            "partitions": .array(partitions.map(\.json)),
            "unlocated": .array(unlocated.map { $0.unlocatedJSON(in: language) }),
            "counterparts": .array(counterparts.map { $0.json(in: language) }),
            "notes": notes.json(in: language),
        ]
    }
}

extension ZoneShare {
    /// One zone's share as a JSON object.
    public func json(in language: Language) -> JSONValue {
        [
            "zone": .string(zone.id),
            "name_zh": .string(zone.name.zh),
            "name_en": .string(zone.name.en),
            "role": .string(zone.role.rawValue),
            "parent": .optional(zone.parent),
            "relation": .string(relationCells),
            "extent": extent?.json ?? .null,
            "share": share.map { .probability($0) } ?? .null,
            "interval": interval.map {
                .array([.probability($0.lowerBound), .probability($0.upperBound)])
            } ?? .null,
            "share_says_nothing": .bool(isShareMeaningless),
            "on_boundary_m": onBoundary.map { .metres($0) } ?? .null,
            "sliver": .bool(isSliver),
            "divided": .bool(isDivided),
            "probability_whole": .probability(probabilityWhole),
            "probability_any": .probability(probabilityAny),
            "verdict": .string(verdict.rawValue),
            "grade": .string(grade.rawValue),
            "accuracy_m": .metres(accuracy),
            "plan_period": zone.planPeriod.json,
            "sources": .array(zone.sources.map(\.json)),
            "note": .optional(zone.note?[language]),
        ]
    }
}

extension PartitionShares {
    var json: JSONValue {
        [
            "of": .optional(partition.of?.description),
            "members": .array(members.map { ["zone": .string($0.zone), "extent": $0.extent.json] }),
            "rest": rest.json,
            "on_border_m": .metres(onBorder),
            "whole": whole.json,
        ]
    }
}

extension CounterpartDistance {
    func json(in language: Language) -> JSONValue {
        [
            "zone": .string(zone.id), "answer": "not_covered",
            "instead": instead.json(in: language),
        ]
    }
}

extension Extent {
    /// m², 公顷 and 亩 of an area, metres of a length.
    public var json: JSONValue {
        guard let hectares, let mu else { return ["m": .metres(value)] }
        return [
            "m2": .metres(value), "ha": .fixed(hectares, decimals: 4), "mu": .fixed(mu, decimals: 3),
        ]
    }
}

extension Parcel.Repair {
    var json: JSONValue {
        func change(_ change: Change) -> JSONValue {
            ["before": .number(Double(change.before)), "after": .number(Double(change.after))]
        }
        return [
            "reason": .string(reason),
            "location": location.map { .array([.degrees($0.x), .degrees($0.y)]) } ?? .null,
            "parts": change(parts), "vertices": change(vertices),
        ]
    }
}
