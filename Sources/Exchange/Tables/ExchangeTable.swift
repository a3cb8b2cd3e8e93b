public import PlanarGeometry
public import Wording

/// A table with or without geometry, as it leaves for any format: a layer to GIS, a sheet to an office program.
public struct ExchangeTable: Hashable, Sendable {
    /// What a column is called and holds.
    public struct Field: Hashable, Sendable {
        /// What the values are.
        public enum Kind: Hashable, Sendable {
            case text
            case integer
            /// Numbers with so many decimals.
            case real(decimals: Int)
        }

        /// The name for programs, snake_case.
        public let key: String
        /// The name where only ten bytes are allowed, upper case.
        public let shortName: String
        /// The name for people, and what the column means.
        public let alias: Bilingual
        /// What the values are.
        public let kind: Kind

        /// Names a column.
        public init(_ key: String, short: String, _ alias: Bilingual, _ kind: Kind = .text) {
            self.key = key
            shortName = short
            self.alias = alias
            self.kind = kind
        }
    }

    /// One value.
    public enum Cell: Hashable, Sendable {
        case empty
        case text(String)
        case integer(Int)
        case real(Double)
    }

    /// One row: a cell for each field, and where it lies.
    public struct Row: Hashable, Sendable {
        /// The cells, one for each field.
        public var cells: [Cell]
        /// Where it lies, in the frame the dataset states; nil where that is not known.
        public var geometry: Geometry?
        /// What kind of thing it is, by which it is coloured and put on a layer; nil for none.
        public var style: RoleStyle?
        /// What is written beside it in drawings.
        public var label: String?

        /// Makes a row.
        public init(
            _ cells: [Cell], geometry: Geometry? = nil, style: RoleStyle? = nil, label: String? = nil
        ) {
            self.cells = cells
            self.geometry = geometry
            self.style = style
            self.label = label
        }
    }

    /// The name for programs: lower case ASCII and underscores.
    public let name: String
    /// The name for people.
    public let title: Bilingual
    /// The columns.
    public let fields: [Field]
    /// The rows in order.
    public var rows: [Row]

    /// Makes a table.
    public init(name: String, title: Bilingual, fields: [Field], rows: [Row]) {
        self.name = name
        self.title = title
        self.fields = fields
        self.rows = rows
    }

    /// The rows of one kind of geometry as a table of their own, `_areas`, `_lines` or `_points` behind its name.
    ///
    /// A layer of most formats holds one kind only.
    func part(_ kind: GeometryKind) -> ExchangeTable? {
        let rows = rows.filter { $0.geometry.map(GeometryKind.init) == kind }
        guard !rows.isEmpty else { return nil }
        return ExchangeTable(
            name: name + kind.suffix,
            title: Bilingual(zh: title.zh + kind.title.zh, en: title.en + kind.title.en),
            fields: fields, rows: rows)
    }

    /// The rows without geometry.
    var unlocatedCount: Int { rows.count { $0.geometry == nil } }
}

/// The kinds a layer is made of.
enum GeometryKind: CaseIterable, Hashable, Sendable {
    case area
    case line
    case point
    case mixed

    init(_ geometry: Geometry) {
        self =
            switch geometry {
            case .point, .multiPoint: .point
            case .lineString, .multiLineString: .line
            case .polygon, .multiPolygon: .area
            case .collection: .mixed
            }
    }

    var suffix: String {
        switch self {
        case .area: "_areas"
        case .line: "_lines"
        case .point: "_points"
        case .mixed: "_mixed"
        }
    }

    var title: Bilingual {
        switch self {
        case .area: Bilingual(zh: "（面）", en: " (areas)")
        case .line: Bilingual(zh: "（线）", en: " (lines)")
        case .point: Bilingual(zh: "（点）", en: " (points)")
        case .mixed: Bilingual(zh: "（混合）", en: " (mixed)")
        }
    }
}
