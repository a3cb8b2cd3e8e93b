internal import CGEOS
internal import PlanarGeometry

/// Building GEOS geometries from plain values.
///
/// What GEOS takes, it takes even when it refuses: destroying a coordinate sequence, shell or part after a
/// failed create call is a double free, and not destroying it leaks nothing (GEOS 3.11.1, capi/geos_ts_c.cpp).
/// Each pointer below is therefore handed on in the very next call and never looked at again.
extension GEOSContext {
    /// A GEOS polygon or multipolygon.
    ///
    /// The caller owns it and destroys it.
    func area(_ polygons: [Polygon]) throws(TopologyError) -> OpaquePointer {
        if polygons.count == 1 { return unsafe try polygon(polygons[0]) }
        var parts: [OpaquePointer?] = unsafe []
        for polygon in polygons {
            do throws(TopologyError) {
                unsafe parts.append(try self.polygon(polygon))
            } catch {
                unsafe destroy(parts)
                throw error
            }
        }
        let multi = unsafe parts.withUnsafeMutableBufferPointer { buffer in
            unsafe GEOSGeom_createCollection_r(
                handle, CInt(GEOS_MULTIPOLYGON.rawValue), buffer.baseAddress, CUnsignedInt(buffer.count))
        }
        guard let multi = unsafe multi else { throw failure(of: "GEOSGeom_createCollection_r") }
        return unsafe multi
    }

    private func polygon(_ polygon: Polygon) throws(TopologyError) -> OpaquePointer {
        let shell = unsafe try ring(polygon.exterior)
        var holes: [OpaquePointer?] = unsafe []
        for hole in polygon.holes {
            do throws(TopologyError) {
                unsafe holes.append(try ring(hole))
            } catch {
                unsafe destroy(holes + [shell])
                throw error
            }
        }
        let made = unsafe holes.withUnsafeMutableBufferPointer { buffer in
            unsafe GEOSGeom_createPolygon_r(handle, shell, buffer.baseAddress, CUnsignedInt(buffer.count))
        }
        guard let made = unsafe made else { throw failure(of: "GEOSGeom_createPolygon_r") }
        return unsafe made
    }

    private func ring(_ ring: Ring) throws(TopologyError) -> OpaquePointer {
        var flat: [Double] = []
        flat.reserveCapacity(ring.points.count * 2)
        for point in ring.points {
            flat.append(point.x)
            flat.append(point.y)
        }
        let sequence = unsafe flat.withUnsafeBufferPointer { buffer in
            unsafe GEOSCoordSeq_copyFromBuffer_r(
                handle, buffer.baseAddress, CUnsignedInt(ring.points.count), 0, 0)
        }
        guard let sequence = unsafe sequence else { throw failure(of: "GEOSCoordSeq_copyFromBuffer_r") }
        guard let made = unsafe GEOSGeom_createLinearRing_r(handle, sequence) else {
            throw failure(of: "GEOSGeom_createLinearRing_r")
        }
        return unsafe made
    }

    private func destroy(_ geometries: [OpaquePointer?]) {
        unsafe geometries.forEach { unsafe GEOSGeom_destroy_r(handle, $0) }
    }
}
