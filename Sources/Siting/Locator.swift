internal import PlanarGeometry
public import Planning
internal import Projection
internal import Wording

/// Answers in which zones a site lies, over one catalogue on one day.
///
/// Owns everything GEOS and PROJ made for it, so it is noncopyable and stays with the task that made it; each
/// task makes its own from the same ``Planning/Catalogue``, which is a value and free to share.
///
/// ```swift
/// let catalogue = try GeoDataFolder(path: "GeoData").catalogue()
/// let locator = try Locator(catalogue)
/// let answer = try locator.locate(Site(LonLat(longitude: 106.33, latitude: 29.52)))
/// ```
public struct Locator: ~Copyable {
    /// What the answers are taken from.
    public let catalogue: Catalogue
    /// The day for which editions are chosen and plan periods judged.
    public let asOf: CalendarDate

    let plane: MetricPlane
    let plans: [DrawnLayout]
    let context: DrawnLayout?
    /// The zones of the context, by their places, that a layout's coverage or counterparts are told by.
    private let wanted: [Bool]

    /// Makes the editions valid on a day ready.
    ///
    /// - Parameters:
    ///   - catalogue: what the answers are taken from.
    ///   - asOf: the day; a layout without an edition valid on it is left out.
    /// - Throws: ``LocatorError`` where no edition is valid, or naming the zone whose drawing is no valid area.
    public init(_ catalogue: Catalogue, asOf: CalendarDate = .today()) throws(LocatorError) {
        let editions = catalogue.layouts.compactMap { layout in
            layout.edition(validOn: asOf).map { (layout, $0) }
        }
        guard !editions.isEmpty else {
            let earliest = catalogue.layouts.flatMap(\.editions).map(\.validFrom).min()
            throw LocatorError.noEdition(on: asOf, earliest: earliest)
        }
        let vertices = editions.flatMap { $0.1.zones.compactMap(\.geometry).flatMap(\.vertices) }
        guard let box = Box(around: vertices) else { throw LocatorError.nothingDrawn }
        if let stray = Self.stray(among: editions.flatMap(\.1.zones), in: box) {
            throw LocatorError.farFromOthers(ZoneReference(layout: stray.layout, zone: stray.id))
        }
        let plane = try MetricPlane(centre: LonLat(box.centre))
        var context: DrawnLayout?
        if let (layout, edition) = editions.first(where: { $0.0.kind == .context }) {
            context = try DrawnLayout(layout, edition, of: catalogue, plane: plane)
        }
        var plans: [DrawnLayout] = []
        for (layout, edition) in editions where layout.kind != .context {
            // A control line answers nothing here, but its drawing is checked.
            let drawn = try DrawnLayout(layout, edition, of: catalogue, in: context, plane: plane)
            if layout.kind == .plan { plans.append(drawn) }
        }
        self.catalogue = catalogue
        self.asOf = asOf
        var wanted = [Bool](repeating: false, count: context?.holding.count ?? 0)
        for plan in plans {
            let told = (plan.coverage?.inside ?? []) + (plan.coverage?.unstated.map(\.place) ?? [])
            for place in told + plan.counterparts.map(\.place) { wanted[place] = true }
        }
        self.wanted = wanted
        self.plans = plans
        self.context = context
        self.plane = plane
    }

    /// The zone that lies off where all together are too wide for one plane: most likely a mistaken coordinate.
    private static func stray(among zones: [Zone], in box: Box) -> Zone? {
        let widest = 5.0  // degrees; LocalMetricFrame reaches 3° from its centre
        guard max(box.upper.x - box.lower.x, box.upper.y - box.lower.y) > widest else { return nil }
        let places = zones.compactMap { zone in zone.geometry?.box.map { (zone, $0.centre) } }
        let middle = places.count / 2
        let median = Point(
            x: places.map(\.1.x).sorted()[middle], y: places.map(\.1.y).sorted()[middle])
        func distance(_ place: Point) -> Double { max(abs(place.x - median.x), abs(place.y - median.y)) }
        return places.max { distance($0.1) < distance($1.1) }?.0
    }

