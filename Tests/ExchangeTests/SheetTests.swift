import Exchange
import TestSupport
import Testing
import Wording

@Suite struct SheetTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func read(
        _ bytes: [UInt8], as name: String = "a.xlsx", _ options: SiteFileOptions = SiteFileOptions()
    ) throws -> SiteFile {
        try folder.write(name, bytes)
        return try SiteFile("\(folder.path)/\(name)", options)
    }

    struct Shown: CustomTestStringConvertible, Sendable {
        let value: String
        let format: String
        let text: String
        var testDescription: String { "\(value) as \(format)" }
    }

    /// 45293.1278356481 is 2024-01-02 03:04:05, as Excel and openpyxl store it.
    static let moments = [
        Shown(value: "45293.1278356481", format: "yyyy/m/d h:mm", text: "2024/01/02 03:04:05"),
        Shown(value: "45293.1278356481", format: "yyyy-mm-dd hh:mm:ss", text: "2024/01/02 03:04:05"),
        Shown(value: "45293.1278356481", format: "yyyy-mm-dd h:mm:ss", text: "2024/01/02 03:04:05"),
        Shown(value: "45293.1278356481", format: "[$-804]yyyy/m/d h:mm", text: "2024/01/02 03:04:05"),
        Shown(
            value: "45293.5", format: "yyyy\"年\"m\"月\"d\"日\" 上午/下午h\"时\"", text: "2024/01/02 12:00:00"),
        Shown(value: "45293", format: "yyyy\"年\"m\"月\"d\"日\";@", text: "2024/01/02"),
        Shown(value: "45293", format: "m/d/yy h:mm", text: "2024/01/02 00:00:00"),
        Shown(value: "45293", format: "yyyy\\-mm", text: "2024/01/02"),
        // What a format hides is kept.
        Shown(value: "45293.25", format: "yyyy/m/d", text: "2024/01/02 06:00:00"),
        Shown(value: "1.25", format: "[h]:mm", text: "30:00:00"),
        Shown(value: "1.25", format: "[hh]:mm:ss", text: "30:00:00"),
        Shown(value: "0.25", format: "h:mm AM/PM", text: "06:00:00"),
        Shown(value: "1.25", format: "h:mm", text: "1900/01/01 06:00:00"),
        Shown(value: "0.00001446759", format: "mm:ss.0", text: "00:00:01.250"),
        Shown(value: "59", format: "yyyy/m/d", text: "1900/02/28"),
        Shown(value: "60", format: "yyyy/m/d", text: "1900/02/29"),
        Shown(value: "61", format: "yyyy/m/d", text: "1900/03/01"),
        Shown(value: "2958465", format: "yyyy/m/d", text: "9999/12/31"),
        Shown(value: "2958466", format: "yyyy/m/d", text: "2958466"),
        Shown(value: "-1", format: "yyyy/m/d", text: "-1"),
    ]

    static let numbers = [
        Shown(value: "5.001100010123457e+17", format: "General", text: "500110001012345700"),
        Shown(value: "12345678901234567", format: "0", text: "12345678901234567"),
        Shown(value: "1.5E-7", format: "0.00E+00", text: "0.00000015"),
        Shown(value: "-1.2e3", format: "General", text: "-1200"),
        Shown(value: "106.37160000000001", format: "General", text: "106.37160000000001"),
        Shown(value: "0.10000000000000001", format: "General", text: "0.1"),
        Shown(value: "3276725.7380000001", format: "0.000_);[Red]\\(0.000\\)", text: "3276725.738"),
        Shown(value: "12.0", format: "General", text: "12"),
        Shown(value: "12", format: "00000", text: "00012"),
        Shown(value: "123456", format: "00000", text: "123456"),
        Shown(value: "0.5", format: "0%", text: "0.5"),
        Shown(value: "3", format: "#,##0\"天\"", text: "3"),
        Shown(value: "3", format: "#,##0 \\d", text: "3"),
    ]

    @Test(arguments: moments + numbers) func aNumberIsReadAsItsCellShowsIt(_ row: Shown) throws {
        let file = try read(
            TinyWorkbook.bytes(
                rows: "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>\(row.value)</v></c></row>", formats: [row.format])
        )
        #expect(file.rows == [[row.text]])
    }

    @Test func oldMacsCountFrom1904() throws {
        let file = try read(
            TinyWorkbook.bytes(
                rows: "<row><c s=\"1\"><v>43831.5</v></c><c s=\"1\"><v>0</v></c></row>",
                formats: ["yyyy/m/d"], from1904: true))
        #expect(file.rows == [["2024/01/02 12:00:00", "1904/01/01"]])
    }

    @Test func cellsOfEveryTypeKeepTheirPlaces() throws {
        let file = try read(
            TinyWorkbook.bytes(
                rows: """
                    <row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="b"><v>1</v></c><c t="b"><v>0</v></c>\
                    <c t="inlineStr"><is><r><t>甲</t></r><r><t>&lt;乙&#x3E;</t></r></is></c><c t="e"><v>#N/A</v></c>\
                    <c t="str"><f>A1&gt;"x"</f><v>001</v></c></row>
                    <row r="5"><c r="AA5" t="s"><v>1</v></c></row>
                    """,
                texts: [
                    "<r><t>科学</t></r><r><t xml:space=\"preserve\"> 城</t></r><rPh sb=\"0\"><t>kx</t></rPh>",
                    "<t>上_x000A_下</t>",
                ]))
        #expect(file.layer == "地块")
        #expect(file.rows.count == 5)
        #expect(file.rows[0].isEmpty && file.rows[2].isEmpty)
        #expect(file.rows[1] == ["", "科学 城", "TRUE", "FALSE", "甲<乙>", "#N/A", "001"])
        #expect(file.rows[4] == [String](repeating: "", count: 26) + ["上\n下"])
        #expect(file.notes.isEmpty)
    }

    @Test func longNumbersAndFormulasWithoutResultsAreTold() throws {
        let file = try read(
            TinyWorkbook.bytes(
                rows: """
                    <row><c><v>500110001012345678</v></c><c t="str"><v>500110001012345678</v></c><c><f>1+1</f></c></row>
                    <row><c><v>999999999999999</v></c><c t="str"><f>""</f><v></v></c></row>
                    """))
        #expect(file.rows[0] == ["500110001012345678", "500110001012345678"])
        #expect(file.notes.map(\.code) == ["long_numbers", "formulas_without_values"])
        #expect(file.notes.first?.text.zh.hasPrefix("1 个单元格") == true)
    }

    @Test(arguments: [20_000, 65_530, 1_000_000, 1_048_570]) func blankRowsBelowAreNone(_ count: Int) throws {
        let blank = """
            <table:table-row table:number-rows-repeated="\(count)"><table:table-cell \
            table:number-columns-repeated="16384"/></table:table-row>
            """
        let file = try read(
            TinySpreadsheet.bytes(
                rows: "<table:table-row>\(TinySpreadsheet.text("编号"))</table:table-row>"
                    + "<table:table-row>\(TinySpreadsheet.text("001"))</table:table-row>\(blank)"),
            as: "a.ods")
        #expect(file.rows == [["编号"], ["001"]])
    }

    @Test func anOpenDocumentKeepsItsValues() throws {
        func cell(_ attributes: String, _ shown: String) -> String {
            "<table:table-cell \(attributes)><text:p>\(shown)</text:p></table:table-cell>"
        }
        let float = "office:value-type=\"float\" office:value"
        let date = "office:value-type=\"date\" office:date-value"
        let time = "office:value-type=\"time\" office:time-value"
        let cells = [
            cell("\(date)=\"2024-01-02T03:04:05\"", "24-1-2"), cell("\(date)=\"2024-01-02\"", "24-1-2"),
            cell("\(time)=\"PT30H00M05S\"", "6:00"), cell("\(float)=\"5.00110001012346E+017\"", "5E17"),
            cell("\(float)=\"7\"", "007"), cell("\(float)=\"1.50\"", "1.5"),
            cell("office:value-type=\"boolean\" office:boolean-value=\"true\"", "真"),
            "<table:table-cell table:number-columns-spanned=\"2\" office:value-type=\"string\"><office:annotation>"
                + "<text:p>批注</text:p></office:annotation><text:p>甲<text:s text:c=\"2\"/><text:span>乙</text:span></text:p>"
                + "<text:p>丙</text:p></table:table-cell><table:covered-table-cell/>",
            cell("office:value-type=\"string\" table:number-columns-repeated=\"2\"", "同"),
        ]
        let file = try read(
            TinySpreadsheet.bytes(
                rows: "<table:table-header-rows><table:table-row>\(cells.joined())</table:table-row>"
                    + "</table:table-header-rows><table:table-row table:number-rows-repeated=\"2\">"
                    + "<table:table-cell/></table:table-row><table:table-row table:number-rows-repeated=\"2\">"
                    + "\(TinySpreadsheet.text("末"))</table:table-row>"), as: "a.ods")
        #expect(
            file.rows == [
                [
                    "2024/01/02 03:04:05", "2024/01/02", "30:00:05", "500110001012346000", "007", "1.5",
                    "TRUE",
                    "甲  乙\n丙", "", "同", "同",
                ], [], [], ["末"], ["末"],
            ])
        #expect(file.notes.map(\.code) == ["long_numbers"])
    }

    @Test func aStrayCellFarAwayIsRefusedWithWhatToDo() throws {
        let error = try exchangeError {
            _ = try read(
                TinyWorkbook.bytes(
                    rows:
                        "<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row><row r=\"1048576\"><c><v>2</v></c></row>"
                ))
        }
        #expect(error.code == "sheet_too_large")
        #expect(error.remedy.zh.contains("删除"))
        let repeated = "<table:table-row table:number-rows-repeated=\"1048576\">"
        let error2 = try exchangeError {
            _ = try read(
                TinySpreadsheet.bytes(
                    rows: "\(repeated)<table:table-cell office:value-type=\"string\" "
                        + "table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell></table:table-row>"
                ), as: "a.ods")
        }
        #expect(error2.code == "sheet_too_large")
    }

    /// Cut between two bytes anywhere, a part is told to be damaged, or reads as the whole one does.
    @Test func aPartCutShortIsTold() throws {
        let rows =
            "<table:table-row>\(TinySpreadsheet.text("甲&amp;<![CDATA[<b>]]><!-- c -->"))</table:table-row>"
        let whole = Array(
            ("<?xml version=\"1.0\"?><a><office:spreadsheet><table:table table:name='地&gt;块' b = \"x>y\">\(rows)"
                + "</table:table></office:spreadsheet></a>").utf8)
        for count in 1...whole.count {
            let part = String(decoding: whole[..<count], as: UTF8.self)
            try folder.write("\(count).ods", TinyWorkbook.archive([("content.xml", part)]))
            let path = "\(folder.path)/\(count).ods"
            if count == whole.count {
                let file = try SiteFile(path)
                #expect(file.rows == [["甲&<b>"]])
                #expect(file.layer == "地>块")
            } else {
                let error = try exchangeError { _ = try SiteFile(path) }
                #expect(error.code == "damaged_file", "\(count): \(error)")
            }
        }
    }

    @Test(arguments: [
        "<!DOCTYPE a [<!ENTITY b \"c\">]><a/>", "\u{FEFF}<a></a></a>", "<a/><b/>", "<a",
        String(repeating: "<a>", count: 100_000),
    ])
    func whatIsNoXMLOfASheetIsDamaged(_ content: String) throws {
        let error = try exchangeError {
            _ = try read(TinyWorkbook.archive([("content.xml", content)]), as: "a.ods")
        }
        #expect(error.code == "damaged_file")
        #expect(error.kind == .badData)
    }

    @Test func aSheetThatIsNotThereIsNamedWithThoseThatAre() throws {
        let bytes = TinyWorkbook.bytes(rows: "<row><c><v>1</v></c></row>")
        let error = try exchangeError { _ = try read(bytes, SiteFileOptions(layer: "无")) }
        #expect(error.code == "no_such_layer")
        #expect(error.remedy.zh.contains("地块"))
    }
}
