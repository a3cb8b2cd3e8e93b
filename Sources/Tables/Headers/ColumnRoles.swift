/// Which columns say where a site is, and in what order of axes.
public enum PositionColumns: Hashable, Sendable {
    /// Degrees, by name.
    case geographic(lon: TableColumn, lat: TableColumn)
    /// Metres, by name: Chinese survey sheets have X = north, Y = east, as in EPSG:4547's own axes.
    ///
    /// Web exports call degrees X坐标 and Y坐标 too: whoever reads the numbers checks their range.
    case survey(northing: TableColumn, easting: TableColumn)
    /// Bare `x` and `y`: the numbers must tell.
    case unstated(x: TableColumn, y: TableColumn)
    /// Both in one column, in the order the header states.
    case single(TableColumn, order: PositionOrder)
    /// The name of a place.
    case place(TableColumn)

    /// The columns, in the order of the case.
    public var columns: [TableColumn] {
        switch self {
        case .geographic(let first, let second), .survey(let first, let second),
            .unstated(let first, let second):
            [first, second]
        case .single(let column, _), .place(let column): [column]
        }
    }
}

/// The order of the two numbers in a one-column position.
public enum PositionOrder: Sendable {
    /// The header says so, as `lnglat` does.
    case longitudeFirst
    /// The header says so, as `latlng` does.
    case latitudeFirst
    /// Nothing is said (坐标, 经纬度, position): longitude first by our convention, if the ranges allow.
    case unstated
}

/// What the columns of a table mean, told from the header.
public struct ColumnRoles: Hashable, Sendable {
    /// Where the site is.
    public let position: PositionColumns
    /// What the site is called in its table.
    public let id: TableColumn?
    /// The site's name.
    public let name: TableColumn?
    /// The frame of each row.
    public let frame: TableColumn?
    /// The accuracy of each position, and the metres in one of its units.
    public let accuracy: TableColumn?
    /// Metres in one unit of the accuracy column: 1 unless its header says cm, mm or km.
    public let accuracyMetresPerUnit: Double
    /// A frame named in the coordinates' headers, as written: `GCJ-02`, `高德`; nil if none is.
    public let frameHint: String?

    /// Tells the roles of a table's columns.
    ///
    /// Longitude and latitude go before survey coordinates, those before bare x and y, before a one-column
    /// position, before a place name.
    ///
    /// - Throws: `missing_column` if nothing says where the site is, `ambiguous_column` if two columns claim a
    ///   role alike, `conflicting_frames` if the two coordinates name different frames.
    public init(_ columns: [TableColumn], mapping: ColumnMapping = ColumnMapping()) throws(TableError) {
        var search = ColumnSearch(columns, mapping: mapping)
        try search.reserveMapped()
        position = try search.position()
        id = try search.column(.id)
        name = try search.column(.name)
        frame = try search.column(.frame)
        accuracy = try search.column(.accuracy)
        let unit = accuracy.map { HeaderName($0.name).qualifiers }?.compactMap(ColumnSpellings.metres).first
        accuracyMetresPerUnit = unit ?? 1

        let hints = position.columns.compactMap { column in
            HeaderName(column.name).frame.map { (column: column, frame: $0) }
        }
        if hints.count == 2, hints[0].frame.folded != hints[1].frame.folded {
            throw .conflictingFrames(hints[0].column, hints[1].column)
        }
        frameHint = hints.first?.frame.raw
    }
}

/// The search for the column of each role: the user's mapping first, then what the headers claim.
private struct ColumnSearch {
    private let columns: [TableColumn]
    private let mapping: ColumnMapping
    private let claims: ColumnClaims
    private var taken: Set<Int> = []

    init(_ columns: [TableColumn], mapping: ColumnMapping) {
        self.columns = columns
        self.mapping = mapping
        claims = ColumnClaims(columns)
    }

    /// A column the user gave one role takes no other.
    mutating func reserveMapped() throws(TableError) {
        for role in ColumnRole.allCases {
            if let column = try mapping.column(for: role, in: columns) { taken.insert(column.index) }
        }
    }

    func column(_ role: ColumnRole) throws(TableError) -> TableColumn? {
        if let column = try mapping.column(for: role, in: columns) { return column }
        return try claims.best(role, among: taken)?.column
    }

    /// Whether a family of roles may answer: any, unless the user named a column of another one.
    private func allows(_ family: ColumnRole...) -> Bool {
        let mapped = mapping.headers.keys.filter(\.isPositional)
        return mapped.isEmpty || mapped.contains(where: family.contains)
    }

    func position() throws(TableError) -> PositionColumns {
        if allows(.longitude, .latitude), has(.longitude), has(.latitude),
            let lon = try column(.longitude), let lat = try column(.latitude)
        {
            return .geographic(lon: lon, lat: lat)
        }
        if allows(.northing, .easting), has(.northing) || has(.easting) {
            // `X坐标` beside a bare `Y`: the one that speaks speaks for both.
            let northing = try has(.northing) ? column(.northing) : column(.x)
            let easting = try has(.easting) ? column(.easting) : column(.y)
            if let northing, let easting { return .survey(northing: northing, easting: easting) }
        }
        if allows(.x, .y), has(.x), has(.y), let x = try column(.x), let y = try column(.y) {
            return .unstated(x: x, y: y)
        }
        if allows(.position), let column = try column(.position) {
            return .single(column, order: order(of: column))
        }
        if allows(.place), let column = try column(.place) { return .place(column) }
        throw .noPosition(lacking: partner(), columns: columns)
    }

    private func has(_ role: ColumnRole) -> Bool {
        mapping.headers[role] != nil
            || claims.claims.contains { $0.role == role && !taken.contains($0.column.index) }
    }

    /// The missing half of a pair of which one column is there.
    private func partner() -> ColumnRole? {
        let pairs: [(ColumnRole, ColumnRole)] = [(.longitude, .latitude), (.northing, .easting), (.x, .y)]
        for (first, second) in pairs where has(first) != has(second) { return has(first) ? second : first }
        return nil
    }

    private func order(of column: TableColumn) -> PositionOrder {
        let header = HeaderName(column.name)
        for text in [header.whole, header.qualifiers.joined()] {
            switch text {
            case "lnglat", "lonlat", "longlat", "longitudelatitude", "经度纬度", "东经北纬": return .longitudeFirst
            case "latlng", "latlon", "latlong", "latitudelongitude", "纬度经度", "纬经度", "北纬东经":
                return .latitudeFirst
            default: continue
            }
        }
        return .unstated
    }
}
