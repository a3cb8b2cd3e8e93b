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
        let role: Role
        do throws(JSONError) {
            try Self.check(id, entry)
            role = try entry.member("role").choice()
            if let geometry = feature.geometry { try Self.check(geometry, of: id, as: role, entry) }
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
            try self.init(id: id, role: role, location: location, entry)
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

    /// Ids stand in lists, addresses and tables as they are: nothing in one may need quoting.
    private static func check(_ id: String, _ entry: JSONCursor) throws(JSONError) {
        let isPlain = id.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"),
                UInt8(ascii: "."):
                true
            default: false
            }
        }
        guard isPlain, !id.isEmpty else {
            throw entry.error(
                code: "malformed_id",
                problem: Bilingual(
                    zh: "id“\(id)”含有字母、数字、“-”“_”“.”以外的字符，或为空。",
                    en:
                        "The id \"\(id)\" is empty or holds more than letters, digits, \"-\", \"_\" and \".\"."
                ),
                remedy: Bilingual(
                    zh: "请改用拼音或英文，如 shengming-dao。",
                    en: "Write it in pinyin or English, such as shengming-dao."))
        }
    }

    /// A drawing that would load and then answer nothing, or answer for another part of the world.
    private static func check(
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

    private init(
        id: String, role: Role, location: Location, _ entry: JSONCursor
    ) throws(JSONError) {
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
            role: role, functions: try entry.member("functions").strings(),
            industries: try entry.member("industries").strings(), location: location, sources: sources,
            planPeriod: try entry.member("plan_period").planPeriod(),
            note: try entry.optionalBilingual("note"), counterpart: counterpart)
    }
}
