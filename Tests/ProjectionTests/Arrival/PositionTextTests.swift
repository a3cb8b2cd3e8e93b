import Projection
import Testing
import Wording

@Suite struct PositionTextTests {
    static let dms = 106 + 19.0 / 60 + 48.0 / 3600
    static let dms2 = 29 + 31.0 / 60 + 12.0 / 3600

    private static let pairs: [(String, Double, Double)] = [
        ("106.33,29.52", 106.33, 29.52), ("106.33, 29.52", 106.33, 29.52), ("106.33，29.52", 106.33, 29.52),
        ("106.33 29.52", 106.33, 29.52), ("106.33   29.52", 106.33, 29.52), ("106.33\t29.52", 106.33, 29.52),
        ("106.33;29.52", 106.33, 29.52), ("106.33、29.52", 106.33, 29.52), ("(106.33, 29.52)", 106.33, 29.52),
        ("[106.33,29.52]", 106.33, 29.52), ("（106.33，29.52）", 106.33, 29.52), ("１０６．３３，２９．５２", 106.33, 29.52),
        ("29.52N 106.33E", 29.52, 106.33), ("29.52 N 106.33 E", 29.52, 106.33),
        ("N29.52 E106.33", 29.52, 106.33),
        ("29.52N106.33E", 29.52, 106.33), ("106°19′48″E 29°31′12″N", dms, dms2),
        ("106°19′48″,29°31′12″", dms, dms2),
        ("106° 19′ 48″ E, 29° 31′ 12″ N", dms, dms2), ("106 19 48 29 31 12", dms, dms2),
        ("106 19 48, 29 31 12", dms, dms2),
        ("106°19′48″ 29°31′12″", dms, dms2), ("106° 19′ 48″ 29° 31′ 12″", dms, dms2),
        ("东经106°19′48″，北纬29°31′12″", dms, dms2),
        ("东经106°19′48″北纬29°31′12″", dms, dms2), ("北纬29.52°东经106.33°", 29.52, 106.33),
        ("E106°19′48″N29°31′12″", dms, dms2), ("X=3267643.66,Y=628945.81", 3_267_643.66, 628945.81),
        ("X=3267643.66 Y=628945.81", 3_267_643.66, 628945.81),
        ("X：3267643.66，Y：628945.81", 3_267_643.66, 628945.81),
        ("x = 3267643.66 y = 628945.81", 3_267_643.66, 628945.81),
        ("3,267,643.66, 628,945.81", 3_267_643.66, 628945.81),
        ("3,267,643.66,628,945.81", 3_267_643.66, 628945.81),
        ("3,267,643.66 628,945.81", 3_267_643.66, 628945.81),
        ("lat 29.52 lon 106.33", 29.52, 106.33), ("lon=106.33,lat=29.52", 106.33, 29.52),
        ("纵 3267643.66 横 628945.81", 3_267_643.66, 628945.81),
        ("-106.33,-29.52", -106.33, -29.52),
    ]

    @Test(arguments: pairs)
    func aPairAsPeopleWriteItIsRead(text: String, first: Double, second: Double) throws {
        let pair = try PositionText(text)
        #expect(
            (pair.first.value - first).magnitude <= 1e-12 && (pair.second.value - second).magnitude <= 1e-12,
            "\(pair)")
    }

    private static let nonPairs: [(String, ArrivalError)] = [
        ("106.33,abc", ArrivalError.notANumber("abc")), ("abc,29.52", .notANumber("abc")),
        ("106.33,", .empty),
        (",29.52", .empty), ("", .empty), ("  ", .empty), ("106.33,NaN", .notFinite("NaN")),
        ("1e999 29.52", .notFinite("1e999")),
        ("106.33", .notAPair("106.33")), ("106.33,29.52,350", .notAPair("106.33,29.52,350")),
        ("106.33 29.52 350.5", .notAPair("106.33 29.52 350.5")), ("科学会堂", .notAPair("科学会堂")),
        ("106°60′,29°31′", .notSexagesimal("106°60′")),
    ]

    @Test(arguments: nonPairs)
    func whatIsNoPairIsNamed(text: String, expected: ArrivalError) {
        #expect(throws: expected) { try PositionText(text) }
    }

    @Test func aLongTextIsNotSearched() throws {
        let text = String(repeating: "1,", count: 100_000)
        let error = try #require(throws: ArrivalError.self) { try PositionText(text) }
        #expect(error.code == "not_a_pair" && error.message.zh.count < 150)
    }
}
