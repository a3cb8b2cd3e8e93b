public import Planning
public import Wording

/// Something to mind about a site, with the rule that raised it and the sentence it rests on.
public struct AssessmentFlag: Hashable, Sendable {
    /// The rules, by the stable name for programs.
    public enum Rule: String, Hashable, Sendable, CaseIterable {
        /// Some of the site lies in an imported control line that keeps building out.
        case occupiesControl = "occupies_control"
        /// Some of the site lies outside an imported boundary that building belongs inside of.
        case outsideControl = "outside_control"
        /// Parts of the site lie in several members of one partition.
        case straddlesZones = "straddles_zones"
        /// Some of the site lies in a screen: a hint, not a ban.
        case inScreen = "in_screen"
        /// A drawn boundary runs through the site or is nearer than it is known.
        case nearBoundary = "near_boundary"
        /// No layout's documents speak about the site's land.
        case outsideEveryLayout = "outside_every_layout"
        /// A layout's documents do not speak about the site's land, or do not say whether they do.
        case notCovered = "not_covered"
        /// A layout's documents speak about a part of the site's land only.
        case partlyCovered = "partly_covered"
        /// The site lies in the whole of a partition and in none of its parts.
        case unassigned = "unassigned"
        /// The period of a plan has ended.
        case planPeriodEnded = "plan_period_ended"
        /// The documents assign the activity to zones that hold none of the site.
        case activityAssignedElsewhere = "activity_assigned_elsewhere"
        /// The share of a zone may be anything between none and all.
        case shareMeaningless = "share_meaningless"
        /// It is less well known where the site lies than where the zones do.
        case siteInaccurate = "site_inaccurate"
        /// The area stated for the site differs from the one measured.
        case statedAreaDiffers = "stated_area_differs"
        /// The site was asked by name, and no document places it in a zone of the layout.
        case textSilent = "text_silent"
        /// The site lies so far from the city that the frame or a digit may be wrong.
        case farAway = "far_away"
        /// The site lies outside China.
        case outsideChina = "outside_china"
    }

    /// How much a flag weighs.
    public enum Severity: String, Hashable, Sendable, CaseIterable {
        /// 注意: may change what is decided.
        case attention
        /// 提示: to be known.
        case hint
    }

    /// What moving the site would do.
    public enum Lift: Hashable, Sendable {
        /// The shortest shift that lifts the flag, longer than twice the accuracy.
        case shift(SiteShift)
        /// A shift no longer than twice the accuracy would: the drawing cannot tell here from there.
        case withinAccuracy
        /// None was looked for: the site has more corners than one is sought for.
        case notSought
    }

    /// The rule that raised it.
    public let rule: Rule
    /// How much it weighs.
    public let severity: Severity
    /// The layout it concerns; nil where it concerns none or all.
    public let layout: String?
    /// The zones it concerns.
    public let zones: [Zone]
    /// Why it was raised.
    public let reason: Bilingual
    /// The sentence it rests on; nil where it rests on the drawing alone.
    public let source: Source?
    /// The accuracy it was judged by, one standard deviation per axis, metres; nil where none was.
    public let accuracy: Double?
    /// What moving the site would do; nil where no move would lift it or none is looked for.
    public let lift: Lift?

    /// For how many corners of a site a shift is looked for; for more it would take seconds.
    public static var cornersForShift: Int { Clearance.cornerLimit }

    /// The shift that lifts it, where one is worth telling.
    public var shift: SiteShift? {
        if case .shift(let shift) = lift { shift } else { nil }
    }
}

/// A move of a site, unturned.
public struct SiteShift: Hashable, Sendable {
    /// How far, metres.
    public let metres: Double
    /// Where to, degrees clockwise from true north.
    public let bearing: Double
    /// The zone that then holds all of the site; nil where the shift leads out of something.
    public let zone: Zone?
}
