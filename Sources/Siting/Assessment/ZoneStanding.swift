public import Planning
internal import Topology

/// How a site of any shape stands to one zone.
public struct ZoneStanding: Hashable, Sendable {
    /// What was measured.
    public enum Measure: Hashable, Sendable {
        /// Of a position.
        case position(ZoneAnswer)
        /// Of a line or an area.
        case share(ZoneShare)
    }

    /// How much of the site lies in the zone, by text or by drawing.
    public enum Holding: String, Hashable, Sendable, CaseIterable {
        /// All of it.
        case whole
        /// Some of it.
        case part
        /// None by the drawing, but it may.
        case possible
    }

    /// What was measured.
    public let measure: Measure
    /// The sentence that places the site, known by its name, in the zone.
    public let placedBy: Source?

    /// The zone.
    public var zone: Zone {
        switch measure {
        case .position(let answer): answer.zone
        case .share(let share): share.zone
        }
    }

    /// How much of the site lies in the zone, by text before drawing.
    public var holding: Holding {
        if placedBy != nil { return .whole }
        switch measure {
        case .position(let answer): return answer.holds ? .whole : .possible
        case .share(let share):
            if share.relation.isCoveredBy { return .whole }
            return share.relation.sharesInterior ? .part : .possible
        }
    }

    /// Whether some of the site lies in the zone, by text or by drawing.
    public var holds: Bool { holding != .possible }

    /// Whether less than a tenth of the site lies in the zone, and no more than the accuracy can make or unmake (细碎交叠).
    public var isSliver: Bool {
        guard placedBy == nil, case .share(let share) = measure else { return false }
        return share.isSmallSliver
    }

    /// The part of the site in the zone, 0 to 1; for a position all or nothing.
    public var share: Double {
        switch measure {
        case .position(let answer): answer.holds ? 1 : 0
        case .share(let share): share.share ?? (share.relation.isCoveredBy ? 1 : 0)
        }
    }

    /// The probability that any of the site lies in the zone, by the drawing alone.
    public var probability: Double {
        switch measure {
        case .position(let answer): answer.probability
        case .share(let share): share.probabilityAny
        }
    }

    /// The verdict on all of the site; by text always inside.
    public var verdict: Verdict {
        if placedBy != nil { return .inside }
        return switch measure {
        case .position(let answer): answer.verdict
        case .share(let share): share.verdict
        }
    }

    /// The same in five steps.
    public var grade: Grade {
        if placedBy != nil { return .clearlyInside }
        return switch measure {
        case .position(let answer): answer.grade
        case .share(let share): share.grade
        }
    }

    /// The standard deviation per axis it was reckoned with, metres.
    public var accuracy: Double {
        switch measure {
        case .position(let answer): answer.accuracy
        case .share(let share): share.accuracy
        }
    }
}
