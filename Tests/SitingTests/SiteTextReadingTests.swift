import Projection
import Siting
import Testing
import Wording

@Suite struct SiteTextReadingTests {
    @Test(arguments: [
        ("30", 0.3), ("±30", 0.3), ("± 30", 0.3), ("±３０", 0.3), ("±30 cm", 0.3), ("±0.3m", 0.3),
        ("0.3米", 0.3), ("0.0003km", 0.3),
    ])
    func aHeadersUnitCountsWhereTheNumberNamesNone(text: String, metres: Double) throws {
        #expect(abs(try SiteReader.accuracy(text, metresPerUnit: 0.01) - metres) < 1e-12)
        let site = try SiteReader().site(
            SiteText(
                position: .single("106.33,29.52", order: .unstated), accuracy: text,
                accuracyMetresPerUnit: 0.01))
        #expect(abs(site.accuracy - metres) < 1e-12)
    }

    @Test func withoutAGazetteerNothingIsSaidOfThePlace() throws {
        let error = try #require(throws: SiteError.self) {
            try SiteReader().site(SiteText(position: .place("虎溪")))
        }
        #expect(error.part == .place && error.code == "no_gazetteer")
        for language in Language.allCases { #expect(error.message[language].contains("虎溪")) }
    }
}
