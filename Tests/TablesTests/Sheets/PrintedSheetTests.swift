import Tables
import Testing

@Suite struct PrintedSheetTests {
    @Test func aHeadOfTwoRowsJoinsTheNamesOfGroups() {
        var sheet = PrintedSheet("表", columns: 4)
        sheet.add(whole: "题", .title)
        sheet.add(head: [("编号", []), ("位于某区内", ["判定", "概率"]), ("说明", [])])
        #expect(sheet.head == 1...2)
        #expect(sheet.rows.map(\.count) == [4, 4, 4])
        #expect(
            Set(sheet.merges) == [
                .init(rows: 0...0, columns: 0...3), .init(rows: 1...2, columns: 0...0),
                .init(rows: 1...1, columns: 1...2), .init(rows: 1...2, columns: 3...3),
            ])
        // Without groups it has one.
        var plain = PrintedSheet("表", columns: 2)
        plain.add(head: [("甲", []), ("乙", [])])
        #expect(plain.head == 0...0 && plain.merges.isEmpty)
    }

    @Test func columnsAreAsWideAsTheirWordsWithinLimitsAndLongOnesAreWrapped() {
        var sheet = PrintedSheet("表", columns: 3)
        sheet.add(head: [("名次", []), ("名称", []), ("说明", [])])
        sheet.add([
            .init(.number(1), .mark), .text("示例地块一"), .text(String(repeating: "说明", count: 60)),
        ])
        let (widths, lines) = (sheet.widths, sheet.lineCounts)
        #expect(widths[0] < widths[1] && widths[1] < widths[2])
        #expect(widths[1] >= 10 && widths[2] < 40)
        #expect(lines[0] == 1)
        // 240 characters of the standard type in some thirty.
        #expect((7...11).contains(lines[1]))
    }

    @Test func aRowHasEveryColumn() {
        var sheet = PrintedSheet("表", columns: 3)
        sheet.add([.text("一")])
        #expect(sheet.rows[0].count == 3)
        sheet.endTable()
        #expect(sheet.lastRow == 0)
    }
}
