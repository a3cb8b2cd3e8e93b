import GeoJSON
import TestSupport
import Testing
import Wording

/// NDJSON in: an object a line, and a line for each line.
@Suite struct NDJSONTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Lines, and the code of the error each must have; nil where it must be answered.
    private static let lines: [(line: String, code: String?)] = [
        (#"{"id":"N1","lon":106.33,"lat":29.52}"#, nil), (#"{"id":"N2","lon":106.33,"lat":"#, "invalid_json"),
        (#"{"id":"N3","经度":"106°19′48″","纬度":"29°31′12″","名称":"三"}"#, nil),
        (#"{"id":4,"lng":106.333893,"lat":29.517367,"frame":"gcj02","accuracy":30}"#, nil),
        (#"[106.33,29.52]"#, "wrong_type"),
        (#"{"id":"N6","X坐标":3267643.66,"Y坐标":628945.81,"坐标系":"epsg:4544"}"#, nil),
        (#"{"id":"N7","place":"科学会堂"}"#, nil), (#"{"id":"N8","foo":1}"#, "missing_column"),
        (#"{"id":"N9","lon":null,"lat":29.5}"#, "empty"),
        (#"{"id":"N10","lon":1e999,"lat":29.52}"#, "not_finite"),
        (#"{"id":"N11","lon":106.33,"lon":106.34,"lat":29.52}"#, "duplicate_member"),
        (#"{"id":"N12","lon":106.33,"lat":29.52,"frame":"beijing54"}"#, "refused_frame"),
        (#"{"id":"N13","lon":106.33,"lat":29.52,"accuracy":-1}"#, "invalid_accuracy"),
        (
            #"{"type":"Feature","id":"F1","geometry":{"type":"Point","coordinates":[106.33,29.52]},"properties":{"keep":1}}"#,
            nil
        ),
        (#"{"type":"Feature","id":"F2","geometry":null,"properties":{"name":"空"}}"#, "missing_geometry"),
        (
            #"{"type":"Feature","id":"F3","geometry":{"type":"Point","coordinates":[106.33]},"properties":{"name":"三"}}"#,
            "wrong_position_length"
        ),
        (#"{"id":"N17","position":[106.33,29.52]}"#, nil),
        (#"{"id":"N18","lon":29.52,"lat":106.33}"#, "swapped_lon_lat"),
        (String(repeating: "[", count: 100_000), "too_deep"),
        (#"{"id":"N20","lon":106.33,"lat":29.52}"#, nil),
    ]

    private func input() throws {
        // A blank line is no site, and counts as a line.
        let text = Self.lines.map(\.line).joined(separator: "\n")
        try folder.write("in.ndjson", "\n" + text + "\n")
    }

    @Test func everyLineHasItsLineAndEveryErrorItsPlace() throws {
        try input()
        let run = try folder.run("locate", "--input", "in.ndjson")
        #expect(run.status == 65)
        let answers = try run.ndjson()
        #expect(answers.map(\.errorCode) == Self.lines.map(\.code))
        for (index, answer) in answers.enumerated() {
            guard let error = answer["error"] else { continue }
            #expect(error["row"]?.doubleValue == Double(index + 2))
            #expect(error["remedy"]?.stringValue?.isEmpty == false)
            // The line named is the file's.
            let message = try #require(error["message"]?.stringValue)
            #expect(!message.contains("line 1,"), "\(message)")
        }
        #expect(answers[3]["site"]?["id"] == "4")
        #expect(answers[6]["site"]?["place"]?["name_zh"] == "科学会堂")
        #expect(answers[11]["error"]?["field"] == "frame")
        #expect(answers[14]["site"] == ["id": "F2", "name": "空"])
        #expect(answers[15]["site"] == ["id": "F3", "name": "三"])
    }

    @Test func everyLineHasItsRowInATableAndItsFeatureInACollection() throws {
        try input()
        let table = Table(try folder.run("locate", "--input", "in.ndjson", "--format", "csv").text)
        #expect(table.header == ["id", "name", "longitude", "latitude"] + Appended.header)
        #expect(try table.errorCodes() == Self.lines.map { $0.code ?? "" })
        let features = try folder.run("locate", "--input", "in.ndjson", "--format", "geojson").features()
        #expect(features.count == Self.lines.count)
        #expect(features[13]["properties"]?["keep"]?.doubleValue == 1)
        #expect(features[15]["properties"]?["name"] == "三")
        #expect(features[3]["id"]?.stringValue == "4")
    }

    @Test(arguments: ["", "\n", " \n\n"]) func anInputWithoutALineIsSaid(_ text: String) throws {
        try folder.write("in.ndjson", text)
        let run = try folder.run("locate", "--input", "in.ndjson")
        #expect(run.status == 65)
        #expect(run.text.isEmpty)
        #expect(run.messages.contains("empty_input"))
    }

    @Test func aStreamIsToldFromItsFirstBytes() throws {
        let line = Array((Self.lines[0].line + "\n" + Self.lines[2].line + "\n").utf8)
        let run = try folder.run("locate", "--input", "-", stdin: line)
        #expect(run.status == 0)
        #expect(try run.ndjson().count == 2)
    }
}
