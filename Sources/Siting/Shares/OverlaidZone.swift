internal import PlanarGeometry
internal import Planning
internal import Projection
internal import Topology

/// A located zone made ready for lines and areas: plain values in local degrees and in metres.
///
/// A class so that what is widened once is kept. Not `Sendable`, hence bound to the task that made it.
final class OverlaidZone {
    let zone: Zone
    /// Order in the catalogue, the last word between equals.
    let order: Int
    /// One standard deviation per axis of the drawing, metres.
    let accuracy: Double
    /// Degrees east and north of the origin of the overlay.
    let degrees: Geometry
    let box: Box
    /// Metres of the plane.
    let metres: Geometry
    let dimension: Int
    private var rims: [Double: Geometry?] = [:]

    init?(_ zone: Zone, order: Int, local: LocalDegrees, plane: borrowing MetricPlane) throws(LocatorError) {
        guard case .located(let geometry, let accuracy) = zone.location else { return nil }
        self.zone = zone
        self.order = order
        self.accuracy = accuracy.metres
        degrees = local.from(geometry)
        guard let box = degrees.box, let metres = try plane.geometry(geometry) else { return nil }
        self.box = box
        self.metres = metres
        dimension = geometry.polygons.isEmpty ? (geometry.lines.isEmpty ? 0 : 1) : 2
    }

    var reference: ZoneReference { ZoneReference(layout: zone.layout, zone: zone.id) }

    /// Whether a site can lie in the zone.
    var holdsSites: Bool { zone.role.holdsSites && dimension == 2 }

    /// The zone in metres, grown by a distance or shrunk by a negative one; nil where nothing is left.
    func widened(by distance: Double, _ operators: borrowing SpatialOperators) throws(TopologyError)
        -> Geometry?
    {
        if let made = rims[distance] { return made }
        let made = distance == 0 ? metres : try operators.buffer(metres, by: distance)
        rims[distance] = made
        return made
    }
}

/// Longitude and latitude as degrees from one origin.
///
/// Taking the origin off loses nothing near it (Sterbenz: where the larger of two numbers is at most twice the
/// smaller, their difference is exact), and what GEOS then computes keeps digits down to some picometres, where in
/// longitude and latitude it would be rounded to 1.6 nm: more than 1e-9 of a site of a square metre.
struct LocalDegrees {
    let origin: Point

    func from(_ geometry: Geometry) -> Geometry {
        geometry.mapped { points in points.map { Point(x: $0.x - origin.x, y: $0.y - origin.y) } }
    }
}

extension MetricPlane {
    /// A shape in metres, its edges densified; nil for one without vertices.
    func geometry(_ geometry: Geometry) throws(LocatorError) -> Geometry? {
        if geometry.polygons.isEmpty, geometry.lines.isEmpty {
            let points = try outline(of: geometry).edges.map(\.start)
            return points.isEmpty ? nil : points.count == 1 ? .point(points[0]) : .multiPoint(points)
        }
        let (edges, polygons) = try outline(of: geometry)
        return Geometry.area(polygons) ?? Geometry.line(Self.chains(of: edges))
    }

    /// Edges that follow upon each other, joined to lines.
    private static func chains(of edges: [Segment]) -> [LineString] {
        var chains: [[Point]] = []
        for edge in edges {
            if let last = chains.last?.last, last == edge.start {
                chains[chains.count - 1].append(edge.end)
            } else {
                chains.append([edge.start, edge.end])
            }
        }
        return chains.compactMap { try? LineString($0) }
    }
}
