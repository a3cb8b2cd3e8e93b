import Wording

/// Why the parts of an office document cannot be read as sheets.
enum SheetFault: Error, Hashable {
    /// Why a text is no XML, or none that is read here.
    enum XMLFault: Hashable {
        case cutShort
        case malformed
        case notUTF8
        case declaration
    }

    /// The archive lacks a part.
    case missing(String)
    case notXML(XMLFault)
    /// A cell names a text there is not.
    case noSuchText(String)
    /// A cell beyond what is held; row and column count from 0.
    case tooManyCells(row: Int, column: Int)

    /// What is said of it, for the file it was met in.
    func explained(_ path: String, _ format: SiteFileFormat) -> ExchangeError {
        switch self {
        case .missing(let part):
            .damaged(
                path, format,
                Bilingual(zh: "其中没有“\(part.quotable)”", en: "it has no \(part.quoted) in it"))
        case .noSuchText(let number):
            .damaged(
                path, format,
                Bilingual(
                    zh: "单元格引用的第 \(number.quotable) 条文字不存在",
                    en: "a cell refers to text \(number.quoted), which is not there"))
        case .notXML(.cutShort):
            .damaged(path, format, Bilingual(zh: "其中的 XML 没有结尾", en: "the XML in it has no end"))
        case .notXML(.malformed):
            .damaged(path, format, Bilingual(zh: "其中的 XML 有错", en: "the XML in it is not well formed"))
        case .notXML(.notUTF8):
            .damaged(path, format, Bilingual(zh: "其中的 XML 不是 UTF-8", en: "the XML in it is not UTF-8"))
        case .notXML(.declaration):
            .damaged(
                path, format,
                Bilingual(zh: "其中的 XML 含文档类型声明", en: "the XML in it declares a document type"))
        case .tooManyCells(let row, let column): .tooManyCells(path, row: row, column: column)
        }
    }
}

extension ExchangeError {
    /// A sheet that reaches further than is held, mostly by a stray cell far below or far right.
    fileprivate static func tooManyCells(_ path: String, row: Int, column: Int) -> ExchangeError {
        ExchangeError(
            .badData, "sheet_too_large",
            Bilingual(
                zh:
                    "“\(path.quotable)”的工作表过大：读到第 \(row + 1) 行第 \(column + 1) 列时，已超过 \(SheetRows.cellLimit) 个单元格。",
                en: """
                    A sheet of \(path.quoted) is too large: with row \(row + 1), column \(column + 1) it has more than \
                    \(SheetRows.cellLimit) cells.
                    """),
            remedy: Bilingual(
                zh: "请删除数据下方和右侧多余的行列（含空格、公式填充）后保存，或拆分文件。",
                en: "Delete what stands far below and right of the data and save it, or split the file."))
    }
}
