import Foundation

/// A GeoData folder of a few zones, told in code and written where it is wanted.
///
/// Zones are given in degrees; every text a reader must have is filled in. Write it with ``inFolder(_:)``, which
/// removes the folder again.
struct SyntheticGeoData {
    /// A zone.
    struct Zone {
        var id: String
        var parent: String?
        var role = "area"
        var accuracy = 500.0
        /// GeoJSON; nil for a zone that is not located.
        var geometry: String?
        /// As `layout/zone`.
        var counterpart: String?

        init(
            _ id: String, _ geometry: String?, parent: String? = nil, role: String = "area",
            accuracy: Double = 500, counterpart: String? = nil
        ) {
            self.id = id
            self.geometry = geometry
            self.parent = parent
            self.role = role
            self.accuracy = accuracy
            self.counterpart = counterpart
        }
    }

    /// What a document states between two zones, such as `within`.
    struct Relation {
        let subject: String
        let kind: String
        let object: String

        init(_ subject: String, _ kind: String, _ object: String) {
            self.subject = subject
            self.kind = kind
            self.object = object
        }
    }

    /// A state of a layout's drawing.
    struct Edition {
        var id: String
        var validFrom: String
        var validTo: String?
        var recordedOn: String
        var zones: [Zone]
        var relations: [Relation]
        /// Zones whose outlines are said to be imported, with this edition and with one before.
        var imported: [String] = []
        var importedBefore: [String] = []

        init(
            _ id: String = "first", from validFrom: String = "2000-01-01", to validTo: String? = nil,
            recorded recordedOn: String = "2026-01-01", zones: [Zone], relations: [Relation] = [],
            imported: [String] = [], importedBefore: [String] = []
        ) {
            self.imported = imported
            self.importedBefore = importedBefore
            self.id = id
            self.validFrom = validFrom
            self.validTo = validTo
            self.recordedOn = recordedOn
            self.zones = zones
            self.relations = relations
        }
    }

    /// A layout; the one called `context` is the context.
    struct Layout {
        var id: String
        var editions: [Edition]
        /// Members of one partition.
        var partition: [String] = []
        /// The zone they are parts of.
        var whole: String?
        /// Zones of the context; nil for a layout without stated coverage.
        var coverage: [String]?
        /// Zones of the context taken out of the coverage.
        var notStated: [String] = []
        var hasUnassigned = false

        init(
            _ id: String, editions: [Edition], partition: [String] = [], of whole: String? = nil,
            coverage: [String]? = nil,
            notStated: [String] = [], hasUnassigned: Bool = false
        ) {
            self.id = id
            self.editions = editions
            self.partition = partition
            self.whole = whole
            self.coverage = coverage
            self.notStated = notStated
            self.hasUnassigned = hasUnassigned
        }

        /// A layout with one edition.
        init(_ id: String, _ zones: Zone..., relations: [Relation] = []) {
            self.init(id, editions: [Edition(zones: zones, relations: relations)])
        }
    }

    /// A named place, a row of `control-points.csv`; without a position where that is not known.
    struct Place {
        var name: String
        var aliases = ""
        var position: (Double, Double)?
        var uncertainty = 100.0
        /// As `layout/zone`.
        var zone = ""
    }

    var layouts: [Layout]
    var places: [Place] = []
    /// First year, last year and outlook of the one document, `D1`.
    var period: (from: Int, to: Int, outlook: Int?) = (2021, 2025, 2035)

    init(_ layouts: Layout...) { self.layouts = layouts }

    /// A rectangle between two longitudes and two latitudes.
    static func rectangle(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> String {
        polygon([(west, south), (east, south), (east, north), (west, north)])
    }

    /// A polygon without holes through some vertices; the first is repeated at the end.
    static func polygon(_ vertices: [(Double, Double)]) -> String {
        let ring = (vertices + vertices.prefix(1)).map { "[\($0.0),\($0.1)]" }.joined(separator: ",")
        return #"{"type":"Polygon","coordinates":[[\#(ring)]]}"#
    }

    /// A position.
    static func point(_ longitude: Double, _ latitude: Double) -> String {
        #"{"type":"Point","coordinates":[\#(longitude),\#(latitude)]}"#
    }

    /// Writes the folder, hands its path over and removes it.
    func inFolder<Result>(_ use: (String) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "geodata-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (file, text) in files {
            let path = folder.appending(path: file)
            try FileManager.default.createDirectory(
                at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: path, atomically: false, encoding: .utf8)
        }
        return try use(folder.path())
    }
}

