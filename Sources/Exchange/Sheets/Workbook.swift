/// An Office Open XML workbook (ECMA-376, part 1, 18): its sheets, and what their cells refer to.
///
/// Read by ourselves and not by GDAL, which guesses the type of a cell from its number format and rounds what it takes for
/// a date: the values are what is wanted here.
struct Workbook {
    /// The sheets in their order, and where each is in the archive.
    private(set) var sheets: [(name: String, part: String)] = []
    private let archive: String
    private var countsFrom1904 = false
    /// The texts cells refer to by number.
    private var texts: [String] = []
    /// The formats cells refer to by number.
    private var formats: [NumberFormat] = []

    init(_ archive: String, _ session: borrowing GDALSession) throws(SheetFault) {
        self.archive = archive
        // What the archive itself refers to is listed in `_rels/.rels`.
        let main =
            try WorkbookParts(of: "", in: archive, session).first("officeDocument") ?? "xl/workbook.xml"
        let parts = try WorkbookParts(of: main, in: archive, session)
        var xml = try opened(main, session)
        loop: while true {
            switch try xml.next() {
            case .finished: break loop
            case .start("workbookPr"):
                countsFrom1904 = ["1", "true"].contains(xml.attribute("date1904") ?? "")
            case .start("sheet"):
                // A sheet may be a chart; then it has no cells.
                if let name = xml.attribute("name"), let id = xml.attribute("id"),
                    let part = parts.part("worksheet", id: id)
                {
                    sheets.append((name, part))
                }
            default: continue
            }
        }
        if let part = parts.first("sharedStrings") { try readTexts(opened(part, session)) }
        if let part = parts.first("styles") { try readFormats(opened(part, session)) }
    }

    /// The cells of a sheet.
    func rows(of part: String, _ session: borrowing GDALSession) throws(SheetFault) -> SheetRows {
        var xml = try opened(part, session)
        var rows = SheetRows()
        while true {
            let event = try xml.next()
            if event == .finished { return rows }
            guard event == .start("sheetData") else { continue }
            var row = -1
            while let name = try xml.child() {
                guard name == "row" else {
                    try xml.skipElement()
                    continue
                }
                // Places may be left out where nothing is passed over.
                row = max(0, xml.attribute("r").flatMap { Int($0) }.map { $0 - 1 } ?? (row + 1))
                var column = -1
                while let name = try xml.child() {
                    guard name == "c" else {
                        try xml.skipElement()
                        continue
                    }
                    column = xml.attribute("r").flatMap(Self.column) ?? (column + 1)
                    try readCell(&xml, into: &rows, row: row, column: column)
                }
            }
        }
    }

    /// Reads the cell that was opened last.
    private func readCell(
        _ xml: inout XMLScanner, into rows: inout SheetRows, row: Int, column: Int
    ) throws(SheetFault) {
        let kind = xml.attribute("t") ?? "n"
        let style = xml.attribute("s").flatMap { Int($0) } ?? 0
        var value = ""
        var hasFormula = false
        while let name = try xml.child() {
            switch name {
            case "v": value = try xml.ownText()
            case "is": value = try Self.richText(&xml)
            case "f":
                hasFormula = true
                try xml.skipElement()
            default: try xml.skipElement()
            }
        }
        guard !value.isEmpty else {
            // A text without characters is a result too, and is written so.
            if hasFormula, kind != "str" { rows.unreckonedCount += 1 }
            return
        }
        switch kind {
        case "s":
            guard let index = Int(value), texts.indices.contains(index) else { throw .noSuchText(value) }
            try rows.put(texts[index], row: row, column: column)
        case "b": try rows.put(value == "0" ? "FALSE" : "TRUE", row: row, column: column)
        case "d": try rows.put(SheetValue.shown(isoDate: value), row: row, column: column)
        case "n":
            let format = formats.indices.contains(style) ? formats[style] : .general
            let shown = SheetValue.shown(value, format, from1904: countsFrom1904)
            try rows.put(number: shown, row: row, column: column)
        default: try rows.put(Self.unescaped(value), row: row, column: column)
        }
    }

    private mutating func readTexts(_ xml: consuming XMLScanner) throws(SheetFault) {
        while true {
            let event = try xml.next()
            if event == .finished { return }
            if event == .start("si") { texts.append(try Self.richText(&xml)) }
        }
    }

    private mutating func readFormats(_ xml: consuming XMLScanner) throws(SheetFault) {
        var codes: [Int: String] = [:]
        while true {
            switch try xml.next() {
            case .finished: return
            case .start("numFmt"):
                if let id = xml.attribute("numFmtId").flatMap({ Int($0) }) {
                    codes[id] = xml.attribute("formatCode")
                }
            case .start("cellXfs"):
                while try xml.child() != nil {
                    let id = xml.attribute("numFmtId").flatMap { Int($0) } ?? 0
                    formats.append(codes[id].map(NumberFormat.init(code:)) ?? NumberFormat(builtIn: id))
                    try xml.skipElement()
                }
            default: continue
            }
        }
    }

    /// The text of the element that was opened last, put together from its pieces; how it is read aloud is left out.
    private static func richText(_ xml: inout XMLScanner) throws(SheetFault) -> String {
        var output = ""
        while let name = try xml.child() {
            switch name {
            case "t": output += try xml.ownText()
            case "r": output += try richText(&xml)
            default: try xml.skipElement()
            }
        }
        return unescaped(output)
    }

    /// A text whose characters that XML cannot hold are written `_x000D_` (ECMA-376, part 1, 22.9.2.19).
    private static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "_")), text.contains("_x") else { return text }
        var output = ""
        var rest = Substring(text)
        while let mark = rest.firstRange(of: "_x") {
            output += rest[..<mark.lowerBound]
            let digits = rest[mark.upperBound...].prefix(4)
            rest = rest[mark.upperBound...]
            if digits.utf8.count == 4, rest.dropFirst(4).first == "_",
                let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
            {
                output.unicodeScalars.append(scalar)
                rest = rest.dropFirst(5)
            } else {
                output += "_x"
            }
        }
        return output + rest
    }

    /// The column a cell's name tells, from 0: `C7` is 2.
    private static func column(_ name: String) -> Int? {
        var column = 0
        for byte in name.utf8.prefix(4) {
            guard (0x41...0x5A).contains(byte) else { break }
            column = column * 26 + Int(byte) - 0x40
        }
        return column > 0 ? column - 1 : nil
    }

    private func opened(_ part: String, _ session: borrowing GDALSession) throws(SheetFault) -> XMLScanner {
        guard let entry = ArchiveEntry(part, in: archive, session) else { throw .missing(part) }
        return XMLScanner(entry)
    }
}
