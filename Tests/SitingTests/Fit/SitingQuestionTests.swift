import Planning
import Siting
import Testing
import Wording

/// The siting questions the five documents can answer, as a planner would type them.
@Suite struct SitingQuestionTests {
    private let fit: FunctionalFit

    init() throws { fit = try ShippedFit.make() }

    private func check(_ row: FitRow) {
        let answer = fit.answer(row.question)
        for key in row.direct { #expect(answer.direct.contains(key), "\(answer.direct)") }
        for zone in row.never {
            #expect(!answer.direct.contains { $0.hasPrefix(zone + " ") }, "\(answer.direct)")
        }
    }

    @Test(arguments: [
        FitRow(
            "集成电路设计企业应布局在哪个创新区？", ["kechuangjie 002:388", "xiyong-zutuan 002:562"],
            never: ["nanbu-zhizao-shifandai"]),
        FitRow("大科学装置应放在哪个创新区，在科学公园的哪一侧？", ["keyangang 002:382"]),
        FitRow("含谷片区一块地适合什么方向的企业研发总部？", ["kexuegu 002:384"]),
        FitRow("高端医疗器械研发机构宜落在哪里？", ["shengmingdao 002:386"], never: ["shiban-dajiankang-yuan"]),
        FitRow(
            "体外诊断试剂的制造项目（不是研发）应落在哪个园区？", ["shiban-dajiankang-yuan 002:567"], never: ["shengmingdao"]),
        FitRow("疫苗、新药成果的产业化项目应进哪个园？", ["pingan-dajiankang-yuan 002:567"], never: ["shengmingdao"]),
        FitRow("新型储能装备制造应依托哪个园区？", ["jiulongyuan-c-qu 002:567"]),
        FitRow("超瞬态实验装置优先布局在A区还是B区？", ["sheshi-jijuqu-a 002:557"], never: ["sheshi-jijuqu-b"]),
        FitRow("通用型重大科技基础设施布局在哪个区？", ["sheshi-jijuqu-b 002:557"], never: ["sheshi-jijuqu-a"]),
        FitRow("国际名校合作办学用地应预留在何处？", ["guoji-gaoxiao-yuliuqu 002:557"]),
        FitRow("企业总部应沿哪条路集聚？", ["ttai-yanlu 002:562", "kexuegu-t-tai-zutuan 002:562"]),
        FitRow("风险投资机构应选哪个组团？", ["jinfeng-zutuan 002:562", "jinrong-xiaozhen 004:972"]),
        FitRow("嘉陵西岸示范带以哪两条路为轴？", ["g212 004:210", "shabin-lu 004:210"]),
        FitRow("歌乐山森林公园旁的科技场景项目属于哪道屏障？", ["zhongliangshan-pingzhang 004:220"]),
        FitRow("动力电池研发企业应落在科学城哪个片区？", ["kxc-bishan 002:826"]),
        FitRow("“西部氢谷”由哪个片区承担？", ["kxc-jiulongpo 002:820"]),
        FitRow("科技金融小镇选址何处？", ["wuyunhu-pianqu 004:972", "jinrong-xiaozhen 004:972"]),
        FitRow("梁滩河沿岸项目须先核对哪些水生态管控线？", ["lanxian-lvxian 002:755"]),
        FitRow("轨道7号线一期能否作为现状轨道计入选址评分？", ["metro-7-1 002:645"]),
        FitRow(
            "成渝综合性科学中心的面积与所在片区？",
            ["chengyu-zonghexing-kexue-zhongxin 002:375", "jinfeng-pianqu-da 002:375"]),
    ])
    func isAnsweredWithTheSentence(_ row: FitRow) { check(row) }

    @Test func theParksOfTheGroupAreToldApart() {
        // 科学谷及科学T台组团的临山地区与中心地区各布局什么？
        #expect(fit.answer("科学谷及科学T台组团的研发机构").direct.contains("ttai-linshan 002:562"))
        #expect(fit.answer("科学谷及科学T台组团的孵化加速平台").direct.contains("ttai-zhongxin 002:562"))
    }

    struct Naming: CustomTestStringConvertible, Sendable {
        let question: String
        let path: [String]
        var testDescription: String { question }
    }

    @Test(arguments: [
        Naming(
            question: "科学会堂在金凤组团的哪一部分？",
            path: ["zhongbu-zhuanhua-yinlingqu", "jinfeng-zutuan", "jinfeng-zutuan-dongbu", "kexue-huitang"]),
        Naming(question: "青木湖、青木温泉属于哪道生态屏障？", path: ["jinyunshan-pingzhang", "qingmuhu"]),
        Naming(question: "青木湖、青木温泉属于哪道生态屏障？", path: ["jinyunshan-pingzhang", "qingmu-wenquan"]),
        Naming(
            question: "歌乐山森林公园旁的科技场景项目属于哪道屏障？",
            path: ["zhongliangshan-pingzhang", "geleshan-senlin-gongyuan"]),
    ])
    func aNamedZoneIsAnsweredWithWhatItIsPartOf(_ row: Naming) {
        #expect(fit.answer(row.question).named.map { $0.path.map(\.id) }.contains(row.path))
    }

    @Test(arguments: [
        ("A区与B区谁在北？", "ab-order"), ("生命岛在北部、中部还是南部？", "shengmingdao-band"),
        ("Is Life Island in the north or the south?", "shengmingdao-band"),
        ("歌乐山的地块在生态保护红线内吗？", "red-line-parcel"), ("地块是否占用永久基本农田", "farmland"),
        ("does the parcel touch the ecological red line", "red-line-parcel"),
    ])
    func whatTheTextsLeaveOpenIsRefused(_ question: String, _ silence: String) {
        let answer = fit.answer(question)
        #expect(answer.reading.silences.map(\.id).contains(silence))
        #expect(answer.direct.isEmpty, "\(answer.direct)")
        #expect(answer.outcome == .notStated)
    }

    @Test(arguments: ["晶圆制造", "12英寸晶圆制造项目", "芯片厂", "wafer fab", "chip manufacturing", "jingyuan"])
    func chipsAreMadeInTheMiddleAndNotInTheSouth(_ question: String) {
        check(
            FitRow(
                question, ["kechuangjie 002:388", "xiyong-zutuan 002:562"],
                never: ["nanbu-zhizao-shifandai", "shiban-bafu-chanyedai", "jiulongyuan-c-qu"]))
    }

    @Test(arguments: ["体外诊断研发", "体外诊断 research", "IVD实验室", "IVD research lab"])
    func diagnosticsResearchIsSaidNotToBeNamedInLifeIsland(_ question: String) throws {
        let answer = try #require(fit.answer(question).activities.first)
        #expect(answer.activity.id == "ivd")
        #expect(answer.outcome == .otherStage)
        #expect(answer.gaps.contains { $0.stage == .research && $0.text.zh.contains("未点名体外诊断") })
        #expect(answer.instead.contains { $0.standing == .broader && $0.key == "shengmingdao 002:386" })
        #expect(
            answer.assignments.contains {
                $0.standing == .otherStage && $0.target.id == "shiban-dajiankang-yuan"
            })
    }

