import Foundation
import GeoJSON
import TestSupport
import Testing
import Wording

/// What leaves for paper and for the programs of an office: the PDF of `assess`, its map in HTML, the table of `find`.
@Suite struct ReportCommandTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static let large = """
        {"type":"Feature","properties":{"name":"大地块"},"geometry":{"type":"Polygon","coordinates":\
        [[[106.345,29.535],[106.366,29.535],[106.366,29.553],[106.345,29.553],[106.345,29.535]]]}}
        """

    @Test(arguments: [Language.zh, .en])
    func anAssessmentIsOnePageOfPDFHoweverLargeTheSite(_ language: Language) throws {
        try folder.write("large.geojson", Self.large)
        let run = try folder.run("assess", "large.geojson", "-o", "report.pdf", in: language)
        #expect(run.status == 0, "\(run.messages)")
        let bytes = try folder.bytes("report.pdf")
        #expect(bytes.starts(with: Array("%PDF-1.".utf8)))
        #expect(try folder.shell("grep -aoE '/Type */Page( |$|/|>)' report.pdf | wc -l").text.contains("1"))
        _ = try folder.run("assess", "large.geojson", "-o", "again.pdf", in: language)
        #expect(try folder.bytes("again.pdf") == bytes)
    }

    @Test func thePageOfHTMLShowsTheMapAndTwoMapsShareNoName() throws {
        let run = try folder.run("assess", "106.33,29.52", "106.37,29.60", "-o", "page.html", in: .zh)
        #expect(run.status == 0, "\(run.messages)")
        let text = try folder.text("page.html")
        #expect(text.split(separator: "<svg ").count == 3)
        #expect(!text.contains("href=\"#g") && !text.contains("src="))
        let ids = text.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(Set(ids).count == ids.count)
        // Light enough for a mail: the map of a site is a few hundred kilobytes.
        #expect(text.utf8.count < 2 * 1_000_000, "\(text.utf8.count)")
    }

    @Test func aComparisonLeavesAsAWorkbookWithTheUsersColumns() throws {
        try folder.write(
            "c.csv",
            "编号,名称,经度,纬度,备注\n001,甲,106.33,29.52,临路\n002,乙,106.90,29.90,\n003,丙,abc,29.5,坏行\n")
        let run = try folder.run("find", "c.csv", "--in", "生命岛", "-o", "比选表.xlsx", "--lang", "zh", in: .zh)
        #expect(run.status == 65, "\(run.messages)")
        let read = try folder.run(
            "convert", "--input", "比选表.xlsx", "--sheet", "原表与全部结果", "--to", "gcj02", in: .zh)
        #expect(read.text.contains("001") && read.text.contains("临路"), "\(read.messages)")
        #expect(read.text.contains("比选"), "\(read.text)")
    }

    /// The parts of the workbook are not packed, so that they can be read as they are.
    @Test func aWorkbookOfComparisonIsRankedWithItsTermsAndWhatIsNotChecked() throws {
        try folder.write(
            "c.csv",
            """
            编号,名称,意向用途,申报亩数,经度,纬度,图形
            001,远处,仓储,64.5,106.90,29.90,
            002,边上,研发,55,106.331,29.5125,
            ,,,,,,
            合计,,,189.5,,,
            003,当中,研发,70,106.33,29.505,
            004,坏行,,,abc,29.5,
            """ + "\n")
        let run = try folder.run(
            "find", "c.csv", "--in", "生命岛", "--near", "科学大道<=5km", "-o", "b.xlsx", in: .zh)
        #expect(run.status == 65 && run.messages.contains("空行或合计行 2 行"), "\(run.messages)")
        let parts = String(decoding: try folder.bytes("b.xlsx"), as: UTF8.self).components(
            separatedBy: "</worksheet>")
        #expect(parts.count == 4)
        let table = parts[0]
        let order = ["边上", "当中", "远处", "坏行"].compactMap { table.range(of: ">\($0)<")?.lowerBound }
        #expect(order.count == 4 && order == order.sorted())
        for words in ["意向用途", "申报亩数", "距边界（m）", "未能比选", "另有空行或合计行 2 行", "生态保护红线", "不构成用地预审与选址意见"] {
            #expect(table.contains(words), "\(words) is missing")
        }
        // Positions are no figures of a comparison; numbers are numbers.
        #expect(!table.contains(">经度<") && table.contains("<v>64.5</v>"))
        #expect(parts[1].contains("002:386") && parts[1].contains("2026年示意版") && parts[1].contains("排序不设权重"))
        #expect(parts[2].contains(">经度<") && parts[2].contains(">001<"))
        // The user's own sheet is whole.
        #expect(parts[2].contains(">合计<") && !table.contains(">合计<") && !table.contains("189.5"))
    }

    /// Ids that are numbers are numbers; the same id twice is remarked, for whoever is handed the table cannot see which is meant.
    @Test func idsOfAComparisonAreNumbersAndRepeatedOnesAreRemarked() throws {
        try folder.write("c.csv", "编号,名称,经度,纬度\n7,甲,106.33,29.52\n12,乙,106.34,29.53\n12,丙,106.35,29.54\n")
        #expect(try folder.run("find", "c.csv", "--in", "生命岛", "-o", "b.xlsx", in: .zh).status == 0)
        let table = String(decoding: try folder.bytes("b.xlsx"), as: UTF8.self)
            .components(separatedBy: "</worksheet>")[0]
        #expect(table.contains("<v>7.0</v>") && table.contains("<v>12.0</v>"))
        #expect(table.contains("编号与第 4 行重复") && table.contains("编号与第 3 行重复"))
    }

    @Test(arguments: ["gpkg", "kml", "fgb", "shp", "dxf", "geojsonseq"])
    func aComparisonLeavesForGIS(_ ending: String) throws {
        let run = try folder.run(
            "find", "\(Repository.root)/Examples/candidates.csv", "--in", "gaoxinqu-zhiguanyuan", "-o",
            "b.\(ending)")
        #expect(run.status == 0, "\(run.messages)")
        guard ["kml", "fgb"].contains(ending) else { return }
        let back = try folder.run(
            "find", "b.\(ending)", "--in", "gaoxinqu-zhiguanyuan", "--format", "json")
        #expect(try back.json()["candidates"]?.elements?.count == 40, "\(back.messages)")
    }

    @Test(arguments: ["gpkg", "kml", "fgb", "shp", "xlsx"])
    func answersOfAssessLeaveForGIS(_ ending: String) throws {
        let run = try folder.run("assess", "106.33,29.52", "-o", "a.\(ending)", in: .en)
        #expect(run.status == 0, "\(run.messages)")
        #expect(try folder.shell("ls a*.\(ending) | wc -l").text != "0\n")
    }

    @Test(arguments: [
        "parcels.shp", "parcels.gpkg", "parcels.gdb", "parcels.fgb", "parcels.kml", "parcels.kmz",
        "parcels.txt",
        "redlines.dxf",
    ])
    func theExampleOfEachFormatIsRead(_ name: String) throws {
        let frame = name.hasSuffix("dxf") ? ["--frame", "epsg:4544"] : []
        let run = try folder.run(
            ["assess", "\(Repository.root)/Examples/formats/\(name)", "--format", "geojson"] + frame)
        #expect(run.status == 0, "\(run.messages)")
        let sites = try FeatureCollection(parsing: Array(run.text.utf8)).features.filter {
            $0.properties["kind"]?.stringValue == "site"
        }
        #expect(sites.count == 2)
    }

    @Test(arguments: ["sites.xlsx", "sites.ods"])
    func theExampleSheetsAreRead(_ name: String) throws {
        let run = try folder.run(
            "locate", "--input", "\(Repository.root)/Examples/formats/\(name)", "--format", "ndjson")
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.text.contains("\"001\"") && run.text.contains("shengmingdao"))
    }
}
