import GeoJSON
import TestSupport
import Testing
import Wording

/// The JSON of schema version 1: keys that do not change, and the decimals numbers are worth.
@Suite struct JSONShapeTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func keysAreStable() throws {
        let run = try folder.run("locate", "106.33,29.52", "--format", "json")
        let value = try run.json()
        #expect(
            value.members?.keys == [
                "schema_version", "as_of", "confidence", "site", "layouts", "context", "notes",
            ])
        #expect(
            value["site"]?.members?.keys == [
                "position", "frame", "wgs84", "accuracy_m", "frame_accuracy_m", "notes",
            ])
        let layout = try Answer(value).layout(Plan.five)
        for key in [
            "layout", "edition", "coverage", "plan_status", "zones", "nearest", "unlocated", "notes", "zone",
            "path",
            "counterparts",
        ] {
            #expect(layout[key] != nil, "\(key)")
        }
        let zone = try Answer(value).zone("shengmingdao", of: Plan.five)
        for key in [
            "zone", "name_zh", "name_en", "role", "parent", "covers", "basis", "verdict", "grade",
            "probability",
            "boundary_distance_m", "accuracy_m", "plan_period", "sources",
        ] {
            #expect(zone[key] != nil, "\(key)")
        }
        #expect(zone["plan_period"]?.members?.keys == ["from", "to", "outlook"])
        #expect(zone["sources"]?.elements?.first?.members?.keys == ["document", "line", "quote"])
        #expect(layout["plan_status"] == "period_ended")
    }

    /// Each number in the output beside its key, as written.
    private func numbers(_ text: String, _ key: Regex<Substring>) -> [Substring] {
        text.matches(of: /"([a-z0-9_]+)":\s*(-?[0-9.eE+-]+)/).filter { $0.1.wholeMatch(of: key) != nil }.map(
            \.2)
    }

    @Test(arguments: ["json", "ndjson"]) func numbersHaveTheDecimalsTheyAreWorth(_ format: String) throws {
        let text = try folder.run(
            "locate", "106.33,29.52", "106.3664,29.4852", "106.44,29.57", "--format", format, "--accuracy",
            "12.3456"
        ).text
        let metres = numbers(text, /.*_m/)
        #expect(metres.count > 20)
        for number in metres { #expect(number.wholeMatch(of: /-?\d+\.\d{3}/) != nil, "\(number)") }
        let probabilities = numbers(text, /.*probability/)
        #expect(probabilities.count > 10)
        for number in probabilities { #expect(number.wholeMatch(of: /[01]\.\d{4}/) != nil, "\(number)") }
        #expect(text.contains(/"position":\s*\[106\.330000000,\s*29\.520000000\]/))
        #expect(text.contains(/"wgs84":\s*\[106\.330000000,\s*29\.520000000\]/))
    }

    @Test func onePositionIsAnObjectSeveralAnArrayAndNDJSONALineEach() throws {
        let one = try folder.run("locate", "106.33,29.52", "--format", "json")
        #expect(try one.json().members != nil)
        let two = try folder.run("locate", "106.33,29.52", "0,0", "--format", "json")
        #expect(try two.json().elements?.count == 2)
        try folder.write("in.csv", "lon,lat\n106.33,29.52\n")
        let table = try folder.run("locate", "--input", "in.csv", "--format", "json")
        #expect(try table.json().elements?.count == 1)
        let lines = try folder.run("locate", "106.33,29.52", "0,0", "--format", "ndjson")
        #expect(try lines.ndjson().count == 2)
        #expect(lines.lines.count == 2)
        // The same object, however it is laid out.
        #expect(try lines.ndjson()[0] == two.json().elements?[0])
        #expect(try lines.ndjson()[0] == one.json())
    }

    @Test func aBadRowIsAnErrorWithFiveMembers() throws {
        let run = try folder.run("locate", "29.52,106.33", "--format", "json")
        #expect(run.status == 65)
        let value = try run.json()
        #expect(value.members?.keys == ["site", "error"])
        #expect(value["error"]?.members?.keys == ["code", "row", "field", "message", "remedy"])
    }

    @Test func theLanguageChangesWordsAndNoKeyNorNumber() throws {
        func bones(_ value: JSONValue) -> JSONValue {
            switch value {
            case .object(let members):
                return .object(
                    JSONObject(
                        members.filter { !["text", "note", "origin", "reason"].contains($0.key) }.map {
                            ($0.key, bones($0.value))
                        }))
            case .array(let elements): return .array(elements.map(bones))
            default: return value
            }
        }
        let arguments = ["locate", "--place", "科学会堂", "--format", "json"]
        let english = try folder.run(arguments, in: .en).json()
        let chinese = try folder.run(arguments, in: .zh).json()
        #expect(bones(english) == bones(chinese))
        #expect(english != chinese)
    }
}
