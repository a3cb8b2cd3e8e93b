import GeoJSON
import Presenting
import Testing
import Wording

@Suite struct RowErrorTests {
    @Test func theObjectHasFiveMembersWhateverIsKnown() {
        let error = RowError(Refusal(), row: 7, field: "经度")
        #expect(
            JSONWriter().string(error.json(site: ["id": "A1"], in: .en))
                == #"{"site":{"id":"A1"},"error":{"code":"refusal","row":7,"field":"经度","message":"It will not do.","remedy":"Do otherwise."}}"#
        )
        #expect(
            JSONWriter().string(RowError(Refusal()).json(site: [:], in: .zh))
                == #"{"site":{},"error":{"code":"refusal","row":null,"field":null,"message":"不行。","remedy":"请另行办理。"}}"#
        )
    }

    @Test func theLineNamesRowAndFieldAsFarAsTheyAreKnown() {
        #expect(RowError(Refusal()).located(in: .en) == "It will not do. Do otherwise. (refusal)")
        #expect(
            RowError(Refusal(), row: 7).located(in: .en) == "row 7: It will not do. Do otherwise. (refusal)")
        #expect(
            RowError(Refusal(), row: 7, field: "lon").located(in: .en)
                == "row 7, field \"lon\": It will not do. Do otherwise. (refusal)")
        let chinese = RowError(Refusal(), row: 7, field: "经度").located(in: .zh)
        #expect(chinese == "第 7 行，字段“经度”：不行。请另行办理。（refusal）")
        #expect(RowError(Refusal()).line(in: .zh) == "refusal: 不行。请另行办理。")
        #expect(RowError(Refusal()).line(in: .en) == "refusal: It will not do. Do otherwise.")
    }

    @Test func inChineseNothingStandsBetweenSentencesThatAreClosed() {
        #expect(Language.zh.sentences("不行。", "请改正。") == "不行。请改正。")
        #expect(Language.zh.sentences("第 3 行不行", "请改正。") == "第 3 行不行 请改正。")
        #expect(Language.zh.sentences("", "请改正。") == "请改正。")
        #expect(Language.en.sentences("No.", "Mend it.") == "No. Mend it.")
    }
}
