import Planning
import TestSupport

/// A GeoData folder as small as one can be: two layouts, four zones, three places.
struct TinyGeoData {
    var catalogue = """
        {"schema_version":1,
         "documents":[{"id":"D1","title_zh":"一","title_en":"One","number":"渝府发〔2022〕12号","date":"2022-02-01",
           "rank":"municipal","plan_period":{"from":2021,"to":2025,"outlook":2035}},
          {"id":"D2","title_zh":"二","title_en":"Two","number":"none","date":null,
           "rank":"district","plan_period":{"from":2021,"to":2025,"outlook":null}}],
         "layouts":[
          {"id":"plan","name_zh":"格局","name_en":"Plan","kind":"plan","documents":["D1"],
           "coverage":{"zones":["park"],"not_stated":[{"zone":"hill","note_zh":"未明确","note_en":"not stated"}],
            "basis_zh":"依据","basis_en":"basis"},
           "partitions":[{"of":"context/park","members":["a"],"fills":false,"basis_zh":"约定","basis_en":"ours"}],
           "unassigned":{"note_zh":"未归属","note_en":"unassigned"},
           "editions":[{"id":"e1","valid_from":"2021-01-01","valid_to":null,"recorded_on":"2026-11-21",
             "name_zh":"一版","name_en":"First"}]},
          {"id":"context","name_zh":"背景","name_en":"Context","kind":"context","documents":["D1"],"coverage":null,
           "partitions":[],"unassigned":null,
           "editions":[{"id":"e1","valid_from":"2021-01-01","valid_to":null,"recorded_on":"2026-11-21",
             "name_zh":"一版","name_en":"First"}]}]}
        """

    var zones = TinyGeoData.collection(
        TinyGeoData.zone("a"), TinyGeoData.zone("b", parent: "a"),
        TinyGeoData.zone("c", parent: "a", geometry: "null"))

    var relations = """
        {"relations":[{"subject":"b","relation":"within","object":"a",
         "source":{"document":"D1","line":7,"quote":"乙在甲内"}},
         {"subject":"a","relation":"within","object":"context/park","source":{"document":"D2","line":9,"quote":"甲"}}]}
        """

    var context = TinyGeoData.collection(
        TinyGeoData.zone("park", layout: "context"), TinyGeoData.zone("hill", layout: "context"))

    var places = """
        name_zh,name_en,aliases,kind,lon,lat,uncertainty_m,origin_zh,origin_en,zone,note_zh,note_en
        白市驿,Baishiyi,白市驿镇;老白,township,106.36639,29.48517,1700,公交站,bus stop,,,
        白市驿中学,Baishiyi School,,school,106.37,29.49,100,公交站,bus stop,,,
        青木湖,Qingmu Lake,,lake,,,,查而未得,"looked for, not found",plan/c,来源不载,in no source

        """

    /// A text that tests change.
    enum Part { case catalogue, zones, relations }

    subscript(part: Part) -> String {
        get {
            switch part {
            case .catalogue: catalogue
            case .zones: zones
            case .relations: relations
            }
        }
        set {
            switch part {
            case .catalogue: catalogue = newValue
            case .zones: zones = newValue
            case .relations: relations = newValue
            }
        }
    }

    /// Files to leave out.
    var missing: [String] = []

    static func collection(_ features: String...) -> String {
        #"{"type":"FeatureCollection","features":["# + features.joined(separator: ",\n") + "]}"
    }

    static let square = #"{"type":"Polygon","coordinates":[[[106,29],[107,29],[107,30],[106,30],[106,29]]]}"#

    /// A zone; a geometry of `null` comes with its reason.
    static func zone(
        _ id: String, parent: String? = nil, layout: String = "plan", geometry: String = square
    ) -> String {
        let reason = geometry == "null" ? #""unlocated_reason_zh":"缺图","unlocated_reason_en":"no map","# : ""
        let accuracy = geometry == "null" ? "null" : "500"
        return """
            {"type":"Feature","id":"\(id)","geometry":\(geometry),"properties":{"name_zh":"甲","name_en":"Zone \(id)",
             "aliases":[],"layout":"\(layout)","parent":\(parent.map { "\"\($0)\"" } ?? "null"),"role":"area",
             "functions":["研发"],"industries":[],\(reason)"accuracy_m":\(accuracy),"accuracy_basis_zh":"城镇位置",
             "accuracy_basis_en":"the town","sources":[{"document":"D1","line":5,"quote":"甲区"}],
             "plan_period":{"from":2021,"to":2025,"outlook":2035},"note_zh":null,"note_en":null,"counterpart":null}}
            """
    }

    /// Writes the folder and reads it.
    func reading<Value>(_ read: (GeoDataFolder) throws -> Value) throws -> Value {
        let folder = try TemporaryFolder()
        let files = [
            "catalogue.json": catalogue, "control-points.csv": places, "plan/e1/zones.geojson": zones,
            "plan/e1/relations.json": relations, "context/e1/zones.geojson": context,
            "context/e1/relations.json": #"{"relations":[]}"#,
        ]
        for (name, text) in files where !missing.contains(name) { try folder.write(name, text) }
        return try withExtendedLifetime(folder) { try read(GeoDataFolder(path: folder.path)) }
    }

    func load() throws -> Catalogue { try reading { try $0.catalogue() } }

    func gazetteer() throws -> Gazetteer { try reading { try $0.gazetteer() } }
}
