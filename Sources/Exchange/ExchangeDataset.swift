public import Planning
public import Projection
public import Wording

/// What leaves in one go: tables with geometry in WGS 84, tables beside them, and what is said of all.
public struct ExchangeDataset: Sendable {
    /// Tables whose rows may have geometry, in WGS 84 degrees, all of the same fields.
    public var tables: [ExchangeTable]
    /// Tables without geometry that go along where the format has room for them.
    public var attachments: [ExchangeTable]
    /// What it is called.
    public let title: Bilingual
    /// What it is and is not; written where a format has a place for it.
    public let statement: Bilingual
    /// The day the formats that want one are dated by: one of the data, not of the clock, so that the same data
    /// give the same bytes.
    public let date: CalendarDate

    /// Puts a dataset together.
    public init(
        tables: [ExchangeTable], attachments: [ExchangeTable] = [], title: Bilingual, statement: Bilingual,
        date: CalendarDate
    ) {
        self.tables = tables
        self.attachments = attachments
        self.title = title
        self.statement = statement
        self.date = date
    }

    /// How many rows have no geometry.
    public var unlocatedCount: Int { tables.reduce(0) { $0 + $1.unlocatedCount } }

    /// One layer for each table and kind of geometry.
    var layers: [(table: ExchangeTable, kind: GeometryKind)] {
        tables.flatMap { table in
            GeometryKind.allCases.compactMap { kind in table.part(kind).map { (table: $0, kind: kind) } }
        }
    }

    /// The rows that lie nowhere, of all tables; nil where there is none.
    var unlocated: ExchangeTable? {
        guard let first = tables.first, unlocatedCount > 0 else { return nil }
        return ExchangeTable(
            name: "unlocated", title: Bilingual(zh: "未上图", en: "Not located"), fields: first.fields,
            rows: tables.flatMap { $0.rows.filter { $0.geometry == nil } })
    }

    /// All rows as one table.
    var merged: ExchangeTable {
        ExchangeTable(
            name: tables.count == 1 ? tables[0].name : "zones", title: title,
            fields: tables.first?.fields ?? [], rows: tables.flatMap(\.rows))
    }
}

/// How a dataset is to be written.
public struct ExchangeOptions: Hashable, Sendable {
    /// The encodings of text a Shapefile can have.
    public enum Encoding: String, CaseIterable, Hashable, Sendable {
        case utf8 = "utf-8"
        case gb18030
    }

    /// The frame coordinates leave in.
    public var frame: ReferenceFrame
    /// The language of headings and names made for people.
    public var language: Language
    /// The encoding of a Shapefile's texts.
    public var encoding: Encoding
    /// Whether a target that exists may be replaced.
    public var replacing: Bool

    /// Chooses.
    public init(
        frame: ReferenceFrame = .wgs84, language: Language = .zh, encoding: Encoding = .utf8,
        replacing: Bool = false
    ) {
        self.frame = frame
        self.language = language
        self.encoding = encoding
        self.replacing = replacing
    }
}
