import PlanarGeometry
import Projection
import TestSupport
import Testing
import Wording

@Suite struct PositionReaderTests {
    private static func read(
        _ text: String, _ frame: String, _ order: AxisOrder = .eastingFirst
    ) throws -> ArrivedPosition {
        try Projector(ReferenceFrame(parsing: frame)).read(text, order: order)
    }

    private static func failure(
        _ text: String, _ frame: String, _ order: AxisOrder = .eastingFirst
    ) throws -> ArrivalError {
        try #require(throws: ArrivalError.self) { try read(text, frame, order) }
    }

    /// Ways to write the one place 106.33, 29.52, and the notes they earn.
    private static let samePlace: [(String, String, AxisOrder, [String])] = [
        ("106.33,29.52", "wgs84", AxisOrder.eastingFirst, []), ("106.33,29.52", "cgcs2000", .unstated, []),
        ("29.52,106.33", "wgs84", .northingFirst, []),
        ("29.52N 106.33E", "wgs84", .eastingFirst, ["letters_decide_order"]),
        ("北纬29.52° 东经106.33°", "wgs84", .eastingFirst, ["letters_decide_order"]),
        ("106°19′48″,29°31′12″", "wgs84", .eastingFirst, []),
        ("１０６．３３，２９．５２", "wgs84", .eastingFirst, ["fullwidth_figures", "fullwidth_figures"]),
        ("628945.81,3267643.66", "epsg:4544", .eastingFirst, []),
        ("628945.81,3267643.66", "epsg:4544", .unstated, []),
        ("3267643.66,628945.81", "epsg:4544", .eastingFirst, ["northing_first"]),
        ("3267643.66,628945.81", "epsg:4544", .northingFirst, ["northing_first"]),
        ("3267643.66,628945.81", "epsg:4544", .unstated, ["northing_first"]),
        ("X=3267643.66,Y=628945.81", "epsg:4544", .eastingFirst, ["northing_first"]),
        ("Y=628945.81,X=3267643.66", "epsg:4544", .eastingFirst, []),
        ("628945.81,3267643.66", "epsg:4544", .northingFirst, ["easting_first"]),
        ("E=628945.81,N=3267643.66", "epsg:4544", .northingFirst, []),
        ("35628945.81,3267643.66", "epsg:4544", .eastingFirst, ["zone_number_removed"]),
        (
            "X=3267643.66,Y=35628945.81", "epsg:4544", .eastingFirst,
            ["northing_first", "zone_number_removed"]
        ),
        ("18628945.81,3267643.66", "epsg:4544", .eastingFirst, ["zone_number_removed"]),
        ("35628945.81,3267643.66", "epsg:4523", .eastingFirst, []),
        ("3267643.66,35628945.81", "epsg:4523", .unstated, ["northing_first"]),
        ("628945.81,3267643.66", "epsg:4523", .eastingFirst, ["zone_number_added"]),
        ("18628945.81,3267643.66", "epsg:4496", .eastingFirst, []),
        ("628945.81,3267643.66", "epsg:4507", .eastingFirst, []),
        (
            "3,267,643.66, 628,945.81", "epsg:4544", .eastingFirst,
            ["thousands_separator", "thousands_separator", "northing_first"]
        ),
        ("3267643.66米,628945.81米", "epsg:4544", .eastingFirst, ["unit_read", "unit_read", "northing_first"]),
        ("628.94581 km, 3267.64366 km", "epsg:4544", .eastingFirst, ["unit_read", "unit_read"]),
        ("628945.81m E 3267643.66m N", "epsg:4544", .eastingFirst, ["unit_read", "unit_read"]),
        ("106:19:48,29:31:12", "wgs84", .eastingFirst, []),
        ("106-19-48 29-31-12", "wgs84", .eastingFirst, []),
        ("628894.24,3266336.60", "epsg:32648", .eastingFirst, []),
        ("3266336.60,628894.24", "epsg:32648", .unstated, ["northing_first"]),
        ("11836601.46,3441998.34", "epsg:3857", .eastingFirst, []),
        ("11836601.46,3441998.34", "epsg:3857", .unstated, []),
    ]

