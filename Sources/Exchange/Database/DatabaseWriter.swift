import Projection
import Wording

/// Writes a dataset into a PostGIS database, in one transaction: all of it, or nothing.
///
/// Tables of the dataset become tables with a key `fid` that counts rows in their order, a geometry column `geom` of the
/// frame's SRID with a spatial index, and comments in both languages. Where the dataset is an export of layouts, it has a
/// table `editions` (see ``ZoneTables/editions(of:asOf:frame:)``): a schema then gathers layouts, one table each, and
/// views and functions over all of them.
struct DatabaseWriter {
    /// Where layouts go when no schema is named.
    static let standardSchema = "jinfeng"
    /// What a table is called when none is named.
    static let standardTable = "answers"

    private let address: DatabaseAddress
    private let options: ExchangeOptions

    init(_ path: String, _ options: ExchangeOptions) throws(ExchangeError) {
        address = try DatabaseAddress(path)
        self.options = options
    }

    /// Writes.
    ///
    /// - Returns: the tables and how many rows each took.
    func write(_ dataset: ExchangeDataset) throws(ExchangeError) -> [(name: String, rows: Int)] {
        let isExport = dataset.attachments.contains { $0.name == LayoutViews.editions }
        if isExport, address.table != nil { throw .tablesNotChosen(address) }
        let connection = try DatabaseConnection.opened(address, toWrite: true)
        var tables = dataset.tables
        var schema = address.table?.schema ?? address.schema
        if isExport {
            schema = schema ?? Self.standardSchema
        } else if let only = tables.first {
            tables = [only.named(address.table?.name ?? Self.standardTable)]
        }
        let taken = try existing(
            tables.map(\.name) + (isExport ? dataset.attachments.map(\.name) + LayoutViews.names : []),
            in: schema, connection)
        // What an earlier export gathered is added to; what is someone else's is not touched unasked.
        let inTheWay = taken.filter { thing in
            tables.contains { $0.name == thing.name } || !thing.isOurs
        }
        guard options.replacing || inTheWay.isEmpty else { throw .tablesExist(address, inTheWay.map(\.name)) }
        if let schema, taken.contains(where: { $0.name == LayoutViews.editions && $0.isOurs }), isExport {
            // Views over two frames would answer wrongly, or leave out layouts in silence.
            let others = try connection.rows(
                "SELECT DISTINCT frame AS c0 FROM \(SQLText.name(schema, LayoutViews.editions)) WHERE frame <> "
                    + "\(SQLText.text(options.frame.identifier)) AND layout NOT IN (\(layouts(of: tables)))")
            if let other = others.first?.first { throw .schemaInAnotherFrame(address, schema, other) }
        }
        try connection.transaction { () throws(ExchangeError) in
            if isExport, let schema, try !has(schema: schema, connection) {
                try connection.run(
                    "CREATE SCHEMA \(SQLText.name(schema)); COMMENT ON SCHEMA \(SQLText.name(schema)) IS "
                        + SQLText.text(dataset.statement.inBoth))
            }
            // In their order, for one stands on the other.
            for name in LayoutViews.names {
                guard let thing = taken.first(where: { $0.name == name }) else { continue }
                try connection.run("DROP \(thing.kind.word) \(SQLText.name(schema, name))")
            }
            for thing in inTheWay where !LayoutViews.names.contains(thing.name) {
                try connection.run("DROP \(thing.kind.word) \(SQLText.name(schema, thing.name))")
            }
            for table in tables {
                let remark = "\(table.title.inBoth) — \(dataset.statement.inBoth)"
                try create(table, isSpatial: true, remark, in: schema, connection)
                try fill(table, isSpatial: true, in: schema, connection)
            }
            guard isExport, let schema else { return }
            for table in dataset.attachments {
                if taken.contains(where: { $0.name == table.name && $0.isOurs }) {
                    // The other layouts' rows stay.
                    let name = SQLText.name(schema, table.name)
                    try connection.run("DELETE FROM \(name) WHERE layout IN (\(layouts(of: tables)))")
                } else {
                    try create(table, isSpatial: false, table.title.inBoth, in: schema, connection)
                }
                try fill(table, isSpatial: false, in: schema, connection)
            }
            let views = LayoutViews(schema: schema, frame: options.frame)
            let held = try connection.rows(views.tables).compactMap(\.first)
            for statement in views.statements(over: held, columns: tables.first?.fields.map(\.key) ?? []) {
                try connection.run(statement)
            }
        }
        let all = tables + (isExport ? dataset.attachments : [])
        return all.map { table in
            ([schema, table.name].compactMap(\.self).joined(separator: "."), table.rows.count)
        }
    }

    /// The ids of layouts as a list of SQL.
    private func layouts(of tables: [ExchangeTable]) -> String {
        tables.map { SQLText.text($0.layoutID) }.joined(separator: ", ")
    }

    /// A table, view or function there already, and whether we made it.
    private struct Existing {
        enum Kind: String {
            case table = "r"
            case partitioned = "p"
            case foreign = "f"
            case view = "v"
            case materialized = "m"

