import GeoJSON
import TestSupport
import Testing
import Wording

/// `neighbors` and `adjacency`: what lies beside a zone, a site, a whole layout.
@Suite struct NeighborsTests {
    let folder: TemporaryFolder
    static let square =
        "POLYGON((106.325 29.515,106.335 29.515,106.335 29.525,106.325 29.525,106.325 29.515))"

    init() throws { folder = try TemporaryFolder() }

    @Test func aZoneHasNeighboursInItsOwnAndInOtherLayouts() throws {
        let run = try folder.run("neighbors", "shengmingdao", "--format", "json")
        #expect(run.status == 0, "\(run.messages)")
        let json = try run.json()
        #expect(json["zone"] == "shengmingdao" && json["within_m"] == 500)
        #expect(json["neighbours"]?.elements?.isEmpty == false)
        for neighbour in try #require(json["across_layouts"]?.elements) {
            #expect(neighbour["same_drawing"] == false && neighbour["shared_length_m"] == .null)
            #expect(neighbour["layout"] != json["layout"])
        }
    }

    @Test func aParcelOfAFileIsHeadedByItsOwnName() throws {
        let run = try folder.run(
            "neighbors", "\(Repository.root)/Examples/formats/parcels.shp", in: .zh)
        #expect(run.text.hasPrefix("001 示例地块甲（"), "\(run.text.prefix(80))")
    }

    @Test(arguments: ["生命岛", "life island", "SHENGMINGDAO", "jinfeng-five-zones/shengmingdao"])
    func aZoneIsFoundByAnyOfItsNames(_ name: String) throws {
        #expect(try folder.run("neighbors", name, "--format", "json").json()["zone"] == "shengmingdao")
    }

    @Test func theTableAndTheTextTellTheSameZones() throws {
        let json = try folder.run("neighbors", "kexuegu", "--format", "json").json()
        let ids = ["neighbours", "across_layouts"].flatMap { key in
            (json[key]?.elements ?? []).compactMap { $0["zone"]?.stringValue }
        }
        #expect(!ids.isEmpty)
        let table = try Table(folder.run("neighbors", "kexuegu", "--format", "csv").text)
        #expect(try table.column("to") == ids)
        let text = try folder.run("neighbors", "kexuegu", in: .zh).text
        for id in ids { #expect(text.contains("\(id)]"), "\(id)") }
    }

    @Test(arguments: ["106.33,29.52", square, "科学会堂"]) func aSiteHasNeighboursToo(_ site: String) throws {
        let run =
            site == "科学会堂"
            ? try folder.run("neighbors", "--place", site, "--format", "json")
            : try folder.run("neighbors", site, "--format", "json")
        #expect(run.status == 0, "\(run.messages)")
        let neighbours = try #require(try run.json()["neighbours"]?.elements)
        #expect(neighbours.contains { $0["kind"] == "within" && $0["layout"] == "jinfeng-five-zones" })
        for neighbour in neighbours {
            #expect(neighbour["shared_length_m"] == .null && neighbour["same_drawing"] == false)
        }
    }

    @Test func everyFeatureOfAFileIsAnsweredAndABadOneToldWithoutLosingTheOthers() throws {
        let good =
            #"{"type":"Feature","id":"G","properties":{},"geometry":{"type":"Point","coordinates":[106.33,29.52]}}"#
        let bow =
            #"{"type":"Feature","id":"B","properties":{},"geometry":{"type":"Polygon","coordinates":[[[106.3,29.5],[106.31,29.51],[106.31,29.5],[106.3,29.51],[106.3,29.5]]]}}"#
        try folder.write(
            "sites.geojson", Array(#"{"type":"FeatureCollection","features":[\#(good),\#(bow)]}"#.utf8))
        let run = try folder.run("neighbors", "sites.geojson", "--format", "csv")
        #expect(run.status == 65)
        #expect(run.messages.contains("Self-intersection"))
        #expect(try !Table(run.text).column("to").isEmpty)
        let mended = try folder.run("neighbors", "sites.geojson", "--make-valid", in: .zh)
        #expect(mended.status == 0 && mended.text.contains("已按要求修复"))
    }

    @Test(arguments: [
        (["neighbors", "shengmingdoa"], 64, "shengmingdao"), (["neighbors", "生命島"], 64, "生命岛"),
        (["neighbors", "uni-chongqing-shida"], 65, "not drawn"),
        (["neighbors", "shengmingdao", "--within", "500"], 64, "unit"),
        (["neighbors", "shengmingdao", "--within=-5m"], 64, "not negative"), (["neighbors"], 64, "zone"),
        (["neighbors", "shengmingdao", "--as-of", "1990-01-01"], 65, "edition"),
        (["neighbors", "29.52,106.33"], 65, ""), (["neighbors", "POLYGON EMPTY"], 65, ""),
        (["neighbors", "missing.geojson"], 66, "missing.geojson"),
        (["adjacency", "jinfeng-five-zone"], 64, "jinfeng-five-zones"),
        (["adjacency", "jinfeng-five-zones", "--across", "nowhere"], 64, "--across"),
        (["adjacency", "jinfeng-five-zones", "--as-of", "1990-01-01"], 65, "edition"),
        (["adjacency", "jinfeng-five-zones", "--within", "far"], 64, "unit"),
    ]) func whatCannotBeAnsweredIsToldWithItsFix(_ asked: ([String], Int32, String)) throws {
        let run = try folder.run(asked.0)
        #expect(run.status == asked.1, "\(run.messages)")
        #expect(run.text.isEmpty && run.messages.contains(asked.2), "\(run.messages)")
    }

    @Test func aHugeDistanceMakesAllZonesNeighbours() throws {
        let json = try folder.run("neighbors", "shengmingdao", "--within", "1000000km", "--format", "json")
            .json()
        let across = try #require(json["across_layouts"]?.elements)
        #expect(across.count > 40)
    }

    @Test func aLayoutIsAGraphInEveryFormat() throws {
        let json = try folder.run("adjacency", "north-middle-south", "--format", "json").json()
        let pairs = try #require(json["pairs"]?.elements)
        #expect(!pairs.isEmpty && json["across"] == .null)
        let table = try Table(folder.run("adjacency", "north-middle-south", "--format", "csv").text)
        #expect(try table.column("to") == pairs.compactMap { $0["to"]?.stringValue })
        let dot = try folder.run("adjacency", "north-middle-south", "--format", "dot").text
        #expect(
            dot.hasPrefix("graph ") && dot.split(separator: "\n").count { $0.contains(" -- ") } == pairs.count
        )
        let text = try folder.run("adjacency", "north-middle-south", in: .zh).text
        #expect(text.split(separator: "\n").count { $0.hasPrefix("  · ") } == pairs.count)
    }

    @Test func acrossLayoutsNoBorderIsShared() throws {
        let run = try folder.run(
            "adjacency", "jinfeng-five-zones", "--across", "north-middle-south", "--format", "json")
        let json = try run.json()
        let pairs = try #require(json["pairs"]?.elements)
        #expect(json["across"] == "north-middle-south" && !pairs.isEmpty)
        for pair in pairs {
            #expect(pair["layout"] == "north-middle-south" && pair["shared_length_m"] == .null)
            #expect(pair["kind"] != "edge" && pair["kind"] != "corner")
        }
        let text = try folder.run(
            "adjacency", "jinfeng-five-zones", "--across", "north-middle-south", in: .zh
        ).text
        #expect(text.contains("不言共边"))
    }
}
