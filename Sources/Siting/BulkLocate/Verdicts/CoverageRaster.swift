internal import PlanarGeometry

/// The share of each pixel that polygons cover, exact but for rounding.
///
/// The signed-area method of font rasterizers: each piece of an edge within a pixel adds the area to its right in
/// the pixel and its height to all pixels further right.
struct CoverageRaster {
    let columns: Int
    let rows: Int
    /// By rows.
    private(set) var shares: [Double]

    /// - Parameters:
    ///   - polygons: exterior rings counter-clockwise, holes clockwise, all within the raster.
    ///   - origin: the lower left corner.
    ///   - pixel: the side of a pixel.
    init(_ polygons: [Polygon], origin: Point, pixel: Double, columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        shares = Array(repeating: 0, count: columns * rows)
        var heights = [Double](repeating: 0, count: columns * rows)
        for ring in polygons.flatMap(\.rings) {
            for edge in ring.segments {
                let a = Point(x: (edge.start.x - origin.x) / pixel, y: (edge.start.y - origin.y) / pixel)
                let b = Point(x: (edge.end.x - origin.x) / pixel, y: (edge.end.y - origin.y) / pixel)
                add(a, b, &heights)
            }
        }
        for row in 0..<rows {
            var left = 0.0
            for column in 0..<columns {
                let place = row * columns + column
                shares[place] += left
                left += heights[place]
            }
        }
    }

    private mutating func add(_ a: Point, _ b: Point, _ heights: inout [Double]) {
        guard a.y != b.y else { return }
        // Cut at every line of the pixel grid the edge crosses.
        var cuts = [0.0, 1.0]
        for (start, end) in [(a.x, b.x), (a.y, b.y)] where start != end {
            var line = min(start, end).rounded(.down) + 1
            while line < max(start, end) {
                cuts.append((line - start) / (end - start))
                line += 1
            }
        }
        cuts.sort()
        for (from, to) in zip(cuts, cuts.dropFirst()) where to > from {
            let x0 = a.x + from * (b.x - a.x)
            let x1 = a.x + to * (b.x - a.x)
            let y0 = a.y + from * (b.y - a.y)
            let y1 = a.y + to * (b.y - a.y)
            let column = min(max(Int(((x0 + x1) / 2).rounded(.down)), 0), columns - 1)
            let row = min(max(Int(((y0 + y1) / 2).rounded(.down)), 0), rows - 1)
            // A ring that runs counter-clockwise goes down on its left side.
            let height = y0 - y1
            shares[row * columns + column] += height * (Double(column) + 1 - (x0 + x1) / 2)
            heights[row * columns + column] += height
        }
    }
}
