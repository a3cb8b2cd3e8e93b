import Wording

/// Errors of the row the header stands on.
extension TableError {
    static func titleAboveHeader(
        _ title: CSVRecord, columns: [TableColumn], _ below: HeaderBelow
    ) -> TableError {
        let first = Self.title(columns)
        let names = below.columns.map(\.name).filter { !$0.isEmpty }.prefix(6).map(\.quotable)
        let (top, row) = (title.position.row, below.position.row)
        return TableError(
            .titleAboveHeader,
            Bilingual(
                zh: "第\(top)行（“\(first.quotable)”）不像表头，第\(row)行（\(names.joined(separator: "、"))）才像。",
                en: "Row \(top) (\(first.quoted)) is no header, but row \(row) "
                    + "(\(names.joined(separator: ", "))) reads like one."),
            remedy: Bilingual(
                zh: "请删去第\(row)行以上的各行，使表头成为第一行；或指明表头在第\(row)行。",
                en: "Delete the rows above row \(row), or state that the header is row \(row)."),
            at: below.position)
    }

    /// The first cell that says something.
    fileprivate static func title(_ columns: [TableColumn]) -> String {
        columns.map(\.name).first { !$0.allSatisfy(\.isWhitespace) } ?? ""
    }

    static func noSuchHeaderRow(_ row: Int, rows: Int?) -> TableError {
        let there = rows.map {
            Bilingual(zh: "输入只有\($0)行", en: "the input has \($0) row\($0 == 1 ? "" : "s")")
        }
        return TableError(
            .missingHeaderRow,
            Bilingual(
                zh: "没有第\(row)行可作表头：\(there?.zh ?? "行号从 1 算起")。",
                en: "There is no row \(row) to be the header: \(there?.en ?? "rows are counted from 1")."),
            remedy: Bilingual(
                zh: "请按表格软件显示的行号填写表头所在行。", en: "Give the header's row as a spreadsheet numbers it."))
    }

    static func blankHeaderRow(_ row: Int) -> TableError {
        TableError(
            .missingHeaderRow,
            Bilingual(zh: "指定为表头的第\(row)行是空行。", en: "Row \(row), said to be the header, is blank."),
            remedy: Bilingual(
                zh: "请按表格软件显示的行号填写表头所在行。", en: "Give the header's row as a spreadsheet numbers it."))
    }
}

extension Note {
    static func titlePassedOver(_ title: CSVRecord, columns: [TableColumn], headerRow: Int) -> Note {
        let first = TableError.title(columns)
        let top = title.position.row
        let isOne = top == headerRow - 1
        let rows = isOne ? "\(top)" : "\(top)–\(headerRow - 1)"
        return Note(
            code: "title_passed_over",
            text: Bilingual(
                zh: "第\(rows)行（“\(first.quotable)”）按标题处理，表头取第\(headerRow)行。",
                en:
                    "\(isOne ? "Row" : "Rows") \(rows) (\(first.quoted)) \(isOne ? "was" : "were") taken for a title, "
                    + "row \(headerRow) for the header."))
    }
}
