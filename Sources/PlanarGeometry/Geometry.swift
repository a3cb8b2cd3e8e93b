/// Any plane geometry of the simple feature model, in two dimensions.
public enum Geometry: Hashable, Sendable {
    case point(Point)
    case multiPoint([Point])
    case lineString(LineString)
    case multiLineString([LineString])
    case polygon(Polygon)
    case multiPolygon([Polygon])
    indirect case collection([Geometry])

    /// The name RFC 7946 gives the kind.
    public var typeName: String {
        switch self {
        case .point: "Point"
        case .multiPoint: "MultiPoint"
        case .lineString: "LineString"
        case .multiLineString: "MultiLineString"
        case .polygon: "Polygon"
        case .multiPolygon: "MultiPolygon"
        case .collection: "GeometryCollection"
        }
    }

    /// The polygons of an area; empty for points and lines.
    public var polygons: [Polygon] {
        switch self {
        case .polygon(let polygon): [polygon]
        case .multiPolygon(let polygons): polygons
        case .collection(let parts): parts.flatMap(\.polygons)
        case .point, .multiPoint, .lineString, .multiLineString: []
        }
    }

    /// The lines of a linear geometry; empty for points and areas.
    public var lines: [LineString] {
        switch self {
        case .lineString(let line): [line]
        case .multiLineString(let lines): lines
        case .collection(let parts): parts.flatMap(\.lines)
        case .point, .multiPoint, .polygon, .multiPolygon: []
        }
    }

    /// Every vertex, rings closed.
    public var vertices: [Point] {
        switch self {
        case .point(let point): [point]
        case .multiPoint(let points): points
        case .lineString(let line): line.points
        case .multiLineString(let lines): lines.flatMap(\.points)
        case .polygon(let polygon): polygon.rings.flatMap(\.points)
        case .multiPolygon(let polygons): polygons.flatMap { $0.rings.flatMap(\.points) }
        case .collection(let parts): parts.flatMap(\.vertices)
        }
    }

    /// The smallest box around the geometry; nil where it has no vertex.
    public var box: Box? { Box(around: vertices) }
}