    /// Where a site lies.
    ///
    /// Boundary rule: a zone covers a position inside it or exactly on its drawn boundary, decided on the edges in
    /// degrees as GEOS `covers` decides. Distances are in metres, positive inside.
    ///
    /// - Parameters:
    ///   - site: the position, with how well it is known.
    ///   - confidence: how sure a verdict must be.
    ///   - layouts: the plans to answer by id; all of them where nil.
    /// - Returns: an answer for each plan, in catalogue order.
    /// - Throws: ``LocatorError`` with what GEOS or PROJ said.
    public func locate(
        _ site: Site, confidence: Confidence = .standard, layouts: Set<String>? = nil
    ) throws(LocatorError) -> LocateAnswer {
        let placements =
            if let place = site.place?.zone { TextPlacements(of: place, in: catalogue, on: asOf) } else {
                TextPlacements()
            }
        let position = try MeasuredPosition(site.position, plane: plane)
        let question = Question(
            site: site, position: position, placements: placements, confidence: confidence, asOf: asOf)
        let surroundings = try context.map { drawn throws(LocatorError) in
            try question.contained(in: drawn, wanted: wanted)
        }
        var answers: [LayoutAnswer] = []
        answers.reserveCapacity(plans.count)
        for place in plans.indices where layouts?.contains(plans[place].layout.id) ?? true {
            answers.append(try answer(question, in: plans[place], surroundings))
        }
        let around =
            if let context, let surroundings { question.answers(from: surroundings, in: context) } else {
                [ZoneAnswer]()
            }
        return LocateAnswer(
            site: site, asOf: asOf, confidence: confidence, layouts: answers, context: around,
            notes: try remoteness(of: site).map { [$0] } ?? [])
    }

    private func answer(
        _ question: Question, in drawn: DrawnLayout, _ surroundings: Containment?
    ) throws(LocatorError) -> LayoutAnswer {
        let containment = try question.contained(in: drawn)
        let zones = question.answers(from: containment, in: drawn)
        let reach = CoverageReach(
            of: drawn, holds: zones.contains(where: \.holds), surroundings: surroundings,
            confidence: question.confidence)
        let covered = reach.applicability == .covered
        let deepest = covered ? question.deepest(of: zones) : nil
        return LayoutAnswer(
            drawn: drawn.answered, applicability: reach.applicability, coverageProbability: reach.probability,
            planPeriod: drawn.planPeriod, planStatus: drawn.planPeriod?.status(on: asOf) ?? .notStated,
            zones: covered ? zones : [],
            deepest: deepest,
            nearest: covered && deepest == nil
                ? try nearest(to: question.position, in: drawn, containment) : nil,
            unlocatedZones: covered ? question.unlocated(in: drawn, under: zones) : [],
            counterparts: covered
                ? []
                : question.counterparts(
                    of: drawn, in: context, surroundings, ifStatedBy: { isStated(by: $0, of: surroundings) }),
            notes: reach.notes + (covered ? question.notes(on: drawn.layout, zones, in: surroundings) : [])
                + (covered ? drawn.boundaryNotes : []))
    }

    /// A word of warning where the site is so far from everything drawn that a digit may be wrong.
    private func remoteness(of site: Site) throws(LocatorError) -> Note? {
        plane.remoteness(of: site.position).map {
            Note(.farAway, Bilingual(zh: $0.zh + "。", en: $0.en + "."))
        }
    }

    /// Whether a document speaks about the land of a site.
    private func isStated(by document: String, of surroundings: Containment?) -> Bool {
        plans.indices.contains { place in
            plans[place].layout.documents.contains(document)
                && CoverageReach.speaks(plans[place], of: surroundings)
        }
    }

    private func nearest(
        to position: MeasuredPosition, in drawn: DrawnLayout, _ containment: Containment
    ) throws(LocatorError) -> NearestZone? {
        // Negative outside; of two that share the edge the outer one, earlier in the catalogue, is named.
        let measures = containment.measures
        guard
            let place = measures.indices.max(by: {
                measures[$0].boundaryDistance < measures[$1].boundaryDistance
            }),
            let bearing = try measures[place].foot.map({ foot throws(LocatorError) in
                try plane.bearing(from: LonLat(position.degrees), to: foot)
            }) ?? position.farBearing(to: drawn.holding[place])
        else { return nil }
        return NearestZone(
            answered: drawn.holding[place].answered, distance: abs(measures[place].boundaryDistance),
            bearing: bearing,
            accuracy: containment.edgeAccuracy)
    }
}

@available(
    *, unavailable, message: "a locator serves one task at a time: make one for each from the same catalogue"
)
extension Locator: Sendable {}
