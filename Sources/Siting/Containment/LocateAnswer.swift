public import Planning
public import Wording

/// Where a site lies in the planned structure: one answer per layout, with its uncertainty and its sentence.
public struct LocateAnswer: Hashable, Sendable {
    /// The site asked about.
    public let site: Site
    /// The day the editions were chosen for.
    public let asOf: CalendarDate
    /// How sure a verdict had to be.
    public let confidence: Confidence
    /// The answers of the plans, in catalogue order.
    public let layouts: [LayoutAnswer]
    /// The areas of the context layout the site lies in or may lie in: naming, not planning.
    public let context: [ZoneAnswer]
    /// What else a reader should know of the site as a whole.
    public let notes: [Note]
}

/// What one layout says of a site.
public struct LayoutAnswer: Hashable, Sendable {
    /// Whether the layout's documents speak about the land the site lies on.
    public enum Applicability: String, Hashable, Sendable {
        case covered
        case notCovered = "not_covered"
    }

    /// What it was taken from.
    package let drawn: AnsweredLayout
    /// The layout.
    public var layout: Layout { drawn.layout }
    /// The edition the answer was taken from.
    public var edition: Edition { drawn.edition }
    /// Whether the documents speak about this land; where not, no zone and no distance is answered.
    public let applicability: Applicability
    /// The probability that the site lies on land the documents speak about.
    public let coverageProbability: Double
    /// The years its documents plan for; of several the ones that run longest.
    public let planPeriod: PlanPeriod?
    /// Where the layout's plan period stands on the day of the answer.
    public let planStatus: PlanStatus
    /// Zones that hold the site or may hold it, in catalogue order.
    public let zones: [ZoneAnswer]
    /// The zone people read first (图面落位): the deepest that holds the site, by text or by drawing.
    public let deepest: ZoneAnswer?
    /// The ids of the zones from the outermost down to ``deepest``.
    public var path: [String] { deepest?.answered.path ?? [] }
    /// Where no zone holds the site: the nearest one.
    public let nearest: NearestZone?
    /// Zones without a drawing that belong under the zones answered.
    public var unlocated: [Zone] { unlocatedZones.map(\.zone) }
    package let unlocatedZones: [AnsweredZone]
    /// Where the layout does not cover the site: zones of other documents that speak of the same things here.
    public let counterparts: [Counterpart]
    /// What else a reader should know.
    public let notes: [Note]
}

/// How a site stands to one zone.
public struct ZoneAnswer: Hashable, Sendable {
    /// What an answer rests on.
    public enum Basis: String, Hashable, Sendable {
        /// A document itself places the named place in the zone.
        case text
        /// The drawing.
        case geometry
        /// Text and drawing agree.
        case both
    }

    /// The zone, as answers refer to it.
    package let answered: AnsweredZone
    /// The zone.
    public var zone: Zone { answered.zone }
    /// Whether the position lies inside the drawing or on its boundary.
    public let covers: Bool
    /// What the verdict rests on.
    public let basis: Basis
    /// The sentence that places the named place, where the basis is text.
    public let placedBy: Source?
    /// The probability by the drawing that the site lies in the zone.
    public let probability: Double
    /// Distance to the zone's boundary in metres, positive inside.
    public let boundaryDistance: Double
    /// The standard deviation per axis the probability was reckoned with, metres.
    public let accuracy: Double
    /// Inside, outside or uncertain; by text always inside.
    public let verdict: Verdict
    /// The same in five steps, for people.
    public let grade: Grade

    /// Whether the zone holds the site nominally: by text, or by drawing.
    public var holds: Bool { covers || basis != .geometry }
}

/// The nearest zone of a layout, for a site that none holds.
public struct NearestZone: Hashable, Sendable {
    /// The zone, as answers refer to it.
    package let answered: AnsweredZone
    /// The zone.
    public var zone: Zone { answered.zone }
    /// How far its boundary is, metres.
    public let distance: Double
    /// Where to, degrees clockwise from true north.
    public let bearing: Double
    /// The standard deviation of the boundary there, metres.
    public let accuracy: Double
}

/// A zone of another document that speaks, for the land of the site, of what a layout speaks of elsewhere.
public struct Counterpart: Hashable, Sendable {
    /// The zone that is not answered, because its layout does not cover the site.
    public var zone: Zone { unanswered.zone }
    /// The zone that is answered in its place.
    public var instead: Zone { answered.zone }
    package let unanswered: AnsweredZone
    package let answered: AnsweredZone
    /// Whether that zone covers the position.
    public let covers: Bool
    /// The probability that the site lies in it.
    public let probability: Double
    /// Distance to its boundary in metres, positive inside.
    public let boundaryDistance: Double
    /// The standard deviation the probability was reckoned with, metres.
    public let accuracy: Double
}
