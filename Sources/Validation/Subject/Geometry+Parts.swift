internal import PlanarGeometry
internal import Projection

extension Geometry {
    /// The points of every line and every ring.
    var strings: [[Point]] { lines.map(\.points) + polygons.flatMap { $0.rings.map(\.points) } }

    /// Every straight piece of lines and borders.
    var segments: [Segment] { strings.flatMap { zip($0, $0.dropFirst()).map { Segment($0, $1) } } }

    /// The length of the lines, in the unit of the coordinates.
    var lineLength: Double {
        lines.reduce(0) { $0 + $1.segments.reduce(0) { $0 + $1.start.distance(to: $1.end) } }
    }

    /// The area of the polygons, in the square of that unit.
    var flatArea: Double { polygons.reduce(0) { $0 + $1.flatArea } }
}

extension Polygon {
    /// The area, in the square of the coordinates' unit.
    var flatArea: Double { holes.reduce(abs(exterior.signedArea)) { $0 - abs($1.signedArea) } }

    /// How wide the polygon is were it a strip: twice its area by the length of its border.
    var meanWidth: Double {
        let border = rings.reduce(0) { $0 + $1.segments.reduce(0) { $0 + $1.start.distance(to: $1.end) } }
        return border > 0 ? 2 * flatArea / border : 0
    }
}

extension Point {
    /// The straight distance, in the unit of the coordinates.
    func distance(to other: Point) -> Double {
        let dx = x - other.x
        let dy = y - other.y
        return (dx * dx + dy * dy).squareRoot()
    }
}

extension Box {
    /// Whether two boxes come within a distance of each other.
    func isWithin(_ distance: Double, of other: Box) -> Bool {
        lower.x - distance <= other.upper.x && other.lower.x - distance <= upper.x
            && lower.y - distance <= other.upper.y && other.lower.y - distance <= upper.y
    }
}

extension LocalMetricFrame {
    /// The geometry in metres; nil beyond the reach of the plane.
    ///
    /// Edges stay edges: one that is straight in degrees bows from the plane's chord by 5 cm at 2 km and by 1.2 m at
    /// 10 km, well under what any rule measures by.
    borrowing func metres(_ geometry: Geometry) -> Geometry? {
        func moved(_ points: [Point]) throws(ProjectionError) -> [Point] {
            var points = points
            try metres(inPlace: &points)
            return points
        }
        func line(_ line: LineString) throws -> LineString { try LineString(try moved(line.points)) }
        func area(_ polygon: Polygon) throws -> Polygon {
            Polygon(
                exterior: try Ring(try moved(polygon.exterior.points)),
                holes: try polygon.holes.map { try Ring(try moved($0.points)) })
        }
        do {
            switch geometry {
            case .point(let point): return .point(try metres(point))
            case .multiPoint(let points): return .multiPoint(try moved(points))
            case .lineString(let one): return .lineString(try line(one))
            case .multiLineString(let lines): return .multiLineString(try lines.map(line))
            case .polygon(let polygon): return .polygon(try area(polygon))
            case .multiPolygon(let polygons): return .multiPolygon(try polygons.map(area))
            case .collection(let parts):
                let moved = parts.compactMap { self.metres($0) }
                return moved.count == parts.count ? .collection(moved) : nil
            }
        } catch {
            return nil
        }
    }
}
