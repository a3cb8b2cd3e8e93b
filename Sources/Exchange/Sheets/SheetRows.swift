import Wording

/// The cells of one sheet as texts, where they stand, and what had to be told of them.
struct SheetRows {
    /// More cells than this are not held, blank ones left of a filled one counted: a million rows of thirty-two columns.
    static let cellLimit = 1 << 25

    /// Rows reach as far as their last filled cell.
    private(set) var rows: [[String]] = []
    /// The first number of more digits than a sheet keeps, and how many there are.
    private(set) var inexact: (first: String, count: Int) = ("", 0)
    /// Formulas whose result is not in the file.
    var unreckonedCount = 0
    private var cellCount = 0
    private var width = 0

    /// Puts a text into its cell; one without characters is none.
    ///
    /// Rows and columns count from 0 and come in their order.
    mutating func put(_ text: String, row: Int, column: Int) throws(SheetFault) {
        guard !text.isEmpty else { return }
        guard row < 1 << 21, column < 1 << 15 else { throw .tooManyCells(row: row, column: column) }
        if row >= rows.count { rows += repeatElement([], count: row + 1 - rows.count) }
        let held = rows[row].count
        if column < held {
            rows[row][column] = text
            return
        }
        cellCount += column + 1 - held
        width = max(width, column + 1)
        // As CSV every row is as wide as the widest.
        guard cellCount <= Self.cellLimit, rows.count * width <= 4 * Self.cellLimit else {
            throw .tooManyCells(row: row, column: column)
        }
        rows[row] += repeatElement("", count: column - held)
        rows[row].append(text)
    }

    /// Puts in a number, and remembers it where a sheet cannot hold it exactly.
    mutating func put(number: String, row: Int, column: Int) throws(SheetFault) {
        if SheetValue.isInexact(number) {
            inexact = (inexact.count == 0 ? number : inexact.first, inexact.count + 1)
        }
        try put(number, row: row, column: column)
    }

    /// What is told of the cells.
    var notes: [Note] {
        var notes: [Note] = []
        if inexact.count > 0 {
            notes.append(
                Note(
                    code: "long_numbers",
                    text: Bilingual(
                        zh:
                            "\(inexact.count) 个单元格是超过15位的数值（首个为 \(inexact.first)），表格只保留15位有效数字，末几位可能已失真；编号请按文本存放。",
                        en: """
                            \(inexact.count) cells hold numbers of more than 15 digits (the first: \(inexact.first)), of \
                            which a sheet keeps 15: the last ones may be lost. Keep ids as text.
                            """)))
        }
        if unreckonedCount > 0 {
            notes.append(
                Note(
                    code: "formulas_without_values",
                    text: Bilingual(
                        zh: "\(unreckonedCount) 个公式在文件中没有计算结果，按空白读取；请用 Excel 或 WPS 打开并保存后再读。",
                        en: """
                            \(unreckonedCount) formulas have no result in the file and are read as blank: open it in Excel \
                            or WPS and save it.
                            """)))
        }
        return notes
    }
}
