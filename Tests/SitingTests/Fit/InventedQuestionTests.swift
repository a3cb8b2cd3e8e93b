import Planning
import Siting
import Testing

/// Questions nobody wrote the vocabulary for: planners' words, colloquial ones, English, technologies of the day.
///
/// Each answer was read from the documents; what they do not say must not be answered.
@Suite struct InventedQuestionTests {
    private let fit: FunctionalFit

    init() throws { fit = try ShippedFit.make() }

    @Test(arguments: [
        FitRow("新能源汽车研发中心", ["kxc-shapingba 002:818"], never: ["jiulongyuan-c-qu"]),
        FitRow("新能源汽车总装厂房", ["jiulongyuan-c-qu 002:567", "kxc-shapingba 002:818"], never: ["kexuegu"]),
        FitRow("新能源商用车", ["jiulongyuan-c-qu 002:567", "gaoxinqu-zhiguanyuan 002:480"], never: ["fh-hangu"]),
        FitRow("自动驾驶道路测试", ["kexue-dadao 002:613"]), FitRow("手机组装", ["xiyong-zongbaoqu-a 002:500"]),
        FitRow("手术机器人研发", ["shengmingdao 002:386"], never: ["jiulongyuan-c-qu", "fh-hangu"]),
        FitRow("律师事务所", ["jinrong-xiaozhen 004:972", "huan-xizheng-chuanwai 004:1002"]),
        FitRow("accounting firm", ["jinrong-xiaozhen 004:972"]), FitRow("科技馆选址", ["chenjiaqiao 004:984"]),
        FitRow("智库", ["zimaoqu-chuangxin-zhongxin 004:1040"]),
        FitRow("科学仪器共享中心", ["qingfeng-gaoke 004:973"]), FitRow("检验检测", ["qingfeng-gaoke 004:973"]),
        FitRow("技术交易所", ["zimaoqu-chuangxin-zhongxin 004:977", "xiyong-zutuan 002:562"]),
        FitRow("地质勘查", ["huangjinwan-zhigu 004:1010", "dizhi-kejiyuan 004:1028"]),
        FitRow("文化创意园", ["shida-shuangchuangyuan 004:541", "wenchuangyuan 004:545"]),
        FitRow("城市绿心", ["kexue-gongyuan 000:244", "liangtan-hegu 004:798"], never: ["jinyunshan-pingzhang"]),
        FitRow("商业银行网点", ["jinfeng-zutuan 002:562"], never: ["kxc-jiangjin", "sq-jinfeng"]),
        FitRow(
            "fintech", ["kxc-shapingba 002:818", "zimao-xiyong-pianqu 002:466"], never: ["jinfeng-zutuan"]),
        FitRow("科技金融小镇", ["jinrong-xiaozhen 004:972"], never: ["jinfeng-zutuan", "keji-jinrongjie"]),
        FitRow(
            "新型储能装备制造", ["jiulongyuan-c-qu 002:567"], never: ["kxc-jiangjin", "xibu-keji-xincheng"]),
        FitRow("氢能装备", ["kxc-jiulongpo 002:820"], never: ["kxc-jiangjin"]),
        FitRow("露营地", ["jinyunshan-pingzhang 004:226"], never: ["zhongliangshan-pingzhang"]),
        FitRow("晶圆厂", ["kechuangjie 002:388", "xiyong-zutuan 002:562"], never: ["nanbu-zhizao-shifandai"]),
        FitRow("chip packaging plant", ["xiyong-weidianyuan 002:498"], never: ["shiban-dajiankang-yuan"]),
        FitRow("工业软件公司", ["fh-daxuecheng 002:454"]), FitRow("瞪羚企业", ["huangjinwan-zhigu 004:308"]),
    ])
    func isAnsweredAsTheTextSays(_ row: FitRow) {
        let answer = fit.answer(row.question)
        for key in row.direct { #expect(answer.direct.contains(key), "\(answer.direct)") }
        for zone in row.never {
            #expect(!answer.direct.contains { $0.hasPrefix(zone + " ") }, "\(answer.direct)")
        }
    }

    /// Spoken of for the whole park, the whole city or a whole district: no zone is named.
    @Test(arguments: [
        ("光刻机", "gaoxinqu-zhiguanyuan 002:365"), ("细胞治疗", "gaoxinqu-zhiguanyuan 002:478"),
        ("算力中心", "gaoxinqu-zhiguanyuan 002:615"), ("supercomputer", "gaoxinqu-zhiguanyuan 002:615"),
        ("会展中心", "gaoxinqu-zhiguanyuan 002:871"), ("电商", "gaoxinqu-zhiguanyuan 002:871"),
        ("直播电商", "gaoxinqu-zhiguanyuan 002:871"), ("人形机器人", "xibu-chongqing-kexuecheng 000:167"),
        ("3D printing", "xibu-chongqing-kexuecheng 000:167"), ("新材料", "xibu-chongqing-kexuecheng 003:333"),
        ("中欧班列", "xibu-chongqing-kexuecheng 000:171"), ("网络安全", "gaoxinqu-zhiguanyuan 002:365"),
        ("智慧城市", "gaoxinqu-zhiguanyuan 002:629"), ("职业学院", "gaoxinqu-zhiguanyuan 002:697"),
        ("充电桩", "gaoxinqu-zhiguanyuan 002:480"), ("电竞", "gaoxinqu-zhiguanyuan 002:508"),
    ])
    func whatIsSaidAtLargeIsGivenToNoZone(_ question: String, _ key: String) throws {
        let answer = try #require(fit.answer(question).activities.first)
        #expect(answer.outcome == .atLarge)
        #expect(answer.assignments.map(\.key).contains(key))
        #expect(answer.assignments.allSatisfy { $0.isAtLarge })
    }

    /// Named without a place: said so, with the sentence that names it.
    @Test(arguments: [
        ("航空发动机", "002:490"), ("aircraft", "002:490"), ("医用同位素", "002:488"), ("核药", "001:69"),
        ("骨科器械", "002:488"), ("口腔器械", "001:69"), ("数控机床", "002:424"), ("量子计算", "004:978"),
        ("加氢站", "002:820"), ("污水处理厂", "002:665"), ("博物馆", "000:238"), ("library", "000:238"),
        ("体育馆", "002:713"), ("数据中心", "002:621"), ("养老院", "000:236"), ("nursing home", "000:236"),
        ("三甲医院", "002:707"), ("国际学校", "000:234"),
    ])
    func whatIsNamedWithoutAPlaceIsSaidToHaveNone(_ question: String, _ line: String) throws {
        let answer = try #require(fit.answer(question).activities.first)
        #expect(answer.outcome == .notStated && answer.assignments.isEmpty)
        let sources = answer.gaps.flatMap(\.sources).map { "\($0.document):\($0.line)" }
        #expect(sources.contains(line), "\(sources)")
    }

    /// Words the texts do not have, some of which hold one that they have.
    @Test(arguments: [
        "无人机", "drone factory", "低空经济", "冷链", "cold chain", "商业航天", "商业地产", "保税仓", "外贸公司", "地质灾害评估",
        "激光雷达", "元宇宙", "预制菜", "医美", "基因测序", "轨道交通装备", "存储器", "云服务", "疾控", "充电宝", "电池回收",
        "婚庆", "汽车4S店", "物业", "农机", "基金会", "养老保险", "医疗美容", "民宿", "监狱", "殡仪馆", "垃圾焚烧厂",
        "钢铁厂", "花卉种植", "材料基因", "北斗导航",
    ])
    func whatTheTextsDoNotHaveIsNotAnswered(_ question: String) {
        let answer = fit.answer(question)
        #expect(answer.activities.isEmpty, "\(answer.direct)")
        #expect(!answer.reading.unknown.isEmpty)
    }

    @Test func theWordThatIsNotUnderstoodIsNamedBesideTheOneThatIs() {
        for (question, unknown) in [("直播电商", "直播"), ("冷链物流", "冷链"), ("宠物医院", "宠物"), ("宠物检测", "宠物")] {
            #expect(fit.answer(question).reading.unknown == [unknown], "\(question)")
        }
    }

    @Test func theMakingOfLithographyMachinesIsSaidToBeMissing() throws {
        let answer = try #require(fit.answer("光刻机制造").activities.first)
        #expect(answer.gaps.contains { $0.stage == .manufacture })
        #expect(answer.assignments.allSatisfy { $0.standing == .otherStage })
    }

    @Test func aGroupThatIsNamedIsAnsweredWithItsParts() throws {
        let answer = fit.answer("科学谷及科学T台组团的临山地区与中心地区各布局什么？")
        let named = try #require(answer.named.first { $0.zone.id == "kexuegu-t-tai-zutuan" })
        let found = named.assignments.map { "\($0.target.id) \($0.word)" }
        for wanted in ["ttai-linshan 研发机构", "ttai-zhongxin 孵化加速", "ttai-yanlu 企业总部"] {
            #expect(found.contains(wanted), "\(found)")
        }
    }
}
