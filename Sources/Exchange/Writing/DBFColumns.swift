import Tables
import Wording

/// A table in the columns of a dBASE file: ten bytes a name, 254 bytes a text.
///
/// A longer text runs on in columns of its own, `QUOTES`, `QUOTES_2`, …, cut between characters, so that nothing is
/// lost.
struct DBFColumns {
    private(set) var columns: [GDALLayer.Column] = []
    /// What each column is: the field, and which part of it.
    private(set) var meanings: [(field: ExchangeTable.Field, part: Int)] = []
    private(set) var rows: [ExchangeTable.Row]

    /// Bytes of a dBASE text; 255 is read by some programs as 0.
    static let widest = 254

    init(_ table: ExchangeTable, _ encoding: ExchangeOptions.Encoding) {
        rows = table.rows.map { ExchangeTable.Row([], geometry: $0.geometry, style: $0.style) }
        for (index, field) in table.fields.enumerated() {
            switch field.kind {
            case .text:
                let parts = table.rows.map { row -> [String] in
                    guard case .text(let text) = row.cells[index] else { return [] }
                    return Self.parts(of: text, encoding)
                }
                for part in 0..<max(1, parts.map(\.count).max() ?? 1) {
                    let texts = parts.map { part < $0.count ? $0[part] : "" }
                    let width = texts.map { Self.width(of: $0, encoding) }.max() ?? 0
                    add(field, part, width: max(1, width))
                    for row in rows.indices {
                        rows[row].cells.append(texts[row].isEmpty ? .empty : .text(texts[row]))
                    }
                }
            case .integer, .real:
                add(field, 0, width: 18)
                for row in rows.indices { rows[row].cells.append(table.rows[row].cells[index]) }
            }
        }
    }

    private mutating func add(_ field: ExchangeTable.Field, _ part: Int, width: Int) {
        let suffix = part == 0 ? "" : "_\(part + 1)"
        let name = String(field.shortName.prefix(10 - suffix.count)) + suffix
        columns.append(GDALLayer.Column(name: name, alias: nil, kind: field.kind, width: width))
        meanings.append((field, part))
    }

    /// A text in parts of at most ``widest`` bytes; none begins or ends with a space, which dBASE would not keep.
    private static func parts(of text: String, _ encoding: ExchangeOptions.Encoding) -> [String] {
        var parts: [String] = []
        var part = ""
        var width = 0
        for scalar in text.unicodeScalars {
            let next = Self.width(of: scalar, encoding)
            if width + next > widest {
                // The cut goes back to where two characters meet that are no spaces.
                var rest: [Unicode.Scalar] = []
                var isLoose = scalar.properties.isWhitespace
                while let last = part.unicodeScalars.last, isLoose || last.properties.isWhitespace {
                    isLoose = last.properties.isWhitespace
                    rest.insert(part.unicodeScalars.removeLast(), at: 0)
                }
                parts.append(part)
                part = String(String.UnicodeScalarView(rest))
                width = Self.width(of: part, encoding)
            }
            part.unicodeScalars.append(scalar)
            width += next
        }
        return parts + [part]
    }

    private static func width(of text: String, _ encoding: ExchangeOptions.Encoding) -> Int {
        text.unicodeScalars.reduce(0) { $0 + width(of: $1, encoding) }
    }

    /// Bytes; GB18030 has one for ASCII, two for the characters of GBK, four for the rest, so four is never too few.
    private static func width(of scalar: Unicode.Scalar, _ encoding: ExchangeOptions.Encoding) -> Int {
        switch encoding {
        case .utf8: return String(scalar).utf8.count
        case .gb18030:
            if scalar.isASCII { return 1 }
            let isCommon =
                (0x4E00...0x9FA5).contains(scalar.value) || (0x3000...0x3002).contains(scalar.value)
            return isCommon || "，。；：、（）《》“”".unicodeScalars.contains(scalar) ? 2 : 4
        }
    }
}

/// The legend that goes with shapefiles: what each ten-byte name stands for.
struct DBFLegend {
    private var rows: [[String]] = []

    mutating func add(_ file: String, _ columns: DBFColumns, _ language: Language) {
        for (column, meaning) in zip(columns.columns, columns.meanings) {
            let alias = meaning.field.alias
            let more = Bilingual(zh: "（续\(meaning.part)）", en: " (continued, \(meaning.part))")
            let isMore = meaning.part > 0
            rows.append([
                file, column.name, meaning.field.key, alias.zh + (isMore ? more.zh : ""),
                alias.en + (isMore ? more.en : ""),
            ])
        }
    }

    /// The legend as CSV for a spreadsheet; what the data are and are not stands at its end.
    func csv(_ dataset: ExchangeDataset, _ language: Language) throws(ExchangeError) -> [UInt8] {
        do throws(TableError) {
            var output: [UInt8] = []
            var writer = try CSVWriter(CSVDialect(hasByteOrderMark: true))
            writer.appendByteOrderMark(to: &output)
            let header = Bilingual(zh: "文件,字段,全名,含义,英文含义", en: "file,field,full name,Chinese,English")
            try writer.append(row: header[language].split(separator: ",").map(String.init), to: &output)
            for row in rows { try writer.append(row: row, to: &output) }
            try writer.append(
                row: ["", "", "", dataset.title.zh + "：" + dataset.statement.zh, dataset.statement.en],
                to: &output)
            return output
        } catch {
            throw ExchangeError(error, .badData)
        }
    }
}
