import PlanarGeometry
import Planning
import Tables
import Wording

extension DatasetWriter {
    /// A shapefile for each layer, a table for what lies nowhere, and a legend of the column names.
    ///
    /// With a path that ends in `.shp` they stand side by side there, named after it; else in a folder of that name.
    func writeShapefiles(
        _ dataset: ExchangeDataset, _ path: String, _ publication: borrowing Publication
    ) throws(ExchangeError) -> [(name: String, rows: Int)] {
        let stem = path.lowercased().hasSuffix(".shp") ? path.split(separator: "/").last?.dropLast(4) : nil
        let layers = dataset.layers
        let session = try GDALSession()
        var tables: [(table: ExchangeTable, kind: GeometryKind?)] = layers.map { ($0.table, $0.kind) }
        tables += (dataset.attachments + [dataset.unlocated].compactMap(\.self)).map { ($0, nil) }
        var written: [(name: String, rows: Int)] = []
        var legend = DBFLegend()
        for (table, kind) in tables {
            var name = table.name
            if let stem {
                // A single layer takes the name that was asked for.
                name = layers.count == 1 && kind != nil ? String(stem) : "\(stem)_\(table.name)"
            }
            let columns = DBFColumns(table, options.encoding)
            legend.add(name, columns, options.language)
            try write(
                columns, kind, name, to: publication.folder, for: path, dataset.date.description, session)
            written.append((name, table.rows.count))
        }
        let legendName = stem.map { "\($0)_legend.csv" } ?? "legend.csv"
        try FileBytes.write(
            try legend.csv(dataset, options.language), to: "\(publication.folder)/\(legendName)", for: path)
        let names = try FolderListing.names(in: publication.folder)
        if stem == nil { try publication.publishFolder(names) } else { try publication.publishBeside(names) }
        return written
    }

    private func write(
        _ columns: DBFColumns, _ kind: GeometryKind?, _ name: String, to folder: String, for target: String,
        _ date: String, _ session: borrowing GDALSession
    ) throws(ExchangeError) {
        let path = "\(folder)/\(name).\(kind == nil ? "dbf" : "shp")"
        do {
            let file = try GDALDataset(creating: path, driver: "ESRI Shapefile", session)
            let encoding = options.encoding == .utf8 ? "UTF-8" : "GB18030"
            let layer = try file.createLayer(
                name, kind, frame: options.frame,
                options: ["ENCODING=\(encoding)", "DBF_DATE_LAST_UPDATE=\(date)"], session)
            for column in columns.columns { try layer.add(column, session) }
            for row in columns.rows {
                guard isWanted() else { throw .abandoned }
                try layer.add(row.cells, geometry: kind == nil ? nil : row.geometry?.asMany, session)
            }
        }
        try checkWords(session, target)
        // A value cut short or a name changed would be a warning.
        if let words = session.words.warnings.first { throw .unwritable(target, gdal: words) }
        try verify(path, [(name, columns.rows.count)], for: target, session)
    }
}
