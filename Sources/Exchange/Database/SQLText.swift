import PlanarGeometry

/// Names and values as PostgreSQL reads them (<https://www.postgresql.org/docs/15/sql-syntax-lexical.html>).
enum SQLText {
    /// A name in double quotes: case and every character count.
    static func name(_ name: String) -> String { "\"\(withoutNUL(name).replacing("\"", with: "\"\""))\"" }

    /// A name in a schema; the search path decides where there is none.
    static func name(_ schema: String?, _ name: String) -> String {
        (schema.map { Self.name($0) + "." } ?? "") + Self.name(name)
    }

    /// A text in single quotes, under `standard_conforming_strings`.
    static func text(_ text: String) -> String { "'\(withoutNUL(text).replacing("'", with: "''"))'" }

    /// A value.
    static func value(_ cell: ExchangeTable.Cell) -> String {
        switch cell {
        case .empty: "NULL"
        case .text(let text): Self.text(text)
        case .integer(let number): "\(number)"
        case .real(let number): number.isFinite ? "\(number)" : "NULL"
        }
    }

    /// A geometry bit for bit, as PostGIS takes it without a function call: WKB in hexadecimal digits.
    static func value(_ geometry: Geometry?) -> String {
        guard let geometry else { return "NULL" }
        let digits = Array("0123456789ABCDEF".utf8)
        var text: [UInt8] = [UInt8(ascii: "'")]
        for byte in WKB.bytes(geometry) {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text + [UInt8(ascii: "'")], as: UTF8.self)
    }

    /// The type of a column.
    static func type(_ kind: ExchangeTable.Field.Kind) -> String {
        switch kind {
        case .text: "text"
        case .integer: "bigint"
        case .real: "double precision"
        }
    }

    /// PostgreSQL's texts end at a zero byte, which no statement may hold.
    private static func withoutNUL(_ text: String) -> String { text.replacing("\0", with: "\u{FFFD}") }
}
