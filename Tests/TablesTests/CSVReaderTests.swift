import Tables
import Testing
import Wording

@Suite struct CSVReaderTests {
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let rows: [[String]]
        var problems: [String] = []
        init(_ name: String, _ text: String, _ rows: [[String]], problems: [String] = []) {
            testDescription = name
            self.text = text
            self.rows = rows
            self.problems = problems
        }
    }

    static let cases = [
        Case("plain", "a,b\n1,2\n3,4\n", [["1", "2"], ["3", "4"]]),
        Case("last line without an end", "a,b\n1,2", [["1", "2"]]),
        Case("CRLF", "a,b\r\n1,2\r\n", [["1", "2"]]),
        Case("lone CR", "a,b\r1,2\r3,4", [["1", "2"], ["3", "4"]]),
        Case("every line end in one file", "a,b\r\n1,2\n3,4\r5,6", [["1", "2"], ["3", "4"], ["5", "6"]]),
        Case("semicolons", "a;b\n1,5;2\n", [["1,5", "2"]]),
        Case("tabs", "a\tb\n1;5\t2,\n", [["1;5", "2,"]]),
        Case("quoted delimiter", "a,b\n\"1,5\",2\n", [["1,5", "2"]]),
        Case("doubled quotes", "a,b\n\"say \"\"yes\"\"\",2\n", [["say \"yes\"", "2"]]),
        Case("nothing but quotes", "a,b\n\"\",\"\"\"\"\n", [["", "\""]]),
        Case("quoted line ends", "a,b\n\"x\r\ny\nz\",2\n3,4\n", [["x\r\ny\nz", "2"], ["3", "4"]]),
        Case("a quote inside an unquoted field", "a,b\n5\" pipe,2\n", [["5\" pipe", "2"]]),
        Case("text behind a closing quote", "a,b\n\"x\"y\"z\",2\n", [["xy\"z\"", "2"]]),
        Case("spaces kept", "a,b\n 1 , 2\n", [[" 1 ", " 2"]]),
        Case("empty fields", "a,b,c\n,,3\n", [["", "", "3"]]),
        Case("blank and delimiter-only rows", "a,b\n\n1,2\n,\n   \n3,4\n,,,,\n", [["1", "2"], ["3", "4"]]),
        Case("header only", "a,b\n", []),
        Case("header only, no line end", "a,b", []),
        Case("blank lines before the header", "\n\r\na,b\n1,2\n", [["1", "2"]]),
        Case("byte order mark", "\u{FEFF}a,b\n1,2\n", [["1", "2"]]),
        Case("Excel's sep directive", "sep=;\r\na;b\r\n1;2\r\n", [["1", "2"]]),
        Case("one column", "a\n1\n2\n", [["1"], ["2"]]),
        Case("brackets in the header do not guess", "x(m,2000);y(m,2000)\n1;2\n", [["1", "2"]]),
        Case("too few", "a,b\n1\n3,4\n", [["3", "4"]], problems: ["2:wrong_column_count"]),
        Case("too many", "a,b\n1,2,3\n3,4\n", [["3", "4"]], problems: ["2:wrong_column_count"]),
        Case("NUL", "a,b\n1,\0\n3,4\n", [["3", "4"]], problems: ["2:nul_byte"]),
        Case(
            "an open quote before quoted rows", "a,b\n\"1,2\n3,\"4\"\n5,6\n", [["3", "4"], ["5", "6"]],
            problems: ["2:unterminated_quote"]),
        Case(
            "an open quote before plain rows", "a,b\n1,\"2\n3,4\n5,6\n", [["3", "4"], ["5", "6"]],
            problems: ["2:unterminated_quote"]),
        Case(
            "an open quote on the last line", "a,b\n3,4\n1,\"2", [["3", "4"]],
            problems: ["3:unterminated_quote"]),
        Case(
            "quotes that close and open again on every line", "a,b\nx\",\"z\nx\",\"z\nx\",\"z\n1,2\n3,4\n",
            [["1", "2"], ["3", "4"]],
            problems: ["2:unterminated_quote", "3:unterminated_quote", "4:unterminated_quote"]),
        Case(
            "an open quote behind a multi-line field", "a,b\n\"x\ny\",\"2\n3,4\n", [["3", "4"]],
            problems: ["2:unterminated_quote"]),
    ]

    @Test(arguments: cases)
    func readsWhatPeopleWrite(_ example: Case) throws {
        let table = try WholeTable(example.text)
        #expect(table.rows == example.rows)
        #expect(table.problems == example.problems)
    }

    @Test(arguments: cases, [1, 2, 3, 7])
    func readsTheSameInSmallChunks(_ example: Case, _ size: Int) throws {
        let table = try WholeTable(ByteSource(Array(example.text.utf8), inChunksOf: size))
        #expect(table.rows == example.rows)
        #expect(table.problems == example.problems)
    }

    @Test func rowsAreTheSpreadsheetsAndLinesTheEditors() throws {
        var reader = try CSVReader(ByteSource(Array("a,b\n\"x\ny\",2\n\n3,4\n".utf8)))
        var places: [RowPosition] = [reader.header.position]
        while let record = try reader.next() { places.append(record.position) }
        #expect(
            places == [
                RowPosition(row: 1, line: 1), RowPosition(row: 2, line: 2), RowPosition(row: 3, line: 4),
                RowPosition(row: 4, line: 5),
            ])
    }

    @Test func wrongColumnCountSaysHowManyAndHowManyWereExpected() throws {
        var reader = try CSVReader(ByteSource(Array("a,b,c\n1,2\n".utf8)))
        let problem = try #require(try reader.next()?.problem)
        #expect(problem.row == 2)
        #expect(problem.message.zh == "第2行有2列，表头为3列。")
        #expect(problem.message.en == "Row 2 has 2 columns, the header has 3.")
    }

    @Test func openQuoteNamesTheLineItOpenedOn() throws {
        var reader = try CSVReader(ByteSource(Array("a,b\n\"x\ny\",\"2\n3,4\n".utf8)))
        let problem = try #require(try reader.next()?.problem)
        #expect(problem.line == 2)
        #expect(problem.message.en.contains("opened on text line 3"))
        #expect(problem.message.zh.contains("文本第3行"))
    }

    @Test func aForgottenQuoteLosesOneRowOfMany() throws {
        let good = (0..<20_000).map { "\($0),\($0)" }.joined(separator: "\n")
        let table = try WholeTable("a,b\n1,\"2\n" + good + "\n")
        #expect(table.rows.count == 20_000)
        #expect(table.problems == ["2:unterminated_quote"])
    }

    @Test(.timeLimit(.minutes(1)))
    func hostileQuotesCostNoMoreThanAFixedMultiple() throws {
        // Each line opens a quote that the next lines close and open again, for ever; so many columns in the
        // header leave room for it.
        let header = String(repeating: "a,", count: 5000) + "\n"
        let text = header + String(repeating: "x\",\"z\n", count: 400_000)
        let table = try WholeTable(text)
        #expect(table.rows.isEmpty)
        #expect(table.problems.count > 390_000)
    }

    @Test(arguments: ["", "\n\n", "\u{FEFF}", "\u{FEFF}\r\n", " \n,,\n", "sep=,\n"])
    func nothingToReadIsAnError(_ text: String) {
        #expect(tableError { _ = try WholeTable(text) }?.code == "empty_input")
    }

    @Test func fullWidthCommasAreRefusedByName() throws {
        let error = tableError { _ = try WholeTable("编号，经度，纬度\nA，106.3，29.5\n") }
        #expect(error?.code == "unsupported_delimiter")
        let bracketed = try WholeTable("坐标（经度，纬度）\n106.3 29.5\n")
        #expect(bracketed.rows == [["106.3 29.5"]])
        let wanted = try WholeTable("甲，乙\nx\n", options: CSVOptions(delimiter: .comma))
        #expect(wanted.header == ["甲，乙"])
    }

    @Test func delimiterCanBeGiven() throws {
        let table = try WholeTable("a;b,c\n1;2,3\n", options: CSVOptions(delimiter: .semicolon))
        #expect(table.rows == [["1", "2,3"]])
    }

    @Test(arguments: [3, 1000, 1 << 20])
    func aRecordBeyondTheLimitIsAnErrorOfItsOwn(_ chunk: Int) throws {
        let text = "a,b\n1," + String(repeating: "x", count: 5000) + "\r\n3,4\n"
        let table = try WholeTable(
            ByteSource(Array(text.utf8), inChunksOf: chunk), options: CSVOptions(recordLimit: 100))
        #expect(table.problems == ["2:line_too_long"])
        #expect(table.rows == [["3", "4"]])
    }

    @Test func brokenHeadersAreErrorsOfTheInput() {
        #expect(tableError { _ = try WholeTable("a,\"b\n1,2\n") }?.code == "unterminated_quote")
        #expect(tableError { _ = try WholeTable("aa,b\0\n1,2\n") }?.code == "nul_byte")
        let long = String(repeating: "a,", count: 100) + "\n"
        let error = tableError { _ = try WholeTable(long, options: CSVOptions(recordLimit: 50)) }
        #expect(error?.code == "line_too_long")
    }

    @Test func aMissingFileIsNamedWithTheReason() {
        let error = tableError { _ = try ByteSource(path: "/no/such/sites.csv") }
        #expect(error?.code == "unreadable_input")
        #expect(error?.message.zh.contains("/no/such/sites.csv") == true)
        #expect(tableError { _ = try CSVReader(ByteSource(path: "/")) }?.code == "unreadable_input")
    }
}
