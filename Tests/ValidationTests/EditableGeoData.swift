import GeoJSON
import PlanarGeometry
import Planning
import TestSupport
import Validation

/// The shipped data as JSON in memory, to be edited and looked at by every rule.
struct EditableGeoData: Sendable {
    /// The parsed JSON files by their names below the folder.
    var json: [String: JSONValue]
    /// Those of them that are no longer as they were shipped.
    private var edited: Set<String> = []
    /// Files that are looked at as text.
    var texts: [String: String]

    static let five = "jinfeng-five-zones"
    static let north = "north-middle-south"
    static let two = "liang-cheng-liang-dai-liang-ping"
    static let context = "context"
    static let layouts = [five, north, two, context]
    static let today = CalendarDate("2026-11-21") ?? .today()

    /// The shipped data with one stated size at least, and guides with tables.
    static let shipped: Result<EditableGeoData, any Error> = Result { try EditableGeoData() }

    private init() throws {
        let folder = GeoDataFolder(path: Repository.geoData)
        json = [:]
        for layout in Self.layouts {
            for file in [Self.zones(layout), Self.relations(layout)] {
                json[file] = try JSONValue(parsing: try folder.bytes(of: file))
            }
        }
        for file in ["catalogue.json", "cited-lines.json", "unchecked-items.json", Self.activities] {
            json[file] = try JSONValue(parsing: try folder.bytes(of: file))
        }
        texts = [
            "control-points.csv": String(decoding: try folder.bytes(of: "control-points.csv"), as: UTF8.self)
        ]
        let centre = "chengyu-zonghexing-kexue-zhongxin"
        let stated = json[Self.relations(Self.five)]?["quantities"]?.elements ?? []
        if !stated.contains(where: { $0["zone"]?.stringValue == centre }) {
            let source = zone(centre, Self.five)["properties"]?["sources"]?.elements?.first ?? .null
            let quantity: JSONValue = [
                "zone": .string(centre), "kind": "area", "value": 100, "unit": "km2", "drawn_to_size": true,
                "source": source,
            ]
            edit(Self.relations(Self.five)) { $0["quantities"] = .array(stated + [quantity]) }
        }
        let tables = GuideTables(try self.folder.catalogue())
        let guide =
            "<!-- zones:begin -->\n<!-- zones:end -->\n<!-- unlocated:begin -->\n<!-- unlocated:end -->\n"
        for (file, language) in GuideTables.guides { texts[file] = tables.renewed(guide, in: language) }
    }

    static func zones(_ layout: String) -> String { "\(layout)/2026-schematic/zones.geojson" }
    static func relations(_ layout: String) -> String { "\(layout)/2026-schematic/relations.json" }

    /// The folder with every edit in place.
    var folder: GeoDataFolder {
        var folder = GeoDataFolder(path: Repository.geoData)
        for file in edited.subtracting(texts.keys) {
            folder = folder.replacing(file, with: JSONWriter().bytes(json[file] ?? .null))
        }
        for (file, text) in texts { folder = folder.replacing(file, with: Array(text.utf8)) }
        return folder
    }

    func report(strict: Bool = false, documents: CitedText? = nil) -> ValidationReport {
        Validator(asOf: Self.today, isStrict: strict, documents: documents).report(on: folder.inspection())
    }

    // MARK: - Editing

    mutating func put(_ value: JSONValue, as file: String) {
        json[file] = value
        edited.insert(file)
    }

    mutating func edit(_ file: String, _ change: (inout JSONObject) -> Void) {
        var members = json[file]?.members ?? [:]
        change(&members)
        put(.object(members), as: file)
    }

    mutating func editFeatures(_ layout: String, _ change: (inout [JSONValue]) -> Void) {
        edit(Self.zones(layout)) { root in
            var features = root["features"]?.elements ?? []
            change(&features)
            root["features"] = .array(features)
        }
    }

    /// Edits one feature; a test on a zone that is not there must fail, so nothing is changed silently.
    mutating func editZone(_ id: String, _ layout: String, _ change: (inout JSONObject) -> Void) {
        editFeatures(layout) { features in
            guard let place = features.firstIndex(where: { $0["id"]?.stringValue == id }) else {
                preconditionFailure("no zone \(id) in \(layout)")
            }
            var feature = features[place].members ?? [:]
            change(&feature)
            features[place] = .object(feature)
        }
    }

