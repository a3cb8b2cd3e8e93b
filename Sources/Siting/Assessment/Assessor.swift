internal import PlanarGeometry
public import Planning
internal import Projection
internal import Topology
public import Wording

/// Assesses sites one after another: where each lies, what the documents want there, what is near, what to mind.
///
/// Loaded once, it answers any number of sites. Owns what GEOS and PROJ made for it, so it is noncopyable and stays with
/// the task that made it, like ``Locator``.
///
/// ```swift
/// let folder = GeoDataFolder(path: "GeoData")
/// let catalogue = try folder.catalogue()
/// let assessor = try Assessor(
///     catalogue, try folder.activities(in: catalogue), unchecked: try folder.uncheckedItems(in: catalogue))
/// let parcel = try ParcelReader().parcel(
///     wkt: "POLYGON((106.325 29.515, 106.335 29.515, 106.335 29.525, 106.325 29.525, 106.325 29.515))")
/// let assessment = try assessor.assess(AssessedSite(parcel), activity: "集成电路设计")
/// assessment.layout("jinfeng-five-zones")?.principal?.zone.id  // "shengmingdao"
/// assessment.comparison?.activities[0].outcome  // .elsewhere: 002:388 gives it to 科创街
/// ```
public struct Assessor: ~Copyable {
    /// What the answers are taken from.
    public let catalogue: Catalogue
    /// The day for which editions are chosen and plan periods judged.
    public let asOf: CalendarDate

    let locator: Locator
    let overlay: ZoneOverlay
    let fit: FunctionalFit
    let uncheckedItems: [UncheckedItem]
    let outlines = ZoneOutlines()
    let statements = Statements()

    /// Makes the editions valid on a day ready.
    ///
    /// - Parameters:
    ///   - catalogue: what the answers are taken from.
    ///   - vocabulary: what the documents assign to which zone.
    ///   - unchecked: what siting has to look up elsewhere, as the GeoData folder lists it.
    ///   - asOf: the day; a layout without an edition valid on it is left out.
    /// - Throws: ``LocatorError`` where no edition is valid, or naming the zone whose drawing is no valid area.
    public init(
        _ catalogue: Catalogue, _ vocabulary: ActivityVocabulary, unchecked: [UncheckedItem],
        asOf: CalendarDate = .today()
    ) throws(LocatorError) {
        // Both first: a noncopyable value is made whole or not at all.
        let locator = try Locator(catalogue, asOf: asOf)
        let overlay = try ZoneOverlay(catalogue, asOf: asOf)
        self.locator = locator
        self.overlay = overlay
        fit = FunctionalFit(vocabulary, catalogue, asOf: asOf)
        uncheckedItems = unchecked
        self.catalogue = catalogue
        self.asOf = asOf
    }

    /// Assesses one site.
    ///
    /// - Parameters:
    ///   - site: the site.
    ///   - activity: what is to be there, in the user's words; nil where that is open.
    ///   - confidence: how sure a verdict must be.
    ///   - wanted: the plans to answer by id; all of them where nil.
    ///   - distance: gaps up to this many metres make a zone a neighbour.
    ///   - notes: what was decided before the site came here.
    /// - Returns: the assessment.
    /// - Throws: ``LocatorError`` with what GEOS or PROJ said.
    public func assess(
        _ site: AssessedSite, activity: String? = nil, confidence: Confidence = .standard,
        layouts wanted: Set<String>? = nil, neighboursWithin distance: Double = ZoneOverlay.standardReach,
        notes: [Note] = []
    ) throws(LocatorError) -> Assessment {
        let placed = try placement(of: site, confidence, wanted)
        let measured = try overlay.measured(site.parcel)
        let distances = try self.distances(from: site.parcel, placed)
        let comparison = try activity.map { activity throws(LocatorError) in
            try compared(activity, from: site.parcel, placed, layouts: wanted)
        }
        let controls = try overlay.controls(on: site.parcel)
        let flags = try self.flags(on: site, measured, placed, comparison, controls, confidence)
        let settled = Set(controls.filter(\.isSettled).map(\.layout.id))
        // What a flag says is not said again.
        let flagged: Set<SitingNote?> = [.farAway, .statedAreaDiffers]
        return Assessment(
            site: site, answer: placed.answer, extent: measured.extent, asOf: asOf, confidence: confidence,
            layouts: placed.layouts,
            context: placed.context, functions: functions(of: placed), comparison: comparison,
            neighbours: try neighbours(of: site.parcel, within: distance, placed),
            neighboursWithin: distance, distances: distances,
            controls: controls, flags: flags,
            notes: notes + placed.notes.filter { !flagged.contains($0.kind) },
            uncheckedItems: uncheckedItems.filter { !settled.contains($0.id) })
    }

    // MARK: - What the documents want

    /// What is stated of every zone that holds the site, then of those that hold a sliver of it, then of those that may.
    private func functions(of placed: Placement) -> [StatedFunctions] {
        let plans = placed.layouts.flatMap { answer in
            answer.zones.map { (standing: $0, layout: answer.layout) }
        }
        let context = placed.context.compactMap { standing in
            catalogue.context.map { (standing: standing, layout: $0) }
        }
        let all = (plans + context).compactMap {
            StatedFunctions($0.standing, of: $0.layout, on: asOf, citing: statements)
        }
        let (holding, possible) = (all.filter(\.standing.holds), all.filter { !$0.standing.holds })
        return holding.filter { !$0.standing.isSliver } + holding.filter(\.standing.isSliver) + possible
    }

    // MARK: - What is near

    /// The zones of layouts that speak about the site's land, and of the context, that it overlaps or is near.
    private func neighbours(
        of parcel: Parcel, within distance: Double, _ placed: Placement
    ) throws(LocatorError) -> [Neighbour] {
        let speaking = Set(placed.layouts.filter { $0.applicability == .covered }.map(\.layout.id))
        return try overlay.neighbours(of: parcel, within: distance).filter {
            speaking.contains($0.zone.layout) || $0.zone.layout == catalogue.context?.id
        }
    }
}

@available(
    *, unavailable,
    message: "an assessor serves one task at a time: make one for each from the same catalogue"
)
extension Assessor: Sendable {}
