public import PlanarGeometry
public import Projection
internal import Topology
internal import Wording

/// Turns shapes in any frame into valid parcels in WGS 84.
///
/// Keeps one projector for each frame it meets. Bound to the task that made it.
///
/// ```swift
/// let parcel = try ParcelReader(frame: .epsg(4544)).parcel(wkt: "POLYGON((35628000 3267000, …))")
/// ```
public final class ParcelReader {
    /// The most vertices a shape may have; ring ends count.
    public static let vertexLimit = 100_000

    /// How much edges may crowd (``EdgeCrowding``); a star of 2000 spikes, 6 km long, is taken in seconds.
    static let crowdingLimit = 1_000_000.0

    private let frame: ReferenceFrame
    private let accuracy: Double
    private let makingValid: Bool
    private let operators = SpatialOperators()
    private var projectors: [ReferenceFrame: OneProjector] = [:]

    private final class OneProjector {
        let projector: Projector

        init(_ frame: ReferenceFrame) throws(ProjectionError) { projector = try Projector(frame) }
    }

    /// - Parameters:
    ///   - frame: the frame of shapes that name none.
    ///   - accuracy: one standard deviation per axis of where they lie, metres.
    ///   - makingValid: whether to repair invalid shapes; what was changed stands in ``Parcel/repair``.
    public init(frame: ReferenceFrame = .wgs84, accuracy: Double = 0, makingValid: Bool = false) {
        self.frame = frame
        self.accuracy = accuracy
        self.makingValid = makingValid
    }

    /// Reads a parcel from Well-Known Text.
    ///
    /// - Throws: ``ParcelError``.
    public func parcel(
        wkt: String, id: String? = nil, name: String? = nil, frame: ReferenceFrame? = nil,
        statedArea: StatedArea? = nil
    ) throws(ParcelError) -> Parcel {
        let geometry: Geometry
        do throws(WKTError) {
            geometry = try WKTReader.geometry(wkt, vertexLimit: Self.vertexLimit)
        } catch {
            throw ParcelError.text(error)
        }
        return try parcel(geometry, id: id, name: name, frame: frame, statedArea: statedArea)
    }

    /// The numbers of a point in Well-Known Text, as they are written; nil for another shape.
    ///
    /// - Throws: ``ParcelError``.
    package func point(wkt: String) throws(ParcelError) -> Point? {
        do throws(WKTError) {
            guard case .point(let point) = try WKTReader.geometry(wkt, vertexLimit: Self.vertexLimit) else {
                return nil
            }
            return point
        } catch {
            throw ParcelError.text(error)
        }
    }

    /// Takes a geometry in a frame, x first, as a parcel.
    ///
    /// Edges are straight between their ends in longitude and latitude, whatever the frame.
    ///
    /// - Throws: ``ParcelError`` where it is none; of an invalid one the place is named.
    public func parcel(
        _ geometry: Geometry, id: String? = nil, name: String? = nil, frame: ReferenceFrame? = nil,
        accuracy: Double? = nil, statedArea: StatedArea? = nil
    ) throws(ParcelError) -> Parcel {
        let frame = frame ?? self.frame
        var shape = try Self.ofOneKind(geometry)
        let count = shape.vertices.count
        guard count > 0 else { throw ParcelError.empty }
        guard count <= Self.vertexLimit else {
            throw ParcelError.tooManyVertices(count, limit: Self.vertexLimit)
        }
        // So few edges cannot crowd, however they lie.
        let mayCrowd = Double(count) * Double(count) > Self.crowdingLimit
        guard !mayCrowd || EdgeCrowding(of: shape).pairs <= Self.crowdingLimit else {
            throw ParcelError.tooIntricate(vertices: count)
        }
        var notes = Self.notes(on: frame)
        if let read = Self.inItsFrame(shape, frame) {
            shape = read.shape
            notes += read.notes
        }
        let given = try checkedExtent(shape)
        var repair: Parcel.Repair?
        if let found = try topology({ operators throws(TopologyError) in try operators.invalidity(of: given) }
        ) {
            guard makingValid else { throw ParcelError.invalid(found, frame) }
            shape = try repaired(given)
            repair = Parcel.Repair(
                reason: found.reason, location: found.location.isFinite ? found.location : nil,
                parts: Parcel.Repair.Change(before: given.partCount, after: shape.partCount),
                vertices: Parcel.Repair.Change(before: count, after: shape.vertices.count),
                areas: try areas(of: given, repairedTo: shape, in: frame, found.reason))
        }
        let degrees = try inDegrees(shape, from: frame)
        try Self.refuseAntimeridian(degrees)
        // Carried to degrees an edge may come to cross another by a rounding; then it is refused, not measured.
        if frame != .wgs84,
            let found = try topology({ operators throws(TopologyError) in
                try operators.invalidity(of: degrees)
            })
        {
            throw ParcelError.invalid(found, .wgs84)
        }
        try Self.refuseNoArea(degrees)
        return Parcel(
            id: id, name: name, geometry: degrees, frame: frame, accuracy: accuracy ?? self.accuracy,
            statedArea: statedArea, repair: repair, notes: notes)
    }

