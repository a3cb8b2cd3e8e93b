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

    /// Whether each coordinate has a column of its own.
    var isPair: Bool { columns.count == 2 }
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
