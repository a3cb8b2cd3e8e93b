public import Planning
public import Wording

/// Where a site lies, what the documents want there, what is near, and what to mind: all that is known of one site.
///
/// Informs siting; it is no siting opinion. What nobody has checked stands in ``uncheckedItems`` and belongs to every
/// presentation.
public struct Assessment: Hashable, Sendable {
    /// Where a site lies, by its shape.
    public enum Answer: Hashable, Sendable {
        /// Of a position.
        case position(LocateAnswer)
        /// Of a line or an area.
        case shares(ShareAnswer)
    }

    /// The site.
    public let site: AssessedSite
    /// Where the site lies, as the locator or the overlay answered.
    public let answer: Answer
    /// The site's own length or area on the ellipsoid; nil for points.
    public let extent: Extent?
    /// The day the editions were chosen for.
    public let asOf: CalendarDate
    /// How sure a verdict had to be.
    public let confidence: Confidence
    /// The answers of the plans, in catalogue order.
    public let layouts: [LayoutAssessment]
    /// The areas of the context the site lies in or may lie in: naming, not planning.
    public let context: [ZoneStanding]
    /// What the documents want here, plan by plan, then in the context; the zones that hold the site first.
    public let functions: [StatedFunctions]
    /// What the documents say of the activity asked about, beside where the site lies; nil where none was asked.
    public let comparison: ActivityComparison?
    /// The zones that the site overlaps or lies near, of the layouts that speak about its land.
    public let neighbours: [Neighbour]
    /// Gaps up to this many metres made a zone a neighbour.
    public let neighboursWithin: Double
    /// The axes, screens, rivers and places that matter, the nearest first.
    public let distances: [AssessedDistance]
    /// What of the site lies in each imported control line (压占); none where none was imported.
    public let controls: [ControlAnswer]
    /// What to mind, the weightier first.
    public let flags: [AssessmentFlag]
    /// What else a reader should know of the site as a whole.
    public let notes: [Note]
    /// What was not checked.
    public let uncheckedItems: [UncheckedItem]

    /// The answer of one layout.
    public func layout(_ id: String) -> LayoutAssessment? { layouts.first { $0.layout.id == id } }

    /// How the site stands to a zone; nil where it neither lies in it nor may.
    public func standing(_ zone: ZoneReference) -> ZoneStanding? {
        (layouts.flatMap(\.zones) + context).first {
            $0.zone.layout == zone.layout && $0.zone.id == zone.zone
        }
    }
}
