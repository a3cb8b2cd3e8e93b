import GeoJSON
import TestSupport
import Testing
import Wording

/// Tables of candidates as people write them.
@Suite struct CandidateFileTests {
    let folder: TemporaryFolder
    private static let shape =
        "POLYGON((106.329 29.514,106.331 29.514,106.331 29.516,106.329 29.516,106.329 29.514))"

    init() throws { folder = try TemporaryFolder() }

    private func candidates(_ run: CommandRun) throws -> [JSONValue] {
        try #require(try run.json()["candidates"]?.elements)
    }

    @Test(arguments: [
        "红线WKT", "红线", "边界", "空间范围", "宗地红线", "geom", "shape", "the_geom", "用地红线坐标", "polygon", "wkt_4490",
    ])
    func aShapeIsFoundUnderAnyHeader(_ header: String) throws {
        try folder.write("in.csv", "DKBH,DKMC,\(header),MJ亩\nA1,甲,\"\(Self.shape)\",64\n")
        let run = try folder.run("find", "in.csv", "--min-area", "50亩", "--format", "json")
        #expect(run.status == 0, "\(run.messages)")
        let first = try candidates(run)[0]
        #expect(first["site"]?["id"] == "A1" && first["site"]?["name"] == "甲")
        #expect(first["decision"] == "kept" && first["findings"]?.elements?[0]["basis"] == "shape")
    }

    /// A wrong row or a wrong frame shows where a table has both.
    @Test func aRowWhoseShapeAndPositionDisagreeSaysSoWhereItStands() throws {
        let rows = ["A,\"\(Self.shape)\",106.33,29.515", "B,\"\(Self.shape)\",106.40,29.60", "C,,0,0"]
        try folder.write("in.csv", "编号,WKT,经度,纬度\n" + rows.joined(separator: "\n") + "\n")
        let text = try folder.run("find", "in.csv", "--min-area", "1亩", in: .zh)
        #expect(text.status == 65)
        #expect(text.text.split(separator: "\n").filter { $0.contains("另写的坐标在图形以外约") }.count == 1)
        #expect(text.text.contains("null_island") || text.text.contains("多半是没有填写坐标"))
        let run = try folder.run("find", "in.csv", "--min-area", "1亩", "--format", "json")
        let notes = try candidates(run).map {
            $0["notes"]?.elements?.compactMap { $0["code"]?.stringValue } ?? []
        }
        #expect(notes.map { $0.contains("positions_disagree") } == [false, true, false])
        // Whoever is handed a file has not seen what the command said beside it.
        for format in ["csv", "geojson", "html"] {
            let file = try folder.run(
                "find", "in.csv", "--min-area", "1亩", "--format", format, "--lang", "zh")
            #expect(file.text.contains("另写的坐标在图形以外约"), "\(format)")
        }
        let page = try folder.run("find", "in.csv", "--min-area", "1亩", "--format", "html", in: .zh)
        #expect(page.text.contains("坐标按 WGS 84 读取"))
    }

    @Test func aShapeIsFoundBelowRowsWithoutOneAndHoweverLong() throws {
        let long = (0..<4000).map { "\(106.329 + 0.002 * Double($0) / 4000) 29.514" }.joined(separator: ",")
        let shape = "POLYGON((\(long),106.331 29.516,106.329 29.516,106.329 29.514))"
        try folder.write("in.csv", "编号,红线\nA0,\nA1,\"\(shape)\"\n")
        let run = try folder.run("find", "in.csv", "--min-area", "1亩", "--format", "json")
        #expect(run.status == 65, "\(run.messages)")
        #expect(try run.json()["counts"]?["kept"] == 1)
    }

    @Test func aShapeIsFoundInAnObject() throws {
        try folder.write("in.ndjson", "{\"id\":\"A1\",\"红线\":\"\(Self.shape)\"}\n")
        let run = try folder.run("find", "in.ndjson", "--min-area", "50亩", "--format", "json")
        #expect(run.status == 0, "\(run.messages)")
        #expect(try candidates(run)[0]["decision"] == "kept")
    }

    @Test(arguments: ["合计", "总计", "小计：", "合 计", "Total"]) func aRowOfTotalsIsNoCandidate(_ word: String)
        throws
    {
        let table = "序号,地块,面积亩,图形\n1,甲,64,\"\(Self.shape)\"\n\(word),,64,\n"
        try folder.write("in.csv", table)
        let run = try folder.run("find", "in.csv", "--min-area", "50亩", "--output", "out.csv", in: .zh)
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.messages.contains("汇总行"))
        #expect(try folder.text("out.csv").split(separator: "\n").count == 3)
    }

    @Test func aRowWithoutAShapeThatIsNoTotalIsReported() throws {
        try folder.write("in.csv", "序号,地块,图形\n1,合计用地,\n")
        #expect(try folder.run("find", "in.csv", "--min-area", "50亩").status == 65)
    }

    @Test func numbersOfAPlaneAreToldWithTheFramesTheyFit() throws {
        let plane =
            "POLYGON((35628945 3267643,35629145 3267643,35629145 3267843,35628945 3267843,35628945 3267643))"
        try folder.write("in.csv", "编号,图形\nA1,\"\(plane)\"\n")
        let run = try folder.run("find", "in.csv", "--min-area", "50亩", in: .zh)
        #expect(run.status == 65)
        #expect(
            (run.text + run.messages).contains("epsg:4523") || (run.text + run.messages).contains("epsg:45"))
        let rings = "[[[35628945,3267643],[35629145,3267643],[35629145,3267843],[35628945,3267643]]]"
        let geojson = "{\"type\":\"Polygon\",\"coordinates\":\(rings)}"
        for site in [plane, geojson] {
            let one = try folder.run("assess", site, in: .zh)
            #expect(one.status == 65)
            #expect(one.messages.contains("epsg:45") && one.messages.contains("projected_in_geographic"))
        }
        #expect(try folder.run("assess", plane, "--frame", "epsg:4523").status == 0)
    }

    @Test func swappedNumbersOfAShapeAreTold() throws {
        let swapped = "POLYGON((29.51 106.33,29.52 106.33,29.52 106.34,29.51 106.34,29.51 106.33))"
        let run = try folder.run("assess", swapped, in: .zh)
        #expect(run.status == 65)
        #expect(run.messages.contains("swapped_lon_lat"), "\(run.messages)")
    }

    @Test func equalsShareARank() throws {
        let row = { (id: String) in "\(id),\"\(Self.shape)\"" }
        let other = "A3,\"POLYGON((106.33 29.51,106.331 29.51,106.331 29.511,106.33 29.511,106.33 29.51))\""
        try folder.write("in.csv", "编号,图形\n\(row("A1"))\n\(other)\n\(row("A2"))\n")
        let run = try folder.run("find", "in.csv", "--min-area", "1亩", "--format", "json")
        let ranks = try candidates(run).map { ($0["site"]?["id"]?.stringValue, $0["rank"]) }
        #expect(ranks.map(\.0) == ["A1", "A2", "A3"])
        #expect(ranks.map(\.1) == [1, 1, 3])
    }

    @Test func ofAPointItIsSaidThatItHasNoExtent() throws {
        let run = try folder.run("find", "106.33,29.52", "--in", "直管园", in: .zh)
        #expect(run.status == 0 && run.text.contains("点位，没有范围"))
    }
}
