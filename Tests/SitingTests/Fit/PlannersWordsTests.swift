import Planning
import Siting
import Testing
import Wording

/// The plain words of land use: answered where the texts answer, said to be absent only where they are.
@Suite struct PlannersWordsTests {
    @Test(arguments: [
        ("高校", "guoji-gaoxiao-yuliuqu"), ("大学", "guoji-gaoxiao-yuliuqu"), ("高等教育", "guoji-gaoxiao-yuliuqu"),
        ("农业", "shengmingdao"), ("生态", "zhongliangshan-pingzhang"), ("工业", "nanbu-zhizao-shifandai"),
        ("办公", "jinfeng-zutuan"), ("体育", "jinfeng-zutuan-dongbu"), ("文化", "jinfeng-zutuan-dongbu"),
    ])
    func aPlainWordReachesWhatTheTextsAssign(_ word: String, _ zone: String) throws {
        let answer = try ShippedFit.make().answer(word)
        #expect(answer.reading.unknown.isEmpty && answer.reading.absent.isEmpty)
        #expect(answer.direct.contains { $0.hasPrefix(zone) }, "\(answer.direct)")
    }

    @Test(arguments: ["汽车", "绿地", "教育", "医疗", "铁路", "公园", "住宅", "居住用地", "房地产", "幼儿园"])
    func aPlainWordIsUnderstood(_ word: String) throws {
        let answer = try ShippedFit.make().answer(word)
        #expect(!answer.activities.isEmpty && answer.reading.unknown.isEmpty)
    }

    @Test(arguments: [
        ("住宅", true), ("监狱", false), ("无人机基地", false), ("服装厂", false), ("建材市场", false),
    ])
    func whatNoDocumentNamesIsSaidToBeAbsent(_ question: String, _ isKnown: Bool) throws {
        let reading = try ShippedFit.make().answer(question).reading
        #expect(reading.absent.isEmpty == isKnown)
        #expect(reading.absent.allSatisfy(question.contains))
    }

    @Test(arguments: ["城市更新", "养猪场", "冷链"]) func whatOnlyTheVocabularyLacksIsNotCalledAbsent(
        _ question: String
    )
        throws
    {
        let reading = try ShippedFit.make().answer(question).reading
        #expect(reading.absent.isEmpty && !reading.unknown.isEmpty)
    }

    @Test(arguments: ["大学城", "科学公园"]) func theNameOfAZoneIsNoPlainWord(_ name: String) throws {
        let answer = try ShippedFit.make().answer(name)
        #expect(answer.activities.isEmpty && answer.named.map(\.zone.name.zh) == [name])
    }
}
