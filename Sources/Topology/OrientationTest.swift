internal import CGEOS
public import PlanarGeometry

/// GEOS's own answer on which side of a line a point lies, for the few cases a fast test leaves open.
///
/// Cheap to make (a context, no geometry); like every owner of one it stays with its task.
@safe
public struct OrientationTest: ~Copyable {
    private let context = GEOSContext()

    /// Makes a test.
    public init() {}

    /// 1 where the point lies left of the line from start to end, −1 right of it, 0 on it (`GEOSOrientationIndex_r`).
    ///
    /// The coordinates are finite. The turn is that of GEOS, whose extended arithmetic of about 104 bits decides
    /// what doubles cannot; its sign for end and start exchanged may differ in the last of these bits, so pass them in
    /// the order of the ring.
    ///
    /// - Throws: ``TopologyError`` where a coordinate is not finite.
    public func sign(from start: Point, to end: Point, point: Point) throws(TopologyError) -> Int {
        let sign = unsafe GEOSOrientationIndex_r(
            context.handle, start.x, start.y, end.x, end.y, point.x, point.y)
        guard (-1...1).contains(sign) else { throw context.failure(of: "GEOSOrientationIndex_r") }
        return Int(sign)
    }
}

@available(*, unavailable)
extension OrientationTest: Sendable {}
