internal import CGEOS
internal import PlanarGeometry

/// Reading GEOS geometries back into plain values; the parts asked for here stay the whole's, none is destroyed.
extension GEOSContext {
    /// The value of a geometry; nil where it is empty.
    ///
    /// Empty parts of a collection are left out.
    func value(of made: OpaquePointer) throws(TopologyError) -> Geometry? {
        guard try !answer(unsafe GEOSisEmpty_r(handle, made), of: "GEOSisEmpty_r") else { return nil }
        let kind = unsafe GEOSGeomTypeId_r(handle, made)
        switch kind {
        case CInt(GEOS_POINT.rawValue): return .point(unsafe try vertices(of: made)[0])
        case CInt(GEOS_LINESTRING.rawValue), CInt(GEOS_LINEARRING.rawValue):
            return .lineString(unsafe try line(made))
        case CInt(GEOS_POLYGON.rawValue): return .polygon(unsafe try polygonValue(made))
        default: break
        }
        var parts: [Geometry] = []
        for index in 0..<(unsafe GEOSGetNumGeometries_r(handle, made)) {
            guard let part = unsafe GEOSGetGeometryN_r(handle, made, index) else {
                throw failure(of: "GEOSGetGeometryN_r")
            }
            if let value = unsafe try value(of: part) { parts.append(value) }
        }
        switch kind {
        case CInt(GEOS_MULTIPOINT.rawValue): return .multiPoint(parts.flatMap(\.vertices))
        case CInt(GEOS_MULTILINESTRING.rawValue): return .multiLineString(parts.flatMap(\.lines))
        case CInt(GEOS_MULTIPOLYGON.rawValue): return .multiPolygon(parts.flatMap(\.polygons))
        default: return .collection(parts)
        }
    }

    private func polygonValue(_ made: OpaquePointer) throws(TopologyError) -> Polygon {
        guard let shell = unsafe GEOSGetExteriorRing_r(handle, made) else {
            throw failure(of: "GEOSGetExteriorRing_r")
        }
        var holes: [Ring] = []
        for index in 0..<(unsafe GEOSGetNumInteriorRings_r(handle, made)) {
            guard let hole = unsafe GEOSGetInteriorRingN_r(handle, made, index) else {
                throw failure(of: "GEOSGetInteriorRingN_r")
            }
            holes.append(unsafe try ring(hole))
        }
        return Polygon(exterior: unsafe try ring(shell), holes: holes)
    }

    private func ring(_ made: OpaquePointer) throws(TopologyError) -> Ring {
        let points = unsafe try vertices(of: made)
        do throws(GeometryError) {
            return try Ring(points)
        } catch {
            throw TopologyError(function: "GEOSGeom_getCoordSeq_r", reason: "ring read back: \(error)")
        }
    }

    private func line(_ made: OpaquePointer) throws(TopologyError) -> LineString {
        let points = unsafe try vertices(of: made)
        do throws(GeometryError) {
            return try LineString(points)
        } catch {
            throw TopologyError(function: "GEOSGeom_getCoordSeq_r", reason: "line read back: \(error)")
        }
    }

    private func vertices(of made: OpaquePointer) throws(TopologyError) -> [Point] {
        guard let sequence = unsafe GEOSGeom_getCoordSeq_r(handle, made) else {
            throw failure(of: "GEOSGeom_getCoordSeq_r")
        }
        return unsafe try points(of: sequence)
    }

    /// The points of a coordinate sequence, whoever owns it.
    func points(of sequence: OpaquePointer) throws(TopologyError) -> [Point] {
        var count: CUnsignedInt = 0
        guard unsafe GEOSCoordSeq_getSize_r(handle, sequence, &count) == 1 else {
            throw failure(of: "GEOSCoordSeq_getSize_r")
        }
        var flat = [Double](repeating: .nan, count: Int(count) * 2)
        let copied = unsafe flat.withUnsafeMutableBufferPointer { buffer in
            unsafe GEOSCoordSeq_copyToBuffer_r(handle, sequence, buffer.baseAddress, 0, 0)
        }
        guard copied == 1, count > 0 else { throw failure(of: "GEOSCoordSeq_copyToBuffer_r") }
        return stride(from: 0, to: flat.count, by: 2).map { Point(x: flat[$0], y: flat[$0 + 1]) }
    }
}
