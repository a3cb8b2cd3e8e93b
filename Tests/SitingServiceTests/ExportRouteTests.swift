import Exchange
import GeoJSON
import Planning
import Presenting
import TestSupport
import Testing
import Wording

@testable import SitingService

/// Layouts as files: the same bytes as in the file the command writes.
@Suite struct ExportRouteTests {
    @Test(arguments: ExchangeFormat.allCases)
    func aDownloadIsTheFileTheCommandWrites(format: ExchangeFormat) async throws {
        try await LiveService.run { service in
            let reply = try await service.get(
                "/collections/jinfeng-five-zones/export?f=\(format.rawValue)&lang=zh")
            #expect(reply.status == 200, "\(reply.text.prefix(300))")
            let ending = format == .shapefile ? "zip" : format.rawValue
            #expect(
                reply.headers["content-disposition"]
                    == "attachment; filename=\"jinfeng-five-zones.\(ending)\"")
            #expect(reply.headers["zones-left-out"] == "0")
            let folder = try TemporaryFolder()
            try Self.write("jinfeng-five-zones", format, into: folder)
            if format == .shapefile {
                // The ZIP archive holds each file as it is, none packed.
                for name in ["shp", "dbf", "prj", "cpg"] {
                    let file = try folder.bytes("jinfeng-five-zones.\(name)")
                    #expect(reply.bytes.firstRange(of: file) != nil, "\(name)")
                }
            } else {
                #expect(reply.bytes == (try folder.bytes("jinfeng-five-zones.\(format.rawValue)")))
            }
        }
    }

    /// As `jinfeng export` does.
    private static func write(_ id: String, _ format: ExchangeFormat, into folder: borrowing TemporaryFolder)
        throws
    {
        let catalogue = try LiveService.data.get().catalogue
        let layout = try #require(catalogue.layout(id))
        let edition = try #require(layout.edition(validOn: .today()))
        let tables = ZoneTables(
            catalogue, language: .zh, statement: Vocabulary.disclaimer, roleName: Vocabulary.word(for:))
        try DatasetWriter(format, ExchangeOptions(frame: try format.usualFrame, language: .zh))
            .write(
                tables.dataset(of: [(layout, edition)], asOf: .today()),
                to: "\(folder.path)/\(id).\(format.rawValue)")
    }

    @Test func severalLayoutsAreOneFileAndWhatHasNoRoomIsCounted() async throws {
        try await LiveService.run { service in
            let all = try await service.get("/export?f=fgb")
            #expect(all.status == 200 && all.headers["zones-left-out"] == "47")
            #expect(all.headers["content-disposition"] == "attachment; filename=\"jinfeng.fgb\"")
            let two = try await service.get(
                "/export?f=geojson&layout=north-middle-south,jinfeng-five-zones")
            let layouts = Set(
                try #require(try two.json()["features"]?.elements).compactMap {
                    $0["properties"]?["layout"]?.stringValue
                })
            #expect(layouts == ["north-middle-south", "jinfeng-five-zones"])
        }
    }

    @Test func anUnchangedFileIsNotSentAgain() async throws {
        try await LiveService.run { service in
            let first = try await service.get("/export")
            #expect(first.headers["content-type"] == "application/geopackage+sqlite3")
            let tag = try #require(first.headers["etag"])
            let again = try await service.get("/export", ["If-None-Match": tag])
            #expect(again.status == 304 && again.bytes.isEmpty)
        }
    }

    @Test func theCollectionLinksEveryFormatForProgramsAndForPeople() async throws {
        try await LiveService.run { service in
            let links = try #require(
                try await service.get("/collections/context").json()["links"]?.elements)
            let files = links.filter { $0["rel"] == "enclosure" }.compactMap { $0["href"]?.stringValue }
            #expect(files.count == ExchangeFormat.allCases.count)
            let page = try await service.get("/collections/context?f=html&lang=zh")
            for format in ExchangeFormat.allCases {
                #expect(files.contains { $0.hasSuffix("/collections/context/export?f=\(format.rawValue)") })
                #expect(page.text.contains("/collections/context/export?f=\(format.rawValue)&amp;lang=zh"))
            }
        }
    }
}

