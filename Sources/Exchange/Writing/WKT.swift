import GeoJSON
import PlanarGeometry

/// Well-Known Text (OGC 06-103r4 section 7).
enum WKT {
    /// The geometry, its coordinates rounded to so many decimals and without needless zeros.
    static func text(_ geometry: Geometry, decimals: Int) -> String {
        func number(_ value: Double) -> String { JSONWriter().string(.rounded(value, decimals: decimals)) }
        func position(_ point: Point) -> String { "\(number(point.x)) \(number(point.y))" }
        func list(_ texts: [String]) -> String { "(\(texts.joined(separator: ", ")))" }
        func chain(_ points: [Point]) -> String { list(points.map(position)) }
        func area(_ polygon: Polygon) -> String { list(polygon.rings.map { chain($0.points) }) }
        return switch geometry {
        case .point(let point): "POINT (\(position(point)))"
        case .lineString(let line): "LINESTRING " + chain(line.points)
        case .polygon(let polygon): "POLYGON " + area(polygon)
        case .multiPoint(let points): "MULTIPOINT " + list(points.map { "(\(position($0)))" })
        case .multiLineString(let lines): "MULTILINESTRING " + list(lines.map { chain($0.points) })
        case .multiPolygon(let polygons): "MULTIPOLYGON " + list(polygons.map(area))
        case .collection(let parts):
            "GEOMETRYCOLLECTION " + list(parts.map { text($0, decimals: decimals) })
        }
    }
}
