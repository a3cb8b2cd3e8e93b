internal import Planning

/// What follows for one layout from which zones cover a position, for each zone set.
struct SetAnswers: Sendable {
    struct Answer: Sendable {
        /// Whether the layout speaks about the land.
        var isCovered: Bool
        /// The covering zones without a covering part of their own: among them is the deepest.
        var leaves: [Int32]
        /// Which of the layout's zones cover the position.
        var covers: [Bool]
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
            var covers = [Bool](repeating: false, count: zones.count)
            for member in members where zones.indices.contains(Int(member) - first) {
                covers[Int(member) - first] = true
            }
            let covering = zones.indices.filter { covers[$0] }
            let outer = Set(covering.flatMap { parents[$0] })
            let leaves = covering.filter { !outer.contains($0) }.map(Int32.init)
            var isCovered = true
            if let coverage, let context {
                let speaks = coverage.zones.contains { context[$0].map(members.contains) ?? false }
                let unstated = coverage.notStated.contains { context[$0.zone].map(members.contains) ?? false }
                isCovered = !covering.isEmpty || (speaks && !unstated)
            }
            return Answer(isCovered: isCovered, leaves: leaves, covers: covers)
        }
    }
}
