/// Some thousands of positions on their way through the columns together, in the order of the cells they lie in.
///
/// So in turn they read the same edges and table values, which are few enough to stay in the nearest cache; in the
/// order they come, most of the time of an answer went into waiting for memory.
struct PositionRun: Sendable {
    /// More positions share more of what they read, but their answers are written far from one another.
    static let size = 1 << 14

    var order = PositionOrder()
    /// In the new order: the number of each position's zone set.
    var sets: [UInt32] = []
    /// In the new order: metres in the plane, not a number beyond the frame.
    var metres: [SIMD2<Double>] = []
    /// In the new order, the zones that may hold each position beside those that cover it, and in the old order where
    /// each position's begin and how many they are.
    var others: [Int32] = []
    var othersFirst: [UInt32] = []
    var othersCount: [UInt32] = []

    /// Takes positions, finds their zone sets and their metres.
    mutating func take(_ longitudes: Span<Double>, _ latitudes: Span<Double>, _ bulk: BulkLocator) {
        order.take(longitudes, latitudes, by: bulk.index.frame)
        let count = order.count
        if sets.count < count {
            sets = Array(repeating: 0, count: count)
            metres = Array(repeating: SIMD2(repeating: .nan), count: count)
            othersFirst = sets
            othersCount = sets
        }
        bulk.index.locate(order, into: &sets)
        if let series = bulk.series {
            series.metres(order.x, order.y, count: count, within: bulk.index.frame, into: &metres)
        } else {
            for row in 0..<count { metres[row] = SIMD2(repeating: .nan) }
        }
    }
}
