import Wording

/// Where a row stands: as a spreadsheet numbers it, and as a text editor does.
public struct RowPosition: Hashable, Sendable {
    /// The row in Excel or WPS, counted from 1; header and blank rows count, a line break inside a cell does not.
    public let row: Int
    /// The line of the text file on which the row begins, counted from 1.
    public let line: Int

    /// Pairs the two numbers.
    public init(row: Int, line: Int) {
        self.row = row
        self.line = line
    }

    /// How messages name the place: one number where both agree.
    var text: Bilingual {
        if row == line { return Bilingual(zh: "第\(row)行", en: "Row \(row)") }
        return Bilingual(zh: "表格第\(row)行（文本第\(line)行）", en: "Row \(row) (text line \(line))")
    }
}
