import Glibc
import PlanarGeometry
import Projection
import Siting

/// Carries drawings of a file into WGS 84 as an edition holds them: nine decimals of a degree, 0.1 mm.
///
/// An edge is straight in the frame of the file. Where it bows from the straight line in degrees by more than
/// ``tolerance`` it gets vertices in between, the same ones whichever way it is run, so that neighbours keep their
/// border in common. The vertices that ``FrameMove`` put in on the way out are taken out again: what was exported
/// comes back as it was. A corner halfway along another zone's edge looks like one of these; corners stay (``corners``).
struct FrameReturn: ~Copyable {
    /// How far a straight piece may lie from the edge it stands for, metres.
    static let tolerance = 0.001
    /// Degrees, as places behind the point.
    private static let unit = 1e9

    private let projector: Projector
    private let isStraight: Bool
    /// Places, as an edition holds them, that stay vertices wherever an edge runs over them.
    private var corners: Set<Point>

    /// Prepares to carry.
    ///
    /// - Parameters:
    ///   - frame: the frame of the file.
    ///   - corners: vertices known before, such as those of the edition that is replaced.
    /// - Throws: where PROJ does not know the frame.
    /// - Throws: where PROJ does not know the frame.
    init(from frame: ReferenceFrame, keeping corners: Set<Point> = []) throws(ProjectionError) {
        self.corners = corners
        projector = try Projector(frame)
        isStraight = frame == .wgs84 || frame == .cgcs2000
    }

    /// Takes note of the places where a geometry begins, ends or turns.
    mutating func keepCorners(of geometry: Geometry, of place: String) throws(ExchangeError) {
        guard !isStraight else { return }
        let lines = geometry.lines.map(\.points) + geometry.polygons.flatMap { $0.rings.map(\.points) }
        for points in lines {
            let stakes = try stakes(points, of: place)
            for index in stakes.indices {
                let isEnd = index == 0 || index == stakes.count - 1
                if isEnd || !Self.isStraight(stakes, at: index) { corners.insert(stakes[index].degrees) }
            }
        }
    }

    /// The geometry in WGS 84; errors name the feature by its place.
    func carried(_ geometry: Geometry, of place: String) throws(ExchangeError) -> Geometry {
        let isArea = !geometry.polygons.isEmpty
        let isLine = !geometry.lines.isEmpty
        return try geometry.mapped { points throws(ExchangeError) in
            let moved = try carried(points, of: place)
            guard moved.count >= (isArea ? 4 : isLine ? 2 : 1) else { throw .collapsed(place, points) }
            return moved
        }
    }

    private func stakes(_ points: [Point], of place: String) throws(ExchangeError) -> [Stake] {
        var stakes: [Stake] = []
        for point in points {
            let stake = try stake(point, of: place)
            // Nearer than the last decimal they are one.
            if stakes.last?.degrees != stake.degrees { stakes.append(stake) }
        }
        return stakes
    }

    private func carried(_ points: [Point], of place: String) throws(ExchangeError) -> [Point] {
        let stakes = try stakes(points, of: place)
        if stakes.isEmpty || points.count == 1 || isStraight { return stakes.map(\.degrees) }
        var line = [stakes[0].degrees]
        var index = 0
        while index < stakes.count - 1 {
            var end = index + 1
            while end < stakes.count - 1, !corners.contains(stakes[end].degrees),
                Self.isStraight(stakes, at: end)
            {
                end += 1
            }
            if end > index + 1, Self.areHalvings(stakes[index...end].map(\.degrees)) {
                line.append(stakes[end].degrees)
                index = end
                continue
            }
            line += try between(stakes[index], stakes[index + 1], of: place)
            line.append(stakes[index + 1].degrees)
            index += 1
        }
        return line
    }

    /// One vertex in the frame of the file and in degrees.
    private struct Stake {
        let given: Point
        let degrees: Point
    }

    private func stake(_ point: Point, of place: String) throws(ExchangeError) -> Stake {
        do throws(ProjectionError) {
            let degrees = try projector.toWGS84(point)
            return Stake(given: point, degrees: Self.rounded(degrees))
        } catch {
            throw .featureOutside(place, error)
        }
    }

    private static func rounded(_ point: Point) -> Point {
        Point(x: (point.x * unit).rounded() / unit, y: (point.y * unit).rounded() / unit)
    }

    // MARK: - Vertices put in

    private func between(_ start: Stake, _ end: Stake, of place: String) throws(ExchangeError) -> [Point] {
        guard (start.given.x, start.given.y) <= (end.given.x, end.given.y) else {
            return try between(end, start, of: place).reversed()
        }
        var found: [Point] = []
        try divide(start, end, depth: 0, of: place, into: &found)
        return found
    }

    private func divide(
        _ a: Stake, _ b: Stake, depth: Int, of place: String, into found: inout [Point]
    ) throws(ExchangeError) {
        let given = Point(x: (a.given.x + b.given.x) / 2, y: (a.given.y + b.given.y) / 2)
        let middle = try stake(given, of: place)
        guard Self.metres(middle.degrees, from: a.degrees, b.degrees) > Self.tolerance,
            depth < FrameMove.depth
        else {
            return
        }
        try divide(a, middle, depth: depth + 1, of: place, into: &found)
        found.append(middle.degrees)
        try divide(middle, b, depth: depth + 1, of: place, into: &found)
    }

    // MARK: - Vertices taken out

    /// Whether a vertex lies on the line between those beside it, to a millimetre.
    private static func isStraight(_ stakes: [Stake], at index: Int) -> Bool {
        metres(stakes[index].degrees, from: stakes[index - 1].degrees, stakes[index + 1].degrees) < tolerance
    }

    /// Whether what lies between the ends came from halving the edge again and again: no surveyor sets marks at
    /// exact eighths of a side in longitude and latitude, half a millimetre sharp and each piece 50 m or more.
    private static func areHalvings(_ points: [Point]) -> Bool {
        guard let first = points.first, let last = points.last else { return false }
        let length = hypot((last.x - first.x) * scale(first), (last.y - first.y) * degree)
        guard length / Double(points.count - 1) >= 50 else { return false }
        return points.dropFirst().dropLast().allSatisfy { point in
            guard metres(point, from: first, last) < tolerance else { return false }
            let along = hypot((point.x - first.x) * scale(first), (point.y - first.y) * degree) / length
            return (1...FrameMove.depth).contains { depth in
                let pieces = Double(1 << depth)
                return abs((along * pieces).rounded() / pieces - along) * length < tolerance / 2
                    && length / pieces >= 25
            }
        }
    }

    /// How far a place lies from the line between two others, metres near enough.
    private static func metres(_ point: Point, from start: Point, _ end: Point) -> Double {
        let x = scale(start)
        func flat(_ p: Point) -> Point { Point(x: (p.x - start.x) * x, y: (p.y - start.y) * degree) }
        return Segment(flat(start), flat(end)).distance(to: flat(point))
    }

    /// Metres of a degree of latitude, near enough to tell millimetres from centimetres.
    private static let degree = 111_320.0

    private static func scale(_ point: Point) -> Double { degree * cos(point.y * .pi / 180) }
}
