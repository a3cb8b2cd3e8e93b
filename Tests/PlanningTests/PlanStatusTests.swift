import Planning
import Testing

@Suite struct PlanStatusTests {
    @Test(arguments: [
        ("2020-12-31", PlanStatus.notYet), ("2021-01-01", .inForce), ("2025-12-31", .inForce),
        ("2026-01-01", .periodEnded), ("2035-12-31", .periodEnded), ("2036-01-01", .ended),
    ])
    func aPeriodWithAnOutlook(_ day: String, _ status: PlanStatus) throws {
        let period = PlanPeriod(from: 2021, to: 2025, outlook: 2035)
        #expect(period.status(on: try #require(CalendarDate(day))) == status)
    }

    @Test func withoutAnOutlookNothingIsLookedOutTo() throws {
        let period = PlanPeriod(from: 2021, to: 2025, outlook: nil)
        #expect(period.status(on: try #require(CalendarDate("2025-12-31"))) == .inForce)
        #expect(period.status(on: try #require(CalendarDate("2026-01-01"))) == .ended)
    }

    @Test func theWordsOfProgramsAreFixed() {
        #expect(
            PlanStatus.allCases.map(\.rawValue) == [
                "not_yet", "in_force", "period_ended", "not_stated", "ended",
            ])
    }
}
