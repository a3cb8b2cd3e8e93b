import GeoJSON
import PlanarGeometry
import Projection
import Wording

/// Reads one table or view of a PostGIS database, its rows in the order of its primary key.
///
/// A table without a key is read as it lies on the disk, and a view as it comes. One with a geometry column gives
/// features, any other the rows of a sheet, where headers or `--columns` say which are the coordinates.
struct DatabaseReading {
    private let address: DatabaseAddress
    private let options: SiteFileOptions

    struct Outcome {
        var name = ""
        var content: SiteFile.Content
        var frame: ReferenceFrame?
        var notes: [Note] = []
    }

    init(_ path: String, _ options: SiteFileOptions) throws(ExchangeError) {
        address = try DatabaseAddress(path)
        self.options = options
    }

    func read() throws(ExchangeError) -> Outcome {
        let connection = try DatabaseConnection.opened(address, toWrite: false)
        let table = try chosen(connection)
        let columns = try connection.rows(
            "SELECT a.attname::text AS c0, t.typname::text AS c1 FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid "
                + "WHERE a.attrelid = \(table.oid) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum"
        ).filter { $0.count == 2 }.map { (name: $0[0], type: $0[1]) }
        let spatial = columns.filter { ["geometry", "geography"].contains($0.type) }.map(\.name)
        // Rasters and bytes say nothing of where a site lies, and no table of answers has room for them.
        let plain = columns.filter { !["geometry", "geography", "bytea", "raster"].contains($0.type) }.map(
            \.name)
        if let wanted = table.geometry, !spatial.contains(wanted) {
            throw .noGeometryColumn(address, wanted, spatial)
        }
        guard !options.ignoresGeometry || table.geometry != nil, let first = spatial.first else {
            return Outcome(name: table.name, content: .sheet(try sheet(table, plain, connection)))
        }
        guard spatial.count == 1 || table.geometry != nil else {
            throw .severalGeometries(address, spatial)
        }
        return try features(table, plain, table.geometry ?? first, connection)
    }

    /// A table that is there.
    private struct Found {
        let oid: String
        let name: String
        /// As statements name it.
        let quoted: String
        /// The column asked for; nil for the only one.
        let geometry: String?
        /// What the rows come in order of; empty where there is nothing.
        let order: String
    }

    private func chosen(_ connection: borrowing DatabaseConnection) throws(ExchangeError) -> Found {
        let asked = options.layer.map(DatabaseAddress.Table.init) ?? address.table
        let own = address.schema.map { "f_table_schema = \(SQLText.text($0))" } ?? "true"
        let known = try connection.rows(
            "SELECT f_table_schema::text || '.' || f_table_name::text AS c0 FROM geometry_columns "
                + "WHERE \(own) ORDER BY 1"
        ).compactMap(\.first)
        guard let wanted = asked ?? (known.count == 1 ? DatabaseAddress.Table(known[0]) : nil) else {
            throw .tableUnnamed(address, known)
        }
        let name = SQLText.name(wanted.schema ?? address.schema, wanted.name)
        let found = try connection.rows(
            "SELECT c.oid::text AS c0, c.relkind::text AS c1, n.nspname::text AS c2 FROM pg_class c "
                + "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = to_regclass(\(SQLText.text(name)))"
        )
        guard let row = found.first, row.count == 3, "rpfvm".contains(row[1]) else {
            throw .noTable(
                address, [wanted.schema, wanted.name].compactMap(\.self).joined(separator: "."), known)
        }
        let keys = try connection.rows(
            "SELECT a.attname::text AS c0 FROM pg_index i JOIN pg_attribute a "
                + "ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey) "
                + "WHERE i.indrelid = \(row[0]) AND i.indisprimary "
                + "ORDER BY array_position(i.indkey::int2[], a.attnum)"
        ).compactMap(\.first)
        let order =
            keys.isEmpty ? (row[1] == "r" || row[1] == "m" ? ["ctid"] : []) : keys.map { SQLText.name($0) }
        return Found(
            oid: row[0], name: "\(row[2]).\(wanted.name)", quoted: SQLText.name(row[2], wanted.name),
            geometry: wanted.geometry,
            order: order.isEmpty ? "" : " ORDER BY " + order.map { "t.\($0)" }.joined(separator: ", "))
    }

    /// Every value as PostgreSQL writes it, so that no digit is lost.
    private func sheet(
        _ table: Found, _ columns: [String], _ connection: borrowing DatabaseConnection
    ) throws(ExchangeError) -> [[String]] {
        guard !columns.isEmpty else { throw .noTable(address, table.name, []) }
        let list = columns.enumerated().map { "t.\(SQLText.name($1))::text AS c\($0)" }.joined(
            separator: ", ")
        let question = "SELECT \(list) FROM \(table.quoted) t\(table.order)"
        return [columns] + (try connection.rows(question))
    }

    private func features(
        _ table: Found, _ columns: [String], _ geometry: String, _ connection: borrowing DatabaseConnection
    ) throws(ExchangeError) -> Outcome {
        let place = "t.\(SQLText.name(geometry))::geometry"
        let frame = try frame(of: place, table, connection)
        // Named by their numbers: GDAL takes a column `ogc_fid` for its own, and a name may be longer than it keeps.
        let list = columns.enumerated().map { "t.\(SQLText.name($1)) AS c\($0)" } + ["\(place) AS g"]
        var reader = FeatureCollecting(path: "\(address)", format: .postGIS, wantedLayer: nil)
        let words = connection.words
        try connection.forEachRow(
            "SELECT \(list.joined(separator: ", ")) FROM \(table.quoted) t\(table.order)"
        ) { feature throws(ExchangeError) in try reader.take(feature, hearing: words) }
        let features = reader.features.map { feature in
            var named = JSONObject()
            for (index, column) in columns.enumerated() {
                named[column] = feature.properties["c\(index)"] ?? .null
            }
            return Feature(geometry: feature.geometry, properties: named)
        }
        return Outcome(name: table.name, content: .features(features), frame: frame, notes: reader.notes)
    }

    /// The frame the user states, else that of the SRID all rows have.
    private func frame(
        of place: String, _ table: Found, _ connection: borrowing DatabaseConnection
    ) throws(ExchangeError) -> ReferenceFrame {
        if let frame = options.frame { return frame }
        let srids = try connection.rows(
            "SELECT DISTINCT ST_SRID(\(place))::text AS c0 FROM \(table.quoted) t WHERE \(place) IS NOT NULL ORDER BY 1"
        ).compactMap(\.first)
        guard srids.count <= 1 else { throw .severalSRIDs(address, srids) }
        // A table without a single geometry is answered row by row all the same.
        guard let srid = srids.first else { return .wgs84 }
        guard srid != "0" else { throw .frameUnstated("\(address)", .postGIS) }
        let known = try connection.rows(
            "SELECT auth_name::text AS c0, auth_srid::text AS c1 FROM spatial_ref_sys WHERE srid = \(srid)")
        guard let row = known.first, row.count == 2, row[0] == "EPSG", let code = Int(row[1]) else {
            throw .unknownFrame("\(address)", "SRID \(srid)")
        }
        do throws(FrameError) {
            return try .epsg(code)
        } catch {
            if case .refused = error { throw ExchangeError(error, .badData) }
            throw .unknownFrame("\(address)", "EPSG:\(code)")
        }
    }
}
