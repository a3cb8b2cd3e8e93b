internal import Planning

/// What follows for one layout from which zones cover a position, for each zone set.
final class SetAnswers: Sendable {
    /// In place of a zone: the layout does not speak about the land.
    static let notCovered: Int32 = -2
    /// In place of a zone, and all below: several, and which of them is deepest hangs on their probabilities; how far
    /// below is their place in ``leaves``.
    static let several: Int32 = -3

    /// The covering zone without a covering part of its own; −1 where there is none.
    let deepest: [Int32]
    /// Where several are, how many, then they, ascending.
    let leaves: [Int32]
    /// Which of the layout's zones cover the position: a bit each, some words for each set.
    let covers: [UInt64]
    let words: Int

    /// Takes the layout's zones that hold sites, their first number in the index, and the context's numbers by id.
    init(_ drawn: DrawnLayout, zones: [Zone], from first: Int, context: [String: UInt32]?, _ index: BulkIndex)
    {
        let parents = zones.map { zone in
            drawn.edition.path(to: zone).dropLast().compactMap { ancestor in
                zones.firstIndex { $0.id == ancestor.id }
            }
        }
        let coverage = drawn.layout.coverage
        let words = max(1, (zones.count + 63) / 64)
        var deepest: [Int32] = []
        var several: [Int32] = []
        var covers = [UInt64](repeating: 0, count: index.setCount * words)
        for number in 0..<index.setCount {
            let members = index.zones(inSet: UInt32(number))
            let covering = members.map { Int($0) - first }.filter(zones.indices.contains)
            for zone in covering { covers[number * words + zone / 64] |= 1 << UInt64(zone % 64) }
            let outer = Set(covering.flatMap { parents[$0] })
            let leaves = covering.filter { !outer.contains($0) }.map(Int32.init)
            let place = Self.several - Int32(several.count)
            if leaves.count > 1 { several += [Int32(leaves.count)] + leaves }
            var isCovered = true
            if let coverage, let context {
                let speaks = coverage.zones.contains { context[$0].map(members.contains) ?? false }
                let unstated = coverage.notStated.contains { context[$0.zone].map(members.contains) ?? false }
                isCovered = !covering.isEmpty || (speaks && !unstated)
            }
            deepest.append(
                !isCovered ? Self.notCovered : leaves.count > 1 ? place : leaves.first ?? -1)
        }
        self.deepest = deepest
        leaves = several
        self.covers = covers
        self.words = words
    }
}
