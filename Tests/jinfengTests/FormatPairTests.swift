import GeoJSON
import TestSupport
import Testing
import Wording

/// Every way in with every way out: the same sites, the same answers, a row for a row.
@Suite struct FormatPairTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    enum Source: String, CaseIterable {
        case arguments, csv, ndjson, geojson
    }

    enum Form: String, CaseIterable {
        case text, json, ndjson, csv, geojson
    }

    /// Three sites, the second of which cannot be answered.
    private func arguments(_ source: Source) throws -> [String] {
        switch source {
        case .arguments: return ["106.33,29.52", "29.52,106.33", "106.3664,29.4852"]
        case .csv:
            try folder.write(
                "in.csv", "id,lon,lat\nA1,106.33,29.52\nA2,29.52,106.33\nA3,106.3664,29.4852\n")
        case .ndjson:
            try folder.write(
                "in.ndjson",
                """
                {"id":"A1","lon":106.33,"lat":29.52}
                {"id":"A2","lon":29.52,"lat":106.33}
                {"id":"A3","lon":106.3664,"lat":29.4852}

                """)
        case .geojson:
            let features = [("A1", "106.33,29.52"), ("A2", "29.52,106.33"), ("A3", "106.3664,29.4852")].map {
                #"{"type":"Feature","id":"\#($0)","geometry":{"type":"Point","coordinates":[\#($1)]},"properties":{}}"#
            }
            try folder.write(
                "in.geojson",
                #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#)
        }
        return ["--input", "in.\(source.rawValue)"]
    }

    @Test(arguments: Source.allCases, Form.allCases)
    func theSameSitesHaveTheSameAnswers(_ source: Source, _ form: Form) throws {
        let run = try folder.run(["locate", "--format", form.rawValue] + arguments(source))
        #expect(run.status == 65)
        let zones: [String]
        let errors: [Bool]
        switch form {
        case .text:
            #expect(run.text.contains("Life Island"))
            #expect(run.text.contains("swapped_lon_lat"))
            #expect(run.text.contains("no basis for approval"))
            return
        case .json, .ndjson:
            let answers = form == .json ? try #require(try run.json().elements) : try run.ndjson()
            zones = try answers.map {
                guard $0.errorCode == nil else { return "" }
                return try Answer($0).deepest(Plan.five) ?? ""
            }
            errors = answers.map { $0.errorCode == "swapped_lon_lat" }
        case .csv:
            let table = Table(run.text)
            zones = try table.column("\(Plan.five):zone")
            errors = try table.errorCodes().map { $0 == "swapped_lon_lat" }
        case .geojson:
            let properties = try run.features().map { $0["properties"] }
            zones = properties.map { $0?["\(Plan.five):zone"]?.stringValue ?? "" }
            errors = properties.map { $0?["error"]?.stringValue?.hasPrefix("swapped_lon_lat") ?? false }
        }
        #expect(zones == ["shengmingdao", "", ""])
        #expect(errors == [false, true, false])
    }

    @Test(arguments: [
        ("out.csv", "A1,"), ("out.ndjson", "{\"schema"), ("out.geojson", "FeatureCollection"),
        ("out.json", "[\n"),
        ("out.txt", "Life Island"), ("out", "A1,"),
    ])
    func theNameOfTheOutputSaysItsFormat(_ name: String, _ sign: String) throws {
        let run = try folder.run(["locate", "--output", name] + arguments(.csv))
        #expect(run.status == 65)
        #expect(run.bytes.isEmpty)
        #expect(try folder.text(name).contains(sign))
    }
}
