internal import CGEOS
internal import PlanarGeometry

/// Lending GEOS geometries for the length of one call: whatever happens in it, they are destroyed behind it.
extension SpatialOperators {
    typealias Handle = OpaquePointer

    func with<Answer>(
        _ geometry: Geometry, _ ask: (Handle) throws(TopologyError) -> Answer
    ) throws(TopologyError) -> Answer {
        let made = unsafe try context.geometry(geometry)
        defer { unsafe GEOSGeom_destroy_r(context.handle, made) }
        return unsafe try ask(made)
    }

    func with<Answer>(
        _ one: Geometry, _ other: Geometry, _ ask: (Handle, Handle) throws(TopologyError) -> Answer
    ) throws(TopologyError) -> Answer {
        unsafe try with(one) { first throws(TopologyError) in
            unsafe try with(other) { second throws(TopologyError) in unsafe try ask(first, second) }
        }
    }

    /// A new geometry out of one.
    func derive(
        _ geometry: Geometry, _ function: StaticString,
        _ make: (GEOSContextHandle_t, Handle) -> Handle?
    ) throws(TopologyError) -> Geometry? {
        unsafe try with(geometry) { geometry throws(TopologyError) in
            unsafe try taken(make(context.handle, geometry), function)
        }
    }

    /// A new geometry out of two.
    func combine(
        _ one: Geometry, _ other: Geometry, _ function: StaticString,
        _ make: (GEOSContextHandle_t, Handle, Handle) -> Handle?
    ) throws(TopologyError) -> Geometry? {
        unsafe try with(one, other) { one, other throws(TopologyError) in
            unsafe try taken(make(context.handle, one, other), function)
        }
    }

    private func taken(_ made: Handle?, _ function: StaticString) throws(TopologyError) -> Geometry? {
        guard let made = unsafe made else { throw context.failure(of: function) }
        defer { unsafe GEOSGeom_destroy_r(context.handle, made) }
        return unsafe try context.value(of: made)
    }
}
