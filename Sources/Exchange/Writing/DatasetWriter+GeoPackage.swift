import Planning
import Wording

extension DatasetWriter {
    /// A layer for each table and kind of geometry, the tables beside them, and the styles QGIS looks for.
    func fillGeoPackage(
        _ file: borrowing GDALDataset, _ dataset: ExchangeDataset, _ session: borrowing GDALSession
    ) throws(ExchangeError) -> [(name: String, rows: Int)] {
        var written: [(name: String, rows: Int)] = []
        func about(_ table: ExchangeTable) -> [String] {
            [
                "IDENTIFIER=\(table.title[options.language])",
                "DESCRIPTION=\(dataset.statement[options.language])",
            ]
        }
        let layers = dataset.layers
        for (table, kind) in layers {
            written.append(
                try fill(file, table, kind, layerOptions: about(table) + ["GEOMETRY_NAME=geom"], session))
        }
        for table in dataset.attachments + [dataset.unlocated].compactMap(\.self) {
            written.append(try fill(file, table, nil, layerOptions: about(table), session))
        }
        let styles = LayerStyles.table(layers, options.language, dataset.date.description)
        if !styles.rows.isEmpty {
            written.append(try fill(file, styles, nil, layerOptions: ["FID=id"], session))
        }
        return written
    }
}
