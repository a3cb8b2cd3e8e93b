import Tables
import TestSupport
import Testing
import Wording

@Suite struct AnnotatedCSVTests {
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let input: String
        let output: String
        init(_ name: String, _ input: String, _ output: String) {
            testDescription = name
            self.input = input
            self.output = output
        }
    }

    @Test(arguments: [
        Case("line ends as they were", "a,b\r\n1,2\n3,4", "a,b,z\r\n1,2,q\n3,4,q"),
        Case("byte order mark", "\u{FEFF}a,b\n1,2\n", "\u{FEFF}a,b,z\n1,2,q\n"),
        Case(
            "odd quoting and spaces", "a,b\n\"1\", 2 \n\"1\"x,\"\"\n", "a,b,z\n\"1\", 2 ,q\n\"1\"x,\"\",q\n"),
        Case("quoted line ends", "a,b\n\"1\r\n2\",3\n", "a,b,z\n\"1\r\n2\",3,q\n"),
        Case("blank lines", "\na,b\n\n1,2\n\n", "\na,b,z\n\n1,2,q\n\n"),
        Case("delimiter-only rows stay rectangular", "a,b\n,\n1,2\n", "a,b,z\n,,\n1,2,q\n"),
        Case("sep directive", "sep=;\na;b\n1;2\n", "sep=;\na;b;z\n1;2;q\n"),
        Case("too few columns are padded", "a,b,c\n1\n1,2,3\n", "a,b,c,z\n1,,,q\n1,2,3,q\n"),
        Case("too many are folded into the last", "a,b\n1,2,\"x\"\n", "a,b,z\n1,\"2,\"\"x\"\"\",q\n"),
        Case("an open quote is closed", "a,b\n1,\"2\n3,4\n", "a,b,z\n1,\"2\",q\n3,4,q\n"),
        Case("an open quote that hides a column", "a,b\n\"1,2\n3,\"4\"\n", "a,b,z\n\"1,2\",,q\n3,\"4\",q\n"),
    ])
    func usersColumnsComeBackAsTheyWere(_ example: Case) throws {
        let output = try annotated(Array(example.input.utf8), adding: ["z"], fields: ["q"])
        #expect(String(decoding: output, as: UTF8.self) == example.output)
    }

    @Test(arguments: [
        ("plain", "plain"), ("a,b", "\"a,b\""), ("a;b", "a;b"), ("say \"x\"", "\"say \"\"x\"\"\""),
        (" x", "\" x\""),
        ("x ", "\"x \""), ("x\ny", "\"x\ny\""), ("x\ry", "\"x\ry\""), ("x\r\ny", "\"x\r\ny\""),
        ("-0.5", "-0.5"),
        ("=1", "=1"), ("", ""),
    ])
    func appendedFieldsAreQuotedWhereTheyMustBe(_ field: String, _ written: String) throws {
        let output = try annotated(Array("a\n1\n".utf8), adding: ["z"], fields: [field])
        #expect(String(decoding: output, as: UTF8.self) == "a,z\n1,\(written)\n")
    }

    @Test func appendedFieldsAreInTheFilesEncoding() throws {
        let output = try annotated(TextEncodingTests.gbk, adding: ["片区"], fields: ["𠮷㐀"])
        let table = try WholeTable(ByteSource(output), options: CSVOptions(encoding: .gb18030))
        #expect(table.header == ["编号", "名称", "片区"])
        #expect(table.rows == [["A", "重庆", "𠮷㐀"]])
    }

    @Test func aRowThatIsNoneOfTheFilesLeavesItsColumnsEmptyAndKeepsItsEncoding() throws {
        var reader = try CSVReader(ByteSource(TextEncodingTests.gbk))
        var annotation = try AnnotatedCSV(dialect: reader.dialect, columnCount: 2, adding: ["错误"])
        var output: [UInt8] = []
        try annotation.appendHeader(of: reader, to: &output)
        let record = try #require(try reader.next())
        try annotation.append(record, adding: [""], to: &output)
        try annotation.append(adding: ["读不下去"], to: &output)
        let table = try WholeTable(ByteSource(output), options: CSVOptions(encoding: .gb18030))
        #expect(table.rows == [["A", "重庆", ""], ["", "", "读不下去"]])
    }

    @Test func aFieldThatCannotBeEncodedLeavesTheOutputAsItWas() throws {
        var reader = try CSVReader(ByteSource(TextEncodingTests.gbk))
        var annotation = try AnnotatedCSV(dialect: reader.dialect, columnCount: 2, adding: ["a", "\u{E816}"])
        let record = try #require(try reader.next())
        var output: [UInt8] = [0x21]
        let code: String?
        do throws(TableError) {
            try annotation.append(record, adding: ["ok", "\u{E816}"], to: &output)
            code = nil
        } catch { code = error.code }
        #expect(code == "unencodable_character")
        #expect(output == [0x21])
        do throws(TableError) {
            try annotation.appendHeader(of: reader, to: &output)
        } catch { #expect(error.code == "unencodable_character") }
        #expect(output == [0x21])
    }

    @Test func fieldsEncodedBeforehandComeOutTheSame() throws {
        let fields = ["a,b", "生命岛", "-0.5", ""]
        let names = ["w", "x", "y", "z"]
        for input in [TextEncodingTests.gbk, Array("a;b\r\n1;2\r\n3\r\n;\r\n\r\n4;5;6".utf8)] {
            var reader = try CSVReader(ByteSource(input))
            var annotation = try AnnotatedCSV(
                dialect: reader.dialect, columnCount: reader.columns.count, adding: names)
            var output: [UInt8] = []
            try annotation.appendHeader(of: reader, to: &output)
            let encoded = try annotation.encoded(fields)
            while let record = try reader.next() {
                annotation.append(record, addingEncoded: encoded, to: &output)
            }
            #expect(output == (try annotated(input, adding: names, fields: fields)))
        }
    }

    @Test func aRowBeyondTheLimitKeepsItsPlace() throws {
        let text = "a,b\n1," + String(repeating: "x", count: 500) + "\n3,4\n"
        let output = try annotated(
            Array(text.utf8), adding: ["z"], fields: ["q"], options: CSVOptions(recordLimit: 100))
        #expect(String(decoding: output, as: UTF8.self) == "a,b,z\n,,q\n3,4,q\n")
    }

    /// Whatever the bytes, once a header was read: nothing of a good row changes, and the output has the
    /// header's columns and ours on every row.
    @Test(arguments: 0..<400)
    func randomMessIsCopiedByteForByte(_ seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let pieces = [
            "a", "12.5", ",", ",", ",", "\"", "\"\"", "\n", "\r\n", "\r", "\n", " ", "重庆", ";", "\t", "\0",
            "é",
        ]
        var input = Array("id,lon,lat\n".utf8)
        for _ in 0..<Int.random(in: 0..<80, using: &generator) {
            input += Array((pieces.randomElement(using: &generator) ?? "").utf8)
        }
        let options = CSVOptions(encoding: .utf8, delimiter: .comma)
        var reader = try CSVReader(ByteSource(input, inChunksOf: 5), options: options)
        var annotation = try AnnotatedCSV(dialect: reader.dialect, columnCount: 3, adding: ["z"])
        var copied = reader.preamble + Array(reader.header.raw) + (reader.header.terminator?.bytes ?? [])
        var output: [UInt8] = []
        var nonBlank = 0
        try annotation.appendHeader(of: reader, to: &output)
        while let record = try reader.next() {
            #expect(record.offset == copied.count)
            copied += record.raw
            copied += record.terminator?.bytes ?? []
            let start = output.count
            try annotation.append(record, adding: ["q"], to: &output)
            if record.isBlank { continue }
            nonBlank += 1
            let end = record.terminator?.bytes ?? []
            let kept = record.columnCount > 3 ? [] : Array(record.raw)
            #expect(output[start...].starts(with: kept))
            if record.problem == nil { #expect(Array(output[start...]) == kept + Array(",q".utf8) + end) }
        }
        #expect(copied == input)

        var again = try CSVReader(ByteSource(output), options: options)
        var decoder = try TextDecoder(.utf8)
        var rows = 0
        while let record = try again.next() {
            if record.isBlank { continue }
            rows += 1
            #expect(record.columnCount == 4)
            #expect(try record.text(of: again.columns[3], using: &decoder) == "q")
        }
        #expect(rows == nonBlank)
    }
}
