@testable import Exchange

/// A workbook of one sheet, as small as it can be.
enum TinyWorkbook {
    /// A workbook of rows in XML, whose `s` counts the formats from 1, with the texts that cells of type `s` refer to.
    static func bytes(
        rows: String, formats: [String] = [], texts: [String] = [], from1904: Bool = false
    ) -> [UInt8] {
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        func relations(_ targets: [(kind: String, part: String)]) -> String {
            "<Relationships>"
                + targets.enumerated().map { index, target in
                    "<Relationship Id=\"r\(index + 1)\" Type=\"\(office)/\(target.kind)\" Target=\"\(target.part)\"/>"
                }.joined() + "</Relationships>"
        }
        let codes = formats.enumerated().map { index, code in
            let code = code.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
            return "<numFmt numFmtId=\"\(170 + index)\" formatCode=\"\(code)\"/>"
        }
        let styles = ([0] + formats.indices.map { 170 + $0 }).map { "<xf numFmtId=\"\($0)\"/>" }
        return archive([
            ("_rels/.rels", relations([("officeDocument", "xl/workbook.xml")])),
            (
                "xl/_rels/workbook.xml.rels",
                relations([
                    ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"),
                    ("sharedStrings", "/xl/sharedStrings.xml"),
                ])
            ),
            (
                "xl/workbook.xml",
                "<workbook><workbookPr date1904=\"\(from1904 ? 1 : 0)\"/><sheets>"
                    + "<sheet name=\"地块\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
            (
                "xl/styles.xml",
                "<styleSheet><numFmts>\(codes.joined())</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                    + "<cellXfs>\(styles.joined())</cellXfs></styleSheet>"
            ),
            (
                "xl/sharedStrings.xml",
                "<sst>\(texts.map { "<si>\($0)</si>" }.joined())</sst>"
            ),
            (
                "xl/worksheets/sheet1.xml",
                "<worksheet><dimension ref=\"A1\"/><sheetData>\(rows)</sheetData></worksheet>"
            ),
        ])
    }

    static func archive(_ parts: [(name: String, content: String)]) -> [UInt8] {
        StoredArchive.bytes(of: parts.map { (name: $0.name, content: Array($0.content.utf8)) })
    }
}

/// A spreadsheet in OpenDocument form, as small as it can be.
enum TinySpreadsheet {
    static func bytes(rows: String) -> [UInt8] {
        TinyWorkbook.archive([
            (
                "content.xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content><office:body>"
                    + "<office:spreadsheet><table:table table:name=\"地块\"><table:table-column/>\(rows)</table:table>"
                    + "</office:spreadsheet></office:body></office:document-content>"
            )
        ])
    }

    static func text(_ text: String) -> String {
        "<table:table-cell office:value-type=\"string\"><text:p>\(text)</text:p></table:table-cell>"
    }
}