    /// The shape as positions of its frame are read: X north turned to the easting first, a zone number that the eastings
    /// lack added, one they carry too many left out.
    ///
    /// - Returns: nil where nothing is to be done, or not the same with all vertices.
    private static func inItsFrame(_ shape: Geometry, _ frame: ReferenceFrame) -> (
        shape: Geometry, notes: [Note]
    )? {
        let reader = PositionReader(frame: frame)
        guard frame.projectedFrame != nil, let first = shape.vertices.first,
            let sample = reader.plainReading(first.x, first.y, order: .eastingFirst), !sample.remarks.isEmpty,
            let notes = try? reader.resolve(first.x, first.y).notes
        else { return nil }
        var isSound = true
        let moved = shape.mapped { points in
            points.map { point in
                guard let read = reader.plainReading(point.x, point.y, order: .eastingFirst),
                    read.remarks == sample.remarks
                else {
                    isSound = false
                    return point
                }
                return read.point
            }
        }
        return isSound ? (moved, notes) : nil
    }

    private static func notes(on frame: ReferenceFrame) -> [Note] {
        frame.accuracyNote.map { [Note(code: "frame_accuracy", text: $0)] } ?? []
    }

    /// A collection of shapes of one kind as one shape of many parts.
    private static func ofOneKind(_ geometry: Geometry) throws(ParcelError) -> Geometry {
        guard case .collection(let parts) = geometry else { return geometry }
        let (polygons, lines) = (geometry.polygons, geometry.lines)
        let points = parts.flatMap(\.loosePoints)
        switch (polygons.isEmpty, lines.isEmpty, points.isEmpty) {
        case (true, true, true): throw ParcelError.empty
        case (false, true, true): return .multiPolygon(polygons)
        case (true, false, true): return .multiLineString(lines)
        case (true, true, false): return .multiPoint(points)
        default: throw ParcelError.mixed
        }
    }

    /// The same shape where it has an extent at all; GEOS has odd words for one that has none.
    private func checkedExtent(_ shape: Geometry) throws(ParcelError) -> Geometry {
        if !shape.polygons.isEmpty {
            let isFlat = shape.polygons.allSatisfy { polygon in
                polygon.exterior.segments.allSatisfy {
                    Self.isFlat($0, from: polygon.exterior.points[0], polygon)
                }
            }
            if isFlat { throw ParcelError.noExtent(dimension: 2) }
        }
        if !shape.lines.isEmpty,
            shape.lines.allSatisfy({ line in line.points.allSatisfy { $0 == line.points[0] } })
        {
            throw ParcelError.noExtent(dimension: 1)
        }
        return shape
    }

    /// Whether an edge adds no area to a ring, seen from its first point and from the point farthest from that.
    private static func isFlat(_ edge: Segment, from origin: Point, _ polygon: Polygon) -> Bool {
        let (ax, ay) = (edge.start.x - origin.x, edge.start.y - origin.y)
        let (bx, by) = (edge.end.x - origin.x, edge.end.y - origin.y)
        let cross = ax * by - ay * bx
        // Rounded coordinates of points on one line span a triangle of some units in the last place.
        return abs(cross) <= 1e-12 * (abs(ax * by) + abs(ay * bx))
    }

