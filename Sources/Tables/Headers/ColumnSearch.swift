/// The search for the column of each role: the user's mapping first, then what the headers claim.
struct ColumnSearch {
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
