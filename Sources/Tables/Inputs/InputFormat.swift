/// The formats sites arrive in.
public enum InputFormat: Hashable, Sendable {
    /// Delimited text; the delimiter the file's name implies, nil to guess it from the header.
    case csv(delimiter: CSVDelimiter?)
    /// One JSON value a line.
    case ndjson
    /// One GeoJSON object.
    case geojson
    /// Raw little-endian pairs of doubles; told by the file's name alone.
    case f64

    /// Tells the format from the file's name, or from its first bytes where the name does not.
    ///
    /// The bytes overrule the name in one thing only: a workbook or an archive that was merely renamed
    /// is refused for what it is.
    ///
    /// - Parameters:
    ///   - fileName: a name or path; nil or `-` for standard input.
    ///   - firstBytes: some kilobytes from the beginning.
    /// - Returns: the format to read the input as.
    /// - Throws: `unsupported_format`, naming the format and the way out.
    public static func guess(
        fileName: String?, firstBytes: ArraySlice<UInt8>
    ) throws(TableError) -> InputFormat {
        let fileExtension = fileName.flatMap(Self.fileExtension)
        if let foreign = ForeignFormat(fileExtension: fileExtension) ?? ForeignFormat(signature: firstBytes) {
            throw .unsupportedFormat(foreign, fileName: fileName)
        }
        switch fileExtension {
        case "csv": return .csv(delimiter: nil)
        case "tsv", "tab": return .csv(delimiter: .tab)
        case "ndjson", "jsonl", "ldjson", "geojsonl", "geojsons", "geojsonseq": return .ndjson
        case "geojson": return .geojson
        case "f64": return .f64
        case "json": return try json(firstBytes, fileName: fileName)
        default:
            if ForeignFormat.isBoundaryText(firstBytes) {
                throw .unsupportedFormat(.boundaryText, fileName: fileName)
            }
            let first = firstBytes.drop {
                $0 == 0x20 || (0x09...0x0D).contains($0) || [0xEF, 0xBB, 0xBF].contains($0)
            }
            // 0x1E: the record separator of RFC 8142.
            if first.first == 0x1E { return .ndjson }
            if first.first == 0x7B || first.first == 0x5B {
                return try json(first, fileName: fileName)
            }
            return .csv(delimiter: nil)
        }
    }

    private static func json(
        _ bytes: ArraySlice<UInt8>, fileName: String?
    ) throws(TableError) -> InputFormat {
        let outline = JSONOutline(bytes)
        if outline.isArrayOfObjects { throw .unsupportedFormat(.jsonArray, fileName: fileName) }
        return outline.format
    }

    private static func fileExtension(of path: String) -> String? {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
        return name[name.index(after: dot)...].lowercased()
    }
}

/// The outline of a JSON text's beginning: whether its first value is followed by another.
private struct JSONOutline {
    let format: InputFormat
    /// `[{…}, …]`: neither GeoJSON nor a value a line; `[106.3, 29.5]` on each line would be.
    let isArrayOfObjects: Bool

    init(_ bytes: ArraySlice<UInt8>) {
        let opening = bytes.filter { $0 > 0x20 && !TextEncoding.utf8.byteOrderMark.contains($0) }.prefix(2)
        isArrayOfObjects = opening.elementsEqual([0x5B, 0x7B])
        var depth = 0
        var isInString = false
        var isEscaped = false
        var isAfterFirst = false
        for byte in bytes {
            if isEscaped {
                isEscaped = false
            } else if isInString {
                if byte == 0x5C { isEscaped = true }
                if byte == 0x22 { isInString = false }
            } else {
                switch byte {
                case 0x22: isInString = true
                case 0x7B, 0x5B:
                    if isAfterFirst {
                        format = .ndjson
                        return
                    }
                    depth += 1
                case 0x7D, 0x5D:
                    depth -= 1
                    if depth == 0 { isAfterFirst = true }
                default: break
                }
            }
        }
        // A single object: GeoJSON says what it is; any other, such as {"lon":…}, is one line of NDJSON.
        let text = String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
        let types = [
            "FeatureCollection", "Feature", "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon",
            "MultiPolygon", "GeometryCollection",
        ]
        let saysType = types.contains { text.contains("\"type\":\"\($0)\"") }
        format = isAfterFirst && !saysType ? .ndjson : .geojson
    }
}
