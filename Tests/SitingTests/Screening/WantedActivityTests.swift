import Planning
import TestSupport
import Testing
import Wording

@testable import Siting

@Suite struct WantedActivityTests {
    private func finding(_ x: Double, _ y: Double, _ activity: String) throws -> CriterionFinding {
        let answer = try ShippedScreening.screened(
            ShippedScreening.point(x, y), ["activity:\(activity)"], minimumProbability: 0.8)
        return try #require(answer.findings.first)
    }

    @Test func chipsBelongWhereAnyDocumentPutsThem() throws {
        let found = try finding(106.372, 29.607, "集成电路设计")
        #expect(found.outcome == .met)
        #expect(["xiyong-zutuan", "kechuangjie"].contains(try #require(found.zone).id))
        #expect(found.sources.contains { $0.document == "002" })
    }

    @Test func chipsDoNotBelongInTheSouth() throws {
        let found = try finding(106.347, 29.428, "晶圆制造")
        #expect(found.outcome == .notMet)
        #expect(found.reasons.contains { $0.zh.contains("科创街") })
    }

    @Test func aPlaceThatIsNotDrawnStaysOpenInsideItsParentAndNowhereElse() throws {
        // 石板大健康产业园 is in the south, and not drawn.
        let south = try finding(106.362, 29.430, "体外诊断制造")
        #expect(south.outcome == .notAnswerable)
        #expect(south.zone?.id == "shiban-dajiankang-yuan")
        #expect(south.sources.contains { $0.document == "002" && $0.line == 567 })
        #expect(try finding(106.33, 29.52, "体外诊断制造").outcome == .notMet)
    }

    @Test(arguments: ["动力电池制造", "餐饮", "火箭发射场"]) func silenceIsNoPass(_ activity: String) throws {
        for (x, y) in [(106.347, 29.428), (106.372, 29.607), (106.55, 29.57)] {
            let found = try finding(x, y, activity)
            #expect(found.outcome == .notAnswerable && !found.reasons.isEmpty)
        }
    }

    @Test func severalActivitiesInOneTextAreCriteriaEach() throws {
        let criteria = try ShippedScreening.reader().criteria(.activity, "集成电路设计和风险投资")
        #expect(criteria.count == 2)
    }
}
