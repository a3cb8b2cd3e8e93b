import GeoJSON
import TestSupport
import Testing
import Wording

/// A GeoData folder with one thing wrong in it: the command says which file and what to mend, and answers nothing.
@Suite struct GeoDataFaultTests {
    let folder: TemporaryFolder
    private static let zones = "GeoData/jinfeng-five-zones/2026-schematic/zones.geojson"

    init() throws {
        folder = try TemporaryFolder()
        try folder.copy(Repository.geoData, to: "GeoData")
    }

    private func locate(_ arguments: String...) throws -> CommandRun {
        try folder.run(
            ["locate", "--geodata", "GeoData"] + (arguments.isEmpty ? ["106.33,29.52"] : arguments))
    }

    private func change(_ file: String, _ old: Regex<Substring>, to new: String) throws {
        let text = try folder.text(file)
        let changed = text.replacing(old, with: new, maxReplacements: 1)
        try #require(text != changed)
        try folder.write(file, changed)
    }

    private func expectRefused(_ status: Int32, _ code: String, naming words: String...) throws {
        let run = try locate()
        #expect(run.status == status)
        #expect(run.text.isEmpty)
        #expect(run.messages.contains(code), "\(run.messages)")
        for word in words { #expect(run.messages.contains(word), "\(word) in \(run.messages)") }
    }

    @Test(arguments: [
        "catalogue.json", "jinfeng-five-zones/2026-schematic/zones.geojson",
        "context/2026-schematic/relations.json",
    ])
    func aMissingFileIsNoInput(_ file: String) throws {
        try folder.remove("GeoData/" + file)
        try expectRefused(66, "geodata_unreadable", naming: file, "--geodata")
    }

    @Test func theSystemsReasonIsSaidInBothLanguages() throws {
        try folder.remove("GeoData/catalogue.json")
        _ = try folder.shell("mkdir GeoData/catalogue.json")
        for (language, words) in [(Language.en, "Is a directory"), (.zh, "这是目录，不是文件")] {
            let run = try folder.run("locate", "106.33,29.52", "--geodata", "GeoData", in: language)
            #expect(run.status == 66)
            #expect(run.messages.contains(words), "\(run.messages)")
        }
        try folder.write("file", "")
        for (path, words) in [("file", "路径中有一段不是目录"), ("missing", "文件或目录不存在")] {
            for arguments in [["validate", path], ["locate", "106.33,29.52", "--geodata", path]] {
                let run = try folder.run(arguments, in: .zh)
                #expect(run.status == 66 && run.messages.contains(words), "\(run.messages)")
            }
        }
    }

    @Test func theGazetteerIsMissedOnlyByWhoeverNamesAPlace() throws {
        try folder.remove("GeoData/control-points.csv")
        #expect(try locate().status == 0)
        let run = try locate("--place", "科学会堂")
        #expect(run.status == 66)
        #expect(run.messages.contains("control-points.csv"))
    }

    @Test func anIDThatOccursTwice() throws {
        try change(Self.zones, /"id": ?"daxuecheng"/, to: #""id":"kechuangjie""#)
        try expectRefused(65, "duplicate_id", naming: "kechuangjie", "zones.geojson")
    }

    @Test func aParentNobodyKnows() throws {
        try change(Self.zones, /"parent": ?"chengyu-zonghexing-kexue-zhongxin"/, to: #""parent":"nowhere""#)
        try expectRefused(65, "unknown_reference", naming: "nowhere", "zones.geojson")
    }

    /// The geometry of a zone, replaced.
    private func draw(_ coordinates: String) throws {
        let collection = try JSONValue(parsing: try folder.bytes(Self.zones))
        var features = try #require(collection["features"]?.elements)
        let index = try #require(features.firstIndex { $0["id"] == "daxuecheng" })
        let drawing = try JSONValue(
            parsing: Array(#"{"type":"Polygon","coordinates":\#(coordinates)}"#.utf8))
        features[index] = .object(
            JSONObject(
                try #require(features[index].members).map {
                    ($0.key, $0.key == "geometry" ? drawing : $0.value)
                }))
        try folder.write(
            Self.zones, JSONWriter().string(["type": "FeatureCollection", "features": .array(features)]))
    }

    @Test func aRingThatIsNotClosed() throws {
        try draw("[[[106.3,29.6],[106.32,29.6],[106.32,29.62],[106.3,29.62]]]")
        try expectRefused(65, "unclosed_ring", naming: "daxuecheng", "zones.geojson", "106.3")
    }

    @Test func aBowTie() throws {
        try draw("[[[106.3,29.6],[106.32,29.62],[106.32,29.6],[106.3,29.62],[106.3,29.6]]]")
        try expectRefused(65, "invalid_area", naming: "daxuecheng", "29.61")
    }

    @Test func aDrawingWithLatitudeFirst() throws {
        try draw("[[[29.6,106.3],[29.6,106.32],[29.62,106.32],[29.6,106.3]]]")
        try expectRefused(65, "position_out_of_range", naming: "daxuecheng", "longitude first")
    }

    @Test func aDrawingFarFromAllOthersIsNamed() throws {
        try draw("[[[0,0],[1,0],[1,1],[0,0]]]")
        let run = try locate()
        #expect(run.status != 0)
        #expect(run.messages.contains("daxuecheng"))
    }

    @Test func nestingWithoutEndIsNoCrash() throws {
        for file in ["GeoData/catalogue.json", Self.zones] {
            let sound = try folder.bytes(file)
            try folder.write(file, String(repeating: #"{"features":["#, count: 100_000))
            try expectRefused(65, "too_deep", naming: file)
            try folder.write(file, sound)
        }
    }

    @Test func anInvalidAreaIsExplainedInChineseAlone() throws {
        try draw("[[[106.3,29.6],[106.32,29.62],[106.32,29.6],[106.3,29.62],[106.3,29.6]]]")
        let run = try folder.run("locate", "106.33,29.52", "--geodata", "GeoData", in: .zh)
        #expect(!run.messages.contains("Self-intersection"))
        #expect(run.messages.contains("自相交"))
    }

    @Test func theFolderIsFoundByOptionThenEnvironment() throws {
        let none = try folder.run("zones", environment: ["JINFENG_GEODATA": "missing"])
        #expect(none.status == 66)
        #expect(none.messages.contains("missing/catalogue.json"))
        let option = try folder.run(
            "zones", "--geodata", "GeoData", environment: ["JINFENG_GEODATA": "missing"])
        #expect(option.status == 0)
        let here = try folder.run("zones", environment: ["JINFENG_GEODATA": ""])
        #expect(here.status == 0)
    }
}
