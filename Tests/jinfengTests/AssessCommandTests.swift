import Foundation
import GeoJSON
import TestSupport
import Testing
import Wording

@Suite struct AssessCommandTests {
    private static let square =
        "POLYGON((106.32 29.51,106.34 29.51,106.34 29.53,106.32 29.53,106.32 29.51))"

    private static func ring(_ points: [(Double, Double)]) -> String {
        points.map { "[\($0.0),\($0.1)]" }.joined(separator: ",")
    }

    private static func feature(_ id: String, _ geometry: String) -> String {
        #"{"type":"Feature","id":"\#(id)","properties":{},"geometry":\#(geometry)}"#
    }

    private static let polygon =
        #"{"type":"Polygon","coordinates":[[[106.37,29.595],[106.374,29.595],[106.374,29.599],[106.37,29.595]]]}"#

    @Test(arguments: ["text", "json", "geojson", "html"]) func aSiteIsAssessedInEveryFormat(_ format: String)
        throws
    {
        let folder = try TemporaryFolder()
        let run = try folder.run("assess", "106.33,29.52", "--format", format, in: .zh)
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.text.contains("生命岛") && run.text.contains("生态保护红线"))
    }

    @Test(arguments: [
        ("a.json", "{"), ("a.geojson", "{\"type\":\"FeatureCollection\""), ("a.html", "<!doctype html>"),
        ("a.txt", "Site"),
    ])
    func theFormatFollowsTheOutputsName(_ name: String, _ start: String) throws {
        let folder = try TemporaryFolder()
        let run = try folder.run("assess", "106.33,29.52", "--output", name)
        #expect(run.status == 0 && run.bytes.isEmpty)
        #expect(try folder.text(name).hasPrefix(start))
    }

    @Test func everyWayToNameASiteLeadsToOneAnswer() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.wkt", Array(Self.square.utf8))
        let rings = Self.ring([
            (106.32, 29.51), (106.34, 29.51), (106.34, 29.53), (106.32, 29.53), (106.32, 29.51),
        ])
        let geojson = #"{"type":"Polygon","coordinates":[[\#(rings)]]}"#
        try folder.write("a.geojson", Array(geojson.utf8))
        var answers: [JSONValue] = []
        for site in [Self.square, "a.wkt", geojson, "a.geojson"] {
            let run = try folder.run("assess", site, "--format", "json")
            #expect(run.status == 0, "\(run.messages)")
            answers.append(try run.json()["layouts"] ?? .null)
        }
        answers.append(
            try folder.run("assess", "-", "--format", "json", stdin: Array(Self.square.utf8)).json()[
                "layouts"]
                ?? .null)
        #expect(Set(answers).count == 1)
    }

    @Test func pointsAreAnsweredAsLocateAnswersThem() throws {
        let folder = try TemporaryFolder()
        let located = try folder.run("locate", "106.33,29.52", "--format", "json").json()
        for site in [
            "106.33,29.52", "POINT(106.33 29.52)", #"{"type":"Point","coordinates":[106.33,29.52]}"#,
        ] {
            let assessed = try folder.run("assess", site, "--format", "json").json()
            for (one, other) in zip(
                try #require(located["layouts"]?.elements), try #require(assessed["layouts"]?.elements))
            {
                #expect(one["zone"] == other["zone"] && one["path"] == other["path"])
                let probabilities = { (layout: JSONValue) in
                    layout["zones"]?.elements?.map { $0["probability"] ?? .null } ?? []
                }
                #expect(probabilities(one) == probabilities(other))
            }
        }
    }

    @Test func aNameIsAPlaceThenAZone() throws {
        let folder = try TemporaryFolder()
        for arguments in [["科学会堂"], ["--place", "科学会堂"]] {
            let run = try folder.run(["assess"] + arguments, in: .zh)
            #expect(run.status == 0 && run.text.contains("文本写明 中部转化引领区 › 金凤组团 › 金凤组团东部地区"))
        }
        let zone = try folder.run("assess", "生命岛", in: .zh)
        #expect(zone.status == 0 && zone.text.contains("文本未写明属于哪一部分"))
        let unlocated = try folder.run("assess", "科学城璧山片区", in: .zh)
        #expect(unlocated.status == 65 && unlocated.messages.contains("unlocated_zone"))
        let nowhere = try folder.run("assess", "无此地", in: .zh)
        #expect(nowhere.status == 65 && nowhere.messages.contains("unknown_place"))
        for misspelt in ["生命道", "shengmingda"] {
            let run = try folder.run("assess", misspelt, in: .zh)
            #expect(run.status == 65 && run.messages.contains("生命岛（shengmingdao）"), "\(run.messages)")
        }
    }

    @Test func aFileOfSeveralIsAssessedFeatureByFeature() throws {
        let folder = try TemporaryFolder()
        let bowTie =
            #"{"type":"Polygon","coordinates":[[[106.3,29.5],[106.31,29.51],[106.31,29.5],[106.3,29.51],[106.3,29.5]]]}"#
        let features = [
            Self.feature("A", Self.polygon), Self.feature("B", bowTie),
            Self.feature("C", #"{"type":"Point","coordinates":[106.33,29.52]}"#), Self.feature("D", "null"),
        ].joined(separator: ",")
        try folder.write(
            "all.geojson", Array(#"{"type":"FeatureCollection","features":[\#(features)]}"#.utf8))
        let run = try folder.run("assess", "all.geojson", "--format", "json")
        #expect(run.status == 65)
        #expect(run.messages.contains("4 features") && run.messages.contains("2 of 4"))
        let answers = try #require(try run.json().elements)
        #expect(
            answers.map { $0["error"]?["code"]?.stringValue ?? "" } == [
                "", "invalid_geometry", "", "missing_geometry",
            ])
        #expect(answers[0]["site"]?["id"] == "A" && answers[1]["site"]?["id"] == "B")

        let one = try folder.run("assess", "all.geojson", "--feature", "C", "--format", "json")
        #expect(one.status == 0)
        #expect(try one.json()["site"]?["id"] == "C")
        #expect(try folder.run("assess", "all.geojson", "--feature", "1").status == 0)
        let unknown = try folder.run("assess", "all.geojson", "--feature", "Z")
        #expect(unknown.status == 64 && unknown.messages.contains("A, B, C, D"))
    }

    @Test func anInvalidShapeIsRepairedOnlyOnRequest() throws {
        let folder = try TemporaryFolder()
        let bowTie = "POLYGON((106.3 29.5,106.31 29.51,106.31 29.5,106.3 29.51,106.3 29.5))"
        let refused = try folder.run("assess", bowTie)
        #expect(refused.status == 65 && refused.messages.contains("--make-valid"))
        let repaired = try folder.run("assess", bowTie, "--make-valid")
        #expect(repaired.status == 0 && repaired.text.contains("was repaired as asked"))
    }

    @Test func aStatedAreaThatDiffersIsToldAndOneThatDoesNotIsNot() throws {
        let folder = try TemporaryFolder()
        let wrong = try folder.run("assess", Self.square, "--area", "6000亩", "--format", "json")
        #expect(wrong.status == 0 && wrong.text.contains("\"stated_area_differs\""))
        let right = try folder.run("assess", Self.square, "--area", "6447.6亩", "--format", "json")
        #expect(right.status == 0 && !right.text.contains("\"stated_area_differs\""))
    }

    struct Mistake: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let arguments: [String]
        let status: Int32
        let says: String
    }

    static let mistakes: [Mistake] = [
        Mistake(testDescription: "no site", arguments: [], status: 64, says: "Name a site"),
        Mistake(
            testDescription: "two numbers apart", arguments: ["106.33", "29.52"], status: 64,
            says: "106.33,29.52"),
        Mistake(testDescription: "swapped", arguments: ["29.52,106.33"], status: 65, says: "swapped"),
        Mistake(
            testDescription: "no such file", arguments: ["nowhere.geojson"], status: 66,
            says: "nowhere.geojson"),
        Mistake(
            testDescription: "empty WKT", arguments: ["POLYGON EMPTY"], status: 65, says: "empty_geometry"),
        Mistake(
            testDescription: "no area",
            arguments: ["POLYGON((106.3 29.5,106.31 29.51,106.32 29.52,106.3 29.5))"],
            status: 65, says: "zero_area"),
        Mistake(
            testDescription: "self-crossing",
            arguments: ["POLYGON((106.3 29.5,106.31 29.51,106.31 29.5,106.3 29.51,106.3 29.5))"], status: 65,
            says: "invalid_geometry"),
        Mistake(
            testDescription: "across the antimeridian",
            arguments: ["POLYGON((179 29.5,-179 29.5,-179 29.6,179 29.6,179 29.5))"], status: 65,
            says: "crosses_antimeridian"),
        Mistake(
            testDescription: "open ring", arguments: ["POLYGON((106.3 29.5,106.31 29.51,106.31 29.5))"],
            status: 65, says: "invalid_geometry"),
        Mistake(
            testDescription: "an SRID", arguments: ["SRID=4326;POINT(106.3 29.5)"], status: 65,
            says: "--frame"),
        Mistake(
            testDescription: "JSON cut off", arguments: ["{\"type\":\"Polygon\""], status: 65, says: "line"),
        Mistake(
            testDescription: "an area without unit", arguments: [square, "--area", "50"], status: 64,
            says: "unit"),
        Mistake(
            testDescription: "a negative area", arguments: [square, "--area=-50亩"], status: 64,
            says: "positive"),
        Mistake(
            testDescription: "floor space", arguments: [square, "--area", "建筑面积5000平方米"], status: 64,
            says: "floor space"),
        Mistake(
            testDescription: "an area for a point", arguments: ["106.33,29.52", "--area", "50亩"], status: 64,
            says: "no area"),
        Mistake(
            testDescription: "an area for two", arguments: [square, square, "--area", "50亩"], status: 64,
            says: "one site"),
        Mistake(
            testDescription: "an unknown layout", arguments: ["106.33,29.52", "--layout", "five"], status: 64,
            says: "jinfeng-five-zones"),
        Mistake(
            testDescription: "an unknown frame", arguments: ["106.33,29.52", "--frame", "xian80"], status: 64,
            says: "CGCS2000"),
        Mistake(
            testDescription: "an unknown format", arguments: ["106.33,29.52", "--format", "docx"], status: 64,
            says: "docx"),
        Mistake(
            testDescription: "a negative accuracy", arguments: ["106.33,29.52", "--accuracy=-3"], status: 64,
            says: "--accuracy"),
        Mistake(
            testDescription: "before any edition", arguments: ["106.33,29.52", "--as-of", "2019-01-01"],
            status: 65, says: "2019-01-01"),
        Mistake(
            testDescription: "no data", arguments: ["106.33,29.52", "--geodata", "/nowhere"], status: 66,
            says: "/nowhere"),
        Mistake(
            testDescription: "an output that cannot be",
            arguments: ["106.33,29.52", "--output", "/nowhere/a.html"], status: 74, says: "/nowhere/a.html"),
    ]

    @Test(arguments: mistakes) func aMistakeIsNamedWithTheRightExitCode(_ mistake: Mistake) throws {
        let run = try TemporaryFolder().run(["assess"] + mistake.arguments)
        #expect(run.status == mistake.status, "\(run.messages)")
        #expect(run.bytes.isEmpty)
        #expect(run.messages.contains(mistake.says), "\(run.messages)")
    }

    @Test func aTableIsSentToTheCommandForTables() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.csv", Array("lon,lat\n106.3,29.5\n".utf8))
        let run = try folder.run("assess", "a.csv")
        #expect(run.status == 65 && run.messages.contains("jinfeng find"))
    }

    @Test func aSiteFarAwayIsAnsweredWithAWarning() throws {
        let run = try TemporaryFolder().run("assess", "139.7,35.6")
        #expect(run.status == 0 && run.text.contains("outside China"))
    }

    /// Two squares of half a kilometre, each in a zone of its own and narrower than its accuracy: halves, no slivers.
    @Test func halfAParcelIsNoSliver() throws {
        let folder = try TemporaryFolder()
        let run = try folder.run(
            "assess",
            "MULTIPOLYGON(((106.33 29.52,106.335 29.52,106.335 29.525,106.33 29.525,106.33 29.52)),"
                + "((106.37 29.60,106.375 29.60,106.375 29.605,106.37 29.605,106.37 29.60)))",
            "--layout", Plan.northMiddleSouth, in: .zh)
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.text.contains("西永组团") && run.text.contains("另涉及 西永组团"), "\(run.text)")
        #expect(!run.text.contains("仅细碎交叠：西永组团") && !run.text.contains("仅细碎交叠：金凤组团"))
    }

    @Test func moreVerticesThanAreTakenIsSaid() throws {
        let folder = try TemporaryFolder()
        var points = (0..<1_000_001).map { "\(106.3 + Double($0) * 1e-8) 29.5" }
        points += ["106.31 29.6", "106.3 29.5"]
        try folder.write("big.wkt", Array("POLYGON((\(points.joined(separator: ",")))".utf8))
        let run = try folder.run("assess", "big.wkt")
        #expect(run.status == 65 && run.messages.contains("too_many_vertices"))
    }

    @Test func theExamplesRun() throws {
        let guide = try String(contentsOfFile: "\(Repository.root)/Examples/README.md", encoding: .utf8)
        let lines = guide.split(separator: "\n").filter { $0.hasPrefix("jinfeng assess ") }
        #expect(lines.count >= 5)
        let folder = try TemporaryFolder()
        for line in lines {
            let run = try folder.shell(
                line.replacing("Examples/", with: "\(Repository.root)/Examples/")
                    + " --geodata \(Repository.geoData)")
            #expect(run.status == 0, "\(line): \(run.messages)")
        }
    }

    @Test func theAreaAFileStatesIsComparedWithTheOneMeasured() throws {
        let folder = try TemporaryFolder()
        func collection(_ stated: String) -> String {
            """
            {"type":"Feature","properties":{"name":"甲","用地面积（亩）":\(stated)},"geometry":{"type":"Polygon","coordinates":
            [[[106.32,29.51],[106.33,29.51],[106.33,29.52],[106.32,29.52],[106.32,29.51]]]}}
            """
        }
        try folder.write("wrong.geojson", collection("500"))
        let wrong = try folder.run("assess", "wrong.geojson", in: .zh)
        #expect(wrong.status == 0 && wrong.text.contains("申报面积 500 亩，"), "\(wrong.text.prefix(900))")
        // What the command line states goes before it.
        let right = try folder.run("assess", "wrong.geojson", "--area", "1612亩", in: .zh)
        #expect(right.text.contains("stated_area_differs") == right.text.contains("申报面积 1612"))
        #expect(!right.text.contains("申报面积 500"))
    }

    @Test func aWordTheVocabularyDoesNotKnowIsAnsweredAlikeEverywhere() throws {
        let folder = try TemporaryFolder()
        let words = "词表未收录：“楼”（不等于文本没有写）"
        #expect(try folder.run("fit", "科研楼", in: .zh).text.contains(words))
        #expect(try folder.run("assess", "106.33,29.52", "--activity", "科研楼", in: .zh).text.contains(words))
        #expect(try folder.run("find", "106.33,29.52", "--activity", "科研楼", in: .zh).text.contains(words))
    }
}
