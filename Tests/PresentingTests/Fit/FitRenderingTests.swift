import GeoJSON
import Planning
import Presenting
import Siting
import Tables
import TestSupport
import Testing
import Wording

@Suite struct FitRenderingTests {
    private static let questions = [
        "集成电路设计", "体外诊断研发", "动力电池制造", "风险投资", "餐饮", "A区与B区谁在北", "化学药", "青木湖", "IVD factory", "总部",
        "疫苗和储能制造", "红线",
    ]

    /// Made once for all tests.
    private static let shared = Result {
        let folder = GeoDataFolder(path: Repository.geoData)
        let catalogue = try folder.catalogue()
        return FunctionalFit(
            try folder.activities(in: catalogue), catalogue, asOf: try #require(CalendarDate("2026-11-21")))
    }

    private let fit: FunctionalFit

    init() throws { fit = try Self.shared.get() }

    @Test(arguments: questions, Language.allCases)
    func everySentenceOfTheAnswerIsPrinted(_ question: String, _ language: Language) {
        let answer = fit.answer(question)
        let text = FitText(language: language).full(answer)
        for assignment in answer.activities.flatMap({ $0.assignments + $0.instead }) {
            #expect(text.contains(assignment.source.quote))
            #expect(text.contains("\(assignment.source.document):\(assignment.source.line)"))
            #expect(text.contains(assignment.target.name[language]))
        }
        #expect(text.hasSuffix(Vocabulary.disclaimer[language] + "\n"))
    }

    @Test(arguments: questions) func theWordsAreThoseOfTheContract(_ question: String) {
        let text = FitText(language: .zh).full(fit.answer(question))
        #expect(text.hasPrefix("功能导向比对："))
        for word in ["匹配", "符合", "规划分区", "审批通过", "最佳", "推荐"] { #expect(!text.contains(word), "\(word)") }
    }

    @Test func silenceIsSaidPlainly() {
        #expect(FitText(language: .zh).full(fit.answer("餐饮")).contains("文本未见对此项的安排"))
        #expect(FitText(language: .en).full(fit.answer("restaurant")).contains("no activity was understood"))
        let battery = FitText(language: .zh).full(fit.answer("动力电池制造"))
        #expect(battery.contains("没有一句把动力电池制造布置到某一结构单元"))
        #expect(battery.contains("文本未见对其制造环节的安排"))
    }

    @Test func theReasonOfAnUnlocatedZoneIsPrinted() throws {
        let answer = fit.answer("动力电池研发")
        let reason = try #require(answer.activities.first?.assignments.first?.target.unlocatedReason)
        #expect(FitText(language: .zh).full(answer).contains("未上图：" + reason.zh))
    }

    @Test func jsonTellsZoneBodyStageAndSource() throws {
        let json = fit.answer("体外诊断制造").json(in: .zh)
        #expect(json["outcome"] == "assigned")
        let first = try #require(json["answers"]?.elements?.first?["assignments"]?.elements?.first)
        #expect(first["zone"] == "shiban-dajiankang-yuan")
        #expect(first["located"] == false)
        #expect(first["standing"] == "direct")
        #expect(first["body"] == "zone")
        #expect(first["plan_status"] == "period_ended")
        #expect(first["stages"] == ["manufacture"])
        #expect(first["source"]?["document"] == "002")
        #expect(first["source"]?["line"] == 567)
    }

    @Test func aStructureOutsideTheCatalogueIsNoZone() throws {
        let json = fit.answer("芯片封测").json(in: .en)
        let first = try #require(json["answers"]?.elements?.first?["assignments"]?.elements?.first)
        #expect(first["zone"] == .null)
        #expect(first["named_structure"] == "xiyong-weidianyuan")
        #expect(first["unlocated_reason"]?.stringValue?.isEmpty == false)
    }

    @Test(arguments: questions) func csvHasARowForEverySentenceAndNeverNone(_ question: String) throws {
        let answer = fit.answer(question)
        var reader = try CSVReader(ByteSource(try FitTable.csv(answer, in: .zh)))
        let columns = reader.columns.map(\.name)
        #expect(columns.first == "question" && columns.contains("quote"))
        var rows = 0
        while let record = try reader.next() {
            #expect(record.problem == nil)
            rows += 1
        }
        let sentences = answer.activities.flatMap { $0.assignments + $0.instead }.count
        #expect(rows >= max(1, sentences))
    }
}
