import GeoJSON
import TestSupport
import Testing
import Wording

@Suite struct FindTests {
    let folder: TemporaryFolder
    private let square =
        "POLYGON((106.329 29.514,106.331 29.514,106.331 29.516,106.329 29.516,106.329 29.514))"

    init() throws { folder = try TemporaryFolder() }

    private static let examples = Repository.root + "/Examples/"

    @Test(arguments: ["candidates.csv", "candidates.geojson"]) func theExamplesAddUp(_ name: String) throws {
        let run = try folder.run(
            "find", Self.examples + name, "--in", "直管园", "--near", "科学大道<=3km", "--min-area", "50亩",
            "--format",
            "json")
        #expect(run.status == 0, "\(run.messages)")
        let root = try run.json()
        func count(_ key: String) throws -> Int { Int(try #require(root["counts"]?[key]?.doubleValue)) }
        let sum = try count("kept") + count("undecided") + count("dropped") + count("failed")
        #expect(try count("rows") == 40 && sum == 40)
        #expect(try count("kept") > 0 && count("undecided") > 0 && count("dropped") > 0)
        let candidates = try #require(root["candidates"]?.elements)
        #expect(Set(candidates.compactMap { $0["site"]?["id"]?.stringValue }).count == 40)
        let ranks = candidates.filter { $0["decision"] == "kept" }.compactMap {
            $0["rank"]?.doubleValue.map { Int($0) }
        }
        #expect(ranks == Array(1...ranks.count))
        for candidate in candidates {
            #expect(candidate["findings"]?.elements?.count == 3)
            let deciding = try #require(candidate["decided_by"]?.elements)
            #expect(deciding.isEmpty == (candidate["decision"] == "kept"))
        }
        let unchecked = try #require(root["unchecked"]?.elements)
        #expect(!unchecked.isEmpty)
    }

    /// A missing digit lies in no zone and far from all: that shall not win.
    @Test(arguments: ["--not-in 中梁山", "--away 中梁山>=500m"]) func aSiteFarOffIsToBeLookedInto(
        _ criterion: String
    ) throws {
        try folder.write("in.csv", "id,lon,lat\nfar,121.47,31.23\nhere,106.33,29.52\n")
        let words = criterion.split(separator: " ").map(String.init)
        let run = try folder.run(["find", "in.csv", "--format", "json"] + words)
        let candidates = try #require(try run.json()["candidates"]?.elements)
        let decisions = candidates.reduce(into: [:]) {
            $0[$1["site"]?["id"]?.stringValue ?? ""] = $1["decision"]?.stringValue
        }
        #expect(decisions == ["far": "undecided", "here": "kept"], "\(run.text)")
        let page = try folder.run(["find", "in.csv", "--lang", "zh"] + words)
        #expect(page.text.contains("远在科学城以外"))
    }

    /// Of a parcel that is given by a point the rest is not known.
    @Test func aShapeGoesBeforeABarePosition() throws {
        try folder.write(
            "in.csv", "id,lon,lat,wkt\npoint,106.330,29.515,\nshape,,,\"\(square)\"\n")
        let run = try folder.run("find", "in.csv", "--in", "直管园", "--format", "json")
        let candidates = try #require(try run.json()["candidates"]?.elements)
        let ranks = candidates.reduce(into: [:]) {
            $0[$1["site"]?["id"]?.stringValue ?? ""] = $1["rank"]?.doubleValue
        }
        #expect(ranks == ["shape": 1, "point": 2])
    }

    @Test func bothExamplesDecideAlike() throws {
        func decisions(_ name: String) throws -> [String: String] {
            let run = try folder.run(
                "find", Self.examples + name, "--in", "gaoxinqu-zhiguanyuan", "--format", "json")
            let candidates = try #require(try run.json()["candidates"]?.elements)
            return Dictionary(
                uniqueKeysWithValues: try candidates.map {
                    (try #require($0["site"]?["id"]?.stringValue), try #require($0["decision"]?.stringValue))
                })
        }
        // The two with another shape in the other file: several parts, and a line.
        let differing: Set<String> = ["LS-28", "LS-29"]
        let (one, other) = (try decisions("candidates.csv"), try decisions("candidates.geojson"))
        for (id, decision) in one where !differing.contains(id) { #expect(other[id] == decision, "\(id)") }
    }

    @Test func aTableGoesInAndComesOutWithItsOwnBytes() throws {
        let text =
            "\u{FEFF}编号,名称,面积（亩）,图形,备注\r\nA1,甲,66,\"\(square)\", 007 \r\n\r\n"
            + "A2,乙,10,\"\(square)\",\"a \"\"b\"\"\"\r\nA3,丙,10,,无\r\n"
        try folder.write("in.csv", text)
        let run = try folder.run(
            "find", "in.csv", "--in", "直管园", "--min-area", "50亩", "--output", "out.csv", "--lang", "en")
        #expect(run.status == 65)
        #expect(run.messages.contains("1 of 3 rows"))
        let output = try folder.text("out.csv")
        let (given, answered) = (
            text.split(separator: "\r\n", omittingEmptySubsequences: false),
            output.split(separator: "\r\n", omittingEmptySubsequences: false)
        )
        try #require(given.count == answered.count)
        for (one, other) in zip(given, answered) { #expect(other.hasPrefix(one)) }
        let table = Table(output)
        #expect(try table.column("find:decision") == ["kept", "-", "kept", ""])
        // The two have one shape, and so one rank.
        #expect(try table.column("find:rank") == ["1", "-", "1", ""])
        #expect(try table.column("error").last?.hasPrefix("missing_geometry") == true)
        #expect(try table.column("min_area:50mu:outcome") == ["met", "-", "met", ""])
        let area = try #require(try table.column("min_area:50mu:area_mu").first.flatMap(Double.init))
        #expect(area > 60 && area < 70)
    }

    @Test func gb18030ComesBackInGB18030() throws {
        // 编号,图形 and a name of two letters, as GB18030 has them.
        let header: [UInt8] = [0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xCD, 0xBC, 0xD0, 0xCE, 0x0A]
        let row = [0xBC, 0xD7] + Array(",\"\(square)\"\n".utf8)
        try folder.write("in.csv", header + row)
        let run = try folder.run("find", "in.csv", "--in", "直管园", "--lang", "zh", "--format", "csv")
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.bytes.starts(with: header.dropLast()))
        #expect(run.bytes.contains(0xBC) && String(validating: run.bytes, as: UTF8.self) == nil)
    }

    @Test func chineseHeadersAndWordsAreForTheAsking() throws {
        try folder.write("in.csv", "编号,图形\nA1,\"\(square)\"\n")
        let run = try folder.run("find", "in.csv", "--in", "直管园", "--format", "csv", "--lang", "zh")
        let table = Table(run.text)
        #expect(try table.column("比选:判定") == ["入选"])
        #expect(try table.column("位于重庆高新区直管园内:判定") == ["满足"])
    }

    @Test func geojsonKeepsPropertiesAndOrder() throws {
        let run = try folder.run(
            "find", Self.examples + "candidates.geojson", "--in", "直管园", "--format", "geojson")
        let features = try run.features()
        #expect(
            features.map { $0["id"]?.stringValue ?? "" }
                == (1...40).map { "LS-" + ($0 < 10 ? "0" : "") + "\($0)" })
        for feature in features {
            let properties = try #require(feature["properties"])
            #expect(properties["地块名称"] != nil && properties["find:decision"] != nil)
            #expect(feature["geometry"] != .null)
        }
    }

    @Test func everyKindOfInputIsRead() throws {
        let geometry =
            "{\"type\":\"Polygon\",\"coordinates\":[[[106.329,29.514],[106.331,29.514],[106.331,29.516],[106.329,29.514]]]}"
        try folder.write(
            "in.ndjson",
            "{\"id\":\"a\",\"wkt\":\"\(square)\"}\n{\"id\":\"b\",\"geometry\":\(geometry),\"area_mu\":60}\n"
                + "{\"id\":\"c\",\"lon\":106.33,\"lat\":29.515,\"用地面积\":\"60亩\"}\n"
                + "{\"type\":\"Feature\",\"id\":\"d\",\"geometry\":\(geometry),\"properties\":{}}\n"
                + "{\"id\":\"e\",\"place\":\"科学会堂\"}\n{\"id\":\"f\"}\nnonsense\n")
        let run = try folder.run(
            "find", "in.ndjson", "--in", "直管园", "--min-area", "1亩", "--format", "json")
        #expect(run.status == 65)
        let candidates = try #require(try run.json()["candidates"]?.elements)
        var decisions: [String: String] = [:]
        for one in candidates {
            let id = one["site"]?["id"]?.stringValue ?? "row"
            decisions[id] = one["decision"]?.stringValue ?? one.errorCode
        }
        #expect(decisions["a"] == "kept" && decisions["b"] == "kept" && decisions["c"] == "kept")
        #expect(decisions["d"] == "kept" && decisions["e"] == "undecided")
        #expect(decisions["f"] == "missing_column" || decisions["f"] == "missing_geometry")
        #expect(candidates.count == 7)
    }

    @Test func aFrameMovesTheShapes() throws {
        let text =
            "编号,图形（CGCS2000 3度带 35带）\nA1,\"POLYGON((35628000 3267000,35628200 3267000,35628200 3267200,35628000 3267000))\"\n"
        try folder.write("in.csv", text)
        let run = try folder.run("find", "in.csv", "--in", "直管园", "--format", "geojson")
        #expect(run.status == 0, "\(run.messages)")
        let ring = try #require(
            try run.features().first?["geometry"]?["coordinates"]?.elements?.first?.elements)
        let x = try #require(ring.first?.elements?.first?.doubleValue)
        #expect(x > 106.2 && x < 106.5)
    }

    @Test func positionsOnTheCommandLineAreCandidatesToo() throws {
        let run = try folder.run("find", "106.33,29.515", "106.6,29.6", "--place", "科学会堂", "--in", "直管园")
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.text.contains("3 candidates: 2 kept") && run.text.contains("106.33,29.515"))
    }

    @Test(arguments: [
        ("out.html", "<!doctype html>"), ("out.json", "{"), ("out.geojson", "{\"type\""), ("out.csv", "id"),
        ("out.txt", "40 candidates"),
    ])
    func theFormatFollowsTheNameOfTheOutput(_ name: String, _ start: String) throws {
        let run = try folder.run(
            "find", Self.examples + "candidates.geojson", "--in", "直管园", "--output", name)
        #expect(run.status == 0 && run.bytes.isEmpty)
        #expect(try folder.text(name).hasPrefix(start))
    }
}