extension SyntheticGeoData {
    /// Every file by its path in the folder.
    private var files: [String: String] {
        var files = [
            "catalogue.json": """
            {"schema_version":1,"documents":[{"id":"D1",\(both("title", "文件")),"number":"none","date":null,
            "rank":"zone","plan_period":\(planPeriod)}],"layouts":\(list(layouts.map(head)))}
            """
        ]
        let rows = places.map { place in
            let position = place.position.map { "\($0.0),\($0.1),\(place.uncertainty)" } ?? ",,"
            let note = place.position == nil ? "未查到,not found" : ","
            return
                "\(place.name),\(place.name),\(place.aliases),town,\(position),试验,test,\(place.zone),\(note)"
        }
        files["control-points.csv"] =
            (["name_zh,name_en,aliases,kind,lon,lat,uncertainty_m,origin_zh,origin_en,zone,note_zh,note_en"]
            + rows)
            .joined(separator: "\n") + "\n"
        for layout in layouts {
            for edition in layout.editions {
                let folder = "\(layout.id)/\(edition.id)"
                files["\(folder)/zones.geojson"] =
                    #"{"type":"FeatureCollection","features":"#
                    + list(edition.zones.map { feature($0, of: layout.id) }) + "}"
                files["\(folder)/relations.json"] =
                    #"{"relations":"# + list(edition.relations.map(relation)) + "}"
            }
        }
        return files
    }

    private func head(_ layout: Layout) -> String {
        let partition = """
            {"of":\(layout.whole.map(quoted) ?? "null"),"members":\(list(layout.partition.map(quoted))),"fills":true,\(both("basis", "依据"))}
            """
        let coverage = layout.coverage.map { zones in
            let unstated = layout.notStated.map { #"{"zone":\#(quoted($0)),\#(both("note", "文本未明确"))}"# }
            return """
                {"zones":\(list(zones.map(quoted))),"not_stated":\(list(unstated)),\(both("basis", "依据"))}
                """
        }
        let editions = layout.editions.map { edition in
            """
            {"id":\(quoted(edition.id)),"valid_from":\(quoted(edition.validFrom)),
            "valid_to":\(edition.validTo.map(quoted) ?? "null"),"recorded_on":\(quoted(edition.recordedOn)),
            \(both("name", edition.id))\(origin(edition))}
            """
        }
        return """
            {"id":\(quoted(layout.id)),\(both("name", layout.id)),
            "kind":\(quoted(layout.id == "context" ? "context" : "plan")),"documents":["D1"],
            "coverage":\(coverage ?? "null"),"partitions":\(layout.partition.isEmpty ? "[]" : "[\(partition)]"),
            "unassigned":\(layout.hasUnassigned ? "{\(both("note", "未列入"))}" : "null"),"editions":\(list(editions))}
            """
    }

    private func origin(_ edition: Edition) -> String {
        guard !edition.imported.isEmpty || !edition.importedBefore.isEmpty else { return "" }
        return """
            ,"origin":{"files":[],"frame":"wgs84","zones":\(list(edition.imported.map(quoted))),
            "zones_before":\(list(edition.importedBefore.map(quoted)))}
            """
    }

    private func feature(_ zone: Zone, of layout: String) -> String {
        let counterpart = zone.counterpart.map { text in
            let parts = text.split(separator: "/").map { quoted(String($0)) }
            return #"{"layout":\#(parts[0]),"zone":\#(parts[1])}"#
        }
        let unlocated = zone.geometry == nil ? both("unlocated_reason", "未查到") + "," : ""
        return """
            {"type":"Feature","id":\(quoted(zone.id)),"geometry":\(zone.geometry ?? "null"),"properties":{
            \(both("name", zone.id)),"aliases":[],"layout":\(quoted(layout)),
            "parent":\(zone.parent.map(quoted) ?? "null"),"role":\(quoted(zone.role)),"functions":[],
            "industries":[],"accuracy_m":\(zone.geometry == nil ? "null" : "\(zone.accuracy)"),
            \(both("accuracy_basis", "试验")),\(unlocated)"sources":[\(source("\(zone.id)在此"))],
            "plan_period":\(planPeriod),"note_zh":null,"note_en":null,"counterpart":\(counterpart ?? "null")}}
            """
    }

    private func relation(_ relation: Relation) -> String {
        """
        {"subject":\(quoted(relation.subject)),"relation":\(quoted(relation.kind)),
        "object":\(quoted(relation.object)),"source":\(source("\(relation.subject) \(relation.kind)"))}
        """
    }

    private var planPeriod: String {
        #"{"from":\#(period.from),"to":\#(period.to),"outlook":\#(period.outlook.map(String.init) ?? "null")}"#
    }

    private func source(_ quote: String) -> String {
        #"{"document":"D1","line":1,"quote":\#(quoted(quote))}"#
    }
    private func both(_ key: String, _ text: String) -> String {
        #""\#(key)_zh":\#(quoted(text)),"\#(key)_en":\#(quoted(text))"#
    }
    private func list(_ parts: [String]) -> String { "[\(parts.joined(separator: ","))]" }
    private func quoted(_ text: String) -> String { "\"\(text)\"" }
}
