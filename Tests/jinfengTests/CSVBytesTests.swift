import GeoJSON
import TestSupport
import Testing
import Wording

/// Whatever a user's table is made of, its own columns come back byte for byte.
@Suite struct CSVBytesTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// That every line of the output begins with the line of the input, its line end where it was.
    private func expectOwnBytes(_ input: [UInt8], in output: [UInt8], delimiter: UInt8 = 0x2C) throws {
        let given = Self.lines(input)
        let answered = Self.lines(output)
        try #require(given.count == answered.count)
        for (one, other) in zip(given, answered) {
            let (own, end) = Self.parted(one)
            #expect(other.starts(with: own))
            #expect(Self.parted(other).end == end)
            if !own.isEmpty { #expect(other.dropFirst(own.count).first == delimiter) }
        }
    }

    private static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) + [0x0A] }
    }

    private static func parted(_ line: [UInt8]) -> (own: [UInt8], end: [UInt8]) {
        let own = line.prefix { $0 != 0x0D && $0 != 0x0A }
        return (Array(own), Array(line.dropFirst(own.count)))
    }

    @Test(arguments: [
        ("a byte order mark", "\u{FEFF}地块编号,经度,纬度\nA1,106.33,29.52\n"),
        ("CRLF", "地块编号,经度,纬度\r\nA1,106.33,29.52\r\n\r\nA2,0,0\r\n"),
        ("mixed line ends", "id,lon,lat\r\nA1,106.33,29.52\nA2,0,0\r\n"),
        ("no line end at last", "id,lon,lat\nA1,106.33,29.52"),
        ("spaces and quotes", "id, lon ,lat\n\"A,1\", 106.33 ,\"29.52\"\n\"say \"\"hi\"\"\",106.33,29.52\n"),
        ("numbers as written", "id,lon,lat\n007,+106.3300,029.520\n1e3,1.0633e2,29.52\n"),
        ("empty lines and fields", "id,lon,lat\n\n,,\nA1,106.33,29.52\n"),
        ("a formula", "id,lon,lat\n=1+1,106.33,29.52\n"),
        ("more columns", "a,b,id,lon,lat,c\n1,,A1,106.33,29.52,\"\"\n"),
    ])
    func ownColumnsAreUntouched(_ what: String, _ text: String) throws {
        let input = Array(text.utf8)
        try folder.write("in.csv", input)
        let run = try folder.run("locate", "--input", "in.csv", "--output", "out.csv")
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.bytes.isEmpty)
        try expectOwnBytes(input, in: try folder.bytes("out.csv"))
    }

    /// 地块编号,项目名称,经度,纬度 / 甲 and U+3400 in four bytes, as GB18030 has them.
    private static let gb18030: [UInt8] =
        [0xB5, 0xD8, 0xBF, 0xE9, 0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xCF, 0xEE, 0xC4, 0xBF, 0xC3, 0xFB]
        + [0xB3, 0xC6, 0x2C, 0xBE, 0xAD, 0xB6, 0xC8, 0x2C, 0xCE, 0xB3, 0xB6, 0xC8, 0x0D, 0x0A]
        + Array("A1,".utf8) + [0xBC, 0xD7, 0x81, 0x39, 0xEE, 0x39] + Array(",106.33,29.52\r\n".utf8)
        + Array("A2,".utf8) + [0xD2, 0xD2] + Array(",29.52,106.33\r\n".utf8)

    @Test(arguments: [["--encoding", "gb18030"], ["--encoding", "gbk"], []])
    func gb18030ComesBackInGB18030(_ options: [String]) throws {
        try folder.write("in.csv", Self.gb18030)
        let run = try folder.run(["locate", "--input", "in.csv", "--lang", "zh"] + options)
        #expect(run.status == 65)
        try expectOwnBytes(Self.gb18030, in: run.bytes)
        // 结构单元, 生命岛 and 错误 in GB18030: what is appended speaks the table's encoding.
        for word: [UInt8] in [
            [0xBD, 0xE1, 0xB9, 0xB9, 0xB5, 0xA5, 0xD4, 0xAA], [0xC9, 0xFA, 0xC3, 0xFC, 0xB5, 0xBA],
            [0xB4, 0xED, 0xCE, 0xF3],
        ] {
            #expect(run.bytes.firstRange(of: word) != nil)
        }
    }

    @Test func gb18030IsReadIntoOtherFormatsAsUTF8() throws {
        try folder.write("in.csv", Self.gb18030)
        let answers = try folder.run("locate", "--input", "in.csv", "--format", "ndjson").ndjson()
        #expect(answers.map { $0["site"]?["name"]?.stringValue } == ["甲㐀", "乙"])
        #expect(answers[1]["error"]?["field"] == "经度/纬度")
    }

    @Test func aTabStaysATab() throws {
        let input = Array("id\tlon\tlat\nA,1\t106.33\t29.52\n".utf8)
        try folder.write("in.tsv", input)
        let run = try folder.run("locate", "--input", "in.tsv")
        #expect(run.status == 0)
        try expectOwnBytes(input, in: run.bytes, delimiter: 0x09)
    }

    @Test func aRecordOverSeveralLinesIsOneRow() throws {
        let text = "id,备注,lon,lat\nA1,\"一\n二\r\n三\",106.33,29.52\nA2,,x,29.52\n"
        try folder.write("in.csv", text)
        let run = try folder.run("locate", "--input", "in.csv")
        #expect(run.status == 65)
        #expect(run.text.contains("\nA1,\"一\n二\r\n三\",106.33,29.52,shengmingdao,"))
        #expect(try Table(run.text).errorCodes() == ["", "not_a_number"])
        let answers = try folder.run("locate", "--input", "in.csv", "--format", "ndjson").ndjson()
        #expect(answers[1]["error"]?["row"]?.doubleValue == 3)
    }

    @Test func standardInputIsReadAsAFileIs() throws {
        let input = Array("id,lon,lat\nA1,106.33,29.52\n".utf8)
        try folder.write("in.csv", input)
        let file = try folder.run("locate", "--input", "in.csv")
        let stream = try folder.run("locate", "--input", "-", stdin: input)
        #expect(stream.bytes == file.bytes)
        #expect(stream.status == 0)
    }
}
