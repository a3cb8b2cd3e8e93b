/// The answers to many positions, a column for each thing answered.
public struct BulkAnswers: Sendable {
    /// What one layout answers, an element for each position.
    public struct Columns: Sendable {
        /// The deepest zone that covers the position, as an index into ``BulkLocator/Plan/zones``; ``none`` where
        /// no zone covers it, ``notCovered`` where the layout does not speak about the land.
        public internal(set) var zones: [Int32] = []
        /// The verdict on that zone; where there is none, outside, or uncertain where others are possible; nil where
        /// not covered.
        public internal(set) var verdicts: [Verdict?] = []
        /// The probability of that zone, within 0.005 of the exact one (in fact 1e-5); NaN without a zone.
        public internal(set) var probabilities: [Double] = []
        /// Metres to that zone's boundary, positive, within 1 mm.
        ///
        /// Without a zone minus the metres to the layout's nearest boundary; NaN where not covered.
        public internal(set) var distances: [Double] = []
        /// Zones that do not cover the position but may hold it, for all positions one after another; none where they
        /// were not asked for.
        public internal(set) var alsoPossible: [Int32] = []
        /// Where each position's part of ``alsoPossible`` ends; it begins where the one before ends.
        public internal(set) var alsoPossibleEnds: [Int] = []

        /// No zone covers the position.
        public static let none: Int32 = -1
        /// The layout does not speak about the land, or the position is not finite.
        public static let notCovered: Int32 = -2

        /// The zones that may hold a position beside those that cover it.
        public func alsoPossible(at row: Int) -> ArraySlice<Int32> {
            alsoPossible[(row == 0 ? 0 : alsoPossibleEnds[row - 1])..<alsoPossibleEnds[row]]
        }

        /// Makes room for as many answers; what the columns hold is overwritten.
        mutating func prepare(for count: Int) {
            if zones.count != count {
                zones = Array(repeating: Self.notCovered, count: count)
                verdicts = Array(repeating: nil, count: count)
                probabilities = Array(repeating: .nan, count: count)
                distances = probabilities
            }
            alsoPossible.removeAll(keepingCapacity: true)
            alsoPossibleEnds.removeAll(keepingCapacity: true)
            alsoPossibleEnds.reserveCapacity(count)
        }
    }

    /// One for each of ``BulkLocator/plans``.
    public internal(set) var plans: [Columns] = []
    /// The number of each position's zone set in ``BulkLocator/index``.
    public internal(set) var zoneSets: [UInt32] = []

    /// What is on the way while positions are answered; kept only for its room.
    var run = PositionRun()

    /// Empty columns, to be filled and filled again.
    public init() {}

    /// How many positions were answered.
    public var count: Int { zoneSets.count }
}
