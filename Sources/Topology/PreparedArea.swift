internal import CGEOS
public import PlanarGeometry

/// One or more polygons made ready for many questions about points.
///
/// Owns its GEOS context and geometry. A prepared geometry fills itself in lazily and crashes when two threads
/// share it (libgeos/geos#825), so the type is noncopyable: each task makes its own from the same plain polygons.
@safe
public struct PreparedArea: ~Copyable {
    private let context: GEOSContext
    private let area: OpaquePointer
    private let prepared: OpaquePointer

    /// Copies the polygons into GEOS and prepares them.
    ///
    /// - Parameter polygons: at least one; their interiors may not overlap (``invalidity()`` tells).
    /// - Throws: ``TopologyError`` with what GEOS said.
    public init(_ polygons: [Polygon]) throws(TopologyError) {
        guard !polygons.isEmpty else {
            throw TopologyError(function: "GEOSPrepare_r", reason: "an area needs at least one polygon")
        }
        let context = GEOSContext()
        let area = unsafe try context.area(polygons)
        guard let prepared = unsafe GEOSPrepare_r(context.handle, area) else {
            unsafe GEOSGeom_destroy_r(context.handle, area)
            throw context.failure(of: "GEOSPrepare_r")
        }
        unsafe self.area = area
        unsafe self.prepared = prepared
        self.context = context
    }

    // The order is GEOS's: what was prepared before what it was prepared from; the context goes last by itself.
    deinit {
        unsafe GEOSPreparedGeom_destroy_r(context.handle, prepared)
        unsafe GEOSGeom_destroy_r(context.handle, area)
    }

    /// Whether the point lies inside the area or exactly on its boundary (DE-9IM `covers`).
    ///
    /// The point is in the frame of the polygons and finite.
    ///
    /// - Throws: ``TopologyError`` where a number is not finite, or with what `GEOSPreparedCovers_r` said.
    public func covers(_ point: Point) throws(TopologyError) -> Bool {
        guard point.isFinite else {
            throw TopologyError(function: "GEOSPreparedCovers_r", reason: "coordinate is not finite")
        }
        guard let made = unsafe GEOSGeom_createPointFromXY_r(context.handle, point.x, point.y) else {
            throw context.failure(of: "GEOSGeom_createPointFromXY_r")
        }
        defer { unsafe GEOSGeom_destroy_r(context.handle, made) }
        return try context.answer(
            unsafe GEOSPreparedCovers_r(context.handle, prepared, made), of: "GEOSPreparedCovers_r")
    }

    /// What makes the area invalid by the simple feature model, and where; nil for a valid area.
    ///
    /// C function `GEOSisValidDetail_r`.
    public func invalidity() throws(TopologyError) -> Invalidity? {
        unsafe try context.invalidity(of: area)
    }
}

/// One thread at a time, the owner's; what must not cross is said aloud.
@available(*, unavailable)
extension PreparedArea: Sendable {}
