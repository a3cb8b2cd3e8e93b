import Planning
import Projection
import TestSupport
import Testing
import Wording

@testable import Siting

@Suite struct SiteReaderTests {
    private static let places: [SyntheticGeoData.Place] = [
        .init(name: "虎溪", aliases: "虎溪街道;Huxi", position: (106.3058, 29.6013), uncertainty: 500),
        .init(name: "虎溪小学", position: (106.31, 29.6), uncertainty: 50),
        .init(name: "西永", position: (106.37, 29.6)), .init(name: "西永老街", position: (106.373, 29.59)),
        .init(name: "东站", aliases: "客运站", position: (106.4, 29.5)),
        .init(name: "西站", aliases: "客运站", position: (106.3, 29.5)), .init(name: "无名湖"),
    ]

    private func reader(frame: ReferenceFrame? = nil, accuracy: Double = 0) throws -> SiteReader {
        var data = SyntheticGeoData()
        data.places = Self.places
        let gazetteer = try data.inFolder { try GeoDataFolder(path: $0).gazetteer() }
        return SiteReader(frame: frame, accuracy: accuracy, gazetteer: gazetteer)
    }

    private func pair(_ x: String, _ y: String) -> SiteText.Position { .pair(x, y, order: .eastingFirst) }

    @Test func idNameNumbersFrameAndAccuracyComeThrough() throws {
        let site = try reader().site(
            SiteText(
                id: "A1", name: "地块", position: pair("106.33", "29.52"), frame: "cgcs2000", accuracy: "30"))
        #expect(site.id == "A1" && site.name == "地块" && site.accuracy == 30 && site.frame == .cgcs2000)
        #expect(site.position == LonLat(longitude: 106.33, latitude: 29.52))
        #expect(site.given == site.position.point && site.place == nil)
        #expect(site.notes.map(\.code) == ["frame_accuracy"])
    }

    @Test(arguments: [nil, "", "  "])
    func whatIsLeftEmptyIsTheReadersOwn(text: String?) throws {
        let reader = try reader(frame: .gcj02, accuracy: 20)
        let site = try reader.site(SiteText(position: pair("106.33", "29.52"), frame: text, accuracy: text))
        #expect(site.frame == .gcj02 && site.accuracy == 20)
        #expect(!site.notes.map(\.code).contains("frame_assumed"))
    }

    @Test func aFrameTakenForGrantedIsSaid() throws {
        let site = try reader().site(SiteText(position: pair("106.33", "29.52")))
        #expect(site.frame == .wgs84 && site.notes.map(\.code) == ["frame_assumed"])
        let said = try reader().site(SiteText(position: pair("106.33", "29.52"), frame: "wgs84"))
        #expect(said.notes.isEmpty)
    }

    @Test(arguments: [
        ("虎溪", "虎溪"), ("Huxi", "虎溪"), ("huxi ", "虎溪"), ("虎溪街道", "虎溪"), ("小学", "虎溪小学"), ("西永", "西永"),
        ("老街", "西永老街"),
    ])
    func placesAreFoundByNameAliasAndPart(name: String, found: String) throws {
        let site = try reader().site(SiteText(id: "7", position: .place(name)))
        #expect(site.place?.name.zh == found && site.name == found && site.id == "7")
        #expect(site.frame == .wgs84 && site.notes.map(\.code) == ["place_position"])
    }

    @Test(arguments: [(nil, 500.0), ("20", 500), ("800", 800)])
    func aPlaceIsKnownNoBetterThanItsControlPoint(given: String?, metres: Double) throws {
        #expect(try reader().site(SiteText(position: .place("虎溪"), accuracy: given)).accuracy == metres)
    }

