import PlanarGeometry
import TestSupport

/// A seeded honeycomb with bent, shared borders: neighbours hold the same vertices, bit for bit.
struct Tiling {
    let zones: [[Polygon]]

    /// Lays zones of six sides with some edges each.
    ///
    /// - Throws: `GeometryError` for a tiling of no size.
    init(columns: Int, rows: Int, pieces: Int, from corner: Point, to far: Point, seed: UInt64) throws {
        let width = (far.x - corner.x) / (2 * Double(columns) + 1)
        let height = (far.y - corner.y) / Double(rows)
        func random(_ a: Int, _ b: Int, _ c: Int) -> Double {
            var generator = SeededGenerator(
                seed: seed &+ UInt64(a) &* 0x9E37 &+ UInt64(b) &* 0x1_0001_0001 &+ UInt64(c) &* 0x7FFF_FFFF_1)
            _ = generator.next()
            return Double.random(in: -1...1, using: &generator)
        }
        func vertex(_ row: Int, _ half: Int) -> Point {
            Point(
                x: corner.x + (Double(half) + 0.3 * random(row, half, 1)) * width,
                y: corner.y
                    + (Double(row) + ((row + half) % 2 == 0 ? 0.15 : -0.15) + 0.1 * random(row, half, 2))
                    * height)
        }
        /// From one vertex up to, not including, the other; the same points either way.
        func side(_ a: (Int, Int), _ b: (Int, Int)) -> [Point] {
            let forwards = a < b
            let (from, to) = forwards ? (a, b) : (b, a)
            let start = vertex(from.0, from.1)
            let end = vertex(to.0, to.1)
            let bend = 0.12 * random(from.0 * 7 + to.0, from.1 * 5 + to.1, 3)
            let points = (0...pieces).map { step in
                if step == 0 { return start }
                if step == pieces { return end }
                let t = Double(step) / Double(pieces)
                let off = bend * t * (1 - t) * 4
                return Point(
                    x: start.x + t * (end.x - start.x) - off * (end.y - start.y) * width / height,
                    y: start.y + t * (end.y - start.y) + off * (end.x - start.x) * height / width)
            }
            return Array((forwards ? points : points.reversed()).dropLast())
        }
        var zones: [[Polygon]] = []
        for row in 0..<rows {
            for column in 0..<columns {
                let h = 2 * column + row % 2
                let corners = [
                    (row, h), (row, h + 1), (row, h + 2), (row + 1, h + 2), (row + 1, h + 1), (row + 1, h),
                ]
                var points: [Point] = []
                for (a, b) in zip(corners, corners.dropFirst() + [corners[0]]) { points += side(a, b) }
                zones.append([Polygon(exterior: try Ring(points + [points[0]]))])
            }
        }
        self.zones = zones
    }
}
