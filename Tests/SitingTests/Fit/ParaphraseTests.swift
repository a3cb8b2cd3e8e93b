import Planning
import Siting
import Testing

/// The same needs in other words: Chinese, English, pinyin, wide letters, traditional characters.
@Suite struct ParaphraseTests {
    private let fit: FunctionalFit

    init() throws { fit = try ShippedFit.make() }

    static let rows: [FitRow] = [
        FitRow("芯片设计公司", ["kechuangjie 002:388"]), FitRow("IC design house", ["kechuangjie 002:388"]),
        FitRow("ＩＣ设计", ["kechuangjie 002:388"]), FitRow("xinpian sheji", ["kechuangjie 002:388"]),
        FitRow("ji cheng dian lu", ["kechuangjie 002:388", "xiyong-zutuan 002:562"]),
        FitRow("semiconductor R&D", ["kechuangjie 002:388", "xiyong-zutuan 002:562"]),
        FitRow("半導體", ["xiyong-zutuan 002:562"]), FitRow("EDA软件", ["kechuangjie 002:388"]),
        FitRow("芯片封测", ["xiyong-weidianyuan 002:498"]), FitRow("OSAT", ["xiyong-weidianyuan 002:498"]),
        FitRow("功率半导体生产线", ["kechuangjie 002:388", "xiyong-zutuan 002:562"]),
        FitRow("同步辐射光源", ["keyangang 002:382"]), FitRow("big-science facility", ["keyangang 002:382"]),
        FitRow("large scientific facilities", ["keyangang 002:382"]),
        FitRow("Ultra-transient facility", ["sheshi-jijuqu-a 002:557"]),
        FitRow("国家实验室", ["sheshi-jijuqu-a 002:557"]),
        FitRow("national laboratory", ["sheshi-jijuqu-a 002:557"]),
        FitRow("国外大学合作办学", ["guoji-gaoxiao-yuliuqu 002:557"]),
        FitRow("overseas university campus", ["guoji-gaoxiao-yuliuqu 002:557"]),
        FitRow("名校分校", ["guoji-gaoxiao-yuliuqu 002:557"]), FitRow("生物医药中试", []),
        FitRow("医疗设备研究院", ["shengmingdao 002:386"]), FitRow("medical device R&D", ["shengmingdao 002:386"]),
        FitRow("智慧农业研发", ["shengmingdao 002:386"]), FitRow("agri-tech lab", ["shengmingdao 002:386"]),
        FitRow("诊断试剂盒生产", ["shiban-dajiankang-yuan 002:567"]),
        FitRow("in vitro diagnostics manufacturing", ["shiban-dajiankang-yuan 002:567"]),
        FitRow("in-vitro diagnostic reagents factory", ["shiban-dajiankang-yuan 002:567"]),
        FitRow("心脏支架生产", ["shiban-dajiankang-yuan 002:567"]),
        FitRow("CDMO", ["shiban-dajiankang-yuan 002:567"]),
        FitRow("疫苗厂", ["pingan-dajiankang-yuan 002:567"]),
        FitRow("vaccine plant", ["pingan-dajiankang-yuan 002:567"]),
        FitRow("中成药生产线", ["pingan-dajiankang-yuan 002:567"]),
        FitRow("MRI production", ["pingan-dajiankang-yuan 002:567"]),
        FitRow("医用耗材工厂", ["pingan-dajiankang-yuan 002:567"]),
        FitRow("储能电池生产", ["jiulongyuan-c-qu 002:567"]),
        FitRow("energy storage factory", ["jiulongyuan-c-qu 002:567"]),
        FitRow("新能源车整车制造", ["jiulongyuan-c-qu 002:567"]),
        FitRow("electric car plant", ["jiulongyuan-c-qu 002:567"]),
        FitRow("环保设备制造", ["jiulongyuan-c-qu 002:567"]), FitRow("chuneng", ["jiulongyuan-c-qu 002:567"]),
        FitRow("氢燃料电池研发", ["qu-jiulongpo 003:1077"]), FitRow("hydrogen valley", ["kxc-jiulongpo 002:820"]),
        FitRow("锂电研究院", ["kxc-bishan 002:826"]), FitRow("battery research", ["kxc-bishan 002:826"]),
        FitRow("风投", ["jinfeng-zutuan 002:562", "jinrong-xiaozhen 004:972"]),
        FitRow("VC", ["jinfeng-zutuan 002:562"]), FitRow("private equity funds", ["jinfeng-zutuan 002:562"]),
        FitRow("银行", ["jinfeng-zutuan 002:562", "keji-jinrong-dasha 004:735"]),
        FitRow("公司总部", ["ttai-yanlu 002:562", "jinfeng-zutuan 002:562"]),
        FitRow("regional headquarters", ["ttai-yanlu 002:562"]), FitRow("zongbu", ["ttai-yanlu 002:562"]),
        FitRow("众创空间", ["ttai-zhongxin 002:562", "kexuegu 002:384"]),
        FitRow("startup incubator", ["ttai-zhongxin 002:562", "wuyunhu-fuhuaqi-jiqun 004:276"]),
        FitRow("中试基地", ["keji-fuwu-dasha 000:118"]), FitRow("pilot-scale", ["fh-kexuegu 002:458"]),
        FitRow("工业设计公司", ["dongbu-renwen-mucheng 004:155", "kxc-shapingba 002:818"]),
        FitRow("industrial design studio", ["dongbu-renwen-mucheng 004:155"]),
        FitRow("智慧物流", ["xibu-keji-xincheng 004:155"]),
        FitRow("supply chain", ["zimaoqu-chuangxin-zhongxin 004:964"]),
        FitRow("人工智能企业", ["huangjinwan-zhigu 004:958"]), FitRow("AI company", ["huangjinwan-zhigu 004:958"]),
        FitRow("区块链", ["huangjinwan-zhigu 004:551"]), FitRow("量子实验室", ["huangjinwan-zhigu 004:978"]),
        FitRow("学术交流", ["jinfeng-zutuan-dongbu 002:562"]), FitRow("文化旅游项目", ["shaci-wenhua-lvyouqu 004:792"]),
        FitRow("自动驾驶测试", ["kexue-dadao 002:613"]), FitRow("基础研究", ["beibu-yanfa-ceyuandi 002:557"]),
        FitRow("成果转化项目放哪里", ["zhongbu-zhuanhua-yinlingqu 002:552"]),
        FitRow("制造项目", ["nanbu-zhizao-shifandai 002:567", "kechuangjie 002:388"]),
        FitRow("笔记本电脑生产", ["xiyong-zongbaoqu-a 002:500"]), FitRow("绿色低碳研发", ["kexuegu 002:384"]),
        FitRow("low-carbon technology research", ["kexuegu 002:384"]),
        FitRow("国际交往", ["kexue-gongyuan-zutuan 002:562"]),
    ]

