import Exchange
import GeoJSON
import PlanarGeometry
import Planning
import TestSupport
import Testing
import Validation
import Wording

/// What is not imported, and that nothing changes then.
@Suite struct RefusedImportTests {
    let bench: ImportBench

    init() throws { bench = try ImportBench() }

    /// What goes wrong before the rules are asked: the code, the kind, and a word of the message or remedy.
    static let mistakes: [(name: String, features: [JSONObject], code: String, word: String)] = [
        ("nearly the name", [["MC": "生命岛片区"]], "near_names", "shengmingdao"),
        ("no zone's name", [["MC": "生命岛"], ["MC": "龙兴"]], "unmatched_features", "龙兴"),
        ("nothing matches", [["MC": "龙兴"]], "nothing_matches", "--map"),
        ("no column of names", [["A": "生命岛"]], "nothing_matches", "no column known"),
        ("another layout's", [["MC": "西永组团"]], "nothing_matches", "--layout north-middle-south"),
        ("id and name disagree", [["id": "keyangang", "MC": "生命岛"]], "contradictory_names", "keyangang"),
    ]

    @Test(arguments: mistakes.map(\.name))
    func namesThatDoNotMatchAreQuestionsOrErrors(_ name: String) throws {
        let mistake = try #require(Self.mistakes.first { $0.name == name })
        let shape = try bench.features(["shengmingdao"])[0].geometry
        let request = try bench.request(mistake.features.map { Feature(geometry: shape, properties: $0) })
        let error = try exchangeError { _ = try EditionImport(request, into: bench.data) }
        #expect(error.code == mistake.code)
        #expect(error.kind == .badData)
        #expect("\(error)".contains(mistake.word), "\(error)")
    }

    @Test func anInvalidRingIsNamedWithItsFeature() throws {
        let bow = try Ring([
            Point(x: 106.33, y: 29.56), Point(x: 106.34, y: 29.57), Point(x: 106.34, y: 29.56),
            Point(x: 106.33, y: 29.57), Point(x: 106.33, y: 29.56),
        ])
        let request = try bench.request([
            Feature(geometry: .polygon(Polygon(exterior: bow)), properties: ["MC": "生命岛"])
        ])
        let error = try exchangeError { _ = try EditionImport(request, into: bench.data) }
        #expect(error.code == "invalid_geometry")
        #expect(error.message.zh.contains("in.geojson#1（生命岛）：边界自相交"))
    }

    @Test func whatTheRulesFindKeepsEverythingAsItWas() throws {
        // Two neighbours drawn over each other.
        let shapes = try bench.features(["keyangang", "shengmingdao"])
        let request = try bench.request([
            shapes[0], Feature(geometry: shapes[0].geometry, properties: shapes[1].properties),
        ])
        let before = try bench.folder.bytes("data/catalogue.json")
        let edition = try EditionImport(request, into: bench.data)
        #expect(edition.obstacles.contains { $0.rule.id == "partition.overlap" })
        #expect(try exchangeError { try edition.publish() }.code == "import_refused")
        #expect(try bench.folder.bytes("data/catalogue.json") == before)
        #expect(try FolderContents.names("\(bench.folder.path)/data/\(bench.layout)") == ["2026-schematic"])
    }

    @Test func anImportThatCameInBetweenIsNotLost() throws {
        let request = try bench.request(try bench.features(ImportBench.five))
        let edition = try EditionImport(request, into: bench.data)
        try bench.folder.write("data/catalogue.json", try bench.folder.text("data/catalogue.json") + "\n")
        #expect(try exchangeError { try edition.publish() }.code == "changed_meanwhile")
    }

    @Test(arguments: ["2026-schematic-schematic", "Mine", "a/b", "..", "", "-x"])
    func badEditionNamesAreRefused(_ name: String) throws {
        var request = try bench.request(try bench.features(ImportBench.five))
        request.edition = name
        #expect(
            try exchangeError { _ = try EditionImport(request, into: bench.data) }.code == "invalid_value")
    }
}
