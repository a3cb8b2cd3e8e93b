internal import GeoJSON
internal import PlanarGeometry
internal import Wording

extension Zone {
    /// A zone as its feature in `zones.geojson` tells it.
    init(_ feature: Feature, at index: Int, file: String) throws(GeoDataError) {
        let path = JSONPath.root.member("features").element(index).member("properties")
        let entry = JSONCursor(.object(feature.properties), path: path)
        guard let id = feature.id?.text else {
            throw .malformed(
                file: file,
                entry.error(
                    code: "missing_member",
                    problem: Bilingual(zh: "要素缺少 id。", en: "the feature has no id."),
                    remedy: Bilingual(zh: "请填写结构单元的 id。", en: "Give it the id of its zone.")))
        }
        let location: Location?
        let isDrawn = feature.geometry != nil
        do throws(JSONError) {
            location = try Self.location(of: feature.geometry, entry)
        } catch {
            throw .malformedZone(file: file, id: id, error)
        }
        guard let location else {
            // Drawn and giving no reason, only the accuracy can be what is missing.
            let givesReason = feature.properties["unlocated_reason_zh"].map { $0 != .null } ?? false
            throw isDrawn && !givesReason
                ? .accuracyMissing(file: file, id: id) : .locationUnclear(file: file, id: id)
        }
        do throws(JSONError) {
            try self.init(id: id, location: location, entry)
        } catch {
            throw .malformedZone(file: file, id: id, error)
        }
    }

    /// Where a zone lies; nil where it is neither drawn with an accuracy nor says why it is not, or does both.
    private static func location(of geometry: Geometry?, _ entry: JSONCursor) throws(JSONError) -> Location? {
        switch (geometry, try entry.optionalBilingual("unlocated_reason")) {
        case (let geometry?, nil):
            guard let metres = try entry.optionalMember("accuracy_m")?.number(), metres > 0 else {
                return nil
            }
            let basis = try entry.bilingual("accuracy_basis")
            return .located(geometry, accuracy: Accuracy(metres: metres, basis: basis))
        case (nil, let reason?): return .unlocated(reason: reason)
        case (nil, nil), (_?, _?): return nil
        }
    }

    private init(id: String, location: Location, _ entry: JSONCursor) throws(JSONError) {
        var sources: [Source] = []
        for source in try entry.member("sources").array() { sources.append(try source.source()) }
        var counterpart: ZoneReference?
        if let other = try entry.optionalMember("counterpart") {
            counterpart = ZoneReference(
                layout: try other.member("layout").string(), zone: try other.member("zone").string())
        }
        self.init(
            id: id, name: try entry.bilingual("name"),
            aliases: try entry.optionalMember("aliases")?.strings() ?? [],
            layout: try entry.member("layout").string(),
            parent: try entry.optionalMember("parent")?.string(),
            statedParent: try entry.optionalMember("parent_stated")?.string(),
            role: try entry.member("role").choice(), functions: try entry.member("functions").strings(),
            industries: try entry.member("industries").strings(), location: location, sources: sources,
            planPeriod: try entry.member("plan_period").planPeriod(),
            note: try entry.optionalBilingual("note"), counterpart: counterpart)
    }
}
