import Tables

/// The looks of cells as the styles part of a workbook (ECMA-376, part 1, 18.8).
enum SheetStyles {
    /// Points from one line of type to the next.
    static let lineHeight = 15.0

    /// The looks in the order of their cell formats.
    private static let looks: [PrintedSheet.Look] =
        [.plain, .title, .remark, .section, .head, .text, .mark, .good, .open, .bad, .percentage]
        + (0...3).map { .figure(decimals: $0) }

    /// Which cell format a look has.
    static func index(of look: PrintedSheet.Look) -> Int {
        var look = look
        if case .figure(let decimals) = look { look = .figure(decimals: min(3, max(0, decimals))) }
        return looks.firstIndex(of: look) ?? 0
    }

    /// Never 0 or 100 %, which no drawing can promise.
    private static let percentage = "[&gt;=0.9995]&quot;&gt;99.9%&quot;;[&lt;0.0005]&quot;&lt;0.1%&quot;;0.0%"

    /// The part.
    static var xml: String {
        let formats = [
            (164, "#,##0"), (165, "#,##0.0"), (166, "#,##0.00"), (167, "#,##0.000"), (168, Self.percentage),
        ]
        let fonts = ["", "<b/>", "<b/>"]
        let sizes = [10, 16, 10]
        let fills = ["FFE8ECF1", "FFDDEBDD", "FFFFF2CC", "FFF0F0F0"]
        let face = "<name val=\"等线\"/><family val=\"2\"/>"
        let line =
            "<left style=\"thin\">$</left><right style=\"thin\">$</right><top style=\"thin\">$</top><bottom style=\"thin\">$</bottom>"
            .replacing("$", with: "<color rgb=\"FFB0B7C0\"/>")
        return PrintedWorkbook.declaration + "<styleSheet xmlns=\"\(PrintedWorkbook.namespace)\">"
            + "<numFmts count=\"\(formats.count)\">"
            + formats.map { "<numFmt numFmtId=\"\($0.0)\" formatCode=\"\($0.1)\"/>" }.joined() + "</numFmts>"
            + "<fonts count=\"\(fonts.count)\">"
            + zip(fonts, sizes).map { "<font>\($0)<sz val=\"\($1)\"/>\(face)</font>" }.joined() + "</fonts>"
            + "<fills count=\"\(fills.count + 2)\"><fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill>"
            + fills.map {
                "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"\($0)\"/></patternFill></fill>"
            }.joined() + "</fills>"
            + "<borders count=\"2\"><border/><border>\(line)</border></borders>"
            + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
            + "<cellXfs count=\"\(looks.count)\">\(looks.map(format).joined())</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
    }

    private static func format(_ look: PrintedSheet.Look) -> String {
        func cell(
            number: Int = 0, font: Int = 0, fill: Int = 0, isRuled: Bool = true, _ alignment: String
        ) -> String {
            "<xf xfId=\"0\" numFmtId=\"\(number)\" fontId=\"\(font)\" fillId=\"\(fill)\" borderId=\"\(isRuled ? 1 : 0)\" "
                + "applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\">"
                + "<alignment vertical=\"center\" \(alignment)/></xf>"
        }
        let middle = "horizontal=\"center\" wrapText=\"1\""
        return switch look {
        case .plain: cell("")
        case .title: cell(font: 1, isRuled: false, "horizontal=\"center\"")
        case .remark: cell(isRuled: false, "wrapText=\"1\"")
        case .section: cell(font: 2, isRuled: false, "wrapText=\"1\"")
        case .head: cell(font: 2, fill: 2, middle)
        case .text: cell("horizontal=\"left\" indent=\"1\" wrapText=\"1\"")
        case .mark: cell(middle)
        case .good: cell(fill: 3, middle)
        case .open: cell(fill: 4, middle)
        case .bad: cell(fill: 5, middle)
        case .percentage: cell(number: 168, "")
        case .figure(let decimals): cell(number: 164 + decimals, "")
        }
    }
}
