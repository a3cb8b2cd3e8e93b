import GeoJSON
import TestSupport
import Testing
import Wording

/// A table with something wrong in it: every row has its row, and the good ones their answers.
@Suite struct BadTableTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Rows with an id each, and the code of the error the row must have.
    private static let rows: [(row: String, code: String)] = [
        ("A1,106.33,29.52,", ""), ("A2,29.52,106.33,", "swapped_lon_lat"), ("A3,abc,29.52,", "not_a_number"),
        ("A4,NaN,29.52,", "not_finite"), ("A5,1e999,29.52,", "not_finite"), ("A6,１０６．３３,２９．５２,", ""),
        ("A7,106.33,95,", "latitude_out_of_range"), ("A8,106.33,29.52", "wrong_column_count"),
        ("A9,106.33,29.52,a,b", "wrong_column_count"), ("B1,\"106.33\",\"29.52\",\"a\nb\"", ""),
        ("B2,,,", "empty"), ("B3,3267643.66,628945.81,", "projected_in_geographic"),
        ("B4,106.33,29.52\0,", "nul_byte"), ("B5,106.33,\"29.52\"x,", "not_a_number"),
        ("B6,106.33,29.52,", ""),
        ("B7,106.33,\"29.52,", "unterminated_quote"), ("B8,106.33,29.52,", ""),
    ]

    private static let text = (["id,lon,lat,note"] + rows.map(\.row)).joined(separator: "\n") + "\n"

    @Test func everyRowInHasItsRowOutWithTheErrorInItsPlace() throws {
        try folder.write("in.csv", Self.text)
        let run = try folder.run("locate", "--input", "in.csv")
        #expect(run.status == 65)
        let table = Table(run.text)
        #expect(try table.column("id") == Self.rows.map { String($0.row.prefix(2)) })
        #expect(try table.errorCodes() == Self.rows.map(\.code))
        let zones = try table.column("\(Plan.five):zone")
        for (index, row) in Self.rows.enumerated() {
            #expect(zones[index] == (row.code.isEmpty ? "shengmingdao" : ""), "\(row.row)")
        }
        let bad = Self.rows.count { !$0.code.isEmpty }
        #expect(run.messages.contains("\(bad)"))
        #expect(run.messages.contains("\(Self.rows.count)"))
    }

    @Test func theBytesOfABadRowAreThere() throws {
        try folder.write("in.csv", Self.text)
        let output = try folder.run("locate", "--input", "in.csv").text
        for (row, code) in Self.rows where code != "wrong_column_count" {
            #expect(output.contains("\n\(row)"), "\(row)")
        }
        #expect(output.contains("\nA8,106.33,29.52,,"))  // the delimiter that lacks is added
        #expect(output.contains("\nA9,106.33,29.52,\"a,b\","))  // the surplus goes into the last column
    }

    @Test func theSameRowsAreErrorsInEveryFormat() throws {
        try folder.write("in.csv", Self.text)
        let ids = Self.rows.map { String($0.row.prefix(2)) }
        let codes = Self.rows.map { $0.code.isEmpty ? nil : $0.code }
        for shape in ["json", "ndjson"] {
            let run = try folder.run("locate", "--input", "in.csv", "--format", shape)
            #expect(run.status == 65)
            let answers = shape == "json" ? try #require(try run.json().elements) : try run.ndjson()
            #expect(answers.map(\.errorCode) == codes)
            #expect(answers.map { $0["site"]?["id"]?.stringValue } == ids)
            for (index, answer) in answers.enumerated() where codes[index] != nil {
                #expect(answer["error"]?["row"]?.doubleValue == Double(index + 2))
            }
        }
        let features = try folder.run("locate", "--input", "in.csv", "--format", "geojson").features()
        #expect(features.map { $0["id"]?.stringValue } == ids)
        #expect(
            features.map { $0["properties"]?["error"]?.stringValue.map { String($0.prefix { $0 != ":" }) } }
                == codes)
    }

    @Test func inChineseNothingIsSaidInEnglish() throws {
        try folder.write("in.csv", Self.text)
        let answers = try folder.run("locate", "--input", "in.csv", "--format", "ndjson", in: .zh).ndjson()
        for answer in answers {
            guard let error = answer["error"] else { continue }
            for key in ["message", "remedy"] {
                let text = try #require(error[key]?.stringValue)
                #expect(text.firstMatch(of: #/[a-z]{3,} [a-z]{3,}/#) == nil, "\(text)")
            }
        }
    }

    @Test(arguments: [
        ("", "empty_input"), ("\n\n", "empty_input"), ("\u{FEFF}", "empty_input"),
        ("id,lon\n1,106.33\n", "missing_column"), ("a,b\n1,2\n", "missing_column"),
        ("lon,lat,经度\n1,2,3\n", "ambiguous_column"), ("经度_gcj02,纬度_wgs84\n1,2\n", "conflicting_frames"),
    ])
    func aTableWithoutPositionsIsRefusedAsAWhole(_ text: String, _ code: String) throws {
        try folder.write("in.csv", text)
        let run = try folder.run("convert", "--input", "in.csv")
        #expect(run.status == 65)
        #expect(run.text.isEmpty)
        #expect(run.messages.contains(code))
        #expect(run.messages.contains("in.csv"))
    }

    @Test func aHeaderWithoutRowsIsNoMistakeAndIsSaid() throws {
        try folder.write("in.csv", "lon,lat\n")
        let run = try folder.run("locate", "--input", "in.csv")
        #expect(run.status == 0)
        #expect(Table(run.text).header == ["lon", "lat"] + Appended.header)
        #expect(run.messages.contains("no site"))
    }

    @Test(arguments: [
        ("a.xlsx", [0x50, 0x4B, 0x03, 0x04], "damaged_file"),
        ("a.xls", [0xD0, 0xCF, 0x11, 0xE0], "unsupported_format"),
        ("a.csv", [0x50, 0x4B, 0x03, 0x04], "unsupported_format"),
        ("a.csv", [0x6C, 0x6F, 0x6E, 0xFF, 0x0A, 0xFE, 0x00], "undecodable_text"),
        ("a.csv", [0xFF, 0xFE, 0x6C, 0x00, 0x6F, 0x00], "unsupported_encoding"),
    ])
    func aFileThatIsNoTableIsNamedForWhatItIs(_ name: String, _ bytes: [UInt8], _ code: String) throws {
        try folder.write(name, bytes)
        let run = try folder.run("convert", "--input", name)
        #expect(run.status == 65)
        #expect(run.messages.contains(code), "\(run.messages)")
    }
}
