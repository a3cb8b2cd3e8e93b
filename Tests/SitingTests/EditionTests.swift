import Planning
import TestSupport
import Testing

@testable import Siting

/// Which state of the data answers on a day.
@Suite struct EditionTests {
    typealias Data = SyntheticGeoData

    private static let here = LonLat(longitude: 106.4, latitude: 29.5)
    private static let around = Data.rectangle(106.3, 29.4, 106.5, 29.6)
    private static let away = Data.rectangle(106.6, 29.4, 106.7, 29.6)

    /// A schematic edition until the end of 2023, a surveyed one from then on, and one that corrects the latter.
    private static var data: SyntheticGeoData {
        var data = Data(
            .init(
                "plan",
                editions: [
                    .init(
                        "schematic", from: "2020-01-01", to: "2024-01-01", recorded: "2020-06-01",
                        zones: [.init("rough", around)]),
                    .init(
                        "surveyed", from: "2024-01-01", recorded: "2024-02-01", zones: [.init("sharp", away)]),
                    .init(
                        "corrected", from: "2025-01-01", recorded: "2025-03-01",
                        zones: [.init("true", around)]),
                    .init(
                        "recorded-earlier", from: "2025-02-01", recorded: "2024-01-15",
                        zones: [.init("stale", around)]),
                ]))
        data.period = (2021, 2025, 2035)
        return data
    }

    private func answer(_ day: String, _ data: SyntheticGeoData = data) throws -> LayoutAnswer {
        let asOf = try #require(CalendarDate(day))
        return try data.inFolder { folder in
            let answer = try Locator(GeoDataFolder(path: folder).catalogue(), asOf: asOf).locate(
                Site(Self.here))
            #expect(answer.asOf == asOf)
            return try #require(answer.layouts.first)
        }
    }

    @Test(arguments: [
        ("2020-01-01", "schematic", "rough"), ("2023-12-31", "schematic", "rough"),
        ("2024-01-01", "surveyed", nil),
        ("2024-12-31", "surveyed", nil), ("2025-01-01", "corrected", "true"),
        ("2030-07-01", "corrected", "true"),
    ])
    func theEditionValidOnTheDayAndRecordedLastAnswers(day: String, edition: String, zone: String?) throws {
        let answer = try answer(day)
        #expect(answer.edition.id == edition)
        #expect(answer.deepest?.zone.id == zone)
    }

    @Test(arguments: [
        ("2020-12-31", PlanStatus.notYet), ("2021-01-01", .inForce), ("2025-12-31", .inForce),
        ("2026-01-01", .periodEnded), ("2035-12-31", .periodEnded), ("2036-01-01", .ended),
    ])
    func thePlanPeriodIsJudgedByTheSameDayAndHidesNothing(day: String, status: PlanStatus) throws {
        let answer = try answer(day)
        #expect(answer.planStatus == status)
        #expect(answer.deepest != nil)
    }

    @Test func withoutAnOutlookAPlanIsEndedAfterItsLastYear() throws {
        var data = Self.data
        data.period = (2021, 2025, nil)
        #expect(try answer("2025-12-31", data).planStatus == .inForce)
        #expect(try answer("2026-01-01", data).planStatus == .ended)
    }

    @Test func beforeTheFirstEditionTheEarliestDayIsNamed() throws {
        let asOf = try #require(CalendarDate("2019-12-31"))
        try Self.data.inFolder { folder in
            let catalogue = try GeoDataFolder(path: folder).catalogue()
            #expect(throws: LocatorError.noEdition(on: asOf, earliest: CalendarDate("2020-01-01"))) {
                _ = try Locator(catalogue, asOf: asOf)
            }
        }
    }

    @Test func aLayoutWithoutAnEditionOnTheDayIsLeftOut() throws {
        let data = Data(
            .init("new", editions: [.init(from: "2030-01-01", zones: [.init("later", Self.around)])]),
            .init("old", editions: [.init(from: "2020-01-01", zones: [.init("now", Self.around)])]))
        #expect(try answer("2026-01-01", data).layout.id == "old")
    }
}
