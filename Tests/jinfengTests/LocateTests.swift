import GeoJSON
import TestSupport
import Testing
import Wording

@Suite struct LocateTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func answer(_ arguments: String...) throws -> Answer {
        let run = try folder.run(["locate", "--format", "json"] + arguments)
        try #require(run.status == 0, "\(run.messages)")
        return Answer(try run.json())
    }

    @Test func theSiteOfTheContractHasZoneGradeProbabilityDistanceAndQuote() throws {
        let answer = try answer("106.33,29.52")
        #expect(try answer.deepest(Plan.five) == "shengmingdao")
        let zone = try answer.zone("shengmingdao", of: Plan.five)
        #expect(zone["covers"] == .bool(true))
        #expect(zone["basis"] == "geometry")
        let grades = ["clearly_inside", "likely_inside", "undecided", "likely_outside", "clearly_outside"]
        #expect(grades.contains(try #require(zone["grade"]?.stringValue)))
        let probability = try #require(zone["probability"]?.doubleValue)
        #expect((0...1).contains(probability))
        #expect(try #require(zone["boundary_distance_m"]?.doubleValue) > 0)
        let source = try #require(
            zone["sources"]?.elements?.first {
                $0["document"]?.stringValue == "002" && $0["line"]?.doubleValue == 386
            })
        #expect(try #require(source["quote"]?.stringValue).hasPrefix("生命岛：在科学公园南部的金凤片区"))
    }

    @Test func aParentIsNeverLessLikelyThanItsChild() throws {
        for layout in try #require(try answer("106.33,29.52").value["layouts"]?.elements) {
            let zones = try #require(layout["zones"]?.elements)
            for zone in zones {
                guard let parent = zones.first(where: { $0["zone"] == zone["parent"] }) else { continue }
                let mine = try #require(zone["probability"]?.doubleValue)
                #expect(try #require(parent["probability"]?.doubleValue) >= mine, "\(zone["zone"] ?? .null)")
            }
        }
    }

    @Test func theDeepestZoneIsTheEndOfThePath() throws {
        let answer = try answer("106.33,29.52")
        for id in [Plan.five, Plan.northMiddleSouth] {
            let path = try #require(try answer.layout(id)["path"]?.elements)
            #expect(path.last?.stringValue == (try answer.deepest(id)))
            #expect(path.count >= 2)
        }
    }

    @Test func aSiteAnywhereOnEarthIsAnswered() throws {
        let corners = ["0,0", "180,90", "-180,-90", "106.33,-29.52", "179.999999999,0", "106.5,29.3"]
        // A vertex of a drawn boundary, and positions in and around the park for every direction of the compass.
        let near = (0..<16).map { "\(106.20 + Double($0 % 4) * 0.1),\(29.35 + Double($0 / 4) * 0.1)" }
        let run = try folder.run(
            ["locate", "--format", "json", "--"] + corners + ["106.2962,29.6382"] + near)
        try #require(run.status == 0, "\(run.messages)")
        let answers = try #require(try run.json().elements)
        #expect(answers.count == 23)
        for layout in answers.flatMap({ $0["layouts"]?.elements ?? [] }) {
            #expect(layout["coverage"] == "not_covered" || layout["coverage"] == "covered")
            #expect((0...1).contains(try #require(layout["coverage_probability"]?.doubleValue)))
            if let nearest = layout["nearest"], nearest != .null {
                #expect((0..<360).contains(try #require(nearest["bearing_deg"]?.doubleValue)))
                #expect(try #require(nearest["distance_m"]?.doubleValue) >= 0)
            }
        }
        let texts = try folder.run(["locate", "--format", "text", "--"] + corners + near, in: .zh)
        #expect(texts.status == 0)
    }

    @Test func farAwayNothingIsClaimed() throws {
        let answer = try answer("0,0")
        for id in Plan.all {
            #expect(try answer.layout(id)["coverage"] == "not_covered")
            #expect(try answer.zones(id).isEmpty)
            #expect(try answer.deepest(id) == nil)
            #expect(try answer.layout(id)["nearest"] == .null)
        }
        #expect(answer.value["context"] == .array([]))
    }

    @Test func aSiteBarelyKnownIsCertainOfNothing() throws {
        let answer = try answer("106.33,29.52", "--accuracy", "5km")
        #expect(answer.site["accuracy_m"]?.doubleValue == 5000)
        for zone in try answer.zones(Plan.five) {
            #expect(zone["verdict"] == "uncertain")
            #expect(try #require(zone["accuracy_m"]?.doubleValue) > 5000)
        }
    }

    @Test(arguments: [20, 23, 200, 305]) func anAccuracyBeyondAllMeasureIsNoCrash(_ zeros: Int) throws {
        let run = try folder.run("locate", "106.33,29.52", "--accuracy", "1" + self.zeros(zeros))
        #expect(run.status >= 0)
        #expect(run.status == 0 || run.messages.contains("accuracy"))
    }

    @Test func anAccuracyBeyondAllMeasureIsRefused() throws {
        let run = try folder.run("locate", "106.33,29.52", "--format", "json", "--accuracy", "1" + zeros(200))
        #expect(run.status == 64)
        #expect(run.messages.contains("invalid_accuracy"))
    }

    private func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }

    @Test func theFrameTakenForGrantedIsSaidAndTheOneStatedIsNot() throws {
        #expect(try answer("106.33,29.52").noteCodes.contains("frame_assumed"))
        #expect(try !answer("106.33,29.52", "--frame", "wgs84").noteCodes.contains("frame_assumed"))
    }
}