/// Data with other editions than the shipped ones.
@Suite struct EditionTests {
    @Test func eachDayGetsTheEditionThatWasValidThen() async throws {
        let folder = try TemporaryFolder()
        try folder.copy(Repository.geoData, to: "GeoData")
        let layout = "GeoData/jinfeng-five-zones"
        try folder.copy("\(folder.path)/\(layout)/2026-schematic", to: "\(layout)/2019-first")
        let zones = "\(layout)/2019-first/zones.geojson"
        try folder.write(zones, try folder.text(zones).replacing("106.34532", with: "106.34533"))
        let catalogue = try folder.text("GeoData/catalogue.json")
        let start = try #require(catalogue.firstRange(of: "\"id\": \"jinfeng-five-zones\"")).upperBound
        let editions = try #require(catalogue[start...].firstRange(of: "\"editions\": [")).upperBound
        let first = """
            {"id": "2019-first", "valid_from": "2019-01-01", "valid_to": "2021-01-01",
            "recorded_on": "2019-01-01", "name_zh": "2019年版", "name_en": "2019 edition"},
            """
        try folder.write("GeoData/catalogue.json", catalogue[..<editions] + first + catalogue[editions...])
        let data = try ServedData(GeoDataFolder(path: "\(folder.path)/GeoData"))
        try await LiveService.run(over: data) { service in
            let item = "/collections/jinfeng-five-zones/items/shengmingdao"
            for (target, isFirst) in [
                (item, false), (item + "?datetime=2020-06-01", true),
                (item + "?datetime=2021-01-01", false),
                ("/collections/jinfeng-five-zones/items?datetime=..%2F2020-12-31", true),
                ("/collections/jinfeng-five-zones/items?datetime=2019-05-01%2F2026-01-01", false),
                ("/collections/jinfeng-five-zones/export?f=geojson&as-of=2020-06-01", true),
                ("/collections/jinfeng-five-zones/export?f=geojson", false),
            ] {
                let reply = try await service.get(target)
                #expect(reply.status == 200, "\(target): \(reply.text.prefix(200))")
                #expect(reply.text.contains("106.34533") == isFirst, "\(target)")
            }
            let none = try await service.get("/collections/jinfeng-five-zones/items?datetime=2018-01-01")
            #expect(try none.json()["numberMatched"]?.doubleValue == 0)
            let listed = try await service.get("/collections?datetime=2020-06-01").json()
            #expect(listed["collections"]?.elements?.map { $0["edition"]?.stringValue } == ["2019-first"])
        }
    }

    @Test func itsCoordinatesKeepTheDecimalsOfASurvey() async throws {
        let folder = try TemporaryFolder()
        try folder.copy(Repository.geoData, to: "GeoData")
        let zones = "GeoData/jinfeng-five-zones/2026-schematic/zones.geojson"
        let vertex = "106.34532"
        let drawn = try folder.text(zones)
        #expect(drawn.contains(vertex))
        try folder.write(zones, drawn.replacing(vertex, with: "106.345321234"))
        let origin =
            #""recorded_on": "2026-11-21", "origin": {"files": [], "frame": "epsg:4544", "zones": []},"#
        try folder.write(
            "GeoData/catalogue.json",
            try folder.text("GeoData/catalogue.json").replacing(
                #""recorded_on": "2026-11-21","#, with: origin))
        let data = try ServedData(GeoDataFolder(path: "\(folder.path)/GeoData"))
        try await LiveService.run(over: data) { service in
            for target in [
                "/zones/shengmingdao?f=geojson", "/collections/jinfeng-five-zones/items/shengmingdao",
            ] {
                let reply = try await service.get(target)
                #expect(reply.text.contains("106.345321234"), "\(target)")
            }
        }
    }
}
