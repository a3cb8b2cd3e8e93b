/// What the columns of a table of candidates mean: each row has a shape, or a position, and perhaps an area of land.
public struct CandidateColumns: Hashable, Sendable {
    /// A column of areas.
    public struct Area: Hashable, Sendable {
        /// The column.
        public let column: TableColumn
        /// The unit its header names, folded: `亩`, `公顷`, `m2`; nil where it names none.
        public let unit: String?
    }

    /// The shape as Well-Known Text.
    public let shape: TableColumn?
    /// Where the site is, of rows without a shape; nil where no column says so.
    public let position: PositionColumns?
    /// What else is said of the site.
    public let attributes: AttributeColumns
    /// The area of the land.
    public let landArea: Area?
    /// Building floor area (建筑面积), which is never land.
    public let floorArea: TableColumn?
    /// A frame named in the header of the shape or of the coordinates, as written; nil if none is.
    public let frameHint: String?

    /// Tells the columns of a table.
    ///
    /// - Throws: `missing_column` if nothing says where the sites are, `ambiguous_column` if two columns claim a role
    ///   alike, `conflicting_frames` if the two coordinates name different frames.
    public init(_ columns: [TableColumn], mapping: ColumnMapping = ColumnMapping()) throws(TableError) {
        var search = ColumnSearch(columns, mapping: mapping)
        try search.reserveMapped()
        let shape = try search.column(.shape)
        do throws(TableError) {
            let roles = try ColumnRoles(columns, mapping: mapping)
            position = roles.position
            frameHint = shape.flatMap { HeaderName($0.name).frame?.raw } ?? roles.frameHint
        } catch {
            // With a shape, coordinates are not needed, whatever is wrong with them.
            guard let shape else {
                guard error.kind == .missingColumn, mapping.headers.isEmpty else { throw error }
                throw .noShapeOrPosition(columns)
            }
            position = nil
            frameHint = HeaderName(shape.name).frame?.raw
        }
        self.shape = shape
        attributes = try AttributeColumns(search)
        let mapped = try mapping.column(for: .landArea, in: columns)
        let areas = Self.areas(among: columns)
        landArea = mapped.map { Area(column: $0, unit: AreaHeader($0.name)?.unit) } ?? areas.land
        floorArea = areas.floor
    }

    /// The column whose header names a shape; nil where none does.
    static func shape(_ columns: [TableColumn], _ mapping: ColumnMapping) throws(TableError) -> TableColumn? {
        var search = ColumnSearch(columns, mapping: mapping)
        try search.reserveMapped()
        return try search.column(.shape)
    }

    /// The columns of land and of building floor area, told from their headers alone.
    public static func areas(among columns: [TableColumn]) -> (land: Area?, floor: TableColumn?) {
        (land(columns), columns.first { AreaHeader($0.name)?.isFloorArea ?? false })
    }

    /// The column whose word is the most specific; of equals one that names its unit, then the first.
    private static func land(_ columns: [TableColumn]) -> Area? {
        let found = columns.compactMap { column in
            AreaHeader(column.name).flatMap { $0.isFloorArea ? nil : (column: column, header: $0) }
        }
        let best = found.min { one, other in
            (one.header.rank, one.header.unit == nil ? 1 : 0, one.column.index)
                < (other.header.rank, other.header.unit == nil ? 1 : 0, other.column.index)
        }
        return best.map { Area(column: $0.column, unit: $0.header.unit) }
    }
}

/// A header that speaks of an area, taken apart.
private struct AreaHeader {
    let isFloorArea: Bool
    /// 0 is the most specific word.
    let rank: Int
    /// The unit, folded; nil where it names none.
    let unit: String?

    /// Takes a header apart; nil for one that speaks of no area.
    init?(_ header: String) {
        let name = HeaderName(header)
        let qualifier = name.qualifiers.compactMap(Self.unit).first
        for (words, isFloorArea) in [(Self.floorWords, true), (Self.landWords, false)] {
            for (rank, word) in words.enumerated() where name.word.hasPrefix(word) {
                let rest = String(name.word.dropFirst(word.count))
                guard rest.isEmpty || Self.unit(rest) != nil else { continue }
                self.isFloorArea = isFloorArea || name.qualifiers.contains { Self.floorWords.contains($0) }
                self.rank = rank
                unit = rest.isEmpty ? qualifier : Self.unit(rest)
                return
            }
        }
        return nil
    }

    private static let landWords = [
        "净用地面积", "建设用地面积", "用地面积", "总用地面积", "宗地面积", "地块面积", "土地面积", "占地面积", "出让面积", "面积",
        "dkmj", "zdmj", "ydmj", "landarea", "sitearea", "parcelarea", "area", "mianji", "mj",
    ]
    private static let floorWords = [
        "建筑面积", "总建筑面积", "地上建筑面积", "计容建筑面积", "计容面积", "建面", "floorarea", "grossfloorarea", "gfa",
    ]

    private static func unit(_ text: String) -> String? {
        let bare = text.hasPrefix("单位") ? String(text.dropFirst(2)) : text
        if bare == "sqm" || bare == "sqmetres" || bare == "平" { return "m2" }
        return units.contains(bare) ? bare : nil
    }

    private static let units: Set<String> = [
        "亩", "mu", "公顷", "ha", "hectare", "hectares", "m2", "m²", "㎡", "平方米", "平米", "km2", "km²", "平方公里",
        "平方千米", "万平方米", "万㎡", "万m2", "万m²", "万平米",
    ]
}
