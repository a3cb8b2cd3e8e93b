internal import PlanarGeometry

/// A few positions on their way through the columns together.
///
/// Each needs words from far apart in memory. Fetched for all in a row, one step at a time, the waits overlap;
/// fetched position by position they add up to more than all arithmetic.
struct PositionBlock: ~Copyable {
    static let size = 256
    /// A position without a list: beyond the series or the frame.
    static let noList = UInt32.max

    private var rows = 0..<0
    private var positions = [Point](repeating: Point(x: 0, y: 0), count: PositionBlock.size)
    private var plane = [Point](repeating: Point(x: 0, y: 0), count: PositionBlock.size)
    private var isWithin = [Bool](repeating: false, count: PositionBlock.size)
    private var boundaries = [UInt32](repeating: PositionBlock.noList, count: PositionBlock.size)
    private var zones = [UInt32](repeating: PositionBlock.noList, count: PositionBlock.size)
    private var possible = [Int](repeating: 0, count: PositionBlock.size)
    /// What was read ahead, so that the reading is not thought idle.
    private(set) var seen: UInt32 = 0

    /// Takes some rows and their metres.
    mutating func measure(
        _ rows: Range<Int>, _ longitudes: Span<Double>, _ latitudes: Span<Double>, _ bulk: BulkLocator
    ) {
        self.rows = rows
        for row in rows {
            let place = row - rows.lowerBound
            positions[place] = Point(x: longitudes[row], y: latitudes[row])
            guard let series = bulk.series, bulk.index.frame.covers(longitudes[row], latitudes[row]) else {
                isWithin[place] = false
                continue
            }
            isWithin[place] = true
            plane[place] = series.metres(longitudes[row], latitudes[row])
        }
    }

    /// Finds the lists of a plan, then reads their heads.
    mutating func lookUp(_ tables: PlanTables, _ sets: SetAnswers, _ numbers: [UInt32]) {
        guard let boundary = tables.boundary else { return }
        for row in rows {
            let place = row - rows.lowerBound
            boundaries[place] = Self.noList
            zones[place] = Self.noList
            let set = Int(numbers[row])
            guard isWithin[place], set < sets.deepest.count else { continue }
            let deepest = Int(sets.deepest[set])
            guard deepest >= -1 else { continue }
            boundaries[place] = boundary.list(at: plane[place])
            possible[place] = tables.possible.place(of: plane[place])
            if deepest >= 0 { zones[place] = tables.zones[deepest].boundary.list(at: plane[place]) }
        }
        var seen: UInt32 = 0
        for place in 0..<rows.count where boundaries[place] != Self.noList {
            seen ^= boundary.head(ofList: boundaries[place])
            seen ^= UInt32(truncatingIfNeeded: tables.possible[possible[place]])
        }
        self.seen ^= seen
    }

    @inline(__always) func possible(_ row: Int) -> Int { possible[row - rows.lowerBound] }
    @inline(__always) func position(_ row: Int) -> Point { positions[row - rows.lowerBound] }
    @inline(__always) func metres(_ row: Int) -> Point { plane[row - rows.lowerBound] }
    @inline(__always) func lists(_ row: Int) -> (boundary: UInt32, zone: UInt32) {
        (boundaries[row - rows.lowerBound], zones[row - rows.lowerBound])
    }
}
