import Planning
import TestSupport
import Testing
import Validation
import Wording

@Suite struct ShippedDataTests {
    static let today = CalendarDate("2026-11-21")

    @Test func shippedDataHaveNoError() throws {
        let today = try #require(Self.today)
        let report = Validator(asOf: today).report(on: GeoDataFolder(path: Repository.geoData).inspection())
        #expect(report.errors.isEmpty, "\(report.errors.map { "\($0.rule.id) \($0.message.en)" })")
        #expect(report.counts.quotes > 150)
        #expect(report.counts.quotesFound == report.counts.quotes)
        #expect(report.counts.relations[.violated, default: 0] == 0)
        #expect(report.counts.located > 40)
    }
}
