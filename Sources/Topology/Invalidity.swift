internal import CGEOS
public import PlanarGeometry

/// Why a geometry is not valid, such as "Self-intersection", and the point where GEOS saw it.
public struct Invalidity: Hashable, Sendable {
    /// GEOS's word for the defect.
    public let reason: String
    /// Where it is, in the frame of the geometry; not finite where GEOS gives no place.
    public let location: Point
}

extension GEOSContext {
    /// What makes a geometry invalid; nil for a valid one.
    func invalidity(of geometry: OpaquePointer) throws(TopologyError) -> Invalidity? {
        var reason: UnsafeMutablePointer<CChar>? = nil
        var location: OpaquePointer? = nil
        let answer = unsafe GEOSisValidDetail_r(handle, geometry, 0, &reason, &location)
        defer {
            if let reason = unsafe reason { unsafe GEOSFree_r(handle, reason) }
            if let location = unsafe location { unsafe GEOSGeom_destroy_r(handle, location) }
        }
        guard try !self.answer(answer, of: "GEOSisValidDetail_r") else { return nil }
        var x = Double.nan
        var y = Double.nan
        if let location = unsafe location {
            _ = unsafe GEOSGeomGetX_r(handle, location, &x)
            _ = unsafe GEOSGeomGetY_r(handle, location, &y)
        }
        var words = "invalid"
        if let reason = unsafe reason { unsafe words = String(cString: reason) }
        return Invalidity(reason: words, location: Point(x: x, y: y))
    }
}