    @Test(arguments: [
        "动力电池制造", "锂电池工厂", "EV battery plant", "lithium battery factory", "donglidianchi zhizao",
    ])
    func noSingleSentenceAssignsTheMakingOfPowerBatteries(_ question: String) throws {
        let answer = try #require(fit.answer(question).activities.first { $0.activity.id == "power-battery" })
        #expect(answer.outcome == .otherStage)
        #expect(answer.assignments.contains { $0.standing == .otherStage && $0.key == "kxc-bishan 002:826" })
        #expect(answer.gaps.contains { $0.stage == .manufacture && !$0.sources.isEmpty })
        #expect(answer.instead.contains { $0.standing == .related && $0.target.id == "jiulongyuan-c-qu" })
    }

    @Test func anUnlocatedZoneIsAnsweredWithTheReason() throws {
        let answer = fit.answer("动力电池研发")
        let assignment = try #require(answer.activities.first?.assignments.first)
        #expect(assignment.target.id == "kxc-bishan")
        #expect(!assignment.target.isLocated)
        #expect(assignment.target.unlocatedReason?.zh.isEmpty == false)
    }

    @Test func documentsThatDisagreeAreAllListed() {
        let answer = fit.answer("西部氢谷")
        #expect(answer.direct.contains("kxc-jiulongpo 002:820"))
        #expect(answer.direct.contains("qu-jiulongpo 003:1077"))
        #expect(answer.contradictions.map(\.id).contains("hydrogen-bodies"))
    }
}
