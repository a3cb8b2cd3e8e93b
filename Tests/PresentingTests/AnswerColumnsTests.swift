import Planning
import Presenting
import Siting
import TestSupport
import Testing
import Wording

@Suite struct AnswerColumnsTests {
    @Test(arguments: Language.allCases) func eachLayoutHasSevenColumnsAndTheRowOneForItsError(
        _ language: Language
    ) throws {
        let (catalogue, answer) = try Asked.contract()
        let columns = AnswerColumns(layouts: catalogue.plans, headers: language)
        #expect(columns.header.count == catalogue.plans.count * 7 + 1)
        #expect(Set(columns.header).count == columns.header.count)
        #expect(columns.cells(answer).count == columns.header.count)
        #expect(columns.cells(RowError(Refusal())).count == columns.header.count)
    }

    @Test func theHeadersOfProgramsAreFixed() throws {
        let catalogue = try GeoDataFolder(path: Repository.geoData).catalogue()
        let header = AnswerColumns(layouts: catalogue.plans, headers: .en).header
        #expect(header.first == "jinfeng-five-zones:zone")
        #expect(header.last == "error")
        #expect(AnswerColumns(layouts: catalogue.plans, headers: .zh).header.last == "错误")
        #expect(AnswerColumns(layouts: [], headers: .en).header == ["error"])
    }

    @Test func aRowIsAnsweredOrHasAnErrorAndNeverBoth() throws {
        let (catalogue, answer) = try Asked.contract()
        let columns = AnswerColumns(layouts: catalogue.plans, headers: .en)
        #expect(columns.cells(answer).last == .empty)
        #expect(columns.cells(answer).first == .text("shengmingdao"))
        let refused = columns.cells(RowError(Refusal()))
        #expect(refused.dropLast().allSatisfy { $0 == .empty })
        #expect(refused.last?.text == "refusal: It will not do. Do otherwise.")
    }

    @Test func inChineseVerdictsAndErrorsAreChinese() throws {
        let asked = try Asked((106.33, 29.52), (106.3664, 29.4852), (0, 0), (106.44, 29.57))
        let columns = AnswerColumns(layouts: asked.catalogue.plans, headers: .zh)
        let verdicts = stride(from: 3, to: columns.header.count - 1, by: 7)
        for answer in asked.answers {
            let cells = columns.cells(answer)
            for index in verdicts {
                #expect(cells[index].text.unicodeScalars.allSatisfy { !("a"..."z").contains($0) })
                #expect(!cells[index].text.isEmpty)
            }
        }
        #expect(columns.cells(RowError(Refusal())).last?.text.contains("不行") == true)
    }

    @Test func outsideIsANegativeDistance() throws {
        let asked = try Asked((106.3664, 29.4852))
        let columns = AnswerColumns(layouts: asked.catalogue.plans, headers: .en)
        let cells = columns.cells(asked.answers[0])
        let index = try #require(columns.header.firstIndex(of: "north-middle-south:distance_m"))
        #expect(cells[index - 5] == .empty)
        guard case .number(let distance, decimals: 3) = cells[index] else {
            Issue.record("no distance: \(cells[index])")
            return
        }
        #expect(distance < 0)
    }
}

/// An error of the tests' own.
struct Refusal: ExplainedError {
    let code = "refusal"
    let message = Bilingual(zh: "不行。", en: "It will not do.")
    let remedy = Bilingual(zh: "请另行办理。", en: "Do otherwise.")
}
