import Planning
import Siting
import TestSupport
import Testing
import Wording

@Suite struct FunctionalFitTests {
    private let fit: FunctionalFit
    private let vocabulary: ActivityVocabulary

    init() throws {
        fit = try ShippedFit.make()
        vocabulary = try ShippedFit.folder.activities(in: ShippedFit.folder.catalogue())
    }

    @Test func everySynonymLeadsToItsActivity() {
        for activity in vocabulary.activities where !activity.isGeneral {
            for synonym in activity.synonyms {
                let found = fit.answer(synonym).reading.found.map(\.activity.id)
                #expect(found.contains(activity.id), "\(synonym): \(found)")
            }
        }
    }

    @Test func caseWidthAndSpacesDoNotMatter() throws {
        let wanted = fit.answer("ivd").activities
        for question in ["IVD", "ＩＶＤ", "  Ivd ", "“IVD”", "IVD？"] {
            #expect(fit.answer(question).activities == wanted, "\(question)")
        }
        #expect(fit.answer("集成 电路 设计").activities == fit.answer("集成电路设计").activities)
    }

    @Test(arguments: [
        ("集成電路設計", "集成电路设计"), ("積體電路設計", "积体电路设计"), ("研發", "研发"), ("醫療器械製造", "医疗器械制造"),
        ("儲能研發與生產", "储能研发与生产"), ("風險投資", "风险投资"),
    ])
    func traditionalCharactersAreAnsweredAsSimplified(traditional: String, simplified: String) {
        let wanted = fit.answer(simplified)
        #expect(!wanted.reading.found.isEmpty)
        #expect(fit.answer(traditional).activities == wanted.activities)
    }

    @Test func aLatinWordIsNotFoundInsideAnother() {
        for question in ["traffic", "mail", "sesame", "picnic", "bookshops", "mediocre"] {
            #expect(fit.answer(question).reading.found.isEmpty, "\(question)")
        }
    }

    @Test func severalActivitiesAreAnsweredSeparately() {
        let answer = fit.answer("疫苗和体外诊断制造")
        #expect(answer.activities.map(\.activity.id) == ["vaccine", "ivd"])
        #expect(answer.activities[0].assignments[0].target.id == "pingan-dajiankang-yuan")
        #expect(answer.activities[1].assignments[0].target.id == "shiban-dajiankang-yuan")
    }

    @Test(arguments: [
        ("芯片研究院", [ActivityStage.research]), ("疫苗中试孵化", [.transfer]), ("储能工厂", [.manufacture]),
        ("储能研发与生产", [.research, .manufacture]), ("储能", []), ("storage lab", [.research]),
        ("battery accelerator", [.transfer]), ("储能制造（不是研发）", [.manufacture]),
        ("battery research, not production", [.research]),
    ])
    func stageWordsAreRecognised(_ question: String, _ stages: [ActivityStage]) {
        #expect(fit.answer(question).reading.stages == stages)
    }

    @Test func theStageAskedForByOptionOverridesTheText() throws {
        let answer = fit.answer("体外诊断制造", filter: .init(stages: [.research]))
        #expect(answer.activities.first?.stages == [.research])
        #expect(answer.activities.first?.outcome == .otherStage)
    }

    @Test func filtersKeepOnlyTheirDocumentsAndLayouts() {
        let byDocument = fit.answer("风险投资", filter: .init(documents: ["004"]))
        #expect(!byDocument.direct.isEmpty)
        #expect(byDocument.activities.flatMap(\.assignments).allSatisfy { $0.source.document == "004" })
        let byLayout = fit.answer("风险投资", filter: .init(layouts: ["north-middle-south"]))
        #expect(byLayout.direct == ["jinfeng-zutuan 002:562"])
        let nothing = fit.answer("风险投资", filter: .init(documents: ["001"]))
        #expect(nothing.outcome == .notStated)
    }

    @Test func atLargeIsNoAssignmentToAZone() throws {
        let answer = try #require(fit.answer("化学药").activities.first)
        #expect(answer.outcome == .atLarge)
        #expect(answer.assignments.allSatisfy { $0.isAtLarge })
    }

    @Test func everyAnswerTellsBodyAndPlanStatus() {
        for activity in vocabulary.activities {
            for assignment in fit.answer(activity.name.zh).activities.flatMap(\.assignments) {
                #expect(assignment.document.id == assignment.source.document)
                #expect(assignment.planStatus == .periodEnded)
            }
        }
    }

    @Test func placesStandBeforeWhatIsSaidAtLarge() {
        for activity in vocabulary.activities {
            for answer in fit.answer(activity.name.zh).activities {
                let large = answer.assignments.map(\.isAtLarge)
                #expect(large == large.filter { !$0 } + large.filter(\.self))
            }
        }
    }

    @Test func longAndOddTextsAreReadInTime() {
        var generator = SeededGenerator(seed: 7)
        let letters = Array("芯片晶圆制造研发生命岛ivd ,，—\u{0}\u{301}😀项目A区")
        for _ in 0..<200 {
            let text = String(
                (0..<40).map { _ in letters[Int.random(in: letters.indices, using: &generator)] })
            _ = fit.answer(text)
        }
        let long = String(repeating: "集成电路", count: 20_000)
        #expect(fit.answer(long).activities.count == 1)
    }
}
