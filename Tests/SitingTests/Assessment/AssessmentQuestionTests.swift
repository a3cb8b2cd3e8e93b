import Planning
import TestSupport
import Testing
import Wording

@testable import Siting

/// The questions a planner asks of these texts, as far as a site is in them; refusals are answers.
@Suite struct AssessmentQuestionTests {
    private static func functions(_ assessment: Assessment, _ zone: String) throws -> StatedFunctions {
        try #require(assessment.functions.first { $0.zone.id == zone }, "nothing is said of \(zone)")
    }

    private static func notes(_ assessment: Assessment, _ layout: String) throws -> [String] {
        try #require(assessment.layout(layout)).notes.map(\.code)
    }

    @Test(arguments: [
        // Question, site, zone, a word of it, line.
        ("kexuegu", Shipped.five, "绿色低碳", 384), ("shengmingdao", Shipped.five, "高端医疗器械", 386),
        ("kechuangjie", Shipped.five, "集成电路", 388), ("keyangang", Shipped.five, "大科学装置", 382),
        ("jinfeng-zutuan", Shipped.north, "风险投资", 562),
        ("ttai-linshan", Shipped.north, "研发机构", 562), ("ttai-zhongxin", Shipped.north, "孵化加速平台", 562),
        ("guoji-gaoxiao-yuliuqu", Shipped.north, "引进国际名校", 557),
    ])
    func whatTheDocumentsWantIsToldWithItsSentence(
        _ zone: String, _ layout: String, _ word: String, _ line: Int
    ) throws {
        let assessor = try Shipped.assessor()
        let site = try Shipped.zone(zone, of: layout, in: assessor.catalogue)
        let assessment = try assessor.assess(site)
        let stated = try Self.functions(assessment, zone)
        #expect((stated.zone.functions + stated.zone.industries).contains(word))
        #expect(
            stated.sources.contains { $0.document == "002" && $0.line == line && $0.quote.contains(word) })
        #expect(stated.standing.holding == .whole && stated.standing.placedBy != nil)
    }

    @Test func scienceHallLiesInTheEastOfJinfengGroupByTheText() throws {
        let assessment = try Shipped.assessor().assess(try Shipped.place("科学会堂"))
        let principal = try #require(assessment.layout(Shipped.north)?.principal)
        #expect(principal.zone.id == "jinfeng-zutuan-dongbu")
        #expect(principal.placedBy?.line == 562 && principal.verdict == .inside)
        #expect(assessment.flags.contains { $0.rule == .siteInaccurate })
    }

    @Test func whichOfTheThreeHoldsLifeIslandIsNotStated() throws {
        let assessor = try Shipped.assessor()
        let site = try Shipped.zone("shengmingdao", of: Shipped.five, in: assessor.catalogue)
        let assessment = try assessor.assess(site)
        #expect(assessment.layout(Shipped.five)?.principal?.zone.id == "shengmingdao")
        let flag = try #require(assessment.flags.first { $0.rule == .textSilent })
        #expect(flag.layout == Shipped.north && flag.source?.line == 386)
        #expect(assessment.layout(Shipped.north)?.zones.allSatisfy { $0.placedBy == nil } == true)
    }

    @Test(arguments: [0, 400.0]) func baishiyiIsInTheParkAndAssignedToNone(_ size: Double) throws {
        let place = try Shipped.place("白市驿")
        let site =
            size == 0 ? place : try Shipped.square(106.3664, 29.4852, metres: size)
        let assessment = try Shipped.assessor().assess(site)
        #expect(try Self.notes(assessment, Shipped.north).contains("unassigned"))
        let flag = try #require(
            assessment.flags.first { $0.rule == .unassigned && $0.layout == Shipped.north })
        #expect(flag.reason.zh.contains("直管园内，文本未明确归属"))
        #expect(assessment.layout(Shipped.north)?.principal == nil)
        #expect(assessment.layout(Shipped.north)?.nearest != nil)
    }

    @Test(arguments: [0, 300.0]) func documentFourLeavesOpenWhetherItReachesHuxi(_ size: Double) throws {
        let site =
            size == 0 ? try Shipped.place("虎溪") : try Shipped.square(106.3058, 29.6013, metres: size)
        let assessment = try Shipped.assessor().assess(site)
        let answer = try #require(assessment.layout(Shipped.two))
        #expect(answer.applicability == .notCovered && answer.zones.isEmpty)
        #expect(answer.notes.contains { $0.text.zh == "004 对直管园范围的适用性文本未明确" })
        let flag = try #require(assessment.flags.first { $0.rule == .notCovered })
        #expect(flag.layout == Shipped.two && flag.reason.zh.contains("文本未明确"))
        for distance in assessment.distances where distance.distance.zone.layout == Shipped.two {
            #expect(!distance.distance.isCovered && distance.reason == .counterpartHere)
        }
    }

    @Test func noRedLineIsDrawnUnderGeleshan() throws {
        let assessment = try Shipped.assessor().assess(
            try Shipped.square(106.4157, 29.5763, metres: 300), activity: "生态保护红线")
        let silence = try #require(assessment.comparison?.fit.reading.silences.first)
        #expect(silence.id == "red-line-parcel" && silence.sources.contains { $0.line == 753 })
        let item = try #require(assessment.uncheckedItems.first { $0.id == "ecological-red-line" })
        #expect(item.sources.first?.line == 753)
        let screen = try #require(assessment.flags.first { $0.rule == .inScreen })
        #expect(screen.zones.map(\.id) == ["zhongliangshan-pingzhang"])
        #expect(screen.reason.zh.contains("不是禁止") && screen.reason.en.contains("not a ban"))
        #expect(screen.source?.document == "004")
    }

    @Test(arguments: [
        ("集成电路设计", "kechuangjie", Shipped.five, ComparedActivity.Outcome.here),
        ("集成电路设计", "shengmingdao", Shipped.five, .elsewhere),
        ("大科学装置", "keyangang", Shipped.five, .here),
        ("风险投资", "jinfeng-zutuan", Shipped.north, .here),
        ("体外诊断制造", "shiban-bafu-chanyedai", Shipped.north, .undrawnHere),
        ("餐饮", "kexuegu", Shipped.five, .notStated),
    ])
    func anActivityIsSetBesideTheSite(
        _ activity: String, _ zone: String, _ layout: String, _ outcome: ComparedActivity.Outcome
    ) throws {
        let assessor = try Shipped.assessor()
        let assessment = try assessor.assess(
            try Shipped.zone(zone, of: layout, in: assessor.catalogue), activity: activity)
        let comparison = try #require(assessment.comparison)
        guard outcome != .notStated else {
            #expect(comparison.activities.allSatisfy { $0.outcome == .notStated })
            #expect(!assessment.flags.contains { $0.rule == .activityAssignedElsewhere })
            return
        }
        #expect(comparison.activities.map(\.outcome) == [outcome])
        #expect(
            assessment.flags.contains { $0.rule == .activityAssignedElsewhere } == (outcome == .elsewhere))
        // Every document's sentence stays beside the others: none is dropped for where the site lies.
        let fit = comparison.fit.activities.map(\.assignments.count)
        #expect(comparison.activities.map(\.assignments.count) == fit)
    }
}
