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
    /// The box of ``metres``.
    let metricBox: Box
    let dimension: Int
    /// The boundary, or the line or point itself, metres.
    private(set) lazy var boundary = metres.outline
    /// The edges of ``metres`` in runs; of a point, one without length.
    private(set) lazy var edges = RunEdges(metres)
    /// The edges of ``degrees`` in runs.
    private(set) lazy var edgesInDegrees = RunEdges(degrees)
    /// The boundary ready for displacements.
    private(set) lazy var outline = ZoneOutline(metres)
    /// What the zone measures; set when first asked for.
    var extent: Extent?
    /// The centre of gravity, metres; set when first asked for.
    var centre: Point?
    private var area: KeptGeometry?
    private var preparedBoundary: KeptGeometry?
    private var degreesBoundary: Geometry??
    private var rims: [Double: KeptGeometry?] = [:]

    init?(_ zone: Zone, order: Int, local: LocalDegrees, plane: borrowing MetricPlane) throws(LocatorError) {
        guard case .located(let geometry, let accuracy) = zone.location else { return nil }
        self.zone = zone
        self.order = order
        self.accuracy = accuracy.metres
        degrees = local.from(geometry)
        guard let box = degrees.box, let metres = try plane.geometry(geometry) else { return nil }
        guard let metricBox = metres.box else { return nil }
        self.box = box
        self.metres = metres
        self.metricBox = metricBox
        dimension = geometry.polygons.isEmpty ? (geometry.lines.isEmpty ? 0 : 1) : 2
    }

    var reference: ZoneReference { ZoneReference(layout: zone.layout, zone: zone.id) }

    /// Whether a site can lie in the zone.
    var holdsSites: Bool { zone.role.holdsSites && dimension == 2 }

    /// The zone in metres, grown by a distance or shrunk by a negative one; nil where nothing is left.
    func widened(
        by distance: Double, _ operators: borrowing SpatialOperators
    ) throws(TopologyError) -> KeptGeometry? {
        if let made = rims[distance] { return made }
        // Parcels of many accuracies must not fill the memory.
        if rims.count >= Self.mostRims { rims.removeAll() }
        let made = try (distance == 0 ? metres : operators.buffer(metres, by: distance)).map {
            shape throws(TopologyError) in try KeptGeometry(shape)
        }
        rims[distance] = made
        return made
    }

    private static let mostRims = 16

    /// The zone in local degrees, prepared.
    func prepared() throws(TopologyError) -> KeptGeometry {
        if let area { return area }
        let made = try KeptGeometry(degrees)
        area = made
        return made
    }

    /// ``boundary``, prepared.
    func boundaryPrepared() throws(TopologyError) -> KeptGeometry {
        if let preparedBoundary { return preparedBoundary }
        let made = try KeptGeometry(boundary)
        preparedBoundary = made
        return made
    }

    /// The boundary in local degrees; nil where there is none.
    func boundaryInDegrees(_ operators: borrowing SpatialOperators) throws(TopologyError) -> Geometry? {
        if let made = degreesBoundary { return made }
        let made = try operators.boundary(of: degrees)
        degreesBoundary = .some(made)
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
