internal import PlanarGeometry

/// Fills one of ``EdgeMaps``: from the whole plane down each square keeps of its parent's edges those that can be nearest
/// to a place in it.
struct EdgeThinning {
    private let map: EdgeMaps.Map
    private let margin: Double
    private let edges: UnsafeBufferPointer<Double>
    /// The candidates of the square at hand behind those of the squares around it, and the squares of their distances.
    private let pool: UnsafeMutableBufferPointer<UInt32>
    private let squares: UnsafeMutableBufferPointer<Double>
    private let cells: UnsafeMutableBufferPointer<UInt32>

    /// The number of each cell's list, by rows.
    ///
    /// - Parameters:
    ///   - map: where the cells lie.
    ///   - candidates: places of edges in units of ``EdgeMaps/stride``.
    ///   - edges: as ``EdgeMaps`` has them.
    ///   - margin: what counts as near as the nearest, metres.
    ///   - known: the lists, which many cells share.
    /// - Returns: the numbers in `known`.
    static func cells(
        of map: EdgeMaps.Map, _ candidates: [UInt32], _ edges: [Double], margin: Double,
        _ known: inout InternedWords
    ) -> [UInt32] {
        var cells = [UInt32](repeating: 0, count: map.side * map.side)
        guard !candidates.isEmpty else { return cells }
        // Room for the candidates of every size of square down to a cell.
        let sizes = map.side.trailingZeroBitCount + 2
        var pool = candidates + Array(repeating: 0, count: candidates.count * (sizes - 1))
        var squares = [Double](repeating: 0, count: candidates.count)
        edges.withUnsafeBufferPointer { edges in
            pool.withUnsafeMutableBufferPointer { pool in
                squares.withUnsafeMutableBufferPointer { squares in
                    cells.withUnsafeMutableBufferPointer { cells in
                        let thinning = EdgeThinning(
                            map: map, margin: margin, edges: edges, pool: pool, squares: squares, cells: cells
                        )
                        thinning.fill(0, 0, map.side, 0..<candidates.count, &known)
                    }
                }
            }
        }
        return cells
    }

    private func fill(
        _ column: Int, _ row: Int, _ size: Int, _ candidates: Range<Int>, _ known: inout InternedWords
    ) {
        let kept = thinned(candidates, column, row, size)
        // One or two are tried as fast as they could be thinned out.
        if size == 1 || kept.count <= 2 {
            let list = UInt32(known.intern(pool[kept]))
            for y in row..<row + size {
                for x in column..<column + size { cells[y * map.side + x] = list }
            }
            return
        }
        let part = size / 2
        fill(column, row, part, kept, &known)
        fill(column + part, row, part, kept, &known)
        fill(column, row + part, part, kept, &known)
        fill(column + part, row + part, part, kept, &known)
    }

    /// The candidates that can be nearest to a place of a square, put behind those given.
    private func thinned(_ candidates: Range<Int>, _ column: Int, _ row: Int, _ size: Int) -> Range<Int> {
        let half = Double(size) / map.perCell / 2
        let x = map.lowerX + Double(column) / map.perCell + half
        let y = map.lowerY + Double(row) / map.perCell + half
        var least = Double.infinity
        for place in candidates {
            let square = EdgeMaps.square(edges, Int(pool[place]) &* EdgeMaps.stride, x, y)
            squares[place &- candidates.lowerBound] = square
            least = min(least, square)
        }
        let reach = least.squareRoot() + 2 * half * 1.4143 + margin
        var end = candidates.upperBound
        for place in candidates where squares[place &- candidates.lowerBound] <= reach * reach {
            pool[end] = pool[place]
            end &+= 1
        }
        return candidates.upperBound..<end
    }
}
