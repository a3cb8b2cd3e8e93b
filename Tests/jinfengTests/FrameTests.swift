import Foundation
import GeoJSON
import TestSupport
import Testing
import Wording

/// One place, 106.33,29.52, given in every frame a planner has it in.
@Suite struct FrameTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func locate(_ arguments: String...) throws -> Answer {
        let run = try folder.run(["locate", "--format", "json"] + arguments)
        try #require(run.status == 0, "\(run.messages)")
        return Answer(try run.json())
    }

    /// That two answers name the same zones, and lie within so many metres of each other.
    private func expectSame(_ one: Answer, _ other: Answer, within metres: Double) throws {
        let (one, other) = (try one.measures(), try other.measures())
        #expect(Set(one.keys) == Set(other.keys))
        for (id, measure) in one {
            let second = try #require(other[id])
            #expect(measure.covers == second.covers, "\(id)")
            #expect(abs(measure.distance - second.distance) <= metres, "\(id)")
        }
    }

    /// Metres between two WGS 84 positions nearby.
    private func metres(_ answer: Answer, from lon: Double, _ lat: Double) throws -> Double {
        let position = try #require(answer.site["wgs84"]?.elements).compactMap(\.doubleValue)
        let east = (position[0] - lon) * 111_320 * cos(lat * .pi / 180)
        let north = (position[1] - lat) * 110_850
        return (east * east + north * north).squareRoot()
    }

    @Test(arguments: [
        (
            "wgs84",
            [
                "106°19′48″,29°31′12″", "106.33E,29.52N", "29.52N,106.33E", "１０６．３３，２９．５２", "106.33 29.52",
                "东经106.33，北纬29.52",
            ]
        ),
        ("epsg:4490", ["106.33,29.52"]),
        (
            "epsg:4544",
            [
                "628945.81,3267643.66", "3267643.66,628945.81", "35628945.81,3267643.66",
                "X=3267643.66,Y=628945.81",
            ]
        ),
        ("epsg:4523", ["35628945.81,3267643.66", "628945.81,3267643.66"]),
    ])
    func theSamePlaceWrittenOtherwiseHasTheSameZonesAndDistances(
        _ frame: String, _ positions: [String]
    ) throws {
        let run = try folder.run(["locate", "--format", "ndjson", "--frame", frame] + positions)
        try #require(run.status == 0, "\(run.messages)")
        let plain = try locate("106.33,29.52")
        for answer in try run.ndjson().map(Answer.init) {
            try expectSame(plain, answer, within: 0.02)
            #expect(try metres(answer, from: 106.33, 29.52) < 0.02)
        }
    }

    @Test(arguments: ["gcj02", "bd09"]) func aChineseMapGivesThePlaceBackWithinItsAccuracy(_ frame: String)
        throws
    {
        let converted = try folder.run("convert", "106.33,29.52", "--to", frame)
        let position = try #require(converted.lines.first)
        let answer = try locate(position, "--frame", frame)
        #expect(try metres(answer, from: 106.33, 29.52) < 0.01)
        try expectSame(try locate("106.33,29.52"), answer, within: 6)
        #expect(answer.site["frame_accuracy_m"]?.doubleValue == 5)
        #expect(answer.noteCodes.contains("frame_accuracy"))
        // Left unsaid, it is hundreds of metres off: nothing can detect it, so the note must say it.
        let unsaid = try locate(position)
        #expect(try metres(unsaid, from: 106.33, 29.52) > 400)
        #expect(unsaid.noteCodes.contains("frame_assumed"))
    }

    @Test func whatWasDecidedIsNoted() throws {
        let run = try folder.run(
            "locate", "--format", "ndjson", "--frame", "epsg:4544", "3267643.66,628945.81",
            "35628945.81,3267643.66", "６２８９４５．８１，３２６７６４３．６６")
        let notes = try run.ndjson().map { Answer($0).noteCodes }
        #expect(notes[0].contains("northing_first"))
        #expect(notes[1].contains("zone_number_removed"))
        #expect(notes[2].contains("fullwidth_figures"))
        let numbered = try locate("628945.81,3267643.66", "--frame", "epsg:4523")
        #expect(numbered.noteCodes.contains("zone_number_added"))
    }
}
