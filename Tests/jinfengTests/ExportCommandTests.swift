import GeoJSON
import TestSupport
import Testing
import Wording

@Suite struct ExportCommandTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func aLayoutIsWrittenAndSaid() throws {
        let run = try folder.run("export", "jinfeng-five-zones", "-o", "five.geojson", in: .zh)
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.text.isEmpty)
        #expect(run.messages.contains("已写入 five.geojson"))
        let collection = try FeatureCollection(parsing: try folder.bytes("five.geojson"))
        #expect(collection.features.count == 6)
        #expect(
            collection.features.allSatisfy {
                $0.properties["statement"]?.stringValue?.contains("不作为审批依据") == true
            })
    }

    @Test func whatAFormatHasNoRoomForIsCounted() throws {
        let run = try folder.run("export", "-o", "all.fgb", in: .en)
        #expect(run.status == 0)
        #expect(run.messages.contains("no room for 47 zones"))
    }

    @Test(arguments: [
        (["export", "-o", "a.unknown"], Int32(64), "--format"),
        (["export", "nosuch", "-o", "a.gpkg"], 64, "jinfeng-five-zones"),
        (["export", "-o", "a.kmz", "--frame", "epsg:4544"], 64, "frame_not_in_format"),
        (["export", "-o", "nowhere/a.gpkg"], 74, "unwritable_output"),
        (["export", "-o", "a.gpkg", "--frame", "epsg:4547"], 65, "outside_area_of_use"),
    ])
    func mistakesHaveTheirExitCode(_ arguments: [String], _ status: Int32, _ word: String) throws {
        let run = try folder.run(arguments)
        #expect(run.status == status)
        #expect(run.messages.contains(word), "\(run.messages)")
    }

    @Test func aTargetThatIsThereNeedsForce() throws {
        try folder.write("a.csv", "mine")
        #expect(try folder.run("export", "-o", "a.csv").status == 64)
        #expect(try folder.text("a.csv") == "mine")
        #expect(try folder.run("export", "-o", "a.csv", "--force").status == 0)
        #expect(try folder.text("a.csv").contains("POLYGON"))
    }

    @Test func sitesOfAGeoPackageAreLocatedAndAnsweredInAWorkbook() throws {
        // Answers to a table go out as a GeoPackage, that comes in again, and out as a workbook.
        try folder.write("s.csv", "编号,经度,纬度\n001,106.33,29.52\n002,x,29.5\n")
        let first = try folder.run("locate", "--input", "s.csv", "--output", "s.gpkg")
        #expect(first.status == 65, "\(first.messages)")
        let second = try folder.run(
            "locate", "--input", "s.gpkg", "--sheet", "answers_points", "--output", "s.xlsx")
        #expect(second.status == 0, "\(second.messages)")
        #expect(second.messages.contains("not formulas"))
        let third = try folder.run("locate", "--input", "s.xlsx", "--format", "csv")
        #expect(third.status == 0, "\(third.messages)")
        let lines = third.text.split(whereSeparator: \.isNewline)
        try #require(lines.count == 2)
        #expect(lines[1].hasPrefix("001,106.33,29.52,shengmingdao,"))
    }

    /// Numbers of a table are numbers again in the one that answers; what only looks like one stays a text.
    @Test func numbersOfATableAreNumbersInTheAnswers() throws {
        try folder.write(
            "s.csv",
            "编号,代码,经度,纬度,面积（亩）,等级\n001,500106001001,106.33,29.52,12.5,1\n010,500106001002,106.34,29.53,8,2\n")
        #expect(try folder.run("locate", "--input", "s.csv", "--output", "s.shp").status == 0)
        // The table beside a shapefile says the type of each column in its head: 32 bytes a column, the type at 11.
        let head = try folder.bytes("s.dbf")
        let types = (1...6).map { Character(Unicode.Scalar(head[$0 * 32 + 11])) }
        #expect(types == ["C", "C", "N", "N", "N", "N"])
    }

    @Test func aWorkbookIsNotWrittenOverItself() throws {
        try folder.write("s.csv", "lon,lat\n106.33,29.52\n")
        #expect(try folder.run("locate", "--input", "s.csv", "--output", "s.xlsx").status == 0)
        let before = try folder.bytes("s.xlsx")
        #expect(try folder.run("locate", "--input", "s.xlsx", "--output", "s.xlsx").status == 64)
        #expect(try folder.bytes("s.xlsx") == before)
    }

    @Test func aBoundaryTextGoesOutAndComesBack() throws {
        #expect(
            try folder.run("export", "jinfeng-five-zones", "-o", "five.txt", "--encoding", "gb18030").status
                == 0)
        // Areas are no points: locate reads them and says so, row by row.
        let run = try folder.run("locate", "--input", "five.txt", "--format", "ndjson")
        #expect(run.status == 65)
        #expect(run.lines.count == 6)
        #expect(run.text.contains("unsupported_geometry"))
    }
}
