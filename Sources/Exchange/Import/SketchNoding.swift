import GeoJSON
import PlanarGeometry

/// Gives areas that were fitted to each other the same vertices where they meet.
///
/// Where two lines cross there is a vertex now, of one of the two or of several areas, each with its own last digits.
/// Written with nine decimals it would lie beside the other's edge, and areas that share a border would overlap by the
/// square of a tenth of a millimetre. So it becomes one vertex, as it is written, of every area whose edge it lies on.
struct SketchNoding {
    /// As files are written: a tenth of a millimetre.
    private static let perDegree = 1e9
    /// No farther from an edge a vertex lies on it.
    private static let nearness = 2e-9  // degrees

    private let crossings: [Point]

    /// Finds the vertices that some features have and none had before.
    init(_ features: [Feature], at places: [Int], before: Set<Point>) {
        var crossings: Set<Point> = []
        for place in places {
            for vertex in features[place].geometry?.vertices ?? [] where !before.contains(vertex) {
                crossings.insert(Self.written(vertex))
            }
        }
        // Of two that differ by the last digit one will do.
        var apart: [Point] = []
        for one in crossings.sorted(by: { ($0.x, $0.y) < ($1.x, $1.y) })
        where !apart.contains(where: { Self.distance($0, one) <= 1.5 * Self.nearness }) {
            apart.append(one)
        }
        self.crossings = apart
    }

    /// An area with those vertices; nil where it has none of them.
    func noded(_ area: Geometry, before: Set<Point>) -> Geometry? {
        var isChanged = false
        var polygons: [Polygon] = []
        for polygon in area.polygons {
            let rings = polygon.rings.map { ring in
                let noded = noded(ring.points, before)
                isChanged = isChanged || noded != ring.points
                return (try? Ring(noded)) ?? ring
            }
            polygons.append(Polygon(exterior: rings[0], holes: Array(rings.dropFirst())))
        }
        guard isChanged else { return nil }
        return polygons.count == 1 ? .polygon(polygons[0]) : .multiPolygon(polygons)
    }

    private func noded(_ ring: [Point], _ before: Set<Point>) -> [Point] {
        // Its own crossings as they are written, then those of others on its edges.
        var moved: [Point] = []
        for point in ring {
            let place = before.contains(point) ? point : nearest(to: point) ?? point
            if place != moved.last { moved.append(place) }
        }
        var noded: [Point] = []
        for (start, end) in zip(moved, moved.dropFirst()) {
            noded.append(start)
            let edge = Segment(start, end)
            let met = crossings.filter {
                $0 != start && $0 != end && edge.distance(to: $0) <= Self.nearness
                    && Self.distance($0, start) > 1.5 * Self.nearness
                    && Self.distance($0, end) > 1.5 * Self.nearness
            }
            noded += met.sorted { Self.distance($0, start) < Self.distance($1, start) }
        }
        return noded + [moved[moved.count - 1]]
    }

    private func nearest(to point: Point) -> Point? {
        crossings.first { Self.distance($0, point) <= 2.5 * Self.nearness }
    }

    private static func written(_ point: Point) -> Point {
        Point(x: (point.x * perDegree).rounded() / perDegree, y: (point.y * perDegree).rounded() / perDegree)
    }

    private static func distance(_ one: Point, _ other: Point) -> Double {
        Segment(one, one).distance(to: other)
    }
}
