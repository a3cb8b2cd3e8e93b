internal import PlanarGeometry

/// One map on the sheet: which metres of the plane stand where on paper.
struct FrameView: Sendable {
    /// The neatline (内图廓), inside which the map lies.
    let rect: PaperRect
    /// The point of the plane at the neatline's middle, metres.
    let centre: Point
    /// 1 on paper is so many on the ground.
    let denominator: Int

    /// Millimetres of paper in a metre of ground.
    var millimetresPerMetre: Double { 1000 / Double(denominator) }

    /// A point of the plane on paper.
    func paper(_ metres: Point) -> Point {
        Point(
            x: rect.centre.x + (metres.x - centre.x) * millimetresPerMetre,
            y: rect.centre.y - (metres.y - centre.y) * millimetresPerMetre)
    }

    /// A chain of points on paper.
    func paper(_ metres: [Point]) -> [Point] { metres.map { paper($0) } }

    /// The rings of areas on paper.
    func rings(_ polygons: [Polygon]) -> [[Point]] {
        polygons.flatMap { $0.rings.map { paper(Array($0.points.dropLast())) } }
    }

    /// A point of the sheet in the plane.
    func metres(_ paper: Point) -> Point {
        Point(
            x: centre.x + (paper.x - rect.centre.x) / millimetresPerMetre,
            y: centre.y - (paper.y - rect.centre.y) / millimetresPerMetre)
    }
}
