import PlanarGeometry
import Projection
import Siting

/// Carries drawings from WGS 84 into the frame they leave in.
///
/// An edge is straight in longitude and latitude. In another plane it is not, so it gets as many vertices in between
/// as keep it within ``tolerance``: half a millimetre, where 5 km left straight in a Gauss–Krüger strip would be off
/// by 0.3 m. An edge that two zones share gets the same ones in both.
struct FrameMove: ~Copyable {
    /// How far a straight piece may lie from the edge it stands for, metres.
    static let tolerance = 0.0005
    /// How often an edge is halved at most.
    static let depth = 14

    private let projector: Projector
    private let isIdentity: Bool
    private let metresPerUnit: Double

    init(to frame: ReferenceFrame) throws(ProjectionError) {
        projector = try Projector(frame)
        isIdentity = frame == .wgs84 || frame == .cgcs2000
        // Of a degree, near enough for a tolerance.
        metresPerUnit = frame.isGeographic ? 111_320 : 1
    }

    /// The geometry in the frame.
    func carried(_ geometry: Geometry) throws(ProjectionError) -> Geometry {
        guard !isIdentity else { return geometry }
        return try geometry.mapped { points throws(ProjectionError) in try self.carried(points) }
    }

    private func carried(_ points: [Point]) throws(ProjectionError) -> [Point] {
        var moved: [Point] = []
        for (index, point) in points.enumerated() {
            let here = try projector.fromWGS84(point)
            if index > 0 { moved += try between(points[index - 1], point) }
            moved.append(here)
        }
        return moved
    }

    /// The vertices in between, the same whichever way the edge is run.
    private func between(_ start: Point, _ end: Point) throws(ProjectionError) -> [Point] {
        guard (start.x, start.y) <= (end.x, end.y) else {
            return try between(end, start).reversed()
        }
        var found: [Point] = []
        try divide(
            (start, try projector.fromWGS84(start)), (end, try projector.fromWGS84(end)), depth: 0,
            into: &found)
        return found
    }

    private typealias Stake = (degrees: Point, carried: Point)

    private func divide(_ a: Stake, _ b: Stake, depth: Int, into found: inout [Point]) throws(ProjectionError)
    {
        let degrees = Point(x: (a.degrees.x + b.degrees.x) / 2, y: (a.degrees.y + b.degrees.y) / 2)
        let middle = try projector.fromWGS84(degrees)
        let off = Segment(a.carried, b.carried).distance(to: middle)
        guard off * metresPerUnit > Self.tolerance, depth < Self.depth else { return }
        try divide(a, (degrees, middle), depth: depth + 1, into: &found)
        found.append(middle)
        try divide((degrees, middle), b, depth: depth + 1, into: &found)
    }
}
