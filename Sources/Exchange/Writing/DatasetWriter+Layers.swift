import PlanarGeometry
import Projection
import Wording

extension DatasetWriter {
    /// Writes the formats that GDAL keeps in one file.
    ///
    /// - Returns: the layers and how many rows each took.
    func writeLayers(
        _ dataset: ExchangeDataset, to path: String, for target: String
    ) throws(ExchangeError) -> [(name: String, rows: Int)] {
        var session = try GDALSession()
        session.set("OGR_CURRENT_DATE", "\(dataset.date)T00:00:00.000Z")
        session.set("LIBKML_NAME_FIELD", "name_zh")
        session.set("DXF_WRITE_HATCH", "NO")
        var written: [(name: String, rows: Int)] = []
        do {
            let file = try GDALDataset(creating: path, driver: format.driver ?? "", session)
            switch format {
            case .geoPackage: written = try fillGeoPackage(file, dataset, session)
            case .kml, .kmz:
                for table in dataset.tables {
                    // Within a KMZ a layer is a file of its own, which LIBKML finds again by an ASCII name only.
                    let about = [
                        "NAME=\(table.title[options.language])",
                        "DESCRIPTION=\(dataset.statement[options.language])",
                    ]
                    written.append(try fill(file, table.located, .mixed, layerOptions: about, session))
                }
            case .flatGeobuf:
                // Its index would put the features along a Hilbert curve; people know their rows by order.
                written = [
                    try fill(
                        file, dataset.merged.located, .mixed, layerOptions: ["SPATIAL_INDEX=NO"], session)
                ]
            case .dxf: written = [try fillDrawing(file, dataset, session)]
            case .workbook:
                for table in dataset.tables + dataset.attachments {
                    written.append(try fill(file, table, nil, name: table.title[options.language], session))
                }
            case .shapefile, .geoJSON, .geoJSONSequence, .csv, .boundaryText, .postGIS: break
            }
        }
        try checkWords(session, target)
        try verify(path, written, for: target, session)
        return written
    }

    /// Adds one layer with all its rows; without a kind of geometry it is a table.
    func fill(
        _ file: borrowing GDALDataset, _ table: ExchangeTable, _ kind: GeometryKind?, name: String? = nil,
        layerOptions: [String] = [], _ session: borrowing GDALSession
    ) throws(ExchangeError) -> (name: String, rows: Int) {
        let name = name ?? table.name
        let layer = try file.createLayer(name, kind, frame: options.frame, options: layerOptions, session)
        for field in table.fields {
            // In a workbook the heading is all there is; elsewhere it goes along as the column's alias.
            let heading = format == .workbook ? field.alias[options.language] : field.key
            try layer.add(
                GDALLayer.Column(
                    name: heading, alias: format == .workbook ? nil : field.alias.zh, kind: field.kind),
                session)
        }
        for row in table.rows {
            guard isWanted() else { throw .abandoned }
            let geometry = kind == nil ? nil : row.geometry.map { kind == .mixed ? $0 : $0.asMany }
            let style = format == .kml || format == .kmz ? row.ogrStyle : nil
            try layer.add(row.cells, geometry: geometry, style: style, session)
        }
        return (name, table.rows.count)
    }

    /// Whatever GDAL called a failure means a file that is not whole.
    func checkWords(_ session: borrowing GDALSession, _ target: String) throws(ExchangeError) {
        if let words = session.words.failures.first { throw .unwritable(target, gdal: words) }
    }

    /// Opens what was written and counts: closing a dataset has no return value that a full disk could set.
    func verify(
        _ path: String, _ written: [(name: String, rows: Int)], for target: String,
        _ session: borrowing GDALSession
    ) throws(ExchangeError) {
        guard let file = GDALDataset(reading: path, drivers: [format.driver ?? ""], session) else {
            throw .unwritable(target, gdal: session.lastWords)
        }
        // A drawing is one list of entities, and a workbook's heading may count as a row: the sum cannot be less.
        var found = 0
        for index in 0..<file.layerCount {
            guard let layer = file.layer(index) else { continue }
            if format == .flatGeobuf {
                // Its head has the count before there are any: only those that can be read are there.
                try layer.forEachFeature { _ in found += 1 }
            } else {
                found += layer.featureCount
            }
        }
        let expected = written.reduce(0) { $0 + $1.rows }
        guard found >= expected else {
            throw .unwritable(target, gdal: "\(found) of \(expected) rows were kept")
        }
    }
}

extension ExchangeTable {
    /// The rows that lie somewhere.
    var located: ExchangeTable {
        ExchangeTable(name: name, title: title, fields: fields, rows: rows.filter { $0.geometry != nil })
    }
}

extension ExchangeTable.Row {
    /// The style of the row as OGR writes it.
    var ogrStyle: String? {
        guard let style, let geometry else { return nil }
        return style.ogrStyle(for: GeometryKind(geometry))
    }
}

extension Geometry {
    /// An area or line as one of many parts: a layer holds either, and many is the kind that holds both.
    var asMany: Geometry {
        switch self {
        case .polygon(let polygon): .multiPolygon([polygon])
        case .lineString(let line): .multiLineString([line])
        case .point, .multiPoint, .multiLineString, .multiPolygon, .collection: self
        }
    }
}
