import Exchange
import Tables
import TestSupport
import Testing
import Wording

@Suite struct PrintedWorkbookTests {
    @Test func whatIsWrittenIsReadAgain() throws {
        let folder = try TemporaryFolder()
        var sheet = PrintedSheet("A & <B>", columns: 3)
        sheet.add(head: [("名称 & \"引号\"", []), ("经度", []), ("纬度", [])])
        sheet.add([
            .text("<甲>\u{01} & 乙", .plain), .init(.number(106.33), .plain), .init(.number(29.52), .plain),
        ])
        sheet.add([
            .text("001", .plain), .init(.number(106.375), .figure(decimals: 9)), .init(.number(29.5), .plain),
        ])
        sheet.endTable()
        let workbook = PrintedWorkbook([sheet])
        #expect(workbook.notes.map(\.code) == ["control_characters_dropped"])
        try folder.write("a.xlsx", workbook.bytes)
        let text = String(decoding: try SiteFile(folder.path + "/a.xlsx").text.dropFirst(3), as: UTF8.self)
        #expect(
            text == "\"名称 & \"\"引号\"\"\",经度,纬度\r\n<甲> & 乙,106.33,29.52\r\n001,106.375,29.5\r\n")
    }

    @Test func theSameSheetsGiveTheSameBytes() {
        var sheet = PrintedSheet("甲", columns: 1)
        sheet.add(whole: "题", .title)
        #expect(PrintedWorkbook([sheet]).bytes == PrintedWorkbook([sheet]).bytes)
        #expect(PrintedWorkbook([sheet]).bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]))
    }
}
