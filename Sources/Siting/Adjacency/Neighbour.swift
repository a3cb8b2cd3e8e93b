public import Planning

/// How one zone lies to another, seen from the first or from a site.
public struct Neighbour: Hashable, Sendable {
    /// The other zone.
    public let zone: Zone
    /// How it lies.
    public let kind: AdjacencyKind
    /// Whether both stand in one drawing; between drawings no border is shared.
    public let isSameDrawing: Bool
    /// Length of the border they share, metres; nil where that is nothing or they stand in two drawings.
    public let sharedLength: Double?
    /// The gap between them, metres, 0 where they meet.
    public let gap: Double
    /// What they have in common, m² or, of a line, metres; nil where that is nothing.
    public let overlap: Extent?
    /// The part of the first that lies in the other, 0 to 1; nil where there is no overlap.
    public let share: Double?
    /// The part of the other that lies in the first, 0 to 1; nil where there is no overlap.
    public let shareOfOther: Double?
    /// Where the other lies, degrees clockwise from north: across the gap, else from middle to middle.
    public let bearing: Double
    /// One standard deviation of the gap, metres: both drawings' accuracies in squares.
    ///
    /// Zones of one drawing that meet were drawn to meet; then it says how well the border itself is known.
    public let accuracy: Double
}

/// The relations between all zones of a layout.
public struct AdjacencyGraph: Hashable, Sendable {
    /// One pair, the earlier of the catalogue first.
    public struct Pair: Hashable, Sendable {
        /// The earlier zone.
        public let zone: Zone
        /// The later one, and how it lies to the earlier.
        public let neighbour: Neighbour
    }

    /// The layout.
    public let layout: Layout
    /// The edition the relations were taken from.
    public let edition: Edition
    /// The layout the second zones belong to, where it is another one.
    public let other: Other?
    /// The day the edition was chosen for.
    public let asOf: CalendarDate
    /// Gaps up to this many metres count as near.
    public let within: Double
    /// A layout beside the first.
    public struct Other: Hashable, Sendable {
        /// The layout.
        public let layout: Layout
        /// Its edition.
        public let edition: Edition
    }

    /// Every pair that is not apart; across layouts those within, over or near each other.
    public let pairs: [Pair]
    /// Zones that are not drawn and so have no neighbours.
    public let unlocated: [Zone]
}

/// The neighbours of a zone.
public struct NeighbourAnswer: Hashable, Sendable {
    /// The zone asked about.
    public let zone: Zone
    /// The layout it belongs to.
    public let layout: Layout
    /// The day the editions were chosen for.
    public let asOf: CalendarDate
    /// Gaps up to this many metres count as near.
    public let within: Double
    /// The neighbours in its own layout, the closest tie first.
    public let neighbours: [Neighbour]
    /// The zones of other layouts that overlap it or are near.
    public let acrossLayouts: [Neighbour]
    /// The zones of its layout that are not drawn.
    public let unlocated: [Zone]
}
