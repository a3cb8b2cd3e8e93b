import Tables
import Wording

/// Reads one sheet of a workbook or an OpenDocument spreadsheet: cells as texts, where they stand.
struct SheetReading {
    private let path: String
    private let format: SiteFileFormat

    init(_ path: String, _ format: SiteFileFormat) {
        self.path = path
        self.format = format
    }

    func read(
        _ options: SiteFileOptions
    ) throws(ExchangeError) -> (name: String, rows: [[String]], notes: [Note]) {
        let session = try GDALSession()
        let sheets: [(name: String, rows: SheetRows)]
        do throws(SheetFault) {
            sheets = try read(only: options.layer, session)
        } catch {
            // What GDAL says of the packed bytes tells more than what they look like unpacked.
            if let words = session.words.failures.first { throw .damaged(path, format, .gdal(words)) }
            throw error.explained(path, format)
        }
        if let words = session.words.failures.first { throw .damaged(path, format, .gdal(words)) }
        let (name, read) = try chosen(sheets, options.layer)
        var rows = read.rows
        guard !rows.isEmpty else { throw .noFeatures(path) }
        var notes = read.notes
        if let row = options.headerRow, Self.fillHeader(row, &rows) {
            notes.append(
                Note(
                    code: "merged_header",
                    text: Bilingual(
                        zh: "第 \(row) 行表头的空格按上方合并单元格补全。",
                        en:
                            "Blank cells of the header in row \(row) were filled from the merged ones above."
                    )))
        }
        return (name, rows, notes)
    }

    /// The sheets and their cells; where only one is wanted, the others without theirs.
    private func read(
        only wanted: String?, _ session: borrowing GDALSession
    ) throws(SheetFault) -> [(name: String, rows: SheetRows)] {
        guard format == .workbook else {
            return try OpenDocumentSheets(path, wanted: wanted, session).sheets
        }
        let workbook = try Workbook(path, session)
        var sheets: [(name: String, rows: SheetRows)] = []
        for (name, part) in workbook.sheets {
            let isWanted = wanted == nil || wanted == name
            sheets.append((name, isWanted ? try workbook.rows(of: part, session) : SheetRows()))
        }
        return sheets
    }

    /// The sheet that is asked for, else the only one that is not empty.
    private func chosen(
        _ sheets: [(name: String, rows: SheetRows)], _ wanted: String?
    ) throws(ExchangeError) -> (name: String, rows: SheetRows) {
        if let wanted {
            guard let sheet = sheets.first(where: { $0.name == wanted }) else {
                throw .noLayer(path, wanted, sheets.map(\.name))
            }
            return sheet
        }
        let filled = sheets.filter { !$0.rows.rows.isEmpty }
        guard let only = filled.first else { throw .noFeatures(path) }
        guard filled.count == 1 else { throw .severalLayers(path, filled.map(\.name)) }
        return only
    }

    /// Fills the blank cells of a header from those above: a cell merged over two rows stands in the upper one.
    ///
    /// - Returns: whether there were any.
    private static func fillHeader(_ number: Int, _ rows: inout [[String]]) -> Bool {
        guard number > 1, number <= rows.count else { return false }
        let above = rows[..<(number - 1)]
        let width = max(rows[number - 1].count, above.map(\.count).max() ?? 0)
        rows[number - 1] += repeatElement("", count: width - rows[number - 1].count)
        var isFilled = false
        for column in 0..<width where rows[number - 1][column].isEmpty {
            let upper = above.last { $0.count > column && !$0[column].isEmpty }
            guard let upper else { continue }
            rows[number - 1][column] = upper[column]
            isFilled = true
        }
        return isFilled
    }
}

/// A sheet as CSV, so that one reader finds headers and positions in both.
///
/// With a byte order mark: answers keep it, and whoever has sheets opens them in Excel again.
enum SheetText {
    static func csv(_ rows: [[String]]) -> [UInt8] {
        let width = rows.map(\.count).max() ?? 0
        var output: [UInt8] = [0xEF, 0xBB, 0xBF]
        for row in rows {
            for column in 0..<width {
                if column > 0 { output.append(UInt8(ascii: ",")) }
                let text = column < row.count ? row[column] : ""
                let isPlain = text.utf8.allSatisfy { $0 != 0x22 && $0 != 0x2C && $0 != 0x0A && $0 != 0x0D }
                if isPlain, text.utf8.first != 0x20, text.utf8.last != 0x20, !(width == 1 && text.isEmpty) {
                    output += text.utf8
                } else {
                    output += "\"\(text.replacing("\"", with: "\"\""))\"".utf8
                }
            }
            output += [0x0D, 0x0A]
        }
        return output
    }
}

extension Bilingual {
    /// What GDAL said, which is English whatever the language.
    static func gdal(_ words: String) -> Bilingual {
        Bilingual(zh: "GDAL：\(words.quotable)", en: "GDAL says: \(words.quotable)")
    }
}
