public import Planning

/// What the documents say of an activity, set beside where a site lies (功能导向比对).
///
/// Says where the texts put it and where the site is, never that the two suit each other.
public struct ActivityComparison: Hashable, Sendable {
    /// The documents' answer, whatever the site.
    public let fit: FitAnswer
    /// The same beside the site, activity by activity.
    public let activities: [ComparedActivity]
}

/// One activity beside a site.
public struct ComparedActivity: Hashable, Sendable {
    /// How the site stands to the zones the documents give the activity to.
    public enum Outcome: String, Hashable, Sendable, CaseIterable {
        /// The site lies in one of them.
        case here
        /// It lies in one as drawn, but not as surely as was asked.
        case nominallyHere = "nominally_here"
        /// Some of the site does.
        case partlyHere = "partly_here"
        /// It lies in none by the drawing, but may, or lies along one that is a line.
        case possiblyHere = "possibly_here"
        /// One of them is not drawn, and the site lies in the zone it is part of.
        case undrawnHere = "undrawn_here"
        /// It lies in none; they are elsewhere.
        case elsewhere
        /// They are not drawn, or belong to layouts that do not speak about the site's land.
        case notComparable = "not_comparable"
        /// The documents give it to zones at other stages only.
        case otherStage = "other_stage"
        /// The documents speak of it for a whole park or district only.
        case atLarge = "at_large"
        /// The documents assign it to no zone.
        case notStated = "not_stated"
    }

    /// What the documents say.
    public let answer: ActivityAnswer
    /// How the site stands to it.
    public let outcome: Outcome
    /// Every sentence, with where the site lies to what it names.
    public let assignments: [ComparedAssignment]
    /// The sentences on broader and related things, where the documents do not answer.
    public let instead: [ComparedAssignment]

    /// The zones the documents give it to and the site lies in none of, the nearest first.
    public var elsewhere: [ComparedAssignment] {
        assignments.filter { if case .elsewhere = $0.place { true } else { false } }.sorted {
            ($0.distance?.metres ?? 0) < ($1.distance?.metres ?? 0)
        }
    }
}

/// One sentence that gives an activity to a zone, beside a site.
public struct ComparedAssignment: Hashable, Sendable {
    /// Where the site lies to the zone.
    public enum Place: Hashable, Sendable {
        /// All of the site lies in it.
        case here
        /// All of it does as drawn, but not as surely as was asked.
        case nominally
        /// Some of the site does.
        case partly
        /// None does by the drawing, but it may.
        case possibly
        /// It is a line or a place, which holds no site, and nearer than the drawing can tell.
        case along(ZoneDistance)
        /// None does.
        case elsewhere(ZoneDistance)
        /// It is not drawn; the nearest drawn zone it is part of, and whether that one holds the site, nil where that cannot
        /// be told: the accuracy leaves it open, or its layout's documents do not speak about the land.
        case notDrawn(under: Zone?, holdsSite: Bool?)
        /// Its layout does not speak about the site's land.
        case notCovered
        /// The catalogue does not hold it.
        case notInCatalogue

        /// Whether the site lies in it or may.
        public var isHere: Bool {
            switch self {
            case .here, .nominally, .partly, .possibly, .along: true
            case .elsewhere, .notDrawn, .notCovered, .notInCatalogue: false
            }
        }
    }

    /// The sentence.
    public let assignment: FitAssignment
    /// Where the site lies.
    public let place: Place

    /// How far the zone is, where the site is told not to lie in it.
    public var distance: ZoneDistance? {
        switch place {
        case .elsewhere(let distance), .along(let distance): distance
        case .here, .nominally, .partly, .possibly, .notDrawn, .notCovered, .notInCatalogue: nil
        }
    }

    /// The stable name of the place, for programs.
    public var code: String {
        switch place {
        case .here: "here"
        case .partly: "partly_here"
        case .nominally: "nominally_here"
        case .possibly: "possibly_here"
        case .along: "along"
        case .elsewhere: "elsewhere"
        case .notDrawn: "not_drawn"
        case .notCovered: "not_covered"
        case .notInCatalogue: "not_in_catalogue"
        }
    }
}
