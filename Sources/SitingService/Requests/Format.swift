internal import HTTPTypes
internal import Tables

/// The formats answers leave in, by the names `f` knows them by.
enum Format: String, CaseIterable, Sendable {
    case json
    case geojson
    case html
    case text
    case csv
    case ndjson
    case png
    case svg
    case pdf
    case dot
    case schema
    case openapi
    case css
    case javascript
    // Files for GIS, CAD and office programs.
    case gpkg
    case shp
    case kml
    case kmz
    case fgb
    case dxf
    case geojsonseq
    case xlsx
    case txt

    /// As `Content-Type` says it.
    var mediaType: String {
        switch self {
        case .json: "application/json"
        case .geojson: "application/geo+json"
        case .html: "text/html; charset=utf-8"
        case .text: "text/plain; charset=utf-8"
        case .csv: "text/csv; charset=utf-8"
        case .ndjson: "application/x-ndjson"
        case .png: "image/png"
        case .svg: "image/svg+xml"
        case .pdf: "application/pdf"
        case .dot: "text/vnd.graphviz; charset=utf-8"
        case .schema: "application/schema+json"
        case .openapi: "application/vnd.oai.openapi+json;version=3.0"
        case .css: "text/css; charset=utf-8"
        case .javascript: "text/javascript; charset=utf-8"
        case .gpkg: "application/geopackage+sqlite3"
        case .shp: "application/zip"
        case .kml: "application/vnd.google-earth.kml+xml"
        case .kmz: "application/vnd.google-earth.kmz"
        case .fgb: "application/flatgeobuf"
        case .dxf: "image/vnd.dxf"
        case .geojsonseq: "application/geo+json-seq"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .txt: "text/plain; charset=utf-8"
        }
    }

    /// As `Content-Type` says it of text in an encoding.
    func mediaType(in encoding: TextEncoding) -> String {
        mediaType.replacing("charset=utf-8", with: "charset=\(encoding.rawValue)")
    }

    /// As a link says it: without the encoding, which is the answer's own to tell.
    var linkType: String { mediaType.replacing("; charset=utf-8", with: "") }

    /// The media types a client may name it by in `Accept`; a client that wants JSON is glad of GeoJSON.
    var acceptable: [String] {
        switch self {
        case .geojson: ["application/geo+json", "application/json"]
        case .schema: ["application/schema+json", "application/json"]
        case .openapi: ["application/vnd.oai.openapi+json", "application/json"]
        case .ndjson: ["application/x-ndjson", "application/jsonl", "application/geo+json-seq"]
        case .html: ["text/html", "application/xhtml+xml"]
        default: [mediaType.split(separator: ";").first.map(String.init) ?? mediaType]
        }
    }

    /// The format asked for: by `f`, else the one `Accept` likes best, else the first.
    static func chosen(f: String?, accept: String?, among formats: [Format]) throws(Problem) -> Format {
        if let f {
            let found =
                formats.first { $0.rawValue == f } ?? formats.first { $0.acceptable[0] == f }
                ?? (f == "json" ? formats.first { $0.acceptable.contains("application/json") } : nil)
            guard let found else { throw Problem.unknownFormat(f, formats) }
            return found
        }
        guard let first = formats.first else { throw Problem.notAcceptable(formats) }
        guard let accept, accept != "*/*" else { return first }
        let ranges = accept.split(separator: ",").compactMap { MediaRange($0) }
        guard !ranges.isEmpty else { return first }
        var best: (format: Format, quality: Double)?
        for format in formats {
            let quality = format.quality(in: ranges)
            if quality > best?.quality ?? 0 { best = (format, quality) }
        }
        guard let best else { throw Problem.notAcceptable(formats) }
        return best.format
    }

    /// How much a client likes it: what the most specific of its media ranges says.
    private func quality(in ranges: [MediaRange]) -> Double {
        let matching = ranges.filter { range in acceptable.contains { range.matches($0) } }
        return matching.max { $0.precision < $1.precision }?.quality ?? 0
    }
}

/// One media range of an `Accept` header (RFC 9110, 12.5.1).
struct MediaRange {
    let type: Substring
    let quality: Double

    init?(_ text: Substring) {
        let parts = text.split(separator: ";").map { $0.drop { $0 == " " }.prefix { $0 != " " } }
        guard let type = parts.first, type.contains("/") else { return nil }
        self.type = type
        let quality = parts.dropFirst().first { $0.lowercased().hasPrefix("q=") }
        self.quality = quality.flatMap { Double($0.dropFirst(2)) }.map { min(max($0, 0), 1) } ?? 1
    }

    /// Two for a type, one for `text/*`, none for `*/*`.
    var precision: Int { type == "*/*" ? 0 : type.hasSuffix("/*") ? 1 : 2 }

    func matches(_ mediaType: String) -> Bool {
        switch precision {
        case 0: true
        case 1: mediaType.lowercased().hasPrefix(type.dropLast().lowercased())
        default: mediaType.lowercased() == type.lowercased()
        }
    }
}
