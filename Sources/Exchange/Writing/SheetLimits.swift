import Tables
import Wording

/// What a workbook cannot hold of some tables: characters XML has no room for, and more of them than Excel takes.
struct SheetLimits {
    /// The most characters Excel takes in a cell, in units of UTF-16 (Microsoft, Excel specifications and limits).
    static let cellLength = 32_767

    private var longCount = 0
    private var controlCount = 0

    init(_ tables: [ExchangeTable]) {
        for row in tables.lazy.flatMap(\.rows) {
            for case .text(let text) in row.cells { count(text) }
        }
    }

    init(_ sheets: [PrintedSheet]) {
        for row in sheets.lazy.flatMap(\.rows) {
            for cell in row {
                if case .text(let text) = cell.value { count(text) }
            }
        }
    }

    private mutating func count(_ text: String) {
        // A text has no more units of UTF-16 than bytes.
        if text.utf8.count > Self.cellLength, text.utf16.count > Self.cellLength { longCount += 1 }
        // The characters of XML 1.0, 2.2: of the first 32 only tab and the ends of lines.
        let isControlled = text.utf8.contains { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
        if isControlled { controlCount += 1 }
    }

    /// What is told of it.
    var notes: [Note] {
        var notes: [Note] = []
        if longCount > 0 {
            notes.append(
                Note(
                    code: "cells_too_long",
                    text: Bilingual(
                        zh:
                            "\(longCount) 个单元格超过 Excel 的 \(Self.cellLength) 字上限，Excel 打开时会提示修复并截断；需要全文请改用 CSV 或 GeoPackage。",
                        en: """
                            \(longCount) cells are longer than the \(Self.cellLength) characters Excel takes, which will offer \
                            to repair the file and cut them; CSV and GeoPackage keep them whole.
                            """)))
        }
        if controlCount > 0 {
            notes.append(
                Note(
                    code: "control_characters_dropped",
                    text: Bilingual(
                        zh: "\(controlCount) 个单元格含控制字符，工作簿存不下，已略去。",
                        en:
                            "\(controlCount) cells have control characters, which a workbook cannot hold: left out."
                    )))
        }
        return notes
    }
}