    @Test(arguments: rows) func isAnsweredAsTheTextSays(_ row: FitRow) {
        let answer = fit.answer(row.question)
        #expect(!answer.reading.found.isEmpty, "\(answer.reading.unknown)")
        for key in row.direct { #expect(answer.direct.contains(key), "\(answer.direct)") }
    }

    @Test func thereAreSixtyAndMore() { #expect(Self.rows.count >= 60) }

    @Test(arguments: [
        "餐饮", "餐饮总店", "殡葬", "殡仪馆", "加油站", "火锅店", "水泥厂", "钢铁厂", "煤矿", "养猪场",
        "垃圾焚烧厂", "监狱", "驾校", "菜市场", "洗浴中心", "网吧", "薯片", "轮胎生产", "烟草", "白酒", "纺织", "造纸厂", "赌场", "教堂",
        "restaurant", "crematorium", "cement plant", "steel mill", "prison",
        "casino",
        "shoe factory", "paper mill", "nail salon", "picnic", "canyin", "fangdichan", "", "？！", "123",
        "a", "项目",
    ])
    func whatTheTextsDoNotKnowIsNotInvented(_ question: String) {
        let answer = fit.answer(question)
        #expect(answer.activities.isEmpty, "\(answer.direct)")
        #expect(answer.outcome == .notStated)
        #expect(answer.named.isEmpty)
    }

    @Test(arguments: [
        "国际医院", "hospital", "国际学校", "养老院", "人才公寓", "data center", "房地产", "房地产开发", "住宅小区", "幼儿园",
        "real estate",
        "housing estate", "化工厂", "化工园区", "chemical plant",
    ])
    func whatIsWantedWithoutAPlaceIsSaidToHaveNone(_ question: String) throws {
        let answer = try #require(fit.answer(question).activities.first)
        #expect(answer.outcome == .notStated && answer.assignments.isEmpty)
        let gap = try #require(answer.gaps.first)
        #expect(!gap.sources.isEmpty)
    }

    @Test(arguments: [
        ("酒吧街开发", ["酒吧街开发"]), ("餐饮应该放在哪里", ["餐饮"]), ("无人机制造", ["无人机"]), ("婚庆中心", ["婚庆"]), ("水泥厂", ["水泥厂"]),
        ("企业总部沿科学大道", []), ("集成电路设计企业应布局在哪个创新区？", []),
    ])
    func whatIsNotKnownIsReportedAsWholeWords(_ question: String, _ unknown: [String]) {
        #expect(fit.answer(question).reading.unknown == unknown)
    }

    @Test func anUnknownWordBesideAKnownOneIsReported() {
        let answer = fit.answer("餐饮企业总部")
        #expect(answer.reading.unknown == ["餐饮"])
        #expect(answer.activities.map(\.activity.id) == ["headquarters"])
    }
}
