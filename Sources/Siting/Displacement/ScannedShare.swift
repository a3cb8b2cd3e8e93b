internal import PlanarGeometry

/// The part of an area that lies in another, by lengths along evenly spaced lines.
///
/// For an intricate area, of which GEOS would have to find every crossing. By the midpoint rule; where an edge is
/// straight between two lines its part is exact.
struct ScannedShare {
    /// 0 to 1.
    let share: Double

    private static let mostLines = 4000.0
    /// Crossings of edges and lines that are worked with, 8 bytes each.
    private static let mostCrossings = 8_000_000.0

    init(of site: Geometry, in zone: Geometry) {
        let edges = site.edges
        guard let box = site.box else {
            share = 0
            return
        }
        let height = box.upper.y - box.lower.y
        let climb = edges.reduce(0) { $0 + abs($1.end.y - $1.start.y) }
        let lines = max(
            100, min(Self.mostLines, (Self.mostCrossings * height / max(climb, 1e-9)).rounded(.down)))
        let heights = (0..<Int(lines)).map { box.lower.y + (Double($0) + 0.5) * height / lines }
        let (mine, theirs) = (Crossings(of: edges, at: heights), Crossings(of: zone.edges, at: heights))
        var (whole, common) = (0.0, 0.0)
        for line in heights.indices {
            var (i, j) = (mine.starts[line], theirs.starts[line])
            let (endOfMine, endOfTheirs) = (mine.starts[line + 1], theirs.starts[line + 1])
            for index in stride(from: i, to: endOfMine - 1, by: 2) {
                whole += mine.x[index + 1] - mine.x[index]
            }
            while i + 1 < endOfMine, j + 1 < endOfTheirs {
                let left = max(mine.x[i], theirs.x[j])
                let right = min(mine.x[i + 1], theirs.x[j + 1])
                if left < right { common += right - left }
                if mine.x[i + 1] < theirs.x[j + 1] { i += 2 } else { j += 2 }
            }
        }
        share = whole > 0 ? min(1, common / whole) : 0
    }
}
