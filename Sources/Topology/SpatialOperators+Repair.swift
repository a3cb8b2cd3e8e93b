internal import CGEOS
public import PlanarGeometry

/// Reducing geometries: to their boundary, to fewer vertices, to what is valid of them.
extension SpatialOperators {
    /// The boundary: the rings of areas, the ends of lines; nil where there is none (`GEOSBoundary_r`).
    ///
    /// - Throws: ``TopologyError`` with what GEOS said.
    public func boundary(of geometry: Geometry) throws(TopologyError) -> Geometry? {
        unsafe try derive(geometry, "GEOSBoundary_r") { unsafe GEOSBoundary_r($0, $1) }
    }

    /// A geometry of fewer vertices, none of whose lines is moved by more than a distance
    /// (`GEOSTopologyPreserveSimplify_r`).
    ///
    /// No part vanishes and valid areas stay valid.
    ///
    /// - Throws: ``TopologyError`` with what GEOS said.
    public func simplified(_ geometry: Geometry, within distance: Double) throws(TopologyError) -> Geometry? {
        unsafe try derive(geometry, "GEOSTopologyPreserveSimplify_r") {
            unsafe GEOSTopologyPreserveSimplify_r($0, $1, distance)
        }
    }

    /// A valid geometry out of one that may be invalid; nil where nothing is left (`GEOSMakeValidWithParams_r`).
    ///
    /// By the structure of the rings: shells are joined, holes taken off, what has collapsed to a line is dropped.
    /// So a bow-tie becomes two triangles and overlapping parts become one. A valid geometry stays as it is.
    ///
    /// - Throws: ``TopologyError`` with what GEOS said.
    public func madeValid(_ geometry: Geometry) throws(TopologyError) -> Geometry? {
        guard let parameters = unsafe GEOSMakeValidParams_create_r(context.handle) else {
            throw context.failure(of: "GEOSMakeValidParams_create_r")
        }
        defer { unsafe GEOSMakeValidParams_destroy_r(context.handle, parameters) }
        _ = unsafe GEOSMakeValidParams_setMethod_r(context.handle, parameters, GEOS_MAKE_VALID_STRUCTURE)
        _ = unsafe GEOSMakeValidParams_setKeepCollapsed_r(context.handle, parameters, 0)
        return unsafe try derive(geometry, "GEOSMakeValidWithParams_r") {
            unsafe GEOSMakeValidWithParams_r($0, $1, parameters)
        }
    }

    /// The radius of the greatest circle in an area, short of it by at most a tolerance
    /// (`GEOSMaximumInscribedCircle_r`).
    ///
    /// - Throws: ``TopologyError`` with what GEOS said.
    public func inscribedRadius(
        of area: Geometry, tolerance: Double
    ) throws(TopologyError) -> Double {
        let radius = unsafe try derive(area, "GEOSMaximumInscribedCircle_r") {
            unsafe GEOSMaximumInscribedCircle_r($0, $1, tolerance)
        }
        return try radius.map { line throws(TopologyError) in try length(of: line) } ?? 0
    }

    /// The shortest distance between the lines and rings of two geometries (`GEOSDistanceIndexed_r`).
    ///
    /// For an area inside another that is the distance between their boundaries, not 0. Both are indexed first, so
    /// that many vertices cost little.
    ///
    /// - Throws: ``TopologyError`` with what GEOS said.
    public func boundaryDistance(_ one: Geometry, _ other: Geometry) throws(TopologyError) -> Double {
        unsafe try with(one, other) { one, other throws(TopologyError) in
            var distance = Double.nan
            guard unsafe GEOSDistanceIndexed_r(context.handle, one, other, &distance) == 1 else {
                throw context.failure(of: "GEOSDistanceIndexed_r")
            }
            return distance
        }
    }
}
