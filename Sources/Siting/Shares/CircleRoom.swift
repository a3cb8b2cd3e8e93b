internal import Glibc
internal import PlanarGeometry

/// Whether a circle of some radius fits in an area.
///
/// A search over ever smaller squares, as for a pole of inaccessibility: no point of a square is farther inside the area
/// than its middle is, and half the diagonal more.
struct CircleRoom {
    private let edges: [Segment]
    private let box: Box
    private let radius: Double

    /// After so many middles the answer is left open: long shapes just as wide as the circle would take thousands.
    private static let mostMiddles = 400

    init?(_ polygon: Polygon, radius: Double) {
        guard let box = Box(around: polygon.exterior.points) else { return nil }
        edges = polygon.rings.flatMap { Array($0.segments) }
        self.box = box
        self.radius = radius
    }

    /// Whether a circle greater than the radius fits; nil where that is too close to call.
    var isEnough: Bool? {
        let (width, height) = (box.upper.x - box.lower.x, box.upper.y - box.lower.y)
        let shorter = min(width, height)
        guard shorter > 2 * radius else { return false }
        // Squares that cover the box.
        var half = shorter / 2
        let (columns, rows) = ((width / shorter).rounded(.up), (height / shorter).rounded(.up))
        guard columns * rows < 100 else { return nil }
        var middles: [Point] = []
        for column in 0..<Int(columns) {
            for row in 0..<Int(rows) {
                middles.append(
                    Point(
                        x: box.lower.x + (2 * Double(column) + 1) * half,
                        y: box.lower.y + (2 * Double(row) + 1) * half))
            }
        }
        var count = 0
        while !middles.isEmpty {
            var next: [Point] = []
            for middle in middles {
                count += 1
                guard count <= Self.mostMiddles else { return nil }
                let inside = depth(at: middle)
                if inside > radius { return true }
                guard inside + half * 2.0.squareRoot() > radius else { continue }
                for (dx, dy) in [(-0.5, -0.5), (0.5, -0.5), (-0.5, 0.5), (0.5, 0.5)] {
                    next.append(Point(x: middle.x + dx * half, y: middle.y + dy * half))
                }
            }
            middles = next
            half /= 2
        }
        return false
    }

    /// How far a point is from the boundary; negative outside.
    private func depth(at point: Point) -> Double {
        var nearest = Double.infinity
        var isInside = false
        for edge in edges {
            let (a, b) = (edge.start, edge.end)
            let (dx, dy) = (b.x - a.x, b.y - a.y)
            let (px, py) = (point.x - a.x, point.y - a.y)
            if (a.y > point.y) != (b.y > point.y), px < dx * py / dy { isInside.toggle() }
            let along = max(0, min(1, (px * dx + py * dy) / max(dx * dx + dy * dy, .leastNormalMagnitude)))
            let (ex, ey) = (px - along * dx, py - along * dy)
            nearest = min(nearest, ex * ex + ey * ey)
        }
        return isInside ? nearest.squareRoot() : -nearest.squareRoot()
    }
}
