/// What a column can mean to us.
public enum ColumnRole: String, CaseIterable, Sendable {
    /// Longitude in degrees.
    case longitude = "lon"
    /// Latitude in degrees.
    case latitude = "lat"
    /// Metres to the north: X on a Chinese survey sheet.
    case northing
    /// Metres to the east: Y on a Chinese survey sheet.
    case easting
    /// A bare `x`: a longitude, an easting or, on a survey sheet, a northing.
    case x
    /// A bare `y`.
    case y
    /// Both coordinates in one field.
    case position
    /// A place name in the stead of coordinates.
    case place
    /// What the site is called in its own table.
    case id
    /// The site's name, for people.
    case name
    /// The reference frame of each row.
    case frame
    /// The accuracy of each position.
    case accuracy
    /// The shape of the site, as Well-Known Text.
    case shape = "wkt"
    /// The area of the site's land.
    case landArea = "area"

    /// Whether the role says where the site is.
    var isPositional: Bool {
        switch self {
        case .longitude, .latitude, .northing, .easting, .x, .y, .position, .place: true
        case .id, .name, .frame, .accuracy, .shape, .landArea: false
        }
    }

    /// Reads a role as a column mapping names it.
    init?(parsing text: String) {
        switch text.lowercased() {
        case "lon", "lng", "long", "longitude", "经度": self = .longitude
        case "lat", "latitude", "纬度": self = .latitude
        case "northing", "north", "n", "纵坐标": self = .northing
        case "easting", "east", "e", "横坐标": self = .easting
        case "position", "坐标": self = .position
        case "place", "地点", "地名": self = .place
        case "id", "编号": self = .id
        case "name", "名称": self = .name
        case "frame", "crs", "坐标系": self = .frame
        case "accuracy", "精度": self = .accuracy
        case "wkt", "shape", "geometry", "图形": self = .shape
        case "area", "面积", "用地面积": self = .landArea
        case "x": self = .x
        case "y": self = .y
        default: return nil
        }
    }
}
