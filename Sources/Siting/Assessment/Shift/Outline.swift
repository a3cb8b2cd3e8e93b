internal import PlanarGeometry
internal import Topology

/// The closed chains around a shape in the metric plane, the shape on their left; a line is walked there and back.
///
/// What two shapes look like to each other when one is moved and neither is turned.
struct Outline {
    /// Chains without the first point repeated; of a point, one of a single corner.
    let chains: [[Point]]
    /// Whether the chains go around land.
    let isArea: Bool
    /// A point inside each polygon; the places themselves for points and lines.
    let insides: [Point]
    let box: Box
    /// The corners of the smallest convex shape around it.
    let hull: [Point]

    /// The outline of a convex area by its corners, counterclockwise; nil where they are fewer than three.
    init?(convex corners: [Point]) {
        guard corners.count > 2, let box = Box(around: corners) else { return nil }
        let sum = corners.reduce(Point(x: 0, y: 0), +)
        self.box = box
        chains = [corners]
        isArea = true
        insides = [sum * (1 / Double(corners.count))]
        hull = corners
    }

    /// All the plane but an area: what a site that is to lie in the area must be clear of.
    init(outside area: Outline) {
        // Farther than any site is shifted, so that its own edge is never met.
        let far = Point(x: 10 * Clearance.farthest, y: 10 * Clearance.farthest)
        let (lower, upper) = (area.box.lower - far, area.box.upper + far)
        let frame = [lower, Point(x: upper.x, y: lower.y), upper, Point(x: lower.x, y: upper.y)]
        chains = [frame] + area.chains.map { $0.reversed() }
        isArea = true
        insides = [lower + far * 0.5]
        hull = frame
        var box = area.box
        box.extend(to: lower)
        box.extend(to: upper)
        self.box = box
    }

    /// The outline of a shape; nil for one without vertices.
    ///
    /// - Throws: ``TopologyError`` where GEOS finds no point inside an area.
    init?(_ shape: Geometry, _ operators: borrowing SpatialOperators) throws(TopologyError) {
        guard let box = shape.box else { return nil }
        self.box = box
        var chains: [[Point]] = []
        var insides: [Point] = []
        for polygon in shape.polygons {
            chains += polygon.rings.map { Self.distinct($0.points.dropLast()) }
            if let inside = try operators.representativePoint(of: .polygon(polygon)) {
                insides.append(inside)
            }
        }
        isArea = !chains.isEmpty
        if !isArea {
            for line in shape.lines {
                let points = Self.distinct(line.points[...])
                chains.append(points + points.dropFirst().dropLast().reversed())
            }
            chains += shape.loosePoints.map { [$0] }
            insides = shape.lines.compactMap(\.points.first) + shape.loosePoints
        }
        self.chains = chains.filter { !$0.isEmpty }
        self.insides = insides
        hull = ConvexHull(around: self.chains.flatMap { $0 }).corners
    }

    /// Whether it is no more than its hull.
    var isConvex: Bool { isArea && cornerCount == hull.count }

    /// Without points that repeat the one before, which have no direction to the next.
    private static func distinct(_ points: ArraySlice<Point>) -> [Point] {
        var kept: [Point] = []
        for point in points where point != kept.last { kept.append(point) }
        while kept.count > 1, kept.first == kept.last { kept.removeLast() }
        return kept
    }

    /// How many corners all chains have.
    var cornerCount: Int { chains.reduce(0) { $0 + $1.count } }

    /// Whether a point lies strictly inside, by the number of edges to its east.
    func holds(_ point: Point) -> Bool {
        guard isArea, box.covers(point) else { return false }
        var isInside = false
        for chain in chains {
            var last = chain[chain.count - 1]
            for next in chain {
                if (last.y > point.y) != (next.y > point.y) {
                    let x = last.x + (point.y - last.y) / (next.y - last.y) * (next.x - last.x)
                    if x > point.x { isInside.toggle() }
                }
                last = next
            }
        }
        return isInside
    }

    /// A corner of a chain with the ones before and after it; both the corner itself for a point.
    struct Corner {
        let place: Point
        let before: Point
        let after: Point

        /// Whether the shape turns left here, goes straight on, or turns back as at the end of a line.
        var isConvex: Bool { Point.cross(place - before, after - place) >= 0 }

        /// Whether the shape near the corner lies on the right of a direction through the corner, or on it.
        func isRight(of direction: Point) -> Bool {
            Point.cross(direction, before - place) <= 0 && Point.cross(direction, after - place) <= 0
                && isConvex
        }
    }

    /// Every corner, chain by chain; the edge from each leads to the next.
    func forEachCorner(_ body: (Corner) -> Void) {
        for chain in chains {
            let count = chain.count
            for index in 0..<count {
                body(
                    Corner(
                        place: chain[index], before: chain[(index + count - 1) % count],
                        after: chain[(index + 1) % count]))
            }
        }
    }
}

extension Point {
    static func - (left: Point, right: Point) -> Point { Point(x: left.x - right.x, y: left.y - right.y) }
    static func + (left: Point, right: Point) -> Point { Point(x: left.x + right.x, y: left.y + right.y) }
    static func * (point: Point, factor: Double) -> Point { Point(x: point.x * factor, y: point.y * factor) }

    /// Positive where the second points to the left of the first.
    static func cross(_ one: Point, _ other: Point) -> Double { one.x * other.y - one.y * other.x }

    static func dot(_ one: Point, _ other: Point) -> Double { one.x * other.x + one.y * other.y }

    /// The distance from the origin.
    var length: Double { (x * x + y * y).squareRoot() }
}
