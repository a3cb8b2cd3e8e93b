public import Wording

/// The GIS, CAD and office formats sites are read from; CSV and JSON are read elsewhere.
public enum SiteFileFormat: String, CaseIterable, Hashable, Sendable {
    case workbook = "xlsx"
    case openDocument = "ods"
    case shapefile = "shp"
    case geoPackage = "gpkg"
    case kml
    case kmz
    case dxf
    case flatGeobuf = "fgb"
    /// A folder of an Esri file geodatabase.
    case fileGeodatabase = "gdb"
    /// 勘测定界报盘坐标: `[属性描述]`, `[地块坐标]`.
    case boundaryText = "boundary_text"
    /// A table of a PostGIS database, named as ``DatabaseAddress`` tells.
    case postGIS = "postgis"

    /// The format of a file: by what it begins with, which a name may belie, else by its name.
    ///
    /// - Parameters:
    ///   - path: the file or folder.
    ///   - firstBytes: some bytes from its beginning; empty for a folder.
    /// - Returns: nil for CSV, JSON and everything that is not known here.
    public static func recognise(_ path: String, firstBytes: ArraySlice<UInt8>) -> SiteFileFormat? {
        if DatabaseAddress.isDatabase(path) { return .postGIS }
        let name = path.split(separator: "/").last ?? ""
        let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
        if BoundaryTextReader.isBoundaryText(firstBytes) { return .boundaryText }
        switch ending {
        case "xlsm": return .workbook
        case "dbf", "shx", "prj", "cpg": return .shapefile
        case "ovkml": return .kml
        case SiteFileFormat.postGIS.rawValue: return nil
        default: return SiteFileFormat(rawValue: ending)
        }
    }

    /// The short name of GDAL's driver for files; nil where there is none.
    var driver: String? {
        switch self {
        case .workbook: "XLSX"
        case .openDocument: "ODS"
        case .shapefile: "ESRI Shapefile"
        case .geoPackage: "GPKG"
        case .kml, .kmz: "LIBKML"
        case .dxf: "DXF"
        case .flatGeobuf: "FlatGeobuf"
        case .fileGeodatabase: "OpenFileGDB"
        case .boundaryText, .postGIS: nil
        }
    }

    /// Whether its files are ZIP archives.
    var isArchive: Bool { self == .workbook || self == .openDocument || self == .kmz }

    /// Whether it is sheets of cells and not features.
    public var isTable: Bool { self == .workbook || self == .openDocument }

    /// The format's name for people.
    public var name: Bilingual {
        switch self {
        case .workbook: Bilingual(zh: "Excel 工作簿", en: "Excel workbook")
        case .openDocument: Bilingual(zh: "ODS 表格", en: "ODS spreadsheet")
        case .shapefile: Bilingual(zh: "Shapefile", en: "shapefile")
        case .geoPackage: Bilingual(zh: "GeoPackage", en: "GeoPackage")
        case .kml: Bilingual(zh: "KML", en: "KML")
        case .kmz: Bilingual(zh: "KMZ", en: "KMZ")
        case .dxf: Bilingual(zh: "DXF 图形", en: "DXF drawing")
        case .flatGeobuf: Bilingual(zh: "FlatGeobuf", en: "FlatGeobuf")
        case .fileGeodatabase: Bilingual(zh: "文件地理数据库（.gdb）", en: "file geodatabase (.gdb)")
        case .boundaryText: Bilingual(zh: "报盘坐标 TXT", en: "boundary text (报盘坐标)")
        case .postGIS: Bilingual(zh: "PostGIS 表", en: "PostGIS table")
        }
    }
}
