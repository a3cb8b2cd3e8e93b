internal import Planning

/// What follows for one layout from which zones cover a position, for each zone set.
final class SetAnswers: Sendable {
    struct Answer: Sendable {
        /// Whether the layout speaks about the land.
        var isCovered: Bool
        /// The covering zone without a covering part of its own; −1 where there is none, and where there are
        /// several, so that which is deepest hangs on their probabilities.
        var deepest: Int32
        var leafCount: Int
        /// Which of the layout's zones cover the position.
        var covers: ZoneBits
    }

    let answers: [Answer]

    /// - Parameters:
    ///   - zones: the layout's zones that hold sites, and their first number in the index.
    ///   - context: the context's zones in the index, by id.
    init(_ drawn: DrawnLayout, zones: [Zone], from first: Int, context: [String: UInt32]?, _ index: BulkIndex)
    {
        let parents = zones.map { zone in
            drawn.edition.path(to: zone).dropLast().compactMap { ancestor in
                zones.firstIndex { $0.id == ancestor.id }
            }
        }
        let coverage = drawn.layout.coverage
        answers = (0..<index.setCount).map { number in
            let members = index.zones(inSet: UInt32(number))
            var covers = ZoneBits(count: zones.count)
            for member in members where zones.indices.contains(Int(member) - first) {
                covers.insert(Int(member) - first)
            }
            let covering = zones.indices.filter { covers.contains($0) }
            let outer = Set(covering.flatMap { parents[$0] })
            let leaves = covering.filter { !outer.contains($0) }.map(Int32.init)
            var isCovered = true
            if let coverage, let context {
                let speaks = coverage.zones.contains { context[$0].map(members.contains) ?? false }
                let unstated = coverage.notStated.contains { context[$0.zone].map(members.contains) ?? false }
                isCovered = !covering.isEmpty || (speaks && !unstated)
            }
            return Answer(
                isCovered: isCovered, deepest: leaves.count == 1 ? leaves[0] : -1, leafCount: leaves.count,
                covers: covers)
        }
    }
}

/// A set of a layout's zones; a word for the first 64, an array only where there are more.
struct ZoneBits: Sendable {
    private var low: UInt64 = 0
    private var high: [Bool]

    init(count: Int) { high = Array(repeating: false, count: max(0, count - 64)) }

    @inline(__always)
    func contains(_ zone: Int) -> Bool { zone < 64 ? low >> UInt64(zone) & 1 == 1 : high[zone - 64] }

    mutating func insert(_ zone: Int) {
        if zone < 64 { low |= 1 << UInt64(zone) } else { high[zone - 64] = true }
    }
}
