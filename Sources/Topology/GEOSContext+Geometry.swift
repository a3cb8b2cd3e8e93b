internal import CGEOS
internal import PlanarGeometry

/// Building GEOS geometries from plain values.
///
/// What GEOS takes, it takes even when it refuses: destroying a coordinate sequence, shell or part after a
/// failed create call is a double free, and not destroying it leaks nothing (GEOS 3.11.1, capi/geos_ts_c.cpp).
/// Each pointer below is therefore handed on in the very next call and never looked at again.
extension GEOSContext {
    /// A GEOS geometry of any kind; the caller owns it and destroys it.
    func geometry(_ geometry: Geometry) throws(TopologyError) -> OpaquePointer {
        switch geometry {
        case .point(let point): return unsafe try self.point(point)
        case .lineString(let line): return unsafe try self.line(line)
        case .polygon(let polygon): return unsafe try self.polygon(polygon)
        case .multiPoint(let points):
            return unsafe try collection(points, GEOS_MULTIPOINT) { point throws(TopologyError) in
                unsafe try self.point(point)
            }
        case .multiLineString(let lines):
            return unsafe try collection(lines, GEOS_MULTILINESTRING) { line throws(TopologyError) in
                unsafe try self.line(line)
            }
        case .multiPolygon(let polygons): return unsafe try area(polygons)
        case .collection(let parts):
            return unsafe try collection(parts, GEOS_GEOMETRYCOLLECTION) { part throws(TopologyError) in
                unsafe try self.geometry(part)
            }
        }
    }

    /// A GEOS polygon or multipolygon.
    ///
    /// The caller owns it and destroys it.
    func area(_ polygons: [Polygon]) throws(TopologyError) -> OpaquePointer {
        if polygons.count == 1 { return unsafe try polygon(polygons[0]) }
        return unsafe try collection(polygons, GEOS_MULTIPOLYGON) { polygon throws(TopologyError) in
            unsafe try self.polygon(polygon)
        }
    }

    /// Parts joined; empty collections crash some operations of GEOS (distance) and are refused.
    private func collection<Part>(
        _ values: [Part], _ kind: GEOSGeomTypes, _ make: (Part) throws(TopologyError) -> OpaquePointer
    ) throws(TopologyError) -> OpaquePointer {
        guard !values.isEmpty else {
            throw TopologyError(function: "GEOSGeom_createCollection_r", reason: "no parts")
        }
        var parts: [OpaquePointer?] = unsafe []
        for value in values {
            do throws(TopologyError) {
                unsafe parts.append(try make(value))
            } catch {
                unsafe destroy(parts)
                throw error
            }
        }
        let made = unsafe parts.withUnsafeMutableBufferPointer { buffer in
            unsafe GEOSGeom_createCollection_r(
                handle, CInt(kind.rawValue), buffer.baseAddress, CUnsignedInt(buffer.count))
        }
        guard let made = unsafe made else { throw failure(of: "GEOSGeom_createCollection_r") }
        return unsafe made
    }

    private func point(_ point: Point) throws(TopologyError) -> OpaquePointer {
        guard point.isFinite else {
            throw TopologyError(function: "GEOSGeom_createPointFromXY_r", reason: "coordinate is not finite")
        }
        guard let made = unsafe GEOSGeom_createPointFromXY_r(handle, point.x, point.y) else {
            throw failure(of: "GEOSGeom_createPointFromXY_r")
        }
        return unsafe made
    }

    private func line(_ line: LineString) throws(TopologyError) -> OpaquePointer {
        let sequence = unsafe try sequence(line.points)
        guard let made = unsafe GEOSGeom_createLineString_r(handle, sequence) else {
            throw failure(of: "GEOSGeom_createLineString_r")
        }
        return unsafe made
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
        let sequence = unsafe try sequence(ring.points)
        guard let made = unsafe GEOSGeom_createLinearRing_r(handle, sequence) else {
            throw failure(of: "GEOSGeom_createLinearRing_r")
        }
        return unsafe made
    }

    private func sequence(_ points: [Point]) throws(TopologyError) -> OpaquePointer {
        var flat: [Double] = []
        flat.reserveCapacity(points.count * 2)
        for point in points {
            flat.append(point.x)
            flat.append(point.y)
        }
        let sequence = unsafe flat.withUnsafeBufferPointer { buffer in
            unsafe GEOSCoordSeq_copyFromBuffer_r(
                handle, buffer.baseAddress, CUnsignedInt(points.count), 0, 0)
        }
        guard let sequence = unsafe sequence else { throw failure(of: "GEOSCoordSeq_copyFromBuffer_r") }
        return unsafe sequence
    }

    private func destroy(_ geometries: [OpaquePointer?]) {
        unsafe geometries.forEach { unsafe GEOSGeom_destroy_r(handle, $0) }
    }
}
