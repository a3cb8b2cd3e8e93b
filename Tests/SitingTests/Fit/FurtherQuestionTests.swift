import Planning
import Siting
import Testing
import Wording

/// Questions of the same kind as the two dozen of the inventory, thought of while reading the documents again.
@Suite struct FurtherQuestionTests {
    private let fit: FunctionalFit

    init() throws { fit = try ShippedFit.make() }

    struct Row: CustomTestStringConvertible, Sendable {
        let question: String
        let key: String
        let quote: String
        var never: [String] = []
        var testDescription: String { question }
    }

    @Test(arguments: [
        Row(
            question: "半导体研发总部放在哪个组团？", key: "xiyong-zutuan 002:562", quote: "聚焦半导体“研发+制造”，布局研发总部",
            never: ["nanbu-zhizao-shifandai"]),
        Row(
            question: "植介入器械的制造应落在哪个园区？", key: "shiban-dajiankang-yuan 002:567", quote: "以植介入为核心的微创产业制造",
            never: ["shengmingdao"]),
        Row(question: "农业科技实验室", key: "shengmingdao 002:386", quote: "农业科技等领域，集中布局高水平实验室"),
        Row(
            question: "中药制剂产业化项目", key: "pingan-dajiankang-yuan 002:567", quote: "承接新药、疫苗、中药制剂",
            never: ["shengmingdao"]),
        Row(question: "独角兽企业放在哪里", key: "dujiaoshou-dao 004:988", quote: "建设成独角兽企业孵化和培育为主的产业载体"),
        Row(question: "量子通信器件重点实验室", key: "huangjinwan-zhigu 004:978", quote: "选址黄金湾·智谷"),
        Row(question: "肿瘤诊疗中心", key: "zhongliu-zhenliao-zhongxin 004:1036", quote: "肿瘤医药、器械、诊疗技术研发中心"),
        Row(question: "服务外包", key: "jianzhu-shuangchuangyuan 004:996", quote: "以跨境电商（服务外包、互联网金融）为特色"),
    ])
    func isAnsweredWithTheQuote(_ row: Row) {
        let answer = fit.answer(row.question)
        let found = answer.activities.flatMap(\.assignments).filter { $0.key == row.key }
        #expect(found.contains { $0.source.quote.contains(row.quote) }, "\(answer.direct)")
        for zone in row.never {
            #expect(!answer.direct.contains { $0.hasPrefix(zone + " ") }, "\(answer.direct)")
        }
        #expect(answer.reading.unknown.isEmpty, "\(answer.reading.unknown)")
    }

    /// Named without a place; the sentence that names it is shown, and no zone is.
    @Test(arguments: [
        ("非遗展示馆", "intangible-heritage", "002:681"), ("非物质文化遗产", "intangible-heritage", "002:681"),
        ("变电站选址", "substations", "002:659"), ("大宗期货交割中心", "commodity-trade", "004:288"),
        ("海外社区", "talent-housing", "002:601"), ("electric substation", "substations", "002:659"),
    ])
    func whatHasNoPlaceIsSaidToHaveNone(_ question: String, _ activity: String, _ line: String) throws {
        let answer = fit.answer(question)
        let found = try #require(answer.activities.first { $0.activity.id == activity })
        #expect(answer.activities.count == 1 && found.outcome == .notStated && found.assignments.isEmpty)
        #expect(found.gaps.flatMap(\.sources).map { "\($0.document):\($0.line)" }.contains(line))
    }

    @Test func theParkOfPopularScienceIsOnlyBeingPlanned() throws {
        let answer = try #require(fit.answer("科普园放在哪里").activities.first)
        #expect(answer.gaps.contains { $0.text.zh.contains("只在谋划中") && $0.sources.first?.line == 679 })
    }
}