    private func repaired(_ shape: Geometry) throws(ParcelError) -> Geometry {
        let made = try topology { operators throws(TopologyError) in try operators.madeValid(shape) }
        if !shape.polygons.isEmpty {
            guard let polygons = made?.polygons, !polygons.isEmpty else {
                throw ParcelError.noExtent(dimension: 2)
            }
            return polygons.count == 1 ? .polygon(polygons[0]) : .multiPolygon(polygons)
        }
        guard let lines = made?.lines, !lines.isEmpty else { throw ParcelError.noExtent(dimension: 1) }
        return .multiLineString(lines)
    }

    /// What a repair made of an area; nil for lines.
    private func areas(
        of given: Geometry, repairedTo shape: Geometry, in frame: ReferenceFrame, _ reason: String
    ) throws(ParcelError) -> Parcel.Repair.Areas? {
        guard !shape.polygons.isEmpty else { return nil }
        let (before, after) = (
            Self.area(of: try inDegrees(given, from: frame)), Self.area(of: try inDegrees(shape, from: frame))
        )
        return Parcel.Repair.Areas(
            before: before, after: after,
            hasHoleOutside: reason == "Hole lies outside shell" && after > before)
    }

    private func inDegrees(_ shape: Geometry, from frame: ReferenceFrame) throws(ParcelError) -> Geometry {
        do throws(ProjectionError) {
            let one = try projector(of: frame)
            return try shape.mapped { points throws(ProjectionError) in
                var moved = points
                try one.projector.toWGS84(inPlace: &moved)
                return moved
            }
        } catch {
            throw mistake(in: shape, frame) ?? ParcelError.projection(error)
        }
    }

    private func projector(of frame: ReferenceFrame) throws(ProjectionError) -> OneProjector {
        if let made = projectors[frame] { return made }
        let made = try OneProjector(frame)
        projectors[frame] = made
        return made
    }

    /// What a vertex that does not lie in its frame looks like, such as Gauss–Krüger numbers where degrees are expected.
    private func mistake(in shape: Geometry, _ frame: ReferenceFrame) -> ParcelError? {
        guard let one = try? projector(of: frame) else { return nil }
        for vertex in shape.vertices.prefix(1000) {
            do throws(ArrivalError) {
                _ = try one.projector.read("\(vertex.x)", "\(vertex.y)", order: .eastingFirst)
            } catch {
                return .arrival(error)
            }
        }
        return nil
    }

    /// The least area of a site, m²: a square centimetre.
    static let leastArea = 1e-4

    private static func refuseNoArea(_ shape: Geometry) throws(ParcelError) {
        guard !shape.polygons.isEmpty else { return }
        let area = area(of: shape)
        guard area < leastArea, let box = shape.box else { return }
        // Rounded coordinates of points on one line span a little; a shape that is merely tiny is as wide as it is long.
        let across = Geodesic().distance(box.lower, box.upper)
        throw across < 1e-6 || area < 1e-6 * across * across
            ? ParcelError.noExtent(dimension: 2) : ParcelError.belowLeastArea(area)
    }

    /// m² on the ellipsoid, of a shape in degrees.
    private static func area(of shape: Geometry) -> Double {
        guard let origin = shape.vertices.first else { return 0 }
        let near = shape.mapped { points in points.map { Point(x: $0.x - origin.x, y: $0.y - origin.y) } }
        return Geodesic().area(of: near.polygons, from: origin)
    }

    private static func refuseAntimeridian(_ shape: Geometry) throws(ParcelError) {
        for edge in shape.edges where abs(edge.end.x - edge.start.x) > 180 {
            throw ParcelError.crossesAntimeridian(from: edge.start, to: edge.end)
        }
    }

    private func topology<Answer>(
        _ ask: (borrowing SpatialOperators) throws(TopologyError) -> Answer
    ) throws(ParcelError) -> Answer {
        do throws(TopologyError) { return try ask(operators) } catch { throw ParcelError.topology(error) }
    }
}
