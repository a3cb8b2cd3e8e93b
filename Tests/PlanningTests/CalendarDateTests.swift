import Planning
import Testing

@Suite struct CalendarDateTests {
    @Test(arguments: ["2026-11-21", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
    func aDayIsReadAndWrittenTheSame(_ text: String) throws {
        #expect(try #require(CalendarDate(text)).description == text)
    }

    @Test(arguments: [
        "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "2026-1-1",
        "26-01-01",
        "2026-01-01T00:00:00Z", "2026/01/01", "20260101", " 2026-01-01", "2026-01-01 ", "２０２６-01-01",
        "-026-01-01",
        "2026-+1-01", "", "-", "--", "today",
    ])
    func whatIsNoDayIsNil(_ text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test func daysAreInOrder() throws {
        let texts = ["2020-12-31", "2021-01-01", "2021-01-02", "2021-02-01", "2022-01-01"]
        let days = try texts.map { try #require(CalendarDate($0)) }
        #expect(days.shuffled().sorted() == days)
        #expect(!(days[0] < days[0]))
    }

    @Test func todayIsADay() {
        let today = CalendarDate.today()
        #expect(CalendarDate(today.description) == today)
        #expect(today.year >= 2026)
    }
}
