import Wording

/// Formats people hand in that are not read yet, each recognised so that it can be refused by name.
enum ForeignFormat: CaseIterable {
    case workbook
    case shapefile
    case archive
    case gzip
    case geoPackage
    case dxf
    case dwg
    case kml
    case pdf
    case boundaryText
    case jsonArray

    /// Recognises a format by its file extension.
    init?(fileExtension: String?) {
        switch fileExtension {
        case "xlsx", "xls", "xlsm", "xlsb", "et", "ods", "numbers": self = .workbook
        case "shp", "dbf", "shx", "prj": self = .shapefile
        case "zip", "rar", "7z": self = .archive
        case "gz", "tgz": self = .gzip
        case "gpkg", "gdb", "mdb", "sqlite": self = .geoPackage
        case "dxf": self = .dxf
        case "dwg": self = .dwg
        case "kml", "kmz", "ovkml", "gpx": self = .kml
        case "pdf", "doc", "docx", "wps": self = .pdf
        default: return nil
        }
    }

    /// Recognises a format by its first bytes.
    init?(signature bytes: ArraySlice<UInt8>) {
        let signatures: [([UInt8], ForeignFormat)] = [
            ([0x50, 0x4B, 0x03, 0x04], .workbook),  // a renamed .xlsx is likelier than a renamed .zip
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .workbook),  // OLE compound file: .xls, .et
            ([0x00, 0x00, 0x27, 0x0A], .shapefile),
            ([0x1F, 0x8B], .gzip),
            (Array("Rar!".utf8), .archive),
            ([0x37, 0x7A, 0xBC, 0xAF], .archive),
            (Array("SQLite format 3".utf8), .geoPackage),
            (Array("AC10".utf8), .dwg),
            (Array("%PDF-".utf8), .pdf),
            (Array("<?xml".utf8), .kml),
            (Array("<kml".utf8), .kml),
        ]
        guard let match = signatures.first(where: { bytes.starts(with: $0.0) }) else { return nil }
        self = match.1
    }

    /// Whether a text is the land administration's exchange form, which opens with 「[属性描述]」.
    static func isBoundaryText(_ bytes: ArraySlice<UInt8>) -> Bool {
        let mark = TextEncoding.utf8.byteOrderMark
        let text = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes
        let gb18030: [UInt8] = [0x5B, 0xCA, 0xF4, 0xD0, 0xD4, 0xC3, 0xE8, 0xCA, 0xF6, 0x5D]
        return text.starts(with: Array("[属性描述]".utf8)) || text.starts(with: gb18030)
    }

    var label: Bilingual {
        switch self {
        case .workbook: Bilingual(zh: "Excel/WPS 工作簿", en: "an Excel or WPS workbook")
        case .shapefile: Bilingual(zh: "Shapefile", en: "a shapefile")
        case .archive: Bilingual(zh: "压缩包", en: "an archive")
        case .gzip: Bilingual(zh: "gzip 压缩文件", en: "a gzip file")
        case .geoPackage: Bilingual(zh: "GeoPackage 或数据库文件", en: "a GeoPackage or database")
        case .dxf: Bilingual(zh: "DXF 图形", en: "a DXF drawing")
        case .dwg: Bilingual(zh: "DWG 图形", en: "a DWG drawing")
        case .kml: Bilingual(zh: "KML/GPX 或其他 XML 文件", en: "KML, GPX or other XML")
        case .pdf: Bilingual(zh: "PDF 或文字文档", en: "a PDF or word processor document")
        case .boundaryText: Bilingual(zh: "报盘坐标 TXT", en: "a land administration boundary text")
        case .jsonArray: Bilingual(zh: "JSON 数组", en: "a JSON array of objects")
        }
    }

    var remedy: Bilingual {
        switch self {
        case .workbook:
            Bilingual(
                zh: "请在 Excel 或 WPS 中另存为 .xlsx 或“CSV UTF-8（逗号分隔）(*.csv)”，以文件名给出（工作簿不走标准输入）。",
                en:
                    "Save it from Excel or WPS as .xlsx or \"CSV UTF-8 (comma delimited) (*.csv)\" and give it by "
                    + "its name: a workbook cannot come on standard input.")
        case .shapefile, .geoPackage, .dxf, .kml:
            Bilingual(
                zh: "SHP、GPKG、GDB、DXF、KML、KMZ 请以文件名给出（不走标准输入）；其他的请先转为 GeoPackage 或 GeoJSON。",
                en:
                    "Give SHP, GPKG, GDB, DXF, KML and KMZ by their names, not on standard input; convert any other "
                    + "to GeoPackage or GeoJSON.")
        case .dwg:
            Bilingual(
                zh: "请在 AutoCAD 或中望 CAD 中另存为 DXF（如 AutoCAD 2018 DXF），再以 DXF 给出。",
                en: "Save it as DXF (AutoCAD 2018 DXF, say) from your CAD program and give that.")
        case .archive, .gzip:
            Bilingual(
                zh: "请先解压，再指定其中的 CSV、NDJSON 或 GeoJSON 文件（gzip 可用 gunzip -c 原文件 > 点位.csv）。",
                en: "Unpack it and name the CSV, NDJSON or GeoJSON inside "
                    + "(for gzip: gunzip -c FILE > sites.csv).")
        case .pdf:
            Bilingual(
                zh: "请把坐标整理为 CSV，第一行为表头，如 编号,经度,纬度。",
                en: "Put the coordinates into a CSV with a header such as id,lon,lat.")
        case .jsonArray:
            Bilingual(
                zh: "请改为每行一个 JSON 对象（NDJSON），如 jq -c '.[]' 原文件 > sites.ndjson。",
                en: "Put one object on each line (NDJSON): jq -c '.[]' FILE > sites.ndjson.")
        case .boundaryText:
            Bilingual(
                zh: "请以文件名给出，不走标准输入。", en: "Give it by its name, not on standard input."
            )
        }
    }
}

extension TableError {
    static func unsupportedFormat(_ format: ForeignFormat, fileName: String?) -> TableError {
        let named = fileName.map { $0 == "-" ? "" : $0 } ?? ""
        let zh = named.isEmpty ? "输入" : "“\(named.quotable)”"
        let en = named.isEmpty ? "The input" : named.quoted
        return TableError(
            .unsupportedFormat,
            Bilingual(
                zh: "\(zh)是\(format.label.zh)，目前不能直接读取。",
                en: "\(en) is \(format.label.en), which is not read yet."),
            remedy: format.remedy)
    }
}