    @Test(arguments: samePlace)
    func thePlaceIsTheSameHoweverItIsWritten(text: String, frame: String, order: AxisOrder, notes: [String])
        throws
    {
        let position = try Self.read(text, frame, order)
        // A centimetre and a half: the figures are given to one.
        #expect(
            (position.wgs84.x - 106.33).magnitude < 1.5e-7 && (position.wgs84.y - 29.52).magnitude < 1.5e-7,
            "\(position)")
        #expect(position.notes.map(\.code) == notes)
        #expect(position.frame == (try ReferenceFrame(parsing: frame)))
        for note in position.notes { #expect(!note.text.zh.isEmpty && !note.text.en.isEmpty) }
    }

    @Test func zoneNumbersEndUpInTheFramesOwnNumbering() throws {
        #expect(
            try Self.read("35628945.81,3267643.66", "epsg:4544").point
                == Point(x: 628945.8100000024, y: 3267643.66))
        #expect(
            try Self.read("628945.81,3267643.66", "epsg:4523").point == Point(x: 35628945.81, y: 3267643.66))
    }

    @Test func shiftedMapsAreShiftedBack() throws {
        let amap = GCJ02.fromWGS84(Point(x: 106.33, y: 29.52))
        let baidu = BD09.fromWGS84(Point(x: 106.33, y: 29.52))
        for (frame, point) in [("高德", amap), ("百度", baidu)] {
            let position = try Self.read("\(point.x),\(point.y)", frame)
            #expect(
                (position.wgs84.x - 106.33).magnitude < 1e-9 && (position.wgs84.y - 29.52).magnitude < 1e-9)
            #expect(position.notes.isEmpty)
        }
        let far = try Self.read("2.35,48.86", "gcj02")
        #expect(far.wgs84 == far.point && far.notes.map(\.code) == ["outside_china_unshifted"])
    }

    private static let mistakes: [(String, String, AxisOrder, String)] = [
        ("29.52,106.33", "wgs84", AxisOrder.eastingFirst, "swapped_lon_lat"),
        ("29.52,106.33", "wgs84", .unstated, "swapped_lon_lat"),
        ("106.33,29.52", "wgs84", .northingFirst, "swapped_lon_lat"),
        ("29.52,106.33", "gcj02", .eastingFirst, "swapped_lon_lat"),
        ("39.47,75.99", "cgcs2000", .eastingFirst, "swapped_lon_lat"),
        ("39.47,75.99", "bd09", .eastingFirst, "swapped_lon_lat"),
        ("106.33,95", "wgs84", .eastingFirst, "latitude_out_of_range"),
        ("106.33,-95", "wgs84", .eastingFirst, "latitude_out_of_range"),
        ("286.33,29.52", "wgs84", .eastingFirst, "longitude_out_of_range"),
        ("-180.1,0", "wgs84", .eastingFirst, "longitude_out_of_range"),
        ("628945.81,3267643.66", "wgs84", .eastingFirst, "projected_in_geographic"),
        ("3267643.66,628945.81", "cgcs2000", .eastingFirst, "projected_in_geographic"),
        ("35628945.81,3267643.66", "gcj02", .eastingFirst, "projected_in_geographic"),
        ("106.33,3267643.66", "wgs84", .eastingFirst, "projected_in_geographic"),
        ("106.33,29.52", "epsg:4544", .eastingFirst, "geographic_in_projected"),
        ("106.33m,29.52m", "wgs84", .eastingFirst, "projected_in_geographic"),
        ("3267643.66米,628945.81米", "gcj02", .eastingFirst, "projected_in_geographic"),
        ("29.52m,106.33m", "epsg:4544", .eastingFirst, "outside_area_of_use"),
        ("1061948.00,293112.00", "wgs84", .eastingFirst, "packed_degrees_minutes_seconds"),
        ("293112,1061948.5", "cgcs2000", .northingFirst, "packed_degrees_minutes_seconds"),
        ("1066048,293112", "wgs84", .eastingFirst, "projected_in_geographic"),
        ("1061948,912345", "wgs84", .eastingFirst, "projected_in_geographic"),
        ("106.33,29.52", "3857", .eastingFirst, "geographic_in_projected"),
        ("106°19′48″,29°31′12″", "epsg:32648", .eastingFirst, "geographic_in_projected"),
        ("36371054.19,3267643.66", "epsg:4544", .eastingFirst, "zone_mismatch"),
        ("36371054.19,3267643.66", "epsg:4523", .eastingFirst, "zone_mismatch"),
        ("3267643.66,36371054.19", "epsg:4544", .unstated, "zone_mismatch"),
        ("19371054.19,3267643.66", "epsg:4544", .eastingFirst, "zone_mismatch"),
        ("35628945.81,3267643.66", "epsg:4545", .eastingFirst, "zone_mismatch"),
        ("35628945.81,3267643.66", "epsg:32648", .eastingFirst, "zone_mismatch"),
        ("35628945.81,3267643.66", "epsg:3857", .eastingFirst, "zone_mismatch"),
        ("628945.81,512345.67", "epsg:4544", .unstated, "ambiguous_axes"),
        ("628945.81,512345.67", "epsg:32648", .unstated, "ambiguous_axes"),
        ("28945.81,67643.66", "epsg:4544", .eastingFirst, "outside_area_of_use"),
        ("628945.81,13267643.66", "epsg:4544", .eastingFirst, "outside_area_of_use"),
        ("35028945.81,3267643.66", "epsg:4544", .eastingFirst, "outside_area_of_use"),
        ("24628945.81,3267643.66", "epsg:4544", .eastingFirst, "outside_area_of_use"),
        ("0,0", "cgcs2000", .eastingFirst, "outside_area_of_use"),
        ("30000000,3442857", "3857", .eastingFirst, "zone_mismatch"),
        ("25000000,34428570", "3857", .eastingFirst, "outside_area_of_use"),
        ("29.52N,30.1N", "wgs84", .eastingFirst, "conflicting_directions"),
        ("X=1000,X=2000", "wgs84", .eastingFirst, "conflicting_directions"),
        ("abc,29.52", "wgs84", .eastingFirst, "not_a_number"),
        ("inf,29.52", "wgs84", .eastingFirst, "not_finite"), ("", "wgs84", .eastingFirst, "empty"),
        ("1e300,1e300", "epsg:4544", .eastingFirst, "outside_area_of_use"),
        ("1e300,29", "wgs84", .eastingFirst, "projected_in_geographic"),
    ]

    @Test(arguments: mistakes)
    func aMistakeIsNamedWithItsRemedy(text: String, frame: String, order: AxisOrder, code: String) throws {
        let error = try Self.failure(text, frame, order)
        #expect(error.code == code, "\(error)")
        for language in Language.allCases {
            #expect(!error.message[language].isEmpty && !error.remedy[language].isEmpty)
        }
    }

    @Test func theRemedyOfASwapIsTheTextToWrite() throws {
        let error = try Self.failure("29.52,106.33", "wgs84")
        #expect(error.message.en.contains("29.52,106.33"))
        #expect(error.remedy.en.contains("106.33,29.52") && error.remedy.zh.contains("106.33,29.52"))
    }

    @Test func packedAnglesAreNamedAndNotGuessed() throws {
        let error = try Self.failure("1061948.00,293112.50", "wgs84")
        for text in [error.message.zh, error.message.en, error.remedy.zh, error.remedy.en] {
            #expect(text.contains("106°19′48″,29°31′12.5″"), "\(text)")
        }
        #expect(error.remedy.en.contains("epsg:4544"))
    }

    @Test func theRemedyOfAnotherZoneIsItsFrames() throws {
        let error = try Self.failure("36371054.19,3267643.66", "epsg:4544")
        #expect(error.message.zh.contains("36") && error.message.zh.contains("108"))
        #expect(error.remedy.zh.contains("epsg:4524") && error.remedy.zh.contains("epsg:4545"))
    }

    @Test func metresWithoutAZoneAreAskedAbout() throws {
        let error = try Self.failure("3267643.66,628945.81", "cgcs2000")
        for text in [error.remedy.zh, error.remedy.en] {
            #expect(text.contains("epsg:4544") && text.contains("epsg:4545"))
            // Where each reading lies: 106.33 on the meridian of 105°, 109.33 on that of 108°.
            #expect(text.contains("106.33") && text.contains("109.33") && text.contains("29.52"))
        }
        let numbered = try Self.failure("35628945.81,3267643.66", "wgs84")
        #expect(numbered.remedy.zh.contains("epsg:4523") && !numbered.remedy.zh.contains("epsg:4545"))
        let mercator = try Self.failure("11836601.46,3441998.34", "wgs84")
        #expect(mercator.remedy.en.contains("epsg:3857"))
    }

    @Test func bothReadingsOfAnAmbiguousPairAreShown() throws {
        let error = try Self.failure("628945.81,512345.67", "epsg:4544", .unstated)
        for text in [error.message.zh, error.message.en] {
            #expect(text.contains("106.16") && text.contains("105.11"))
        }
        // Said, it is no question.
        #expect(try Self.read("628945.81,512345.67", "epsg:4544", .eastingFirst).point.x == 628945.81)
        #expect(try Self.read("628945.81,512345.67", "epsg:4544", .northingFirst).point.x == 512345.67)
    }

    @Test(arguments: [AxisOrder.eastingFirst, .northingFirst])
    func aLetterInTheWrongColumnIsAnError(order: AxisOrder) throws {
        let projector = try Projector(.wgs84)
        let (first, second) = order == .eastingFirst ? ("29.52N", "106.33E") : ("106.33E", "29.52N")
        let error = try #require(throws: ArrivalError.self) {
            try projector.read(first, second, order: order)
        }
        #expect(error.code == "conflicting_directions")
        // With nothing said of the columns the letters decide.
        let position = try projector.read(first, second, order: .unstated)
        #expect(
            position.point == Point(x: 106.33, y: 29.52)
                && position.notes.map(\.code) == ["letters_decide_order"])
        #expect(try projector.read(second, first, order: order).point == position.point)
    }

    @Test func numbersAreReadLikeTexts() throws {
        let reader = try PositionReader(frame: .epsg(4544))
        #expect(
            try reader.resolve(3267643.66, 628945.81).point == reader.resolve("3267643.66,628945.81").point)
        #expect(throws: ArrivalError.self) { try reader.resolve(.nan, 628945.81) }
        #expect(throws: ArrivalError.self) { try reader.resolve(.infinity, 628945.81) }
    }

    @Test func aPlaceFarAwayIsNoMistakeInWGS84() throws {
        #expect(try Self.read("0,0", "wgs84").wgs84 == Point(x: 0, y: 0))
        #expect(try Self.read("-180,-90", "wgs84").wgs84 == Point(x: -180, y: -90))
    }

    @Test func theRoughPlaceOfAReadingIsRightToAHundredthOfADegree() throws {
        var random = SeededGenerator(seed: 11)
        for code in [4544, 4545, 4523, 4507, 32648] {
            let frame = try #require(ProjectedFrame(epsg: code))
            let projector = try Projector(.projected(frame))
            for _ in 0..<200 {
                let place = Point(
                    x: .random(in: frame.areaOfUse.west...frame.areaOfUse.east, using: &random),
                    y: .random(in: 18...50, using: &random))
                let reading = CandidateReading(frame: frame, point: try projector.fromWGS84(place))
                let rough = try #require(reading.roughLonLat)
                #expect((rough.x - place.x).magnitude < 0.005 && (rough.y - place.y).magnitude < 0.005)
            }
        }
    }
}
