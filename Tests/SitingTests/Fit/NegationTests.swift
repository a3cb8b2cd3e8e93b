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
        ("非化工新材料", ["化工"], ["new-materials"]), ("非金属新材料", ["金属"], ["new-materials"]),
        ("no heavy industry", ["heavy industry"], []), ("不要弹子房", ["弹子房"], []),
        ("不要重污染，做软件", ["重污染"], ["software"]), ("R&D only, no manufacturing", ["manufacturing"], ["research"]),
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
        #expect(fit.answer("不要弹子房").reading.conclusion.zh.contains("没有说要做什么"))
        #expect(fit.answer("弹子房").reading.conclusion.zh.contains("没有认出"))
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

    /// Not even with what is assigned to research or manufacture as such: a class of land use is no function.
    @Test(arguments: [
        "M1", "m0", "R2用地", "M1工业用地", "这块地的用地性质是什么", "land use code of this plot", "A35", "B29", "R21", "U12",
        "0801", "0802", "100101", "一类工业用地", "二类工业用地", "A35科研用地", "class R21 land use code",
    ])
    func landUseCodesAreNotAnswered(_ question: String) {
        let answer = fit.answer(question)
        #expect(answer.reading.silences.map(\.id) == ["land-use-code"])
        #expect(answer.direct.isEmpty, "\(answer.direct)")
    }

    /// 仅, 只做 and "only" stress; what is asked for is what stands beside them.
    @Test(arguments: [
        ("只要研发", ["research"]), ("仅研发", ["research"]), ("only R&D", ["research"]),
        ("集成电路只做设计", ["ic-design"]), ("芯片只做封测", ["ic-packaging"]), ("生物医药，仅研发", ["biomedicine"]),
        ("不仅做软件", ["software"]), ("only chip design", ["ic-design"]), ("not only chips", ["ic"]),
        ("只做设计", []),
    ])
    func whatOnlyStressesChangesNothing(_ question: String, _ activities: [String]) {
        let answer = fit.answer(question)
        #expect(answer.activities.map(\.activity.id) == activities, "\(answer.reading)")
        #expect(answer.reading.excluded.isEmpty)
        #expect(answer.reading.unknown == (activities.isEmpty ? ["设计"] : []))
    }

    @Test func onlyResearchLeavesOutTheMaking() {
        let answer = fit.answer("集成电路，仅研发")
        #expect(answer.activities.map(\.stages) == [[.research]])
    }

    @Test func whatHasOneMentionIsToldAsThat() throws {
        let hotel = try #require(fit.answer("酒店").activities.first)
        #expect(hotel.assignments.map(\.target.id) == ["sanxia-guangchang"])
        #expect(hotel.activity.note?.zh.contains("只有这一处") == true)
    }
}
