public import Tables
public import Wording

/// A workbook of sheets to be handed in, as Office Open XML (ECMA-376, part 1, 18).
///
/// GDAL writes values only; what a bureau prints has widths, wrapped heads that repeat, and a page set up.
public struct PrintedWorkbook: Sendable {
    private let sheets: [PrintedSheet]

    /// Takes the sheets in order, each of another name.
    public init(_ sheets: [PrintedSheet]) { self.sheets = sheets }

    /// What a workbook cannot hold of them.
    public var notes: [Note] { SheetLimits(sheets).notes }

    /// The file.
    public var bytes: [UInt8] {
        var files: [(name: String, content: [UInt8])] = [
            ("[Content_Types].xml", Array(contentTypes.utf8)),
            ("_rels/.rels", Array(Self.relations([("officeDocument", "xl/workbook.xml")]).utf8)),
            ("xl/workbook.xml", Array(workbook.utf8)),
            (
                "xl/_rels/workbook.xml.rels",
                Array(
                    Self.relations(
                        sheets.indices.map { ("worksheet", "worksheets/sheet\($0 + 1).xml") }
                            + [("styles", "styles.xml")]
                    ).utf8)
            ),
            ("xl/styles.xml", Array(SheetStyles.xml.utf8)),
        ]
        for (index, sheet) in sheets.enumerated() {
            files.append(
                ("xl/worksheets/sheet\(index + 1).xml", SheetMarkup(sheet, isFirst: index == 0).bytes))
        }
        return StoredArchive.bytes(of: files)
    }

    static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    static let namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"

    private static func relations(_ targets: [(kind: String, target: String)]) -> String {
        let entries = targets.enumerated().map {
            "<Relationship Id=\"rId\($0 + 1)\" Type=\"\(office)/\($1.kind)\" Target=\"\($1.target)\"/>"
        }
        return declaration
            + "<Relationships xmlns=\"\(package)/relationships\">\(entries.joined())</Relationships>"
    }

    private var contentTypes: String {
        let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        let sheets = sheets.indices.map {
            "<Override PartName=\"/xl/worksheets/sheet\($0 + 1).xml\" ContentType=\"\(kind).worksheet+xml\"/>"
        }
        return Self.declaration + "<Types xmlns=\"\(Self.package)/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(kind).sheet.main+xml\"/>"
            + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(kind).styles+xml\"/>"
            + sheets.joined() + "</Types>"
    }

    private var workbook: String {
        let entries = sheets.enumerated().map {
            "<sheet name=\"\(SheetMarkup.escaped($1.name))\" sheetId=\"\($0 + 1)\" r:id=\"rId\($0 + 1)\"/>"
        }
        // The head repeats on every page.
        let titles = sheets.enumerated().compactMap { index, sheet in
            sheet.head.map {
                "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"\(index)\">'"
                    + SheetMarkup.escaped(sheet.name.replacing("'", with: "''"))
                    + "'!$\($0.lowerBound + 1):$\($0.upperBound + 1)</definedName>"
            }
        }
        return Self.declaration + "<workbook xmlns=\"\(Self.namespace)\" xmlns:r=\"\(Self.office)\">"
            + "<sheets>\(entries.joined())</sheets>"
            + (titles.isEmpty ? "" : "<definedNames>\(titles.joined())</definedNames>") + "</workbook>"
    }
}