    struct Refusal: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let text: SiteText
        let part: SiteError.Part
        let code: String
        /// Words the message must hold, in either language.
        let named: String
    }

    static let refusals: [Refusal] = {
        func pair(_ x: String, _ y: String) -> SiteText.Position { .pair(x, y, order: .eastingFirst) }
        func text(_ position: SiteText.Position, frame: String? = nil, accuracy: String? = nil) -> SiteText {
            SiteText(position: position, frame: frame, accuracy: accuracy)
        }
        return [
            Refusal(
                testDescription: "words", text: text(pair("abc", "29.5")), part: .position,
                code: "not_a_number",
                named: "abc"),
            Refusal(
                testDescription: "nothing", text: text(pair("", "29.5")), part: .position, code: "empty",
                named: ""),
            Refusal(
                testDescription: "one number", text: text(.single("106.33", order: .unstated)),
                part: .position,
                code: "not_a_pair", named: "106.33"),
            Refusal(
                testDescription: "swapped", text: text(pair("29.52", "106.33")), part: .position,
                code: "swapped_lon_lat", named: "29.52"),
            Refusal(
                testDescription: "metres as degrees", text: text(pair("628945.81", "3267643.66")),
                part: .position, code: "projected_in_geographic", named: "628945.81"),
            Refusal(
                testDescription: "degrees as metres", text: text(pair("106.33", "29.52"), frame: "epsg:4544"),
                part: .position, code: "geographic_in_projected", named: "106.33"),
            Refusal(
                testDescription: "another zone's number",
                text: text(pair("36628945.81", "3267643.66"), frame: "epsg:4544"), part: .position,
                code: "zone_mismatch", named: "36"),
            Refusal(
                testDescription: "Xi'an 80", text: text(pair("628945", "3267643"), frame: "西安80"),
                part: .frame,
                code: "refused_frame", named: "西安80"),
            Refusal(
                testDescription: "no frame of ours", text: text(pair("106.33", "29.52"), frame: "epsg:2154"),
                part: .frame, code: "unknown_frame", named: "2154"),
            Refusal(
                testDescription: "a pipeline",
                text: text(pair("106.33", "29.52"), frame: "+proj=utm +zone=48"),
                part: .frame, code: "refused_frame", named: "+proj"),
            Refusal(
                testDescription: "negative accuracy", text: text(pair("106.33", "29.52"), accuracy: "-5"),
                part: .accuracy, code: "invalid_accuracy", named: "-5"),
            Refusal(
                testDescription: "accuracy in words", text: text(.place("虎溪"), accuracy: "很准"),
                part: .accuracy,
                code: "invalid_accuracy", named: "很准"),
            Refusal(
                testDescription: "unknown place", text: text(.place("月球基地")), part: .place,
                code: "unknown_place", named: "月球基地"),
            Refusal(
                testDescription: "no name", text: text(.place(" ")), part: .place, code: "unknown_place",
                named: ""),
            Refusal(
                testDescription: "two places of one name", text: text(.place("客运站")), part: .place,
                code: "ambiguous_place", named: "东站"),
            Refusal(
                testDescription: "a part of two names", text: text(.place("站")), part: .place,
                code: "ambiguous_place", named: "西站"),
            Refusal(
                testDescription: "a place not found anywhere", text: text(.place("无名湖")), part: .place,
                code: "unlocated_place", named: "无名湖"),
        ]
    }()

    @Test(arguments: refusals)
    func whatCannotBeReadNamesThePartTheValueAndTheFix(row: Refusal) throws {
        let reader = try reader()
        let error = try #require(throws: SiteError.self) { try reader.site(row.text) }
        #expect(error.part == row.part)
        #expect(error.code == row.code)
        for language in Language.allCases {
            #expect(
                row.named.isEmpty || error.message[language].contains(row.named), "\(error.message[language])"
            )
            #expect(!error.message[language].isEmpty && !error.remedy[language].isEmpty)
        }
    }

    @Test func everyPartOfASiteIsRefusedSomewhereAbove() {
        #expect(Set(Self.refusals.map(\.part)) == Set(SiteError.Part.allCases))
    }

    @Test(arguments: [
        ("30", 30.0), ("0", 0), ("0.0", 0), (" 30 ", 30), ("30m", 30), ("30 m", 30), ("30M", 30), ("30米", 30),
        ("±30 m", 30), ("± 30米", 30), ("0.5km", 500), ("1.5 公里", 1500), ("50cm", 0.5), ("50厘米", 0.5),
        (".5", 0.5),
    ])
    func accuraciesAreReadAsPeopleWriteThem(text: String, metres: Double) throws {
        #expect(abs(try SiteReader.accuracy(text) - metres) < 1e-12)
    }

    @Test(arguments: [
        "", " ", "m", "-30", "+-30", "abc", "30 ft", "30 mm", "1,5", "1.2.3", "nan", "inf", "1e3", "∞", "±",
        "30 30m m",
        "0x10", String(repeating: "9", count: 400),
    ])
    func whatIsNoLengthIsNoAccuracy(text: String) throws {
        let error = try #require(throws: SiteError.self) { try SiteReader.accuracy(text) }
        #expect(error.part == .accuracy && error.code == "invalid_accuracy")
    }
}
