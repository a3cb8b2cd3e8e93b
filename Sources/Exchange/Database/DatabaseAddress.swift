import Wording

/// A PostGIS database as GDAL names it: `PG:` and what libpq connects with, such as
/// `PG:host=gis dbname=planning tables=public.sites(geom)`.
///
/// `tables` and `active_schema` are GDAL's words (<https://gdal.org/drivers/vector/pg.html>), all others libpq's
/// (<https://www.postgresql.org/docs/15/libpq-connect.html>). A password may stand there, but is better left to
/// `PGPASSWORD` or `~/.pgpass`, which no list of processes shows; it is never repeated.
public struct DatabaseAddress: Sendable {
    /// A table, and which of its columns is the geometry.
    struct Table {
        /// Nil to go by the search path.
        var schema: String?
        var name: String
        /// Nil for the only one there is.
        var geometry: String?

        /// Reads `schema.table(geometry)`, where schema and geometry may be missing.
        init(_ text: String) {
            var rest = text[...]
            if rest.hasSuffix(")"), let open = rest.lastIndex(of: "(") {
                geometry = String(rest[rest.index(after: open)...].dropLast())
                rest = rest[..<open]
            }
            if let dot = rest.firstIndex(of: "."), dot != rest.startIndex {
                schema = String(rest[..<dot])
                rest = rest[rest.index(after: dot)...]
            }
            name = String(rest)
        }
    }

    /// What libpq gets.
    private let settings: [(key: String, value: String)]
    /// The table named; nil where none is.
    let table: Table?
    /// The schema named; nil where none is.
    let schema: String?

    /// Whether a word names a database.
    public static func isDatabase(_ word: String) -> Bool { word.prefix(3).uppercased() == "PG:" }

    /// A word as messages may repeat it: without the password where it names a database, else as it is.
    public static func shown(_ word: String) -> String {
        guard isDatabase(word) else { return word }
        return (try? DatabaseAddress(word))?.description ?? "PG:…"
    }

    /// Takes a name apart.
    ///
    /// - Throws: `bad_connection`, where it is no list of `key=value`.
    init(_ word: String) throws(ExchangeError) {
        var settings: [(key: String, value: String)] = []
        var table: Table?
        var schema: String?
        for (key, value) in try Self.pairs(word.dropFirst(3)) {
            switch key.lowercased() {
            case "tables", "table":
                guard !value.isEmpty, !value.contains(",") else { throw .severalTables(value) }
                table = Table(value)
            case "active_schema", "schemas": schema = value.isEmpty ? nil : value
            case let key: settings.append((key, value))
            }
        }
        self.settings = settings
        self.table = table
        self.schema = schema
    }

    /// Where libpq has no limit of its own, ten seconds: a server that drops packets would hold the command for minutes.
    func connection(standardTimeout: Bool) -> String {
        let timeout =
            standardTimeout && !settings.contains { $0.key == "connect_timeout" }
            ? [(key: "connect_timeout", value: "10")] : []
        return "PG:"
            + (settings + timeout).map { "\($0.key)='\(Self.escaped($0.value))'" }.joined(separator: " ")
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
    }

    /// The pairs of a connection string: blanks around `=`, values in single quotes, backslashes.
    private static func pairs(_ text: Substring) throws(ExchangeError) -> [(String, String)] {
        var pairs: [(String, String)] = []
        var rest = text[...]
        func skipBlanks() { while rest.first?.isWhitespace == true { rest.removeFirst() } }
        skipBlanks()
        while !rest.isEmpty {
            let key = rest.prefix { $0 != "=" && !$0.isWhitespace }
            rest = rest[key.endIndex...]
            skipBlanks()
            guard !key.isEmpty, key.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == "_") }),
                rest.popFirst() == "="
            else { throw .badConnection }
            skipBlanks()
            let isQuoted = rest.first == "'"
            if isQuoted { rest.removeFirst() }
            var value = ""
            var isClosed = !isQuoted
            while let character = rest.first {
                if !isQuoted, character.isWhitespace { break }
                rest.removeFirst()
                if character == "'", isQuoted {
                    isClosed = true
                    break
                }
                if character == "\\" {
                    guard let next = rest.popFirst() else { throw .badConnection }
                    value.append(next)
                } else {
                    value.append(character)
                }
            }
            guard isClosed else { throw .badConnection }
            pairs.append((String(key), value))
            skipBlanks()
        }
        return pairs
    }
}

extension DatabaseAddress: CustomStringConvertible {
    /// The name as messages show it: without the password.
    public var description: String {
        var parts = settings.map { key, value in
            // `options` and `sslpassword` may hold secrets as well.
            let isSecret = key.contains("pass") || key == "options"
            return "\(key)=\(isSecret ? "…" : value)"
        }
        if let schema { parts.append("active_schema=\(schema)") }
        if let table {
            let name = [table.schema, table.name].compactMap(\.self).joined(separator: ".")
            parts.append("tables=\(name)" + (table.geometry.map { "(\($0))" } ?? ""))
        }
        return "PG:" + parts.joined(separator: " ")
    }
}
