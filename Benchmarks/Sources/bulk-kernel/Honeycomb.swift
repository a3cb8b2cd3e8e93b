import PlanarGeometry

/// A seeded tiling like a Voronoi diagram: bent borders, shared by neighbours bit for bit, three zones at a corner.
struct Honeycomb {
    let zones: [[Polygon]]

    static let corner = Point(x: 106.0, y: 29.2)
    static let far = Point(x: 106.8, y: 29.9)

    /// About `count` zones of about `vertices` vertices each.
    init(count: Int, vertices: Int, seed: UInt64) throws {
        let columns = max(1, Int(Double(count).squareRoot()))
        let rows = max(1, count / columns)
        let pieces = max(1, vertices / 6)
        let width = (Self.far.x - Self.corner.x) / (2 * Double(columns) + 1)
        let height = (Self.far.y - Self.corner.y) / Double(rows)
        func random(_ a: Int, _ b: Int, _ c: Int) -> Double {
            var mixed = seed &+ UInt64(a) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(b) &* 0xC2B2_AE3D_27D4_EB4F
            mixed = (mixed &+ UInt64(c)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            mixed ^= mixed >> 31
            return Double(mixed >> 11) * 0x1p-52 - 1
        }
        func vertex(_ row: Int, _ half: Int) -> Point {
            let up = (row + half) % 2 == 0 ? 0.15 : -0.15
            return Point(
                x: Self.corner.x + (Double(half) + 0.5 + 0.3 * random(row, half, 1)) * width,
                y: Self.corner.y + (Double(row) + up + 0.1 * random(row, half, 2)) * height)
        }
        /// From one corner up to, not including, the other; the same points either way.
        func side(_ a: (Int, Int), _ b: (Int, Int)) -> [Point] {
            let forwards = a < b
            let (from, to) = forwards ? (a, b) : (b, a)
            let start = vertex(from.0, from.1)
            let end = vertex(to.0, to.1)
            let waves = (1...12).map { random(from.0 &* 31 &+ to.0, from.1 &* 17 &+ to.1, 10 &+ $0) }
            let points = (0...pieces).map { step in
                if step == 0 { return start }
                if step == pieces { return end }
                let t = Double(step) / Double(pieces)
                // Twelve bends, each a polynomial wave; steep nowhere, so that no border crosses itself.
                var off = 0.0
                for (index, wave) in waves.enumerated() {
                    let k = Double(index + 1)
                    let phase = t * k - (t * k).rounded(.down)
                    off += wave * phase * (1 - phase) * (phase < 0.5 ? 1 : -1) * (phase - 0.5) * 0.4 / k
                }
                return Point(
                    x: start.x + t * (end.x - start.x) - off * (end.y - start.y) * width / height,
                    y: start.y + t * (end.y - start.y) + off * (end.x - start.x) * height / width)
            }
            return Array((forwards ? points : points.reversed()).dropLast())
        }
        var zones: [[Polygon]] = []
        zones.reserveCapacity(rows * columns)
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
