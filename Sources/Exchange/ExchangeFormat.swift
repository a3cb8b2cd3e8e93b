public import Projection
public import Wording

/// The formats tables with geometry leave in.
public enum ExchangeFormat: String, CaseIterable, Hashable, Sendable {
    case geoPackage = "gpkg"
    case shapefile = "shp"
    case kml
    case kmz
    case flatGeobuf = "fgb"
    case dxf
    case geoJSON = "geojson"
    /// GeoJSON text sequences (RFC 8142).
    case geoJSONSequence = "geojsonseq"
    /// CSV with the geometry as WKT.
    case csv
    case workbook = "xlsx"
    /// 勘测定界报盘坐标: the areas and nothing else.
    case boundaryText = "txt"

    /// The format a file's name promises; nil where it promises none.
    public init?(fileName: String) {
        let name = fileName.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
        switch name[name.index(after: dot)...].lowercased() {
        case "json", "geojson": self = .geoJSON
        case "geojsons", "geojsonl", "geojsonseq": self = .geoJSONSequence
        case let ending:
            guard let format = ExchangeFormat(rawValue: ending) else { return nil }
            self = format
        }
    }

    /// The short name of GDAL's driver; nil for the formats written without it.
    var driver: String? {
        switch self {
        case .geoPackage: "GPKG"
        case .shapefile: "ESRI Shapefile"
        case .kml, .kmz: "LIBKML"
        case .flatGeobuf: "FlatGeobuf"
        case .dxf: "DXF"
        case .workbook: "XLSX"
        case .geoJSON, .geoJSONSequence, .csv, .boundaryText: nil
        }
    }

    /// Whether the format holds WGS 84 and nothing else.
    public var isWGS84Only: Bool { self == .kml || self == .kmz }

    /// The frame used where none is named: WGS 84, but CGCS2000 in metres, 3° strip 35, for drawings (EPSG:4544, eastings
    /// without the strip's number) and 报盘坐标 (EPSG:4523, with it).
    public var usualFrame: ReferenceFrame {
        get throws(FrameError) {
            switch self {
            case .dxf: try .epsg(4544)
            case .boundaryText: try .epsg(4523)
            default: .wgs84
            }
        }
    }

    /// What becomes of rows without geometry.
    public var keepsUnlocated: Bool {
        switch self {
        case .kml, .kmz, .flatGeobuf, .dxf, .boundaryText: false
        case .geoPackage, .shapefile, .geoJSON, .geoJSONSequence, .csv, .workbook: true
        }
    }

    /// The format's name for people.
    public var name: Bilingual {
        switch self {
        case .geoPackage: Bilingual(zh: "GeoPackage", en: "GeoPackage")
        case .shapefile: Bilingual(zh: "Shapefile", en: "Shapefile")
        case .kml: Bilingual(zh: "KML", en: "KML")
        case .kmz: Bilingual(zh: "KMZ", en: "KMZ")
        case .flatGeobuf: Bilingual(zh: "FlatGeobuf", en: "FlatGeobuf")
        case .dxf: Bilingual(zh: "DXF", en: "DXF")
        case .geoJSON: Bilingual(zh: "GeoJSON", en: "GeoJSON")
        case .geoJSONSequence: Bilingual(zh: "GeoJSON 文本序列", en: "GeoJSON text sequence")
        case .csv: Bilingual(zh: "CSV（含 WKT）", en: "CSV with WKT")
        case .workbook: Bilingual(zh: "Excel 工作簿", en: "Excel workbook")
        case .boundaryText: Bilingual(zh: "报盘坐标 TXT", en: "boundary text (报盘坐标)")
        }
    }
}