    mutating func set(_ property: String, of id: String, _ layout: String, to value: JSONValue?) {
        editZone(id, layout) { feature in
            var properties = feature["properties"]?.members ?? [:]
            properties[property] = value
            feature["properties"] = .object(properties)
        }
    }

    mutating func editList(_ key: String, of file: String, _ change: (inout [JSONValue]) -> Void) {
        edit(file) { root in
            var list = root[key]?.elements ?? []
            change(&list)
            root[key] = .array(list)
        }
    }

    mutating func editLayout(_ id: String, _ change: (inout JSONObject) -> Void) {
        editList("layouts", of: "catalogue.json") { layouts in
            for index in layouts.indices where layouts[index]["id"]?.stringValue == id {
                var layout = layouts[index].members ?? [:]
                change(&layout)
                layouts[index] = .object(layout)
            }
        }
    }

    func zone(_ id: String, _ layout: String) -> JSONValue {
        json[Self.zones(layout)]?["features"]?.elements?.first { $0["id"]?.stringValue == id } ?? .null
    }

    // MARK: - Geometry

    /// The outer ring of a polygon, or the points of a line, or the one point.
    func points(_ id: String, _ layout: String) -> [Point] {
        func point(_ value: JSONValue) -> Point? {
            guard let pair = value.elements, pair.count == 2, let x = pair[0].doubleValue,
                let y = pair[1].doubleValue
            else { return nil }
            return Point(x: x, y: y)
        }
        let geometry = zone(id, layout)["geometry"]
        let coordinates = geometry?["coordinates"] ?? .null
        switch geometry?["type"]?.stringValue {
        case "Polygon": return (coordinates.elements?.first?.elements ?? []).compactMap(point)
        case "LineString": return (coordinates.elements ?? []).compactMap(point)
        default: return [point(coordinates)].compactMap(\.self)
        }
    }

    mutating func setPoints(_ points: [Point], of id: String, _ layout: String, decimals: Int = 5) {
        let pairs = points.map {
            JSONValue.array([.rounded($0.x, decimals: decimals), .rounded($0.y, decimals: decimals)])
        }
        editZone(id, layout) { feature in
            var geometry = feature["geometry"]?.members ?? [:]
            switch geometry["type"]?.stringValue {
            case "Polygon": geometry["coordinates"] = .array([.array(pairs)])
            case "LineString": geometry["coordinates"] = .array(pairs)
            default: geometry["coordinates"] = pairs[0]
            }
            feature["geometry"] = .object(geometry)
        }
    }

    mutating func map(_ id: String, _ layout: String, _ move: (Point) -> Point) {
        setPoints(points(id, layout).map(move), of: id, layout)
    }

    mutating func shift(_ id: String, _ layout: String, east: Double, north: Double) {
        map(id, layout) { Self.moved($0, east: east, north: north) }
    }

    /// Moves one vertex of a ring, both ends where it is the first.
    mutating func moveVertex(_ vertex: Point, of id: String, _ layout: String, east: Double, north: Double) {
        map(id, layout) { $0 == vertex ? Self.moved($0, east: east, north: north) : $0 }
    }

    static func moved(_ point: Point, east: Double, north: Double) -> Point {
        // Metres in a degree at 29.6° north.
        Point(x: point.x + east / 96_860, y: point.y + north / 110_860)
    }

    /// The vertices two areas share, in the order of the first, less those at the ends of a shared run.
    func innerSharedVertices(_ one: String, _ other: String, _ layout: String) -> [Point] {
        let others = Set(points(other, layout))
        let ring = points(one, layout).dropLast()
        let list = Array(ring)
        return list.indices.filter { index in
            [-1, 0, 1].allSatisfy { others.contains(list[(index + $0 + list.count) % list.count]) }
        }.map { list[$0] }
    }

    /// The centre of a ring's box.
    func middle(_ id: String, _ layout: String) -> Point {
        Box(around: points(id, layout))?.centre ?? Point(x: 0, y: 0)
    }
}
