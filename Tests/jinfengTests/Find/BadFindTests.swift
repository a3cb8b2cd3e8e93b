import TestSupport
import Testing
import Wording

@Suite struct BadFindTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("in.csv", "编号,经度,纬度\nA1,106.33,29.515\n")
    }

    @Test(arguments: [
        ([], "no_criterion"), (["--in", "shengmindao"], "unknown_id"),
        (["--in", "科学大道"], "zone_holds_no_sites"),
        (["--near", "科学大道<=1"], "missing_unit"), (["--near", "科学大道 1km"], "invalid_comparison"),
        (["--near", "科学大道一期<=1km"], "unlocated_zone"), (["--away", "中梁山>=-5m"], "invalid_distance"),
        (["--min-area", "50"], "missing_unit"), (["--min-area=-50亩"], "invalid_area"),
        (["--min-area", "建筑面积5万㎡"], "floor_area"),
        (["--in", "生命岛", "--not-in", "生命岛"], "contradictory_criteria"),
        (["--in", "生命岛", "--in", "科学谷"], "contradictory_criteria"),
        (["--near", "科学大道<=1km", "--away", "科学大道>=2km"], "contradictory_criteria"),
        (["--activity", " "], "empty_activity"), (["--in", "生命岛", "--min-probability", "1.5"], ""),
        (["--in", "生命岛", "--min-probability", "0"], ""), (["--in", "生命岛", "--format", "pdf"], ""),
        (["--in", "生命岛", "--accuracy", "wide"], "invalid_accuracy"),
        (["--in", "生命岛", "--frame", "西安80"], ""),
    ])
    func wrongUseIsRefusedWithSixtyFour(_ arguments: [String], _ code: String) throws {
        for language in Language.allCases {
            let run = try folder.run(["find", "in.csv"] + arguments + ["--output", "out.csv"], in: language)
            #expect(run.status == 64, "\(run.messages)")
            #expect(run.messages.contains(code) && !run.messages.isEmpty)
            #expect(throws: (any Error).self) { try folder.bytes("out.csv") }
        }
    }

    @Test func theNearestSpellingIsOfferedInChineseAndPinyin() throws {
        let run = try folder.run("find", "in.csv", "--in", "生命导", in: .zh)
        #expect(run.status == 64)
        #expect(run.messages.contains("生命岛（shengmingdao）") && run.messages.contains("--in"))
    }

    @Test func noFileIsNoInput() throws {
        #expect(try folder.run("find", "nowhere.csv", "--in", "生命岛").status == 66)
        #expect(try folder.run("find", "--in", "生命岛").status == 64)
    }

    @Test(arguments: [
        ("in2.csv", "编号,名称\nA1,甲\n"), ("in2.geojson", "{\"type\":\"FeatureCollection\""), ("in2.csv", ""),
        ("in2.ndjson", "\n"), ("in2.geojson", "[1,2]"),
    ])
    func aFileThatIsNoTableIsBadData(_ name: String, _ text: String) throws {
        try folder.write(name, text)
        let run = try folder.run("find", name, "--in", "生命岛")
        #expect(run.status == 65, "\(run.messages)")
        #expect(!run.messages.isEmpty)
    }

    @Test func aBadRowStandsInItsPlaceAndTheOthersAreRanked() throws {
        let good = "POLYGON((106.329 29.514,106.331 29.514,106.331 29.516,106.329 29.514))"
        let rows = [
            ("A1", good), ("A2", ""),
            ("A3", "POLYGON((106.3 29.5,106.31 29.51,106.31 29.5,106.3 29.51,106.3 29.5))"),
            ("A4", "POLYGON((106.3 29.5,106.31 29.5,106.32 29.5,106.3 29.5))"), ("A5", "POLYGON EMPTY"),
            ("A6", good),
            ("A7", "hello"), ("A8", "LINESTRING(179 29,-179 29.1)"), ("A9", "POLYGON((2 48,3 48,3 49,2 48))"),
        ]
        try folder.write(
            "rows.csv", "编号,WKT\n" + rows.map { "\($0.0),\"\($0.1)\"\n" }.joined())
        let run = try folder.run("find", "rows.csv", "--in", "直管园", "--format", "csv")
        #expect(run.status == 65)
        let table = Table(run.text)
        #expect(try table.column("编号") == rows.map(\.0))
        #expect(
            try table.column("find:decision") == ["kept", "", "", "", "", "kept", "", "", "dropped"])
        #expect(
            try table.errorCodes() == [
                "", "missing_geometry", "invalid_geometry", "zero_area", "empty_geometry", "", "invalid_wkt",
                "crosses_antimeridian", "",
            ])
        #expect(run.messages.contains("6 of 9 rows"))
        let repaired = try folder.run("find", "rows.csv", "--in", "直管园", "--make-valid", "--format", "csv")
        #expect(try Table(repaired.text).errorCodes()[2] == "")
        #expect(repaired.messages.contains("repaired as asked"))
    }

    @Test func floorAreaIsNeverTakenForLand() throws {
        try folder.write("floor.csv", "编号,经度,纬度,建筑面积（㎡）\nA1,106.33,29.515,90000\n")
        let run = try folder.run("find", "floor.csv", "--min-area", "50亩", in: .zh)
        #expect(run.status == 0)
        #expect(run.text.contains("待核实 1 个") && run.text.contains("只有建筑面积"))
    }

    @Test func theOutputIsNeverTheInput() throws {
        let run = try folder.run("find", "in.csv", "--in", "直管园", "--output", "in.csv")
        #expect(run.status == 64)
        #expect(try folder.text("in.csv").contains("A1"))
    }

    @Test func anEarlierDayWithoutDataIsSaid() throws {
        let run = try folder.run("find", "in.csv", "--in", "直管园", "--as-of", "1999-01-01")
        #expect(run.status == 65 && run.messages.contains("no_edition"))
    }

    @Test func aScreenOfTheOtherDocumentNamesTheOneToSee() throws {
        let run = try folder.run("find", "106.30,29.60", "--not-in", "中梁山生态屏障", in: .zh)
        #expect(run.status == 0)
        #expect(run.text.contains("待核实 1 个") && run.text.contains("004 对直管园范围的适用性文本未明确"))
        #expect(run.text.contains("；此处看“中梁山”（002:757）"))
        #expect(!run.text.contains("context/zhongliangshan"))
    }
}
