import GeoJSON
import PlanarGeometry
import Projection
import Tables
import Wording

extension DatasetWriter {
    /// Nine decimals of a degree are a tenth of a millimetre, and so are four of a metre.
    private var decimals: Int { options.frame.isGeographic ? 9 : 4 }

    /// GeoJSON (RFC 7946), or a text sequence of it (RFC 8142): a record separator before each feature.
    ///
    /// In another frame than WGS 84 the collection says so in the `crs` member of 2008, which GIS programs still read;
    /// GCJ-02 and BD-09 have no such name and stand in a member of our own, `coordinate_frame`.
    func geoJSON(_ dataset: ExchangeDataset) -> [UInt8] {
        let table = dataset.merged
        let writer = JSONWriter()
        let features = table.rows.map { row in
            var feature = Feature(geometry: row.geometry)
            for (field, cell) in zip(table.fields, row.cells) {
                feature.properties[field.key] = cell.json(field)
            }
            if case .text(let id)? = row.cells.first { feature.id = FeatureID(id) }
            if format == .geoJSONSequence, options.frame != .wgs84 {
                feature.foreignMembers["coordinate_frame"] = .string(options.frame.identifier)
            }
            return writer.bytes(feature.encoded(decimals: decimals))
        }
        var output: [UInt8] = []
        guard format == .geoJSON else {
            for feature in features { output += [0x1E] + feature + [0x0A] }
            return output
        }
        var members: [(String, JSONValue)] = [
            ("type", "FeatureCollection"), ("name", .string(table.name)),
            ("title", .string(dataset.title[options.language])),
            ("statement", .string(dataset.statement[options.language])),
        ]
        if options.frame != .wgs84 {
            if let code = options.frame.epsg {
                members.append(
                    (
                        "crs",
                        ["type": "name", "properties": ["name": .string("urn:ogc:def:crs:EPSG::\(code)")]]
                    ))
            }
            members.append(("coordinate_frame", .string(options.frame.identifier)))
        }
        output.append(UInt8(ascii: "{"))
        for (key, value) in members {
            output +=
                writer.bytes(.string(key)) + [UInt8(ascii: ":")] + writer.bytes(value) + [UInt8(ascii: ",")]
        }
        output += "\n\"features\":[\n".utf8
        for (index, feature) in features.enumerated() {
            output += feature
            output += (index + 1 < features.count ? ",\n" : "\n").utf8
        }
        output += "]}\n".utf8
        return output
    }

    /// CSV with the geometry as WKT in the first column, a byte order mark before it for the sake of Excel.
    func csv(_ dataset: ExchangeDataset) throws(ExchangeError) -> [UInt8] {
        let table = dataset.merged
        let statesFrame = table.fields.contains { $0.key == "frame" }
        var output: [UInt8] = []
        do throws(TableError) {
            var writer = try CSVWriter(CSVDialect(encoding: .utf8, hasByteOrderMark: true))
            writer.appendByteOrderMark(to: &output)
            try writer.append(
                row: ["WKT"] + table.fields.map(\.key) + (statesFrame ? [] : ["frame"]), to: &output)
            for row in table.rows {
                let cells = zip(table.fields, row.cells).map { $1.text($0) }
                let wkt = row.geometry.map { WKT.text($0, decimals: decimals) } ?? ""
                try writer.append(
                    row: [wkt] + cells + (statesFrame ? [] : [options.frame.identifier]), to: &output)
            }
        } catch {
            throw ExchangeError(error, .badData)
        }
        return output
    }
}

extension ExchangeTable.Cell {
    /// As JSON holds it.
    fileprivate func json(_ field: ExchangeTable.Field) -> JSONValue {
        switch self {
        case .empty: return .null
        case .text(let text): return .string(text)
        case .integer(let value): return .integer(value)
        case .real(let value):
            guard case .real(let decimals) = field.kind else { return .number(value) }
            return .rounded(value, decimals: decimals)
        }
    }

    /// As a table of texts holds it.
    func text(_ field: ExchangeTable.Field) -> String {
        switch self {
        case .empty: return ""
        case .text(let text): return text
        case .integer(let value): return String(value)
        case .real(let value):
            guard case .real(let decimals) = field.kind else { return "\(value)" }
            return JSONWriter().string(.rounded(value, decimals: decimals))
        }
    }
}
