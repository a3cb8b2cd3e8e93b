public import Planning
public import Topology
public import Wording

/// How much of a parcel lies in which zone: one answer per layout, with its uncertainty.
public struct ShareAnswer: Hashable, Sendable {
    /// The parcel asked about.
    public let parcel: Parcel
    /// The day the editions were chosen for.
    public let asOf: CalendarDate
    /// How sure a verdict had to be.
    public let confidence: Confidence
    /// The parcel's own length or area on the ellipsoid; nil for points.
    ///
    /// Where a line runs over itself that piece counts once.
    public let extent: Extent?
    /// The answers of the plans, in catalogue order.
    public let layouts: [LayoutShares]
    /// The shares of the context's areas: naming, not planning.
    public let context: [ZoneShare]
    /// What else a reader should know, a stated area that differs among it.
    public let notes: [Note]
}

/// The shares of one layout's zones.
public struct LayoutShares: Hashable, Sendable {
    /// The layout.
    public let layout: Layout
    /// The edition the answer was taken from.
    public let edition: Edition
    /// Whether the layout's documents speak about any of the parcel's land.
    public let applicability: LayoutAnswer.Applicability
    /// The part of the parcel that lies on land the documents speak about, 0 to 1.
    public let coveredShare: Double
    /// The years its documents plan for; of several the ones that run longest.
    public let planPeriod: PlanPeriod?
    /// Where the layout's plan period stands on the day of the answer.
    public let planStatus: PlanStatus
    /// The zones that the parcel meets or may meet, in catalogue order; none where the layout does not apply.
    public let zones: [ZoneShare]
    /// How each partition of the layout divides the parcel.
    public let partitions: [PartitionShares]
    /// Zones without a drawing that belong under the zones answered.
    public let unlocated: [Zone]
    /// Where the layout does not apply: zones of other documents that speak of the same things here.
    public let counterparts: [CounterpartDistance]
    /// What else a reader should know: land for which the text is silent, land it assigns to no zone.
    public let notes: [Note]
}

/// A zone that is not answered because its layout does not cover the parcel, and how far the one is that does.
public struct CounterpartDistance: Hashable, Sendable {
    /// The zone that is not answered.
    public let zone: Zone
    /// The zone of another document that speaks of the same thing here.
    public let instead: ZoneDistance
}

/// How a parcel stands to one zone.
public struct ZoneShare: Hashable, Sendable {
    /// The zone.
    public let zone: Zone
    /// The DE-9IM of the parcel and the zone, in this order, decided on the edges in degrees.
    public let relation: IntersectionMatrix
    /// The nine cells of ``relation``, such as `212101212`.
    public var relationCells: String { relation.cells }
    /// What of the parcel lies in the zone or on its boundary; nil for points.
    public let extent: Extent?
    /// The same as a part of the parcel, 0 to 1; nil for points.
    public let share: Double?
    /// Of a line: the length that runs along the zone's boundary, metres.
    public let onBoundary: Double?
    /// The least and the greatest share, of nine drawings in ten.
    ///
    /// The zone shrunk and grown by 1.645 standard deviations: one straight edge lies between the two with a
    /// probability of 90 %. The accuracy is the zone's own with the parcel's added in squares. No lower end is below that of
    /// a part of the zone, no upper end above that of a zone it is part of. Nil for points.
    public internal(set) var interval: ClosedRange<Double>?
    /// Whether what lies in the zone, being not all of the parcel, is narrower than the accuracy everywhere.
    public let isSliver: Bool
    /// Whether it is a sliver and less than a tenth of the parcel, which is what people call one (细碎交叠).
    ///
    /// A greater part may be as narrow, but half a parcel is no sliver to anybody.
    public var isSmallSliver: Bool { isSliver && (share ?? 0) < 0.1 }
    /// The probability that all of the parcel lies in the zone.
    public let probabilityWhole: Double
    /// The probability that any of it does.
    public let probabilityAny: Double
    /// The standard deviation per axis the probabilities were reckoned with, metres.
    public let accuracy: Double
    /// Inside where all of the parcel surely is, outside where surely none is, else uncertain.
    public let verdict: Verdict
    /// In five steps: inside by ``probabilityWhole``, outside by ``probabilityAny``, else undecided.
    public let grade: Grade
    /// Whether the boundary surely runs through the parcel: some of it lies inside and some outside.
    public let isDivided: Bool

    /// Whether the interval says nothing, so that no share should be read from it (不宜按面积占比判断).
    public var isShareMeaningless: Bool {
        guard let interval else { return false }
        return interval.lowerBound <= 0.005 && interval.upperBound >= 0.995
    }

    /// Whether the parcel has a point in common with the zone on the drawing.
    public var isMet: Bool { relation.isIntersecting }
}

/// How a partition divides a parcel: members and rest add up to the part that lies in the whole.
public struct PartitionShares: Hashable, Sendable {
    /// What of the parcel lies in one member.
    public struct Member: Hashable, Sendable {
        /// The member's id.
        public let zone: String
        /// What lies in it or on its boundary, without what runs on a border shared with another member.
        public let extent: Extent
    }

    /// The partition.
    public let partition: Partition
    /// What of the parcel lies in the zone that is divided; all of it where none is stated.
    public let whole: Extent
    /// What lies in each member it meets.
    public let members: [Member]
    /// What lies in none, computed on its own and not as a remainder.
    public let rest: Extent
    /// Of a line: what runs on borders that two members share, counted once, metres.
    public let onBorder: Double

    /// Members, rest and shared border together, to be compared with ``whole``.
    public var sum: Double { members.reduce(rest.value + onBorder) { $0 + $1.extent.value } }
}
