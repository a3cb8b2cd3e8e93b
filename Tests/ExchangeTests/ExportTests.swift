import Exchange
import GeoJSON
import PlanarGeometry
import Planning
import Projection
import Synchronization
import TestSupport
import Testing
import Wording

@Suite struct ExportTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func write(
        _ format: ExchangeFormat, _ name: String, _ options: ExchangeOptions = ExchangeOptions(),
        _ layouts: [String]? = nil
    ) throws -> DatasetWriter.Outcome {
        try DatasetWriter(format, options).write(Shipped.dataset(layouts), to: "\(folder.path)/\(name)")
    }

    @Test func whatAWorkbookCannotHoldIsTold() throws {
        let field = ExchangeTable.Field("a", short: "A", Bilingual(zh: "甲", en: "A"))
        let texts = [String](repeating: "长", count: 32_768)
        let table = ExchangeTable(
            name: "t", title: Bilingual(zh: "表", en: "t"), fields: [field],
            rows: ["x\u{1}y", texts.joined(), texts.dropLast().joined(), "a\tb\r\nc"].map {
                .init([.text($0)])
            })
        let dataset = ExchangeDataset(
            tables: [table], title: table.title, statement: table.title,
            date: try #require(CalendarDate("2026-11-21")))
        let outcome = try DatasetWriter(.workbook).write(dataset, to: "\(folder.path)/a.xlsx")
        #expect(outcome.notes.map(\.code) == ["cells_too_long", "control_characters_dropped"])
        #expect(outcome.notes.allSatisfy { $0.text.zh.hasPrefix("1 个") })
        #expect(try DatasetWriter(.csv).write(dataset, to: "\(folder.path)/a.csv").notes.isEmpty)
    }

    @Test(arguments: [
        ExchangeFormat.flatGeobuf, .kml, .kmz, .geoJSON, .geoJSONSequence, .csv, .geoPackage, .dxf, .workbook,
        .boundaryText,
    ])
    func theSameDataGiveTheSameBytes(_ format: ExchangeFormat) throws {
        var options = ExchangeOptions()
        if format == .boundaryText { options.frame = try .epsg(4523) }
        _ = try write(format, "one.\(format.rawValue)", options)
        _ = try write(format, "two.\(format.rawValue)", options)
        let one = try folder.bytes("one.\(format.rawValue)")
        #expect(!one.isEmpty)
        #expect(one == (try folder.bytes("two.\(format.rawValue)")))
    }

    @Test(arguments: [ExchangeFormat.flatGeobuf, .kml, .kmz])
    func everyZoneComesBackBitForBitWithItsName(_ format: ExchangeFormat) throws {
        let outcome = try write(format, "all.\(format.rawValue)")
        let read = try SiteFile("\(folder.path)/all.\(format.rawValue)").features
        let dataset = try Shipped.dataset()
        let drawn = dataset.tables.flatMap(\.rows).filter { $0.geometry != nil }
        #expect(drawn.count == 57)
        #expect(read.count == drawn.count)
        #expect(outcome.omitted == 47)
        var left = drawn
        for feature in read {
            let name = feature.properties["name_zh"] ?? feature.properties["Name"]
            let place = left.firstIndex {
                $0.geometry == feature.geometry && $0.cells[1] == .text(name?.stringValue ?? "")
                    && $0.cells[0] == .text(feature.properties["zone"]?.stringValue ?? "")
            }
            left.remove(at: try #require(place, "\(name?.stringValue ?? "?")"))
        }
        #expect(left.isEmpty)
    }

    @Test func aGeoPackageHasALayerForEachKindAndATableOfWhatLiesNowhere() throws {
        let outcome = try write(.geoPackage, "all.gpkg")
        #expect(outcome.omitted == 0)
        let counts = Dictionary(uniqueKeysWithValues: outcome.layers.map { ($0.name, $0.rows) })
        #expect(counts["jinfeng_five_zones_areas"] == 6)
        #expect(counts["liang_cheng_liang_dai_liang_ping_lines"] == 2)
        #expect(counts["unlocated"] == 47)
        #expect(counts["layer_styles"] == 9)
        let read = try SiteFile(
            "\(folder.path)/all.gpkg", SiteFileOptions(layer: "jinfeng_five_zones_areas"))
        #expect(read.frame == .wgs84)
        let zones = try Shipped.dataset(["jinfeng-five-zones"]).tables[0].rows
        #expect(read.features.map(\.geometry) == zones.map(\.geometry))
        let quotes = read.features.map { $0.properties["quotes"]?.stringValue ?? "" }
        #expect(quotes.contains { $0.contains("生命岛：在科学公园南部的金凤片区") })
    }

    @Test func severalLayersAreNamedAndNoneIsTakenAtRandom() throws {
        _ = try write(.geoPackage, "all.gpkg")
        let error = try exchangeError { _ = try SiteFile("\(folder.path)/all.gpkg") }
        #expect(error.code == "several_layers")
        #expect(error.remedy.zh.contains("context_areas"))
    }

    @Test func aDrawingIsASCIIWithChineseWrittenAsCodePoints() throws {
        _ = try write(.dxf, "all.dxf", ExchangeOptions(frame: try .epsg(4544)))
        let bytes = try folder.bytes("all.dxf")
        #expect(bytes.allSatisfy { $0 < 0x80 })
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains(#"\U+7C7B\U+578Barea"#))  // 类型area, a layer
        #expect(text.contains("simhei.ttf"))
        #expect(text.contains("$INSUNITS\n 70\n     6\n"))
        let read = try SiteFile("\(folder.path)/all.dxf", SiteFileOptions(frame: try .epsg(4544)))
        let lifeIsland = read.features.first { $0.properties["name"]?.stringValue == "生命岛" }
        #expect(lifeIsland?.geometry?.typeName == "Polygon")
    }

    @Test func aShapefileKeepsLongTextsInColumnsOfTheirOwn() throws {
        let options = ExchangeOptions(frame: try .epsg(4544), encoding: .gb18030)
        _ = try write(.shapefile, "shp", options)
        #expect(try folder.text("shp/context_areas.cpg") == "GB18030")
        #expect(try folder.text("shp/context_areas.prj").contains("CGCS2000_3_Degree_GK_CM_105E"))
        #expect(try folder.text("shp/legend.csv").contains("QUOTES_2"))
        let read = try SiteFile("\(folder.path)/shp/context_areas.shp")
        #expect(read.frame == (try .epsg(4544)))
        for row in try Shipped.dataset(["context"]).tables[0].rows {
            guard let geometry = row.geometry, !geometry.polygons.isEmpty else { continue }
            let feature = try #require(
                read.features.first { .text($0.properties["ZONE"]?.stringValue ?? "") == row.cells[0] })
            for (index, key) in [(1, "NAME_ZH"), (20, "SOURCES"), (21, "QUOTES"), (22, "NOTE")] {
                let parts = feature.properties.members.filter { $0.key == key || $0.key.hasPrefix(key + "_") }
                    .filter { $0.key != "NAME_EN" }
                let text = parts.compactMap(\.value.stringValue).joined()
                #expect(row.cells[index] == (text.isEmpty ? .empty : .text(text)), "\(key)")
            }
        }
    }

    @Test func kmlInAnotherFrameIsRefusedAndSaysWhy() throws {
        let error = try exchangeError { _ = try write(.kml, "a.kml", ExchangeOptions(frame: .cgcs2000)) }
        #expect(error.code == "frame_not_in_format")
        #expect(error.kind == .usage)
    }

    @Test func whatNoRegisterNamesStandsInAColumn() throws {
        _ = try write(.geoJSON, "g.geojson", ExchangeOptions(frame: .gcj02), ["jinfeng-five-zones"])
        let collection = try FeatureCollection(parsing: try folder.bytes("g.geojson"))
        #expect(collection.features.allSatisfy { $0.properties["frame"]?.stringValue == "gcj02" })
        #expect(collection.declaredCRS == nil)
    }

    @Test func geoJSONInMetresNamesItsFrame() throws {
        _ = try write(.geoJSON, "m.geojson", ExchangeOptions(frame: try .epsg(4544)), ["jinfeng-five-zones"])
        let collection = try FeatureCollection(parsing: try folder.bytes("m.geojson"), acceptingAnyCRS: true)
        #expect(collection.declaredCRS == "urn:ogc:def:crs:EPSG::4544")
    }

    @Test func aTargetThatIsThereIsKeptUnlessItMayBeReplaced() throws {
        try folder.write("a.gpkg", "mine")
        let error = try exchangeError { _ = try write(.geoPackage, "a.gpkg") }
        #expect(error.code == "target_exists")
        #expect(try folder.text("a.gpkg") == "mine")
        _ = try write(.geoPackage, "a.gpkg", ExchangeOptions(replacing: true))
        #expect(try folder.bytes("a.gpkg").starts(with: Array("SQLite format 3".utf8)))
    }

    @Test(arguments: [ExchangeFormat.csv, .geoPackage, .kml, .dxf, .workbook, .shapefile])
    func whatNobodyWaitsForIsLeftUnwritten(_ format: ExchangeFormat) throws {
        let dataset = try Shipped.dataset(["jinfeng-five-zones"])
        // Gone before anything is written, or after some rows.
        for last in [1, 4] {
            let asked = Mutex(0)
            var writer = try DatasetWriter(format)
            writer.isWanted = {
                asked.withLock { asked in
                    asked += 1
                    return asked < last
                }
            }
            // Text is made in one step.
            if format == .csv, last > 1 { continue }
            let error = try exchangeError {
                _ = try writer.write(dataset, to: "\(folder.path)/a.\(format.rawValue)")
            }
            #expect(error.code == "abandoned")
            #expect(try FolderContents.names(folder.path) == [])
        }
    }

    @Test func nothingIsLeftWhereWritingFails() throws {
        try folder.write("target/keep.txt", "mine")
        let error = try exchangeError {
            _ = try write(.geoPackage, "target", ExchangeOptions(replacing: true))
        }
        #expect(error.code == "unwritable_output")
        #expect(error.kind == .inputOutput)
        #expect(try folder.text("target/keep.txt") == "mine")
        #expect(try FolderContents.names(folder.path) == ["target"])
    }
}
