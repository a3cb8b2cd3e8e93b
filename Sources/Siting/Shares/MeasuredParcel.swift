internal import PlanarGeometry
internal import Topology

/// A parcel made ready for many zones.
struct MeasuredParcel {
    let parcel: Parcel
    let dimension: Int
    /// Local degrees, just as given: a vertex put in where a line crosses itself would lie off the border it runs on.
    let degrees: Geometry
    let box: Box
    let extent: Extent?
    /// What of it lies on the plane, in metres; nil where nothing does.
    let metres: Geometry?
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
        metres = try near.flatMap { near throws(LocatorError) in
            try overlay.plane.geometry(
                near.mapped { points in points.map { Point(x: $0.x + origin.x, y: $0.y + origin.y) } })
        }
    }

    /// A figure of the parcel's own kind.
    func extent(_ value: Double) -> Extent { dimension == 2 ? .area(value) : .length(value) }

    /// The parcel as a shape beside zones; nil where it is off the plane.
    var shape: OverlaidShape? {
        metres.map {
            OverlaidShape(
                degrees: degrees, metres: $0, box: box, dimension: dimension, accuracy: parcel.totalAccuracy)
        }
    }
}

extension ZoneOverlay {
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
