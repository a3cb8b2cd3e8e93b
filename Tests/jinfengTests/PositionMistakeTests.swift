import GeoJSON
import TestSupport
import Testing
import Wording

/// Positions that are none: each is named with its remedy and costs no other.
@Suite struct PositionMistakeTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A frame, and for each position in it the code of its error and words its remedy must have.
    private static let mistakes: [(frame: String, [(position: String, code: String, remedy: String)])] = [
        (
            "wgs84",
            [
                ("29.52,106.33", "swapped_lon_lat", "106.33,29.52"), ("abc", "not_a_pair", "106.33,29.52"),
                ("abc,29.52", "not_a_number", "106.33"), ("NaN,29.52", "not_finite", "106.33"),
                ("1e999,29.52", "not_finite", "106.33"), ("106.33,-inf", "not_finite", "106.33"),
                ("106.33,95", "latitude_out_of_range", "106.33,29.52"),
                ("200,29.52", "longitude_out_of_range", "106.33,29.52"),
                ("628945.81,3267643.66", "projected_in_geographic", "epsg:4544"),
                ("106.33,29.52,300", "not_a_pair", "height"), ("106.33", "not_a_pair", "106.33,29.52"),
                ("106°61′,29°31′", "not_degrees_minutes_seconds", "106°19′48″"), ("", "empty", "106.33"),
                ("0x6A,29", "not_a_number", "106.33"),
            ]
        ),
        (
            "epsg:4544",
            [
                ("36628945.81,3267643.66", "zone_mismatch", "epsg:4545"),
                ("106.33,29.52", "geographic_in_projected", "cgcs2000"),
                ("628945.81,99999999", "outside_area_of_use", "frame"),
            ]
        ),
        ("epsg:4523", [("36628945.81,3267643.66", "zone_mismatch", "epsg:4524")]),
    ]

    @Test(arguments: mistakes)
    func aMistakeIsNamedWithItsRemedyAndCostsNoOtherPosition(
        _ frame: String, _ rows: [(position: String, code: String, remedy: String)]
    ) throws {
        let good = frame == "wgs84" ? "106.33,29.52" : "628945.81,3267643.66"
        let run = try folder.run(
            ["locate", "--format", "ndjson", "--frame", frame] + rows.map(\.position) + [good])
        #expect(run.status == 65)
        let answers = try run.ndjson()
        #expect(answers.map(\.errorCode) == rows.map(\.code) + [nil])
        for (index, row) in rows.enumerated() {
            let error = try #require(answers[index]["error"])
            #expect(error["row"]?.doubleValue == Double(index + 1))
            #expect(error["field"] == .string(row.position))
            #expect(try #require(error["message"]?.stringValue).count > 10)
            #expect(try #require(error["remedy"]?.stringValue).contains(row.remedy), "\(row.position)")
        }
    }

    @Test func aPlaceThatIsNoneIsNamedWithItsRemedy() throws {
        let run = try folder.run(
            "locate", "--format", "ndjson", "--place", "火星基地", "--place", "青木湖", "--place", "大学城")
        let answers = try run.ndjson()
        #expect(answers.map(\.errorCode) == ["unknown_place", "unlocated_place", "ambiguous_place"])
        for answer in answers { #expect(answer["error"]?["field"] == "--place") }
        #expect(try #require(answers[2]["error"]?["message"]?.stringValue).contains("大学城南路"))
    }

    @Test(arguments: ["西安80", "beijing54", "epsg:4610", "epsg:99999", "重庆市独立坐标系", "+proj=longlat", ""])
    func aFrameThatIsNotReadIsWrongUsage(_ frame: String) throws {
        let run = try folder.run("convert", "106.33,29.52", "--frame", frame)
        #expect(run.status == 64)
        #expect(run.messages.contains("--frame"))
        #expect(run.text.isEmpty)
    }
}
