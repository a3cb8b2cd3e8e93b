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
        describeColumns(of: layers.map(\.table) + dataset.attachments, in: file)
        return written
    }

    /// The names of columns for people, by the Schema extension (OGC 12-128r15 annex F.9); GDAL 3.6 writes none.
    private func describeColumns(of tables: [ExchangeTable], in file: borrowing GDALDataset) {
        func quoted(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }
        file.execute(
            "CREATE TABLE gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, "
                + "title TEXT, description TEXT, mime_type TEXT, constraint_name TEXT, "
                + "CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), "
                + "CONSTRAINT gdc_tn UNIQUE (table_name, name))")
        file.execute(
            "CREATE TABLE gpkg_data_column_constraints (constraint_name TEXT NOT NULL, "
                + "constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN, max NUMERIC, "
                + "max_is_inclusive BOOLEAN, description TEXT, "
                + "CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value))")
        for table in ["gpkg_data_columns", "gpkg_data_column_constraints"] {
            file.execute(
                "INSERT INTO gpkg_extensions (table_name, extension_name, definition, scope) VALUES ('\(table)', "
                    + "'gpkg_schema', 'http://www.geopackage.org/spec121/#extension_schema', 'read-write')")
        }
        for table in tables {
            for field in table.fields {
                let alias = quoted(field.alias[options.language])
                file.execute(
                    "INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description) VALUES ("
                        + "'\(table.name)', '\(field.key)', \(alias), \(alias), \(quoted(field.alias.en)))")
            }
        }
    }
}
