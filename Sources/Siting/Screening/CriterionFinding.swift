public import Planning
public import Wording

/// How a candidate stands to one criterion, with the figures and the sentences behind it.
public struct CriterionFinding: Hashable, Sendable {
    /// What became of the criterion.
    public enum Outcome: String, Hashable, Sendable, CaseIterable {
        /// Surely enough.
        case met
        /// Surely not.
        case notMet = "not_met"
        /// The accuracy does not allow to tell.
        case undecided
        /// The documents or the candidate's own data do not answer.
        case notAnswerable = "not_answerable"
    }

    /// What an outcome rests on.
    public enum Basis: String, Hashable, Sendable, CaseIterable {
        /// A document itself places the named place.
        case text
        /// The drawing.
        case geometry
        /// The shape of the candidate, measured on the ellipsoid.
        case shape
        /// What the user's table states.
        case stated
    }

    /// What was measured.
    public enum Measure: Hashable, Sendable {
        /// From the site to the zone's boundary, metres; positive where all of it lies inside, 0 across the boundary.
        case boundary(Double)
        /// From the site to the zone, metres, and the bearing, degrees clockwise from true north.
        case distance(Double, bearing: Double?)
        /// Land, m².
        case area(Double)
    }

    /// A zone of another document that speaks of the same thing on the land of the site.
    public struct Counterpart: Hashable, Sendable {
        /// The zone.
        public let zone: Zone
        /// How far it is, metres; nil where the criterion asks for no distance.
        public let metres: Double?
        /// What would become of the criterion, were that zone asked for; nil where nothing can be said.
        public let outcome: Outcome?

        init(_ zone: Zone, metres: Double? = nil, outcome: Outcome? = nil) {
            self.zone = zone
            self.metres = metres
            self.outcome = outcome
        }
    }

    /// The criterion.
    public let criterion: Criterion
    /// What became of it.
    public var outcome: Outcome
    /// The probability that it is met; nil where nothing can be said.
    public var probability: Double?
    /// What was measured.
    public var measure: Measure?
    /// One standard deviation of what was measured, metres, or m² of an area.
    public var accuracy: Double?
    /// Of an area or a line: the part of it that lies in the zone, 0 to 1.
    public var share: Double?
    /// What the outcome rests on.
    public var basis: Basis
    /// The zone that decided: the criterion's, or that of the activity in or nearest to which the site lies.
    public var zone: Zone?
    /// Why it cannot be answered, or what else is to be known.
    public var reasons: [Bilingual]
    /// The sentences it rests on.
    public var sources: [Source]
    /// Where the zone's layout does not cover the site: the zones of other documents that speak of the same thing here.
    ///
    /// They decide nothing: another zone was asked for.
    public var counterparts: [Counterpart]

    init(_ criterion: Criterion, _ outcome: Outcome, basis: Basis = .geometry) {
        self.criterion = criterion
        self.outcome = outcome
        self.basis = basis
        zone = criterion.zone
        reasons = []
        sources = criterion.zone?.sources.first.map { [$0] } ?? []
        counterparts = []
    }

    /// By how many metres the criterion is met, negative where it is missed; nil where it is not measured in metres.
    public var spare: Double? {
        switch (criterion, measure) {
        case (.inside, .boundary(let distance)), (.activity, .boundary(let distance)): distance
        case (.outside, .boundary(let distance)): -distance
        case (.near(_, let most), .distance(let distance, _)): most - distance
        case (.away(_, let least), .distance(let distance, _)): distance - least
        default: nil
        }
    }
}
