import Planning
import Presenting
import Siting
import TestSupport
import Testing
import Wording

/// The words of section 1 of the contract.
@Suite struct VocabularyTests {
    @Test func verdictsAndGradesAreTheContractsWords() {
        #expect(Verdict.allCases.map { Vocabulary.word(for: $0).zh } == ["范围内", "范围外", "难以判定（需核边界）"])
        #expect(
            Grade.allCases.map { Vocabulary.word(for: $0).zh } == [
                "明确在内", "较可能在内", "难以判定", "较可能在外", "明确在外",
            ])
        #expect(Vocabulary.word(for: Zone.Role.axis).zh == "轴线（示意中心线）")
    }

    @Test func everyWordExistsInBothLanguagesAndOnce() {
        let sets: [[Bilingual]] = [
            Verdict.allCases.map { Vocabulary.word(for: $0) },
            Grade.allCases.map { Vocabulary.word(for: $0) },
            Zone.Role.allCases.map { Vocabulary.word(for: $0) },
        ]
        for words in sets {
            #expect(Set(words.map(\.zh)).count == words.count)
            #expect(Set(words.map(\.en)).count == words.count)
            #expect(words.allSatisfy { !$0.zh.isEmpty && !$0.en.isEmpty })
        }
    }

    @Test(arguments: [
        (0.0, "北"), (22.4, "北"), (22.6, "东北"), (90, "东"), (135, "东南"), (180, "南"), (225, "西南"), (270, "西"),
        (315, "西北"), (337.6, "北"), (359.9, "北"), (360, "北"), (-90, "西"), (-0.1, "北"), (-180, "南"), (450, "东"),
    ])
    func aBearingIsOneOfEightDirections(_ bearing: Double, _ word: String) {
        #expect(Vocabulary.direction(bearing).zh == word)
    }

    @Test(arguments: [
        (0.0, "0 m"), (96.4, "96 m"), (-143, "143 m"), (999.4, "999 m"), (999.6, "1.0 km"),
        (1844.6, "1.8 km"),
        (20_003_931, "20003.9 km"), (1e30, "–"), (.infinity, "–"), (.nan, "–"),
    ])
    func aDistanceIsWrittenAsPeopleSayIt(_ metres: Double, _ figure: String) {
        #expect(Vocabulary.distance(metres).en.contains(figure))
        #expect(Vocabulary.distance(metres).zh.contains(figure))
    }

    @Test func insideAndOutsideAreTold() {
        #expect(Vocabulary.distance(5).zh.contains("内侧"))
        #expect(Vocabulary.distance(-5).zh.contains("外侧"))
    }

    @Test(arguments: PlanStatus.allCases.filter { $0 != .notStated })
    func aPeriodIsToldWithItsYearsAndNeverAsLapsed(_ status: PlanStatus) {
        for period in [
            PlanPeriod(from: 2021, to: 2025, outlook: 2035), PlanPeriod(from: 2021, to: 2025, outlook: nil),
        ] {
            let sentence = Vocabulary.sentence(for: status, of: period)
            #expect(sentence.zh.contains("2021") && sentence.zh.contains("2025"))
            #expect(sentence.en.contains("2021") && sentence.en.contains("2025"))
            #expect(!sentence.zh.contains("失效"))
            #expect(!sentence.zh.contains("（展望）") && !sentence.en.contains("outlook )"))
            let hasEnded = status == .periodEnded || status == .ended
            #expect(sentence.zh.contains("已届满") == hasEnded)
            #expect(sentence.zh.contains("请核对现行国土空间规划") == hasEnded)
        }
    }

    @Test func aPeriodNobodyStatedIsToldAsSuch() {
        for period in [nil, PlanPeriod(from: 2021, to: 2025, outlook: nil)] {
            let sentence = Vocabulary.sentence(for: .notStated, of: period)
            #expect(sentence.zh.contains("未注明规划期") && sentence.en.contains("not stated"))
            #expect(!sentence.zh.contains("2021") && !sentence.en.contains("2021"))
        }
    }

    @Test func theDisclaimerIsTheContracts() {
        #expect(
            Vocabulary.disclaimer.zh.hasSuffix("本结果为规划空间结构参考，不构成用地预审与选址意见，不作为审批依据。"))
        #expect(Vocabulary.disclaimer.en.contains("no basis for approval"))
    }
}
