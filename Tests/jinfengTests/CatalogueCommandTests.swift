import GeoJSON
import TestSupport
import Testing
import Wording

/// `zones` and `zone`: the catalogue, listed and shown.
@Suite struct CatalogueCommandTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func everyFormatListsTheSameZones() throws {
        let values = try #require(try folder.run("zones", "--format", "json").json().elements)
        let ids = values.compactMap { $0["zone"]?.stringValue }
        #expect(ids.count == values.count)
        #expect(ids.contains("shengmingdao"))
        #expect(try folder.run("zones", "--format", "ndjson").ndjson() == values)
        #expect(try Table(folder.run("zones", "--format", "csv").text).column("zone") == ids)
        let features = try folder.run("zones", "--format", "geojson").features()
        #expect(features.compactMap { $0["id"]?.stringValue } == ids)
        let text = try folder.run("zones", "--format", "text", in: .zh).text
        for id in ids { #expect(text.contains(id), "\(id)") }
        for value in values where value["located"] == .bool(false) {
            #expect(value["unlocated_reason"]?.stringValue?.isEmpty == false)
            #expect(features.contains { $0["id"] == value["zone"] && $0["geometry"] == .null })
        }
    }

    @Test func theGeoJSONIsWhatGISProgramsOpen() throws {
        let run = try folder.run("zones", "--layout", Plan.five, "--output", "zones.geojson")
        #expect(run.status == 0)
        let collection = try FeatureCollection(parsing: try folder.bytes("zones.geojson"))
        #expect(collection.features.count >= 6)
        for feature in collection.features {
            #expect(feature.geometry != nil)
            #expect(feature.properties["accuracy_m"]?.doubleValue ?? 0 > 0)
            #expect(feature.properties["name_zh"]?.stringValue?.isEmpty == false)
        }
    }

    @Test(arguments: ["shengmingdao", "生命岛", "Life Island", "life island"])
    func aZoneIsShownByIDOrName(_ name: String) throws {
        let value = try folder.run("zone", name, "--format", "json").json()
        #expect(value["zone"] == "shengmingdao")
        #expect(value["sources"]?.elements?.first?["line"]?.doubleValue == 386)
    }

    @Test func aZoneIsShownWithEverySentenceItRestsOn() throws {
        let value = try folder.run("zone", "chengyu-zonghexing-kexue-zhongxin", "--format", "json").json()
        let sources = try #require(value["sources"]?.elements)
        #expect(sources.count > 1)
        let text = try folder.run("zone", "chengyu-zonghexing-kexue-zhongxin", in: .zh).text
        for source in sources { #expect(text.contains(try #require(source["quote"]?.stringValue))) }
        #expect(text.contains("位置中误差"))
        #expect(text.contains("不作为审批依据"))
    }

    @Test func anUnlocatedZoneSaysWhy() throws {
        let value = try folder.run("zone", "sheshi-jijuqu-a", "--format", "json", in: .zh).json()
        #expect(value["located"] == .bool(false))
        #expect(value["accuracy_m"] == .null)
        let text = try folder.run("zone", "sheshi-jijuqu-a", in: .zh).text
        #expect(text.contains(try #require(value["unlocated_reason"]?.stringValue)))
        #expect(text.contains("未上图"))
    }

    @Test func aZoneNobodyKnowsIsWrongUsageAndTheNearestIsNamed() throws {
        let run = try folder.run("zone", "shengmingda")
        #expect(run.status == 64)
        #expect(run.messages.contains("shengmingdao"))
        let layout = try folder.run("zones", "--layout", "north-middle-sout")
        #expect(layout.status == 64)
        #expect(layout.messages.contains(Plan.northMiddleSouth))
    }

    @Test func beforeTheFirstEditionThereIsNoZoneAndThatIsSaid() throws {
        for arguments in [["zones"], ["zone", "shengmingdao"]] {
            let run = try folder.run(arguments + ["--as-of", "2019-01-01"])
            #expect(run.status != 0, "\(arguments)")
            #expect(run.messages.contains("2019-01-01"), "\(run.messages)")
        }
    }
}