            var word: String {
                switch self {
                case .table, .partitioned: "TABLE"
                case .foreign: "FOREIGN TABLE"
                case .view: "VIEW"
                case .materialized: "MATERIALIZED VIEW"
                }
            }
        }

        let name: String
        let kind: Kind
        let isOurs: Bool
    }

    private func existing(
        _ names: [String], in schema: String?, _ connection: borrowing DatabaseConnection
    ) throws(ExchangeError) -> [Existing] {
        let namespace = schema.map(SQLText.text) ?? "current_schema()"
        let list = names.map(SQLText.text).joined(separator: ", ")
        let rows = try connection.rows(
            "SELECT c.relname::text AS c0, c.relkind::text AS c1, "
                + "(coalesce(obj_description(c.oid, 'pg_class'), '') LIKE \(SQLText.text("%" + Self.mark)))::int::text AS c2 "
                + "FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
                + "WHERE n.nspname = \(namespace) AND c.relname IN (\(list)) AND c.relkind IN ('r','p','f','v','m')"
        )
        return rows.compactMap { row in
            guard row.count == 3, let kind = Existing.Kind(rawValue: row[1]) else { return nil }
            return Existing(name: row[0], kind: kind, isOurs: row[2] == "1")
        }
    }

    private func has(
        schema: String, _ connection: borrowing DatabaseConnection
    ) throws(ExchangeError) -> Bool {
        try !connection.rows(
            "SELECT nspname::text AS c0 FROM pg_namespace WHERE nspname = \(SQLText.text(schema))"
        ).isEmpty
    }

    /// Ends the comment on every table of ours, by which the next export knows it.
    static let mark = "[jinfeng]"

    private func create(
        _ table: ExchangeTable, isSpatial: Bool, _ remark: String, in schema: String?,
        _ connection: borrowing DatabaseConnection
    ) throws(ExchangeError) {
        let name = SQLText.name(schema, table.name)
        var columns = ["fid bigint PRIMARY KEY"]
        if !isSpatial { columns = ["fid bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY"] }
        columns += table.fields.map { "\(SQLText.name($0.key)) \(SQLText.type($0.kind))" }
        if isSpatial {
            columns.append(
                options.frame.epsg.map { "geom geometry(Geometry, \($0))" } ?? "geom geometry(Geometry)")
        }
        var statements = [
            "CREATE TABLE \(name) (\(columns.joined(separator: ", ")))",
            "COMMENT ON TABLE \(name) IS \(SQLText.text("\(remark) \(Self.mark)"))",
        ]
        statements += table.fields.map { field in
            "COMMENT ON COLUMN \(name).\(SQLText.name(field.key)) IS \(SQLText.text(field.alias.inBoth))"
        }
        if isSpatial {
            let frame = options.frame.name.inBoth
            statements.append("COMMENT ON COLUMN \(name).geom IS \(SQLText.text(frame))")
        }
        try connection.run(statements.joined(separator: ";\n"))
    }

    /// Rows by the hundred, some megabyte a statement; the index after them.
    private func fill(
        _ table: ExchangeTable, isSpatial: Bool, in schema: String?,
        _ connection: borrowing DatabaseConnection
    ) throws(ExchangeError) {
        let name = SQLText.name(schema, table.name)
        let columns =
            (isSpatial ? ["fid"] : []) + table.fields.map { SQLText.name($0.key) }
            + (isSpatial ? ["geom"] : [])
        let head = "INSERT INTO \(name) (\(columns.joined(separator: ", "))) VALUES "
        var values: [String] = []
        var size = 0
        func flush() throws(ExchangeError) {
            guard !values.isEmpty else { return }
            try connection.run(head + values.joined(separator: ",\n"))
            values.removeAll(keepingCapacity: true)
            size = 0
        }
        for (index, row) in table.rows.enumerated() {
            var cells = row.cells.map(SQLText.value)
            if isSpatial { cells = ["\(index + 1)"] + cells + [SQLText.value(row.geometry)] }
            let tuple = "(\(cells.joined(separator: ", ")))"
            values.append(tuple)
            size += tuple.utf8.count
            if size > 1 << 20 || values.count == 1000 { try flush() }
        }
        try flush()
        if isSpatial { try connection.run("CREATE INDEX ON \(name) USING gist (geom)") }
        try connection.run("ANALYZE \(name)")
    }
}

extension ExchangeTable {
    /// The same rows under another name.
    fileprivate func named(_ name: String) -> ExchangeTable {
        ExchangeTable(name: name, title: title, fields: fields, rows: rows)
    }

    /// The layout whose table it is.
    fileprivate var layoutID: String {
        guard let column = fields.firstIndex(where: { $0.key == "layout" }),
            case .text(let id)? = rows.first?.cells[column]
        else { return name.replacing("_", with: "-") }
        return id
    }
}

extension Bilingual {
    /// Both, as a comment of a database that planners of two languages read.
    fileprivate var inBoth: String { zh == en ? zh : "\(zh) / \(en)" }
}
