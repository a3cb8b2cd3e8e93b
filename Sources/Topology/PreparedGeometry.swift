internal import CGEOS
public import PlanarGeometry

/// Any geometry made ready for many questions about others.
///
/// Owns its GEOS context, geometry and index, and is noncopyable like ``PreparedArea`` and for the same reason: what
/// GEOS prepares it fills in lazily. All geometries are in one frame; areas must be valid.
@safe
public struct PreparedGeometry: ~Copyable {
    private let context: GEOSContext
    private let geometry: OpaquePointer
    private let prepared: OpaquePointer

    /// Copies a geometry into GEOS and prepares it (`GEOSPrepare_r`).
    ///
    /// - Throws: ``TopologyError`` with what GEOS said.
    public init(_ geometry: Geometry) throws(TopologyError) {
        let context = GEOSContext()
        let made = unsafe try context.geometry(geometry)
        guard let prepared = unsafe GEOSPrepare_r(context.handle, made) else {
            unsafe GEOSGeom_destroy_r(context.handle, made)
            throw context.failure(of: "GEOSPrepare_r")
        }
        unsafe self.geometry = made
        unsafe self.prepared = prepared
        self.context = context
    }

    // The order is GEOS's: what was prepared before what it was prepared from; the context goes last by itself.
    deinit {
        unsafe GEOSPreparedGeom_destroy_r(context.handle, prepared)
        unsafe GEOSGeom_destroy_r(context.handle, geometry)
    }

    /// Whether the two have a point in common (`GEOSPreparedIntersects_r`).
    ///
    /// - Throws: ``TopologyError`` with what GEOS said.
    public func intersects(_ other: Geometry) throws(TopologyError) -> Bool {
        unsafe try with(other) { other throws(TopologyError) in
            try context.answer(
                unsafe GEOSPreparedIntersects_r(context.handle, prepared, other),
                of: "GEOSPreparedIntersects_r")
        }
    }

    /// Whether the other lies in the interior, without a point on the boundary (`GEOSPreparedContainsProperly_r`).
    ///
    /// - Throws: ``TopologyError`` with what GEOS said.
    public func containsProperly(_ other: Geometry) throws(TopologyError) -> Bool {
        unsafe try with(other) { other throws(TopologyError) in
            try context.answer(
                unsafe GEOSPreparedContainsProperly_r(context.handle, prepared, other),
                of: "GEOSPreparedContainsProperly_r")
        }
    }

    /// The shortest distance to another geometry, 0 where they meet (`GEOSPreparedDistance_r`).
    ///
    /// - Throws: ``TopologyError`` with what GEOS said.
    public func distance(to other: Geometry) throws(TopologyError) -> Double {
        unsafe try with(other) { other throws(TopologyError) in
            var distance = Double.nan
            guard unsafe GEOSPreparedDistance_r(context.handle, prepared, other, &distance) == 1 else {
                throw context.failure(of: "GEOSPreparedDistance_r")
            }
            return distance
        }
    }

    /// The nearest points, here and on the other (`GEOSPreparedNearestPoints_r`).
    ///
    /// - Throws: ``TopologyError`` with what GEOS said.
    public func nearestPoints(to other: Geometry) throws(TopologyError) -> (here: Point, there: Point) {
        unsafe try with(other) { other throws(TopologyError) in
            guard let found = unsafe GEOSPreparedNearestPoints_r(context.handle, prepared, other) else {
                throw context.failure(of: "GEOSPreparedNearestPoints_r")
            }
            defer { unsafe GEOSCoordSeq_destroy_r(context.handle, found) }
            let points = unsafe try context.points(of: found)
            return (points[0], points[points.count - 1])
        }
    }

    /// The area and the length of the lines and boundaries of what both have in common; zeros where that is nothing
    /// (`GEOSIntersection_r`, `GEOSArea_r`, `GEOSLength_r`).
    ///
    /// - Throws: ``TopologyError`` with what GEOS said.
    public func measureInCommon(
        with other: Geometry
    ) throws(TopologyError) -> (area: Double, length: Double) {
        unsafe try with(other) { other throws(TopologyError) in
            guard let common = unsafe GEOSIntersection_r(context.handle, geometry, other) else {
                throw context.failure(of: "GEOSIntersection_r")
            }
            defer { unsafe GEOSGeom_destroy_r(context.handle, common) }
            var area = 0.0
            var length = 0.0
            guard unsafe GEOSArea_r(context.handle, common, &area) == 1,
                unsafe GEOSLength_r(context.handle, common, &length) == 1
            else { throw context.failure(of: "GEOSArea_r") }
            return (area, length)
        }
    }

    private func with<Answer>(
        _ other: Geometry, _ ask: (OpaquePointer) throws(TopologyError) -> Answer
    ) throws(TopologyError) -> Answer {
        let made = unsafe try context.geometry(other)
        defer { unsafe GEOSGeom_destroy_r(context.handle, made) }
        return unsafe try ask(made)
    }
}

/// One thread at a time, the owner's; what must not cross is said aloud.
@available(*, unavailable)
extension PreparedGeometry: Sendable {}
