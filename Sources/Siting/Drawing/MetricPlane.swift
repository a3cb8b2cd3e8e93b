internal import PlanarGeometry
internal import Planning
internal import Projection
internal import Wording

/// The one plane all metres of a catalogue are measured in.
///
/// A transverse Mercator on GRS 80, centred on the located zones, k = 1. Its scale is off by 10 mm/km at 28 km from the centre; beyond 100 km it is not used.
struct MetricPlane: ~Copyable {
    private let frame: LocalMetricFrame
    let centre: LonLat
    private let geodesic = Geodesic()

    /// How far from the centre the plane is trusted.
    static let reach = 100_000.0  // m
    /// Edges are straight in degrees; in metres they bow by under 3 cm where no piece is longer than this.
    static let longestEdge = 1000.0  // m

    init(centre: LonLat) throws(LocatorError) {
        self.centre = centre
        do throws(ProjectionError) {
            frame = try LocalMetricFrame(centre: centre.point)
        } catch {
            throw LocatorError.projection(error)
        }
    }

    /// How far a position is from the centre, metres along the ellipsoid.
    func distanceFromCentre(_ position: LonLat) -> Double { geodesic.distance(centre.point, position.point) }

    /// Whether a position is near enough to be measured in the plane.
    func reaches(_ position: LonLat) -> Bool {
        let dx = position.longitude - centre.longitude
        let dy = position.latitude - centre.latitude
        // No degree is longer than 111.7 km: most positions are seen to be near without measuring.
        if dx * dx + dy * dy < (Self.reach / 111_700) * (Self.reach / 111_700) { return true }
        return distanceFromCentre(position) <= Self.reach
    }

    /// A word of warning, without its stop, where a position is so far from everything drawn that a digit may be wrong.
    func remoteness(of position: LonLat) -> Bilingual? {
        guard !reaches(position) else { return nil }
        let kilometres = Int((distanceFromCentre(position) / 1000).rounded())
        return Bilingual(
            zh: "位置距图面中心约 \(kilometres) 公里，远在科学城以外，请核对坐标是否漏位或坐标系有误",
            en:
                "The site is some \(kilometres) km from the middle of the drawing: check for a missing digit or the wrong frame"
        )
    }

    /// The position in metres; nil beyond the reach of the plane.
    func metres(_ position: LonLat) throws(LocatorError) -> Point? {
        guard reaches(position) else { return nil }
        do throws(ProjectionError) {
            return try frame.metres(position.point)
        } catch {
            throw LocatorError.projection(error)
        }
    }

    /// The position in metres, however far, as long as PROJ has an answer.
    func exactMetres(_ degrees: Point) throws(LocatorError) -> Point {
        do throws(ProjectionError) {
            return try frame.metres(degrees)
        } catch {
            throw LocatorError.projection(error)
        }
    }

    /// The bearing from a position to a point of the plane, degrees clockwise from true north.
    func bearing(from position: LonLat, to foot: Point) throws(LocatorError) -> Double {
        do throws(ProjectionError) {
            return geodesic.bearing(from: position.point, to: try frame.lonLat(foot))
        } catch {
            throw LocatorError.projection(error)
        }
    }

    /// The longitude and latitude of a point of the plane, degrees.
    func position(_ point: Point) throws(LocatorError) -> Point {
        do throws(ProjectionError) {
            return try frame.lonLat(point)
        } catch {
            throw LocatorError.projection(error)
        }
    }

    /// The boundary of an area, or the line, or the point itself as an edge of no length; and the area's polygons.
    func outline(of geometry: Geometry) throws(LocatorError) -> (edges: [Segment], polygons: [Polygon]) {
        var edges: [Segment] = []
        var polygons: [Polygon] = []
        for polygon in geometry.polygons {
            let exterior = try ring(polygon.exterior)
            var holes: [Ring] = []
            for hole in polygon.holes { holes.append(try ring(hole)) }
            let made = Polygon(exterior: exterior, holes: holes)
            polygons.append(made)
            for ring in made.rings { edges.append(contentsOf: ring.segments) }
        }
        for line in geometry.lines {
            let points = try densified(line.points)
            edges.append(contentsOf: zip(points, points.dropFirst()).map { Segment($0, $1) })
        }
        if edges.isEmpty {
            for point in try metres(geometry.vertices) { edges.append(Segment(point, point)) }
        }
        return (edges, polygons)
    }

    private func ring(_ ring: Ring) throws(LocatorError) -> Ring {
        let points = try densified(ring.points)
        do throws(GeometryError) {
            return try Ring(points)
        } catch {
            preconditionFailure("equal ends stay equal and finite in the plane: \(error)")
        }
    }

    /// The vertices in metres, with others put between them, evenly in degrees, until no piece is too long.
    private func densified(_ points: [Point]) throws(LocatorError) -> [Point] {
        var dense: [Point] = [points[0]]
        for (start, end) in zip(points, points.dropFirst()) {
            let pieces = pieces(from: start, to: end)
            // From the lesser end, so that an edge two zones share is cut at the same points in both.
            let forwards = (start.x, start.y) <= (end.x, end.y)
            let (a, b) = forwards ? (start, end) : (end, start)
            let cuts = stride(from: 1.0, to: pieces, by: 1).map { step in
                Point(x: a.x + (b.x - a.x) * step / pieces, y: a.y + (b.y - a.y) * step / pieces)
            }
            dense.append(contentsOf: forwards ? cuts : cuts.reversed())
            dense.append(end)
        }
        return try metres(dense)
    }

    /// Into how many pieces an edge is cut.
    private func pieces(from start: Point, to end: Point) -> Double {
        // No degree is longer than 111.7 km: most edges are seen to be short without measuring them.
        if (abs(end.x - start.x) + abs(end.y - start.y)) * 111_700 < Self.longestEdge { return 1 }
        return max(1, (geodesic.distance(start, end) / Self.longestEdge).rounded(.up))
    }

    private func metres(_ points: [Point]) throws(LocatorError) -> [Point] {
        var moved = points
        do throws(ProjectionError) {
            try frame.metres(inPlace: &moved)
        } catch {
            throw LocatorError.projection(error)
        }
        return moved
    }
}
