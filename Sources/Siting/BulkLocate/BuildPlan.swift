internal import PlanarGeometry

/// How an index is laid out before it is built: the grid, and which edges touch which of its rows.
struct BuildPlan: Sendable {
    let edges: ZoneEdges
    let frame: CellFrame
    let bandCount: Int
    private let bandBudget: Int
    /// Edges by row, zones ascending in each; the zone beside each.
    private let rowStarts: [Int]
    private let rowEdges: [UInt32]
    private let rowZones: [UInt32]

    init(_ zones: [[Polygon]], _ options: BulkIndex.Options) throws(BulkIndexError) {
        let edges = try ZoneEdges(zones)
        let box = edges.box ?? .origin
        let (cells, division) = Self.grid(edges, box, options)
        let width = max(box.upper.x - box.lower.x, .leastNormalMagnitude)
        let height = max(box.upper.y - box.lower.y, .leastNormalMagnitude)
        let aspect = min(max(width / height, 1.0 / 256), 256)
        let columns = max(1, Int((Double(cells) * aspect).squareRoot()))
        let rows = max(1, cells / columns)
        let ulps = min(
            width / max(abs(box.lower.x), abs(box.upper.x)).ulp,
            height / max(abs(box.lower.y), abs(box.upper.y)).ulp)
        // Zones of a few thousand doubles across get one cell.
        let tiny = !(ulps > 4096 * Double(max(columns, rows)))
        let frame = CellFrame(box, columns: tiny ? 1 : columns, rows: tiny ? 1 : rows, firstBits: division)
        self.edges = edges
        self.frame = frame
        bandCount = min(frame.rows, 32)
        bandBudget = max(0, options.memoryBudget / 4 - frame.rows * frame.columns) / bandCount
        (rowStarts, rowEdges, rowZones) = Self.byRow(edges, frame)
    }

    /// Coarsest cells and the first division, by the number of zones and the length of their boundaries.
    private static func grid(_ edges: ZoneEdges, _ box: Box, _ options: BulkIndex.Options) -> (Int, Int) {
        var cells = 1 << 16
        // Measured: small enough for the second cache while zones are few; with many, so fine that most positions
        // are done with one read.
        let wished = max(min(edges.zoneCount * 512, 1 << 20), min(edges.zoneCount * 80, 1 << 23))
        while cells < wished { cells *= 2 }
        while cells > 1, cells * 4 > options.memoryBudget / 4 { cells /= 2 }
        if let given = options.coarsestCells { cells = max(1, given) }
        let side = Double(cells).squareRoot()
        let width = max(box.upper.x - box.lower.x, .leastNormalMagnitude)
        let height = max(box.upper.y - box.lower.y, .leastNormalMagnitude)
        var crossed = 0.0
        for ring in 0..<edges.ringStarts.count - 1 {
            for vertex in edges.ringStarts[ring]..<edges.ringStarts[ring + 1] - 1 {
                crossed += abs(edges.x(vertex + 1) - edges.x(vertex)) / width
                crossed += abs(edges.y(vertex + 1) - edges.y(vertex)) / height
            }
        }
        // Borders are mostly shared by two zones; no more cells are crossed than there are.
        let boundary = min(crossed * side / 2, Double(cells))
        var division = cells < 1 << 20 ? 3 : 2
        while division > 1, boundary * Double(4 << (2 * division)) > Double(options.memoryBudget) / 2 {
            division -= 1
        }
        return (cells, options.firstDivision ?? division)
    }

    private static func byRow(_ edges: ZoneEdges, _ frame: CellFrame) -> ([Int], [UInt32], [UInt32]) {
        func rows(_ vertex: Int) -> ClosedRange<Int> {
            let a = frame.realY(edges.y(vertex))
            let b = frame.realY(edges.y(vertex + 1))
            let unit = 1 / Double(1 << frame.shift)
            let low = Int(((min(a, b) - CellFrame.padding) * unit).rounded(.down))
            let high = Int(((max(a, b) + CellFrame.padding) * unit).rounded(.down))
            return max(0, low)...min(frame.rows - 1, max(0, high))
        }
        var counts = [Int](repeating: 0, count: frame.rows + 1)
        for ring in 0..<edges.ringStarts.count - 1 {
            for vertex in edges.ringStarts[ring]..<edges.ringStarts[ring + 1] - 1 {
                for row in rows(vertex) { counts[row + 1] += 1 }
            }
        }
        for row in 0..<frame.rows { counts[row + 1] += counts[row] }
        let total = counts[frame.rows]
        var next = counts
        var byRow = [UInt32](repeating: 0, count: total)
        var zones = byRow
        for zone in 0..<edges.zoneCount {
            for ring in edges.zoneStarts[zone]..<edges.zoneStarts[zone + 1] {
                for vertex in edges.ringStarts[ring]..<edges.ringStarts[ring + 1] - 1 {
                    for row in rows(vertex) {
                        byRow[next[row]] = UInt32(vertex)
                        zones[next[row]] = UInt32(zone)
                        next[row] += 1
                    }
                }
            }
        }
        return (counts, byRow, zones)
    }

    /// Builds a share of the rows; may run beside others.
    func band(_ number: Int) -> BandBuilder {
        var builder = BandBuilder(
            edges: edges, frame: frame, budget: bandBudget)
        let rows = number * frame.rows / bandCount..<(number + 1) * frame.rows / bandCount
        var groups: [RowScan.Group] = []
        for row in rows {
            groups.removeAll(keepingCapacity: true)
            var place = rowStarts[row]
            while place < rowStarts[row + 1] {
                let first = place
                while place < rowStarts[row + 1], rowZones[place] == rowZones[first] { place += 1 }
                groups.append(RowScan.Group(zone: rowZones[first], edges: first..<place, parity: false))
            }
            builder.add(row: row, groups: groups, pool: rowEdges)
        }
        return builder
    }
}
