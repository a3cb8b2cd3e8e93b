import CPROJ
import PlanarGeometry

/// One PROJ conversion between longitude and latitude in degrees and a plane in metres, with its own context.
///
/// Built from parameters, never from a code or a client's text: no database is opened (a search for EPSG:4544
/// costs 20 ms on PROJ 9.1), and both ends are x, y by construction, so there is nothing for
/// `proj_normalize_for_visualization` to turn.
@safe struct PlaneConversion: ~Copyable {
    enum Direction {
        case toPlane
        case toLonLat

        fileprivate var value: PJ_DIRECTION {
            switch self {
            case .toPlane: PJ_FWD
            case .toLonLat: PJ_INV
            }
        }
    }

    private let context: PROJContext
    private let operation: OpaquePointer

    /// Builds the conversion of one projection step, such as `+proj=tmerc +lon_0=105 +ellps=GRS80`.
    ///
    /// - Throws: ``ProjectionError/library(function:words:)`` where PROJ refuses the parameters.
    init(step: String) throws(ProjectionError) {
        let context = PROJContext()
        let text = "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step \(step)"
        guard let operation = unsafe proj_create(context.handle, text) else {
            throw context.failure(
                in: "proj_create", errno: unsafe proj_context_errno(context.handle))
        }
        // That it missed its database is no matter.
        context.forgetMessage()
        unsafe self.operation = operation
        self.context = context
    }

    // The operation goes here; the context, a stored property, after it.
    deinit { _ = unsafe proj_destroy(operation) }

    /// Carries one point; nil where PROJ gives no finite answer.
    ///
    /// PROJ marks a failure in two ways, by infinite numbers and by its errno; either counts, and both are
    /// cleared (`proj_trans`).
    func carry(_ point: Point, _ direction: Direction) -> Point? {
        let result = unsafe proj_trans(operation, direction.value, proj_coord(point.x, point.y, 0, 0))
        let carried = unsafe Point(x: result.xy.x, y: result.xy.y)
        let errno = unsafe proj_errno_reset(operation)
        guard errno == 0, carried.isFinite else {
            context.forgetMessage()
            return nil
        }
        return carried
    }

    /// Carries many points in place, in one C call (`proj_trans_generic`).
    ///
    /// A point without an answer comes out infinite; the caller looks at every one of them anyway. PROJ's errno
    /// then speaks of the last failure only, so it is cleared, not read.
    func carry(inPlace points: inout [Point], _ direction: Direction) throws(ProjectionError) {
        let count = points.count
        guard count > 0, let second = MemoryLayout<Point>.offset(of: \.y) else { return }
        let stride = MemoryLayout<Point>.stride
        let carried = unsafe points.withUnsafeMutableBytes { bytes -> Int in
            guard let start = bytes.baseAddress else { return 0 }
            let x = unsafe start.assumingMemoryBound(to: Double.self)
            let y = unsafe (start + second).assumingMemoryBound(to: Double.self)
            return unsafe proj_trans_generic(
                operation, direction.value, x, stride, count, y, stride, count, nil, 0, 0, nil, 0, 0)
        }
        let errno = unsafe proj_errno_reset(operation)
        guard carried == count else { throw context.failure(in: "proj_trans_generic", errno: errno) }
        context.forgetMessage()
    }
}
