import GeoJSON
import TestSupport
import Testing
import Wording

/// A control line from a file to the answer of `assess`.
@Suite struct ControlCommandTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.copy(Repository.geoData, to: "data")
        try folder.write(
            "redline.geojson",
            """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"BSM":"1","LHLX":"水源涵养"},\
            "geometry":{"type":"Polygon","coordinates":[[[106.33,29.515],[106.34,29.515],[106.34,29.525],\
            [106.33,29.525],[106.33,29.515]]]}}]}
            """)
        try folder.write(
            "site.geojson",
            """
            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":\
            [[[106.325,29.515],[106.335,29.515],[106.335,29.525],[106.325,29.525],[106.325,29.515]]]}}
            """)
    }

    private func imports(_ arguments: String...) throws -> CommandRun {
        try folder.run(
            [
                "import", "redline.geojson", "--accuracy", "1m", "--plan-period", "2021-2035", "--geodata",
                "data",
            ]
                + arguments)
    }

    private func unchecked(_ answer: JSONValue) -> [String] {
        (answer["unchecked"]?.elements ?? []).compactMap { $0["id"]?.stringValue }
    }

    @Test func whatIsImportedAnswersHardAndIsNoLongerUnchecked() throws {
        let before = try folder.run(
            "assess", "site.geojson", "--format", "json", "--geodata", "data")
        #expect(try before.json()["controls"]?.elements?.isEmpty == true, "\(before.messages)")
        #expect(unchecked(try before.json()).contains("ecological-red-line"))
        let run = try imports("--control", "red-line", "--coverage", "gaoxinqu-zhiguanyuan")
        #expect(run.status == 0, "\(run.messages)\(run.text)")
        #expect(try folder.run("validate", "data").status == 0)
        let answer = try folder.run(
            "assess", "site.geojson", "--format", "json", "--geodata", "data"
        ).json()
        let control = try #require(answer["controls"]?.elements?.first)
        #expect(control["layout"]?.stringValue == "ecological-red-line")
        // Half of the parcel; a hundredth of a degree each way here is 969 m by 1108 m.
        let inside = try #require(control["inside"]?["m2"]?.doubleValue)
        let outside = try #require(control["outside"]?["m2"]?.doubleValue)
        #expect(abs(inside / outside - 1) < 1e-6)
        #expect(abs(inside - 0.5 * 969 * 1108) < 2000)
        #expect(abs((control["inside"]?["mu"]?.doubleValue ?? 0) - inside * 15 / 10_000) < 1e-3)
        let flags = (answer["flags"]?.elements ?? []).compactMap { $0["rule"]?.stringValue }
        #expect(flags.first == "occupies_control")
        #expect(!unchecked(answer).contains("ecological-red-line"))
        #expect(unchecked(answer).contains("permanent-basic-farmland"))
        let text = try folder.run("assess", "site.geojson", "--geodata", "data", in: .zh)
        #expect(text.text.contains("生态保护红线：压占"), "\(text.text)\(text.messages)")
        // The line runs through the parcel: it is not near it.
        #expect(text.text.contains("控制线穿过地块，面积以勘测定界为准"))
        #expect(!text.text.contains("的两倍"))
        try folder.write("in.csv", "id,lon,lat\nA,106.33,29.52\n")
        let found = try folder.run(
            "find", "in.csv", "--not-in", "生态保护红线", "--geodata", "data", in: .zh)
        #expect(found.text.contains("控制线（") && !found.text.contains("控制点（"), "\(found.text)")
        #expect(text.text.contains("亩"))
    }

    @Test func whereCompletenessIsNotStatedItStaysUnchecked() throws {
        #expect(try imports("--control", "red-line").status == 0)
        let answer = try folder.run(
            "assess", "106.30,29.50", "--format", "json", "--geodata", "data"
        ).json()
        #expect(answer["controls"]?.elements?.first?["coverage"]?.stringValue == "unstated")
        #expect(unchecked(answer).contains("ecological-red-line"))
    }

    @Test func beyondTheDevelopmentBoundaryIsWhatMatters() throws {
        #expect(
            try imports("--control", "development-boundary", "--coverage", "gaoxinqu-zhiguanyuan").status == 0
        )
        let run = try folder.run(
            "assess", "site.geojson", "--geodata", "data", in: .zh)
        #expect(run.text.contains("城镇开发边界：边界内"), "\(run.text)")
        #expect(run.text.contains("边界外"))
    }

    @Test func aLineOfOneZoneBearsItsOwnNameAndAnswersByIt() throws {
        let run = try imports(
            "--control", "red-line", "--coverage", "gaoxinqu-zhiguanyuan", "--map", "name_zh=LHLX")
        #expect(run.status == 0, "\(run.messages)")
        for name in ["生态保护红线", "水源涵养", "ecological-red-line"] {
            let found = try folder.run(
                "find", "site.geojson", "--away", "\(name)>=100m", "--not-in", name, "--format", "json",
                "--geodata", "data"
            ).json()
            #expect(found["counts"]?["dropped"]?.doubleValue == 1, "\(JSONWriter().string(found))")
            #expect(!unchecked(found).contains("ecological-red-line"))
            #expect(found["candidates"]?.elements?.first?["controls"]?.elements?.count == 1)
        }
    }

    @Test func aControlLineIsNoZoneToBeIn() throws {
        #expect(try imports("--control", "red-line").status == 0)
        let here = try folder.run("locate", "106.335,29.52", "--format", "json", "--geodata", "data").json()
        #expect(here["layouts"]?.elements?.count == 3)
        #expect(!JSONWriter().string(here).contains("ecological-red-line"))
    }
}
