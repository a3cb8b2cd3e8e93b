/// Positions put into the order of the coarsest cells they lie in, one run of them after another.
///
/// What neighbours read lies together in memory, so a run in this order waits for it once instead of position by
/// position. A counting sort: two passes, and a third by whoever puts the answers back.
struct PositionOrder: Sendable {
    /// How many there are.
    private(set) var count = 0
    /// Of each position in the new order: x, y, and its place in what was given.
    private(set) var x: [Double] = []
    private(set) var y: [Double] = []
    private(set) var rows: [UInt32] = []
    private var keys: [UInt32] = []
    private var starts: [UInt32] = []

    /// Takes a run of positions; the room of an earlier one is used again.
    mutating func take(_ longitudes: Span<Double>, _ latitudes: Span<Double>, by frame: CellFrame) {
        count = longitudes.count
        if x.count < count {
            x = Array(repeating: 0, count: count)
            y = x
            rows = Array(repeating: 0, count: count)
            keys = rows
        }
        // Some positions share a bucket on average; more buckets would cost more than they spare.
        let most = max(1, min(1 << 14, count / 4))
        var shift: UInt32 = 0
        while frame.cellCount >> Int(shift) >= most { shift += 1 }
        let buckets = frame.cellCount >> Int(shift) + 1
        if starts.count < buckets + 1 { starts = Array(repeating: 0, count: buckets + 1) }
        Self.count(longitudes, latitudes, frame, shift, buckets, &keys, &starts)
        Self.place(longitudes, latitudes, keys, &starts, &x, &y, &rows)
    }

    /// Finds the bucket of each position, and where each bucket begins.
    private static func count(
        _ longitudes: Span<Double>, _ latitudes: Span<Double>, _ frame: CellFrame, _ shift: UInt32,
        _ buckets: Int, _ keys: inout [UInt32], _ starts: inout [UInt32]
    ) {
        var keys = keys.mutableSpan
        var starts = starts.mutableSpan
        for bucket in 0...buckets { starts[bucket] = 0 }
        let count = longitudes.count
        for row in 0..<count {
            let key = UInt32(truncatingIfNeeded: frame.cell(longitudes[row], latitudes[row])) >> shift
            keys[row] = key
            starts[Int(key) + 1] &+= 1
        }
        for bucket in 1...buckets { starts[bucket] &+= starts[bucket - 1] }
    }

    private static func place(
        _ longitudes: Span<Double>, _ latitudes: Span<Double>, _ keys: [UInt32], _ starts: inout [UInt32],
        _ x: inout [Double], _ y: inout [Double], _ rows: inout [UInt32]
    ) {
        let keys = keys.span
        var starts = starts.mutableSpan
        var x = x.mutableSpan
        var y = y.mutableSpan
        var rows = rows.mutableSpan
        let count = longitudes.count
        for row in 0..<count {
            let key = Int(keys[row])
            let place = Int(starts[key])
            starts[key] &+= 1
            x[place] = longitudes[row]
            y[place] = latitudes[row]
            rows[place] = UInt32(truncatingIfNeeded: row)
        }
    }
}
