import GeoJSON
import TestSupport
import Testing
import Wording

/// What people's files hold beside a clean table: titles, units, ties, another encoding.
@Suite struct InputReadingTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func answers(_ file: String, _ options: String...) throws -> [JSONValue] {
        try folder.run(["locate", "--input", file, "--format", "ndjson"] + options).ndjson()
    }

    private func feature(_ properties: String) -> String {
        #"{"type":"Feature","geometry":{"type":"Point","coordinates":[106.33,29.52]},"properties":\#(properties)}"#
    }

    @Test func aTitleAboveTheHeaderIsPassedOverWithANote() throws {
        let title = "地块一览表,,\r\n"
        try folder.write("in.csv", title + "编号,经度,纬度\r\n甲,106.33,29.52\r\n乙,106.33,\r\n")
        for (language, words) in [
            (Language.zh, "第1行（“地块一览表”）按标题处理，表头取第2行"), (.en, "was taken for a title, row 2 for the header"),
        ] {
            let run = try folder.run("locate", "--input", "in.csv", in: language)
            #expect(run.status == 65)
            #expect(run.messages.contains(words), "\(run.messages)")
            #expect(run.text.hasPrefix(title + "编号,经度,纬度,"))
            #expect(run.text.contains("\r\n甲,106.33,29.52,"))
        }
        let last = try answers("in.csv").last
        #expect(last?["error"]?["row"]?.doubleValue == 4)
    }

    @Test func aSecondRowOfHeadersIsNamedAndTheOptionKeepsIt() throws {
        let title = "编号,坐标,\r\n"
        try folder.write("in.csv", title + "编号,经度,纬度\r\n甲,106.33,29.52\r\n")
        let refused = try folder.run("locate", "--input", "in.csv")
        #expect(refused.status == 65)
        for words in ["title_above_header", "--header-row 2"] { #expect(refused.messages.contains(words)) }
        let run = try folder.run("locate", "--input", "in.csv", "--header-row", "2")
        #expect(run.status == 0)
        #expect(run.text.hasPrefix(title + "编号,经度,纬度,"))
        #expect(run.text.contains("甲,106.33,29.52,"))
        let wrong = try folder.run("locate", "--input", "in.csv", "--header-row", "9")
        #expect(wrong.status == 65 && wrong.messages.contains("missing_header_row"))
    }

    @Test func theDelimiterMayBeStated() throws {
        try folder.write("in.csv", "lon,lat;id\n106.33;A1\n")
        #expect(try folder.run("locate", "--input", "in.csv", "--delimiter", "|").status == 64)
        try folder.write("in.csv", "position;id,a,b\n106.33,29.52;A1,1,2\n")
        let site = try answers("in.csv", "--delimiter", "semicolon", "--columns", "id=#2").first?["site"]
        #expect(site?["id"] == "A1,1,2")
    }

    @Test(arguments: ["gbk", nil]) func jsonInGB18030IsRead(encoding: String?) throws {
        // 名, 西永 in GB18030.
        let name: [UInt8] = [0xC3, 0xFB]
        let value: [UInt8] = [0xCE, 0xF7, 0xD3, 0xC0]
        let line =
            Array(#"{"lon":106.33,"lat":29.52,"id":""#.utf8) + value + Array(#"",""#.utf8) + name
            + Array("\":1}\n".utf8)
        try folder.write("in.ndjson", line)
        try folder.write(
            "in.geojson",
            Array(#"{"type":"FeatureCollection","features":["#.utf8)
                + Array(feature("{\"id\":\"").utf8.dropLast()) + value + Array("\"}}]}".utf8))
        for file in ["in.ndjson", "in.geojson"] {
            let sites = try folder.run(
                ["locate", "--input", file, "--format", "ndjson"]
                    + (encoding.map { ["--encoding", $0] } ?? []))
            #expect(sites.status == 0, "\(sites.messages)")
            #expect(try sites.ndjson().map { $0["site"]?["id"]?.stringValue } == ["西永"], "\(file)")
        }
    }

    @Test func aHeadersUnitOfAccuracyCountsInEveryFormat() throws {
        try folder.write("a.csv", "lon,lat,精度（厘米）\n106.33,29.52,±30\n106.33,29.52,0.3 m\n")
        try folder.write(
            "a.ndjson",
            #"{"lon":106.33,"lat":29.52,"accuracy_cm":"±30"}"# + "\n"
                + #"{"lon":106.33,"lat":29.52,"accuracy_cm":"0.3 m"}"# + "\n")
        let features = [#"{"accuracy_cm":"±30"}"#, #"{"accuracy_cm":"0.3 m"}"#].map(feature)
        try folder.write(
            "a.geojson", #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#)
        for file in ["a.csv", "a.ndjson", "a.geojson"] {
            #expect(
                try answers(file).map { $0["site"]?["accuracy_m"]?.doubleValue } == [0.3, 0.3], "\(file)")
        }
    }

    @Test func aTieOfTwoKeysIsAnErrorOfItsRowThatNamesBoth() throws {
        let members = #""id":"A1","frame":"gcj02","accuracy":30,"误差":5"#
        try folder.write(
            "a.ndjson",
            "{\"lon\":106.33,\"lat\":29.52,\(members)}\n{\"lon\":106.33,\"lat\":29.52,\"id\":\"A2\"}\n"
                + feature("{\(members)}") + "\n")
        try folder.write("a.geojson", feature("{\(members)}"))
        let lines = try answers("a.ndjson")
        #expect(lines.map(\.errorCode) == ["ambiguous_column", nil, "ambiguous_column"])
        for line in [lines[0], lines[2]] + (try answers("a.geojson")) {
            #expect(line.errorCode == "ambiguous_column")
            for key in ["accuracy", "误差"] {
                #expect(line["error"]?["message"]?.stringValue?.contains(key) == true)
            }
            #expect(line["site"]?["id"] == "A1")
        }
    }

    @Test func anOrderNobodyStatedIsAskedAboutInEveryFormat() throws {
        try folder.write("a.csv", "坐标,坐标系\n\"628945.81,512345.67\",epsg:4544\n")
        try folder.write("a.ndjson", #"{"坐标":"628945.81,512345.67","坐标系":"epsg:4544"}"# + "\n")
        for file in ["a.csv", "a.ndjson"] {
            #expect(try answers(file).map(\.errorCode) == ["ambiguous_axes"], "\(file)")
        }
    }

    @Test func theFrameOptionGoesBeforeAHeadersButNotBeforeARowsOwn() throws {
        try folder.write("a.csv", "X坐标(2000),Y坐标(2000),坐标系\n3267643.66米,628945.81米,\n29.52,106.33,wgs84\n")
        try folder.write("a.ndjson", #"{"X坐标(2000)":"3267.64366km","Y坐标(2000)":628945.81}"# + "\n")
        let rows = try answers("a.csv", "--frame", "epsg:4544")
        #expect(rows.map { $0["site"]?["frame"]?.stringValue } == ["epsg:4544", "wgs84"])
        #expect(Answer(rows[0]).noteCodes.contains("unit_read"))
        let lines = try answers("a.ndjson", "--frame", "epsg:4544")
        #expect(lines.map { $0["site"]?["frame"]?.stringValue } == ["epsg:4544"])
        // Without the option the header's datum is said, and the zone asked for.
        #expect(try answers("a.csv").map(\.errorCode) == ["projected_in_geographic", nil])
    }

    /// Keys that differ from line to line are told anew; the same keys in another order too.
    @Test func everyLineMayHaveItsOwnKeys() throws {
        let lines = [
            #"{"lon":106.33,"lat":29.52,"id":"a"}"#, #"{"lat":29.52,"id":"b","lon":106.33}"#,
            #"{"坐标":[106.33,29.52],"编号":"c"}"#,
            #"{"lon":106.33,"lat":29.52,"id":"d"}"#,
        ]
        let many = (0..<600).map { #"{"lon":106.33,"lat":29.52,"id":"e","k\#($0)":1}"# }
        try folder.write("a.ndjson", (lines + many).joined(separator: "\n"))
        let sites = try answers("a.ndjson", "--layout", Plan.five).map { $0["site"] }
        #expect(sites.prefix(4).map { $0?["id"]?.stringValue } == ["a", "b", "c", "d"])
        #expect(sites.count == 604)
        #expect(sites.allSatisfy { $0?["wgs84"] == .array([.number(106.33), .number(29.52)]) })
    }

    /// A named pipe gives its bytes but once: nobody may look into it first.
    @Test(arguments: [
        "locate --format csv --input", "find --in shengmingdao --format csv --input",
        "convert --to gcj02 --input",
    ])
    func aNamedPipeIsReadAsAFileIs(_ command: String) throws {
        try folder.write("in.csv", "id,lon,lat\nA1,106.33,29.52\nA2,106.4,29.6\n")
        let run = try folder.shell(
            """
            mkfifo pipe
            timeout 90 sh -c 'cat in.csv > pipe' &
            timeout 60 jinfeng \(command) pipe; s=$?; wait; exit $s
            """)
        let file = try folder.run(
            command.split(separator: " ").map(String.init) + ["in.csv"])
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.text == file.text)
    }

    /// Twice what a cell of Excel's holds is read whole; what runs on further is told as what it is.
    @Test(arguments: [(4_000, 0), (4_500, 65)])
    func aCellOfManyLinesIsReadWhole(_ lines: Int, _ status: Int32) throws {
        let cell = String(repeating: String(repeating: "q", count: 57) + "\"\"\n", count: lines)
        try folder.write("in.csv", "id,lon,lat,note\nA1,106.33,29.52,\"\(cell)\"\nA2,106.4,29.6,x\n")
        let run = try folder.run("locate", "--input", "in.csv", "--format", "csv", "--zones-only")
        #expect(run.status == status)
        #expect(run.text.contains("256 KiB") == (status == 65))
        if status == 0 { #expect(run.text.contains("A2,106.4,29.6,x,")) }
    }
}
