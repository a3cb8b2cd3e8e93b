public import Planning

/// One thing a candidate must fulfil (筛选条件).
public enum Criterion: Hashable, Sendable {
    /// All of the site lies in the zone.
    case inside(Zone)
    /// None of the site lies in the zone.
    case outside(Zone)
    /// The zone is at most so many metres from the site; 0 m where they meet.
    case near(Zone, metres: Double)
    /// The zone is at least so many metres from the site.
    case away(Zone, metres: Double)
    /// The land is at least so large.
    case landArea(StatedArea)
    /// The site lies where the documents want the activity.
    case activity(WantedActivity)

    /// The kinds of criteria, named as programs write them.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case inside = "in"
        case outside = "not_in"
        case near
        case away
        case landArea = "min_area"
        case activity
    }

    /// Whether a site that lies far off fulfils it.
    var isMetByDistance: Bool { kind == .outside || kind == .away }

    /// Its kind.
    public var kind: Kind {
        switch self {
        case .inside: .inside
        case .outside: .outside
        case .near: .near
        case .away: .away
        case .landArea: .landArea
        case .activity: .activity
        }
    }

    /// The zone it speaks of; nil for areas and activities.
    public var zone: Zone? {
        switch self {
        case .inside(let zone), .outside(let zone), .near(let zone, _), .away(let zone, _): zone
        case .landArea, .activity: nil
        }
    }

    /// The limit in metres, of a distance.
    public var metres: Double? {
        switch self {
        case .near(_, let metres), .away(_, let metres): metres
        case .inside, .outside, .landArea, .activity: nil
        }
    }
}

/// An activity for which candidates are sought, with the places every document gives it to.
public struct WantedActivity: Hashable, Sendable {
    /// The user's own words.
    public let question: String
    /// What the question was taken for; nil where nothing could read it.
    public let reading: ActivityReading?
    /// What the texts say of it; nil where the vocabulary knows no such activity.
    public let answer: ActivityAnswer?

    /// The sentences that give it to one place in particular, at the stage asked for or without naming a stage.
    public var assignments: [FitAssignment] {
        (answer?.assignments ?? []).filter {
            !$0.isAtLarge && ($0.standing == .direct || $0.standing == .stageNotStated)
        }
    }
}
