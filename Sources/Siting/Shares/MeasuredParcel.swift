internal import PlanarGeometry
internal import Topology

/// A parcel made ready for many zones, with what has been worked out between it and them.
///
/// A class so that nothing is worked out twice. Not `Sendable`, hence bound to the task that made it.
final class MeasuredParcel {
    let parcel: Parcel
    let dimension: Int
    /// Local degrees, just as given: a vertex put in where a line crosses itself would lie off the border it runs on.
    let degrees: Geometry
    let box: Box
    let extent: Extent?
    /// What of it lies on the plane, in metres; nil where nothing does.
    let metres: Geometry?
    /// The box of ``metres``.
    let metricBox: Box?
    /// The boundary of ``metres``, or the lines or points themselves.
    private(set) lazy var boundary = metres?.outline
    /// The edges of ``metres`` in runs; of points, each without length.
    private(set) lazy var edges = metres.map(RunEdges.init)
    /// The edges of ``degrees`` in runs.
    private(set) lazy var edgesInDegrees = RunEdges(degrees)
    /// ``metres`` ready for displacements.
    private(set) lazy var sections = metres.flatMap(SectionedSite.init)
    /// The area or length of ``metres`` on the plane; set when first asked for.
    var planeExtent: Double?
    /// The centre of gravity, metres; set when first asked for.
    var centre: Point?
    /// The part of it that lies on land the documents of a layout, by its id, speak about; set when first asked for.
    var coveredShares: [String: Double] = [:]
    private let vertexCount: Int
    private var partBoxes: [Box?] = []
    private var preparedBoundary: KeptGeometry?
    private var standings: [ObjectIdentifier: Standing] = [:]
    /// The part of it that lies on the plane, 0 to 1.
    let partOnPlane: Double

    init(_ parcel: Parcel, on overlay: borrowing ZoneOverlay) throws(LocatorError) {
        self.parcel = parcel
        dimension = parcel.dimension
        degrees = overlay.local.from(parcel.geometry)
        let near: Geometry?
        let once: Geometry?
        do throws(TopologyError) {
            // What a line runs over twice counts once.
            once = dimension == 1 ? try overlay.operators.union([degrees]) : degrees
            near = try once.flatMap { once throws(TopologyError) in
                try overlay.clipped(once, dimension: parcel.dimension)
            }
        } catch {
            throw LocatorError.site(error)
        }
        guard let box = degrees.box else { preconditionFailure("a parcel has vertices") }
        self.box = box
        extent = overlay.extent(of: once, dimension: dimension)
        let part = overlay.extent(of: near, dimension: dimension)
        let partOnPlane = extent.map { whole in (part?.value ?? 0) / whole.value } ?? (near == nil ? 0 : 1)
        self.partOnPlane = partOnPlane
        let origin = overlay.local.origin
        let metres = try near.flatMap { near throws(LocatorError) in
            try overlay.plane.geometry(
                near.mapped { points in points.map { Point(x: $0.x + origin.x, y: $0.y + origin.y) } })
        }
        self.metres = metres
        metricBox = metres?.box
        vertexCount = degrees.vertices.count
    }

    /// How it stands to a zone, as far as that has been asked.
    func standing(to zone: OverlaidZone) -> Standing {
        if let made = standings[ObjectIdentifier(zone)] { return made }
        let made = Standing()
        standings[ObjectIdentifier(zone)] = made
        return made
    }

    /// The parts of an area whose boxes meet a zone's, local degrees: of thousands of parts most are far from any one zone.
    ///
    /// Points and lines are given whole: of lines the ends of all parts count.
    func near(_ zone: OverlaidZone) -> (shape: Geometry, isAll: Bool) {
        guard dimension == 2, case .multiPolygon(let parts) = degrees, parts.count > 8 else {
            return (degrees, true)
        }
        let standing = standing(to: zone)
        if let made = standing.near { return made }
        if partBoxes.isEmpty { partBoxes = parts.map { Geometry.polygon($0).box } }
        let met = parts.indices.filter { part in
            partBoxes[part].map { zone.box.gap(to: $0) == 0 } ?? false
        }
        let shape = met.count == parts.count ? nil : Geometry.area(met.map { parts[$0] })
        let made = shape.map { ($0, false) } ?? (degrees, true)
        standing.near = made
        return made
    }

    /// Whether to index its boundary once rather than for each zone.
    var isIntricate: Bool { vertexCount > 500 }

    /// ``boundary``, prepared; nil where nothing is on the plane.
    func boundaryPrepared() throws(TopologyError) -> KeptGeometry? {
        if let preparedBoundary { return preparedBoundary }
        let made = try boundary.map { boundary throws(TopologyError) in try KeptGeometry(boundary) }
        preparedBoundary = made
        return made
    }

    /// A figure of the parcel's own kind.
    func extent(_ value: Double) -> Extent { dimension == 2 ? .area(value) : .length(value) }
}

/// What has been worked out between a parcel and a zone.
final class Standing {
    var near: (shape: Geometry, isAll: Bool)?
    var matrix: IntersectionMatrix?
    var common: Geometry??
    var nearest: RunEdges.Pair?
    var distance: ZoneDistance?
}

extension ZoneOverlay {
    /// A parcel made ready; the last one is remembered, as several questions are asked of one parcel in turn.
    func measured(_ parcel: Parcel) throws(LocatorError) -> MeasuredParcel {
        if let last = memory.parcel, last.parcel == parcel { return last }
        let made = try MeasuredParcel(parcel, on: self)
        memory.parcel = made
        return made
    }

    /// What of a shape lies within the reach of the plane; nil where nothing of its dimension does.
    func clipped(_ shape: Geometry, dimension: Int) throws(TopologyError) -> Geometry? {
        guard let box = shape.box, let bounds = reach.box else { return nil }
        if bounds.covers(box.lower), bounds.covers(box.upper) { return shape }
        return try common(shape, reach, dimension: dimension)
    }

    /// What two shapes have in common, of one dimension; nil where that is nothing.
    func common(_ one: Geometry, _ other: Geometry, dimension: Int) throws(TopologyError) -> Geometry? {
        try operators.intersection(one, other)?.part(ofDimension: dimension)
    }
}

extension Geometry {
    /// The parts of one dimension.
    func part(ofDimension dimension: Int) -> Geometry? {
        switch dimension {
        case 2: return Geometry.area(polygons)
        case 1: return Geometry.line(lines)
        default:
            let points = loosePoints
            return points.isEmpty ? nil : points.count == 1 ? .point(points[0]) : .multiPoint(points)
        }
    }
}
