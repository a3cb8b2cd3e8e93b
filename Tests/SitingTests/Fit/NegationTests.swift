import Planning
import Siting
import Testing
import Wording

/// A question that takes words back is not answered as if it asked for them, and says which they were.
@Suite struct NegationTests {
    private let fit: FunctionalFit

    init() throws { fit = try ShippedFit.make() }

    @Test(arguments: [
        ("不要集成电路", ["集成电路"], []), ("非集成电路", ["集成电路"], []), ("集成电路除外", ["集成电路"], []),
        ("除集成电路外的软件", ["集成电路"], ["software"]), ("除了芯片以外的软件", ["芯片"], ["software"]),
        ("芯片不要", ["芯片"], []), ("不要芯片、软件和医药", ["芯片", "软件", "医药"], []),
        ("不做芯片/软件", ["芯片", "软件"], []), ("不想做芯片的项目", ["芯片"], []),
        ("不做芯片，做软件", ["芯片"], ["software"]), ("芯片以外的制造项目", ["芯片"], ["manufacture"]),
        ("除了体外诊断研发", ["体外诊断", "研发"], []), ("no chips", ["chips"], []),
        ("anything but chips or software", ["chips", "software"], []),
        ("not chips but software", ["chips"], ["software"]), ("don't want chips", ["chips"], []),
        ("不是研发而是制造的新型储能", ["研发"], ["energy-storage"]),
    ])
    func whatIsTakenBackIsNotAnswered(_ question: String, _ excluded: [String], _ answered: [String]) {
        let answer = fit.answer(question)
        #expect(answer.reading.excluded == excluded)
        #expect(answer.activities.map(\.activity.id) == answered)
        let words = answer.reading.notUnderstood
        #expect(
            excluded.allSatisfy { word in words.contains { $0.zh.contains(word) && $0.en.contains(word) } })
    }

    /// 能不能, 要不要 leave both open; a name that ends in 别 or holds 不 takes nothing back.
    @Test(arguments: [
        ("能不能做集成电路", "ic"), ("要不要引进体外诊断", "ivd"), ("有没有做芯片的园区", "ic"), ("是不是该做软件", "software"),
        ("高级别的芯片项目", "ic"), ("不知道芯片应放哪里", "ic"), ("集成电路不远的地方", "ic"),
    ])
    func whatOnlyLooksSoIsAnswered(_ question: String, _ activity: String) {
        let answer = fit.answer(question)
        #expect(answer.reading.excluded.isEmpty)
        #expect(answer.activities.map(\.activity.id) == [activity])
    }

    @Test func aQuestionThatOnlyTakesBackIsSaidToAskForNothing() {
        #expect(fit.answer("不要集成电路").reading.conclusion.zh.contains("没有说要做什么"))
        #expect(fit.answer("不要弹子房").reading.conclusion.zh.contains("没有认出"))
    }

    /// The words of the strait for what the vocabulary has.
    @Test(arguments: [
        ("積體電路設計", "ic-design"), ("軟體", "software"), ("軟體開發", "software"), ("晶片", "ic"),
        ("資料中心", "data-centre"),
        ("生物製藥", "biomedicine"), ("晶圓廠", "ic-manufacture"),
    ])
    func traditionalWordsAreKnown(_ question: String, _ activity: String) {
        let answer = fit.answer(question)
        #expect(answer.activities.map(\.activity.id) == [activity] && answer.reading.unknown.isEmpty)
    }

    @Test(arguments: ["M1", "m0", "R2用地", "M1工业用地", "这块地的用地性质是什么", "land use code of this plot"])
    func landUseCodesAreNotAnswered(_ question: String) {
        #expect(fit.answer(question).reading.silences.map(\.id) == ["land-use-code"])
    }

    @Test func whatHasOneMentionIsToldAsThat() throws {
        let hotel = try #require(fit.answer("酒店").activities.first)
        #expect(hotel.assignments.map(\.target.id) == ["sanxia-guangchang"])
        #expect(hotel.activity.note?.zh.contains("只有这一处") == true)
    }
}
