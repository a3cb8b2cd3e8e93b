internal import GeoJSON
internal import PlanarGeometry
internal import Wording

/// Reads the zones and relations of one edition of one layout.
struct EditionLoading {
    let folder: GeoDataFolder
    let layout: String
    let head: EditionHead

    func edition() throws(GeoDataError) -> Edition {
        let zonesFile = "\(layout)/\(head.id)/zones.geojson"
        let zones = try folder.decode(zonesFile) { text throws(JSONError) in
            var zones: [Result<Zone, Flaw>] = []
            for (index, feature) in try FeatureCollection(parsing: text).features.enumerated() {
                let path = JSONPath.root.member("features").element(index).member("properties")
                zones.append(try zone(feature, JSONCursor(.object(feature.properties), path: path)))
            }
            return zones
        }
        let path = "\(folder.path)/\(zonesFile)"
        var sound: [Zone] = []
        for zone in zones {
            do throws(Flaw) {
                sound.append(try zone.get())
            } catch {
                throw error.error(in: path)
            }
        }
        try check(sound, file: path)
        let relations = try folder.read("\(layout)/\(head.id)/relations.json") { root throws(JSONError) in
            var relations: [Relation] = []
            for entry in try root.member("relations").array() { relations.append(try relation(entry)) }
            return relations
        }
        return Edition(
            id: head.id, name: head.name, validFrom: head.validFrom, validTo: head.validTo,
            recordedOn: head.recordedOn, zones: sound, relations: relations)
    }

    /// A flaw of one zone that JSON's own rules do not know; the file's name is added where it is known.
    private enum Flaw: Error {
        case locationUnclear(String)
        case accuracyMissing(String)

        func error(in file: String) -> GeoDataError {
            switch self {
            case .locationUnclear(let id): .locationUnclear(file: file, id: id)
            case .accuracyMissing(let id): .accuracyMissing(file: file, id: id)
            }
        }
    }

    private func zone(_ feature: Feature, _ entry: JSONCursor) throws(JSONError) -> Result<Zone, Flaw> {
        guard let id = feature.id?.text else {
            throw entry.error(
                code: "missing_member",
                problem: Bilingual(zh: "要素缺少 id。", en: "the feature has no id."),
                remedy: Bilingual(zh: "请填写结构单元的 id。", en: "Give it the id of its zone."))
        }
        let role: Zone.Role = try entry.member("role").choice()
        if let geometry = feature.geometry { try check(geometry, of: id, as: role, entry) }
        let location: Zone.Location
        switch (feature.geometry, try entry.optionalBilingual("unlocated_reason")) {
        case (let geometry?, nil):
            guard let metres = try entry.optionalMember("accuracy_m")?.number(), metres > 0 else {
                return .failure(.accuracyMissing(id))
            }
            let basis = try entry.bilingual("accuracy_basis")
            location = .located(geometry, accuracy: Accuracy(metres: metres, basis: basis))
        case (nil, let reason?): location = .unlocated(reason: reason)
        case (nil, nil), (_?, _?): return .failure(.locationUnclear(id))
        }
        var sources: [Source] = []
        for source in try entry.member("sources").array() { sources.append(try source.source()) }
        var counterpart: ZoneReference?
        if let other = try entry.optionalMember("counterpart") {
            counterpart = ZoneReference(
                layout: try other.member("layout").string(), zone: try other.member("zone").string())
        }
        return .success(
            Zone(
                id: id, name: try entry.bilingual("name"),
                aliases: try entry.optionalMember("aliases")?.strings() ?? [],
                layout: try entry.member("layout").string(),
                parent: try entry.optionalMember("parent")?.string(),
                statedParent: try entry.optionalMember("parent_stated")?.string(),
                role: role, functions: try entry.member("functions").strings(),
                industries: try entry.member("industries").strings(), location: location, sources: sources,
                planPeriod: try entry.member("plan_period").planPeriod(),
                note: try entry.optionalBilingual("note"), counterpart: counterpart))
    }

    /// A drawing that would load and then answer nothing, or answer for another part of the world.
    private func check(
        _ geometry: Geometry, of id: String, as role: Zone.Role, _ entry: JSONCursor
    ) throws(JSONError) {
        if let vertex = geometry.vertices.first(where: { abs($0.x) > 180 || abs($0.y) > 90 }) {
            throw entry.error(
                code: "position_out_of_range",
                problem: Bilingual(
                    zh: "“\(id)”的顶点 [\(vertex.x), \(vertex.y)] 不是经纬度。",
                    en: "The vertex [\(vertex.x), \(vertex.y)] of \"\(id)\" is no longitude and latitude."),
                remedy: Bilingual(
                    zh: "请写成 WGS 84 经纬度，经度在前。", en: "Give WGS 84 degrees, longitude first."))
        }
        guard role.holdsSites else { return }
        switch geometry {
        case .polygon, .multiPolygon: return
        default:
            throw entry.error(
                code: "area_without_polygon",
                problem: Bilingual(
                    zh: "“\(id)”的类型为 \(role.rawValue)，图形却是 \(geometry.typeName)，任何点位都不会落在其中。",
                    en:
                        "\"\(id)\" is of role \(role.rawValue) but drawn as a \(geometry.typeName): no site can lie in it."
                ),
                remedy: Bilingual(
                    zh: "请改为 Polygon 或 MultiPolygon，或改 role 为 axis、river、place。",
                    en: "Draw a Polygon or MultiPolygon, or make the role axis, river or place."))
        }
    }

    private func relation(_ entry: JSONCursor) throws(JSONError) -> Relation {
        Relation(
            subject: try entry.member("subject").zoneReference(in: layout),
            kind: try entry.member("relation").choice(),
            object: try entry.member("object").zoneReference(in: layout),
            source: try entry.member("source").source())
    }

    private func check(_ zones: [Zone], file: String) throws(GeoDataError) {
        var parents: [String: String?] = [:]
        for zone in zones {
            guard parents.updateValue(zone.parent, forKey: zone.id) == nil else {
                throw GeoDataError.duplicateID(file: file, id: zone.id)
            }
            if zone.layout != layout {
                throw GeoDataError.unknownReference(
                    file: file, id: zone.id, what: Bilingual(zh: "所属空间格局", en: "layout"), missing: zone.layout
                )
            }
        }
        for zone in zones {
            var seen: Set<String> = [zone.id]
            var current = zone
            while let parent = current.parent {
                guard let next = zones.first(where: { $0.id == parent }) else {
                    throw GeoDataError.unknownReference(
                        file: file, id: current.id, what: Bilingual(zh: "上级", en: "parent"), missing: parent)
                }
                guard seen.insert(parent).inserted else {
                    throw GeoDataError.parentCycle(file: file, id: zone.id)
                }
                current = next
            }
        }
    }
}
