import Tables

/// One sheet as the XML of its part (ECMA-376, part 1, 18.3).
struct SheetMarkup {
    private let sheet: PrintedSheet
    private let isFirst: Bool

    init(_ sheet: PrintedSheet, isFirst: Bool) {
        self.sheet = sheet
        self.isFirst = isFirst
    }

    var bytes: [UInt8] {
        var text = PrintedWorkbook.declaration + "<worksheet xmlns=\"\(PrintedWorkbook.namespace)\">"
        text += "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews>"
        text += "<sheetView workbookViewId=\"0\" showGridLines=\"0\"\(isFirst ? " tabSelected=\"1\"" : "")>"
        if let head = sheet.head {
            text += "<pane ySplit=\"\(head.upperBound + 1)\" topLeftCell=\"A\(head.upperBound + 2)\" "
            text += "activePane=\"bottomLeft\" state=\"frozen\"/>"
        }
        text +=
            "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"\(SheetStyles.lineHeight)\"/><cols>"
        for (index, width) in sheet.widths.enumerated() {
            text += "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
        }
        text += "</cols><sheetData>"
        var output = Array(text.utf8)
        for (index, (cells, lines)) in zip(sheet.rows, sheet.lineCounts).enumerated() {
            append(cells, lines, number: index + 1, to: &output)
        }
        output += "</sheetData>".utf8
        if let head = sheet.head, let last = sheet.lastRow, last > head.upperBound {
            let end = Self.column(sheet.columnCount - 1)
            output += "<autoFilter ref=\"A\(head.upperBound + 1):\(end)\(last + 1)\"/>".utf8
        }
        if !sheet.merges.isEmpty {
            output += "<mergeCells count=\"\(sheet.merges.count)\">".utf8
            for merge in sheet.merges {
                let from = "\(Self.column(merge.columns.lowerBound))\(merge.rows.lowerBound + 1)"
                let to = "\(Self.column(merge.columns.upperBound))\(merge.rows.upperBound + 1)"
                output += "<mergeCell ref=\"\(from):\(to)\"/>".utf8
            }
            output += "</mergeCells>".utf8
        }
        // A4 in the landscape, A3 for more than it can be read on; as wide as the page, as many pages as it takes.
        let paper = sheet.widths.reduce(0, +) > 190 ? 8 : 9
        output +=
            """
            <printOptions horizontalCentered="1"/>\
            <pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>\
            <pageSetup paperSize="\(paper)" orientation="landscape" fitToWidth="1" fitToHeight="0"/>\
            <headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>
            """.utf8
        return output
    }

    private func append(
        _ cells: [PrintedSheet.Cell], _ lines: Int, number: Int, to output: inout [UInt8]
    ) {
        let isTitle = cells.first?.look == .title
        // Excel takes no row higher than 409 points.
        let height = isTitle ? 30 : min(409, Double(lines) * SheetStyles.lineHeight + 3)
        output += "<row r=\"\(number)\" ht=\"\(height)\" customHeight=\"1\">".utf8
        for (index, cell) in cells.enumerated() {
            let place = "\(Self.column(index))\(number)\" s=\"\(SheetStyles.index(of: cell.look))\""
            switch cell.value {
            case .empty: output += "<c r=\"\(place)/>".utf8
            case .number(let value): output += "<c r=\"\(place)><v>\(value)</v></c>".utf8
            case .text(let text):
                output += "<c r=\"\(place) t=\"inlineStr\"><is><t xml:space=\"preserve\">".utf8
                output += Self.escaped(text).utf8
                output += "</t></is></c>".utf8
            }
        }
        output += "</row>".utf8
    }

    /// The letters of a column, from 0.
    static func column(_ index: Int) -> String {
        var (index, letters) = (index, "")
        repeat {
            letters = String(UnicodeScalar(UInt8(65 + index % 26))) + letters
            index = index / 26 - 1
        } while index >= 0
        return letters
    }

    /// A text as XML has it; what XML 1.0 has no room for is left out.
    static func escaped(_ text: String) -> String {
        var output = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "\"": output += "&quot;"
            case "\t", "\n", "\r": output.unicodeScalars.append(scalar)
            default:
                let isOut = scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF
                if !isOut { output.unicodeScalars.append(scalar) }
            }
        }
        return output
    }
}
