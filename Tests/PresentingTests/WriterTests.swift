import GeoJSON
import PlanarGeometry
import Planning
import Presenting
import Siting
import Tables
import TestSupport
import Testing
import Wording

/// Each writer by itself: what stands before, between and behind rows.
@Suite struct WriterTests {
    private func text(_ writer: any AnswerWriter, _ rows: [AnsweredRow]) throws -> String {
        var output: [UInt8] = []
        try writer.begin(&output)
        for row in rows { try writer.write(row, to: &output) }
        writer.end(&output)
        return String(decoding: output, as: UTF8.self)
    }

    private func row(
        _ outcome: Result<LocateAnswer, RowError>?, id: String? = "A1", origin: AnsweredRow.Origin = .position
    ) -> AnsweredRow {
        AnsweredRow(origin: origin, id: id, name: nil, outcome: outcome)
    }

    private func columns(_ catalogue: Catalogue, _ language: Language = .en) -> AnswerColumns {
        AnswerColumns(layouts: catalogue.plans, headers: language)
    }

    @Test func withoutARowEveryFormatIsStillOne() throws {
        let catalogue = try Asked.contract().catalogue
        #expect(try JSONValue(parsing: Array(text(JSONAnswerWriter(.array, language: .en), []).utf8)) == [])
        #expect(try text(JSONAnswerWriter(.lines, language: .en), []) == "")
        let collection = try text(GeoJSONAnswerWriter(columns(catalogue)), [])
        #expect(try FeatureCollection(parsing: Array(collection.utf8)).features.isEmpty)
        #expect(
            try text(CSVAnswerWriter(columns(catalogue)), []).split(whereSeparator: \.isNewline).count == 1)
        #expect(try text(TextAnswerWriter(catalogue: catalogue, language: .en, isFull: false), []) == "")
    }

    @Test func aBlankRowAsksNothing() throws {
        let (catalogue, answer) = try Asked.contract()
        let rows = [row(.success(answer)), row(nil), row(.failure(RowError(Refusal())))]
        let array = try text(JSONAnswerWriter(.array, language: .en), rows)
        #expect(try JSONValue(parsing: Array(array.utf8)).elements?.count == 2)
        #expect(
            try text(JSONAnswerWriter(.lines, language: .en), rows).split(whereSeparator: \.isNewline).count
                == 2)
        let collection = try text(GeoJSONAnswerWriter(columns(catalogue)), rows)
        #expect(try FeatureCollection(parsing: Array(collection.utf8)).features.count == 2)
    }

    @Test func aTableOfOurOwnHasTheSiteAndTheAnswers() throws {
        let (catalogue, answer) = try Asked.contract()
        let lines = try text(
            CSVAnswerWriter(columns(catalogue)),
            [row(.success(answer)), row(.failure(RowError(Refusal())), id: "A,2")]
        ).split(whereSeparator: \.isNewline)
        try #require(lines.count == 3)
        #expect(lines[0].hasPrefix("id,name,longitude,latitude,"))
        #expect(lines[1].hasPrefix("A1,,106.330000000,29.520000000,shengmingdao,"))
        #expect(lines[2].hasPrefix("\"A,2\",,,,"))
        #expect(lines[2].contains("refusal: It will not do."))
    }

    @Test func aFeatureKeepsWhatIsItsOwn() throws {
        let (catalogue, answer) = try Asked.contract()
        let given = Feature(
            id: "own", geometry: .point(answer.site.position.point), properties: ["error": "mine", "n": 1],
            foreignMembers: ["style": "red"])
        for outcome in [Result<LocateAnswer, RowError>.success(answer), .failure(RowError(Refusal()))] {
            let written = try text(
                GeoJSONAnswerWriter(columns(catalogue)), [row(outcome, origin: .feature(given))])
            let feature = try #require(try FeatureCollection(parsing: Array(written.utf8)).features.first)
            #expect(feature.id == "own")
            #expect(feature.geometry == given.geometry)
            #expect(feature.properties["error"] == "mine")
            #expect(feature.properties["n"]?.doubleValue == 1)
            #expect(feature.foreignMembers["style"] == "red")
            #expect(feature.properties["jinfeng:error"] != nil)
        }
    }

    @Test func numbersOfFeaturesHaveTheirDecimals() throws {
        let (catalogue, answer) = try Asked.contract()
        let written = try text(GeoJSONAnswerWriter(columns(catalogue)), [row(.success(answer))])
        #expect(written.contains(/"jinfeng-five-zones:probability":[01]\.\d{4}[,}]/))
        #expect(written.contains(/"jinfeng-five-zones:distance_m":-?\d+\.\d{3}[,}]/))
    }

    @Test func theTextSaysOnceWhatItIsNot() throws {
        let (catalogue, answer) = try Asked.contract()
        for language in Language.allCases {
            let disclaimer = Vocabulary.disclaimer[language]
            for isFull in [true, false] {
                let writer = TextAnswerWriter(catalogue: catalogue, language: language, isFull: isFull)
                let text = try text(
                    writer, [row(.success(answer))] + (isFull ? [] : [row(.success(answer), id: "A2")]))
                #expect(text.ranges(of: disclaimer).count == 1)
                #expect(text.hasSuffix(disclaimer + "\n"))
            }
        }
    }
}
