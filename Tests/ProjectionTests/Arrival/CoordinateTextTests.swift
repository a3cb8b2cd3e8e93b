import Projection
import Testing
import Wording

@Suite struct CoordinateTextTests {
    static let dms = 106 + 19.0 / 60 + 48.0 / 3600

    private static let numbers: [(String, Double)] = [
        ("106.33", 106.33), ("+106.33", 106.33), ("-106.33", -106.33), (" 106.33 ", 106.33), ("106", 106.0),
        (".5", 0.5),
        ("5.", 5.0), ("3267643.66", 3_267_643.66), ("3,267,643.66", 3_267_643.66),
        ("35,628,945.81", 35_628_945.81),
        ("6.2894581E5", 628945.81), ("3.26764366e+06", 3_267_643.66), ("1e-3", 0.001), ("１０６．３３", 106.33),
        ("－１０６．３３", -106.33), ("−106.33", -106.33), ("106.33°", 106.33), ("106.33°E", 106.33),
        ("106.33E", 106.33),
        ("E106.33", 106.33), ("e 106.33", 106.33), ("106.33 W", -106.33), ("29.52S", -29.52),
        ("29.52N", 29.52),
        ("106°19′48″", dms), ("106°19'48\"", dms), ("106度19分48秒", dms), ("106 19 48", dms),
        ("E106°19′48″", dms),
        ("东经106°19′48″", dms), ("西经106°19′48″", -dms), ("106°19′48″W", -dms), ("-106°19′48″", -dms),
        ("106° 19′ 48″", dms),
        ("106°19'48''", dms), ("106º19’48”", dms), ("106°19.8′", dms), ("１０６°１９′４８″", dms),
        ("106°19′48", dms),
        ("106d19'48\"E", dms), ("106°19′", 106 + 19.0 / 60), ("106 19 48 E", dms), ("北纬29.52度", 29.52),
        ("经度：106.33", 106.33),
        ("lon=106.33", 106.33), ("X=3267643.66", 3_267_643.66), ("Y: 628945.81", 628945.81),
        ("x坐标 3267643.66", 3_267_643.66),
        ("106:19:48", dms), ("106：19：48", dms), ("106-19-48", dms), ("-106-19-48", -dms), ("106-19-48E", dms),
        ("106-19-48.5", 106 + 19.0 / 60 + 48.5 / 3600), ("106°19.8'", dms), ("106 : 19 : 48", dms),
        ("3267643.66米", 3_267_643.66), ("628945.81m", 628945.81), ("628945.81 M", 628945.81),
        ("3267.644km", 3_267_644),
        ("3267.644 千米", 3_267_644), ("3,267,643.66 m", 3_267_643.66), ("628945.81mE", 628945.81),
        ("X=3267643.66米", 3_267_643.66), ("３２６７６４３．６６米", 3_267_643.66), ("29.52°N", 29.52),
        ("E=628945.81", 628945.81), ("\u{FEFF}106.33", 106.33), ("106.33\u{A0}", 106.33),
    ]

    @Test(arguments: numbers)
    func aNumberAsPeopleWriteItIsRead(text: String, value: Double) throws {
        let read = try CoordinateText(text)
        #expect((read.value - value).magnitude <= value.magnitude * 1e-15, "\(read.value)")
    }

    @Test(arguments: [
        "abc", "106.33x", "x", "E", "12.34.56", "1,2", "1,23,456", "12,34", "0,106", "1,234567", "--5", "+-5",
        "-", "0x10",
        "1e+", "106..33", "½", "一百零六", "٣", "106/33", "106 33", "29.52 106.33", "10 6 . 33", "１２３ａ", "1_000",
        "5-", "#N/A", "null", "2026-01-02", "106-19", "106:19", "023-6512-3456", "5 ft", "m", "米", "5mm",
        "106°19′48″m", "km5",
        "106--19-48", "106:19-48",
    ])
    func anythingElseIsNoNumber(text: String) throws {
        let error = try #require(throws: ArrivalError.self) { try CoordinateText(text) }
        #expect(error == .notANumber(text))
        for language in Language.allCases { #expect(error.message[language].contains(text)) }
    }

    @Test(arguments: ["NaN", "nan", "inf", "-inf", "Infinity", "1e999", "-1e999", "1E+400"])
    func whatIsNotFiniteIsSaidSo(text: String) throws {
        let error = try #require(throws: ArrivalError.self) { try CoordinateText(text) }
        #expect(error == .notFinite(text))
        #expect(error.code == "not_finite")
    }

    @Test(arguments: ["", " ", "\t", "\u{3000}"]) func nothingIsSaidSo(text: String) {
        #expect(throws: ArrivalError.empty) { try CoordinateText(text) }
    }

    @Test(arguments: [
        "106°60′00″", "106°19′60″", "106.5°19′", "106°19.5′48″", "106′19°", "106°19″48′", "106°19′48″12",
        "106 19 61", "106°19°", "106:60:00", "106-19-60", "106-19.5-48",
        "48″", "19′48″",
    ])
    func wrongMinutesAndSecondsAreSaidSo(text: String) throws {
        let error = try #require(throws: ArrivalError.self) { try CoordinateText(text) }
        #expect(error == .notSexagesimal(text))
    }

    @Test(arguments: [
        "E106.33N", "-106.33W", "-106.33E", "东经106.33N", "N106.33E", "X=5E", "E106.33E", "lat 106.33E",
    ])
    func contradictingDirectionsAreSaidSo(text: String) throws {
        #expect(throws: ArrivalError.conflictingDirections(text)) { try CoordinateText(text) }
    }

    @Test func lettersSayWhatIsMeasured() throws {
        #expect(try CoordinateText("106.33E").label == .east)
        #expect(try CoordinateText("29.52N").label == .north)
        #expect(try CoordinateText("X=1").label == .x)
        #expect(try CoordinateText("Y=1").label == .y)
        #expect(try CoordinateText("横坐标 1").label == .east)
        #expect(try CoordinateText("1").label == nil)
        #expect(try CoordinateText("106.33°").isAngle && CoordinateText("E106.33").isAngle)
        #expect(try !CoordinateText("106.33").isAngle && !CoordinateText("E=628945.81").isAngle)
    }

    @Test func wideFiguresAndSeparatorsAreNoted() throws {
        #expect(try CoordinateText("１０６．３３").notes.map(\.code) == ["fullwidth_figures"])
        #expect(try CoordinateText("3,267,643.66").notes.map(\.code) == ["thousands_separator"])
        #expect(try CoordinateText("106.33").notes.isEmpty)
        let kilometres = try CoordinateText("3267.644km")
        #expect(kilometres.isLength && kilometres.notes.map(\.code) == ["unit_read"])
        for language in Language.allCases {
            #expect(kilometres.notes[0].text[language].contains("3267644"))
        }
        #expect(try !CoordinateText("628945.81mE").isAngle && !CoordinateText("628945.81").isLength)
    }

    @Test func aTextLongerThanAnyNumberIsNotReadOn() throws {
        let error = try #require(throws: ArrivalError.self) {
            try CoordinateText(String(repeating: "1", count: 1_000_000))
        }
        #expect(error.code == "not_a_number" && error.message.en.count < 150)
    }
}
