internal import PlanarGeometry

/// How much the boxes around edges lie over each other, which is what overlays and relations take their time for.
///
/// A smooth boundary of very many vertices has short edges, whose boxes meet their neighbours' only. Long spikes side
/// by side have boxes that nearly all meet, and finding out that the edges themselves do not takes the square of
/// their number.
struct EdgeCrowding {
    /// For how many pairs, about, the middle of one edge lies in the box of another.
    let pairs: Double

    private static let side = 256

    init(of shape: Geometry) {
        guard let box = shape.box else {
            pairs = 0
            return
        }
        let edges = shape.edges
        let side = Self.side
        let perX = Double(side) / max(box.upper.x - box.lower.x, 1e-300)
        let perY = Double(side) / max(box.upper.y - box.lower.y, 1e-300)
        func column(_ x: Double) -> Int { min(side - 1, max(0, Int((x - box.lower.x) * perX))) }
        func row(_ y: Double) -> Int { min(side - 1, max(0, Int((y - box.lower.y) * perY))) }
        // Sums over all cells to the lower left, one row and column of zeros before them.
        var sums = [Double](repeating: 0, count: (side + 1) * (side + 1))
        for edge in edges {
            let (i, j) = (column((edge.start.x + edge.end.x) / 2), row((edge.start.y + edge.end.y) / 2))
            sums[(j + 1) * (side + 1) + i + 1] += 1
        }
        for j in 1...side {
            for i in 1...side {
                sums[j * (side + 1) + i] +=
                    sums[(j - 1) * (side + 1) + i] + sums[j * (side + 1) + i - 1]
                    - sums[(j - 1) * (side + 1) + i - 1]
            }
        }
        var pairs = 0.0
        for edge in edges {
            let (west, east) = (min(edge.start.x, edge.end.x), max(edge.start.x, edge.end.x))
            let (south, north) = (min(edge.start.y, edge.end.y), max(edge.start.y, edge.end.y))
            let (i, k) = (column(west), column(east) + 1)
            let (j, l) = (row(south), row(north) + 1)
            let inCells =
                sums[l * (side + 1) + k] - sums[j * (side + 1) + k] - sums[l * (side + 1) + i]
                + sums[j * (side + 1) + i]
            // Of the cells a small box fills but a part.
            let filled = (east - west) * perX / Double(k - i) * ((north - south) * perY / Double(l - j))
            pairs += inCells * min(1, filled)
        }
        self.pairs = pairs
    }
}
