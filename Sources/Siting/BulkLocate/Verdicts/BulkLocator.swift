internal import PlanarGeometry
public import Planning
internal import Projection

/// Answers ``Locator``'s question for many positions: zone, verdict, probability and distance in every layout.
///
/// The same answers: zones, `covers` and verdicts are exactly those of ``Locator/locate(_:confidence:layouts:)``;
/// probabilities are read from tables (within 1e-5; next to a threshold they are computed exactly), distances looked
/// for among the few edges that can be nearest (within 1 mm). An immutable value, free to share among tasks.
///
/// ```swift
/// let locator = try BulkLocator(GeoDataFolder(path: "GeoData").catalogue())
/// var answers = BulkAnswers()
/// let longitudes = [106.33], latitudes = [29.52]
/// try locator.locate(longitudes: longitudes.span, latitudes: latitudes.span, into: &answers)
/// let five = locator.plans.firstIndex { $0.layout.id == "jinfeng-five-zones" } ?? 0
/// let zone = Int(answers.plans[five].zones[0])
/// locator.plans[five].zones[zone].id  // "shengmingdao"
/// answers.plans[five].verdicts[0]  // .uncertain: its boundary may lie hundreds of metres off
/// ```
public struct BulkLocator: Sendable {
    /// A layout answered, in the edition valid on the day.
    public struct Plan: Sendable {
        /// The layout.
        public let layout: Layout
        /// The edition.
        public let edition: Edition
        /// Its zones that can hold a site; columns name zones by their place here.
        public let zones: [Zone]

        let tables: PlanTables
        let sets: SetAnswers
        /// Of an edition of two sheets.
        let sheets: SheetTables?
    }

    /// What the answers are taken from.
    public let catalogue: Catalogue
    /// The day for which editions are chosen.
    public let asOf: CalendarDate
    /// How sure a verdict must be.
    public let confidence: Confidence
    /// How well positions are known, one standard deviation per axis, metres.
    public let siteAccuracy: Double
    /// The plans, in catalogue order.
    public let plans: [Plan]
    /// The zones of all plans, in their order, then those of the context.
    public let index: BulkIndex

    let series: PlaneSeries?
    /// The centre of the metric plane.
    let centre: LonLat
    /// How many σ from all boundaries nothing is left on the other side that could move a verdict.
    let farReach: Double

    /// Makes the editions valid on a day ready.
    ///
    /// - Parameters:
    ///   - catalogue: what the answers are taken from.
    ///   - asOf: the day.
    ///   - confidence: how sure a verdict must be.
    ///   - siteAccuracy: how well every position is known, the frame's own accuracy added in squares, metres.
    ///   - options: what the index may cost.
    ///   - spreading: how the parts of the tables are done; on this core where nothing is said.
    /// - Throws: ``LocatorError`` as ``Locator/init(_:asOf:)`` does.
    public init(
        _ catalogue: Catalogue, asOf: CalendarDate = .today(), confidence: Confidence = .standard,
        siteAccuracy: Double = 0, options: BulkIndex.Options = .init(), spreading: Spreading = .oneByOne
    ) throws(LocatorError) {
        try self.init(
            Locator(catalogue, asOf: asOf), confidence: confidence, siteAccuracy: siteAccuracy,
            options: options, spreading)
    }

    /// Makes what a locator draws ready for many positions.
    init(
        _ locator: borrowing Locator, confidence: Confidence, siteAccuracy: Double,
        options: BulkIndex.Options = .init(), _ spreading: Spreading
    ) throws(LocatorError) {
        let holding = locator.plans.map { $0.zones.filter(\.holdsSites) }
        let around = locator.context?.zones.filter(\.holdsSites) ?? []
        let indexed = (holding.joined() + around).map(\.geometry.polygons)
        let index: BulkIndex
        do throws(BulkIndexError) {
            index = try BulkIndex(indexed, options: options, spreading: spreading)
        } catch {
            throw LocatorError.bulkIndex(error)
        }
        let series = try Self.series(over: index.frame, locator)
        var context: [String: UInt32]?
        if locator.context != nil {
            let first = indexed.count - around.count
            context = Dictionary(
                around.enumerated().map { ($1.zone.id, UInt32(first + $0)) },
                uniquingKeysWith: { one, _ in one })
        }
        let edges = holding.joined().flatMap(\.edges).flatMap { [$0.start, $0.end] }
        let corners = try Self.corners(index.frame, locator)
        let box = Box(around: edges + corners) ?? .origin
        // Locator itself takes nine.
        let farReach = 1 - confidence.value < 1e-5 ? 9 : MassTable.reach
        let tables = PlanTables.all(
            holding.map { $0.map(OutlinedZone.init) }, answering: locator.plans.map { $0.sheets == nil },
            siteAccuracy: siteAccuracy,
            possibleAbove: 1 - confidence.value, in: box, spreading)
        var first = 0
        var plans: [Plan] = []
        for ((drawn, zones), tables) in zip(zip(locator.plans, holding), tables) {
            let sets = SetAnswers(drawn, zones: zones.map(\.zone), from: first, context: context, index)
            plans.append(
                Plan(
                    layout: drawn.layout, edition: drawn.edition, zones: zones.map(\.zone), tables: tables,
                    sets: sets,
                    sheets: drawn.sheets.map {
                        SheetTables(
                            $0, zones, sets, count: index.setCount, siteAccuracy: siteAccuracy,
                            farReach: farReach, in: box)
                    }))
            first += zones.count
        }
        catalogue = locator.catalogue
        asOf = locator.asOf
        self.confidence = confidence
        self.siteAccuracy = siteAccuracy
        self.plans = plans
        self.index = index
        self.series = series
        centre = locator.plane.centre
        self.farReach = farReach
    }

    /// The plane as polynomials; nil where it does not reach over the zones, or the polynomials do not hold.
    private static func series(
        over frame: CellFrame, _ locator: borrowing Locator
    ) throws(LocatorError) -> PlaneSeries? {
        for corner in frame.corners {
            guard try locator.plane.metres(LonLat(corner)) != nil else { return nil }
        }
        guard let box = Box(around: [frame.lower, frame.upper]) else { return nil }
        return try PlaneSeries.within(
            PlanTables.doubt / 20, around: box, of: locator.plane, centre: locator.plane.centre)
    }

    /// Corners and sides of the frame in metres.
    private static func corners(
        _ frame: CellFrame, _ locator: borrowing Locator
    ) throws(LocatorError) -> [Point] {
        var metres: [Point] = []
        for corner in frame.corners {
            if let point = try locator.plane.metres(LonLat(corner)) { metres.append(point) }
        }
        return metres
    }
}

extension CellFrame {
    /// The corners and the middles of the sides.
    var corners: [Point] {
        let middle = Point(x: (lower.x + upper.x) / 2, y: (lower.y + upper.y) / 2)
        return [lower.x, middle.x, upper.x].flatMap { x in
            [lower.y, middle.y, upper.y].map { Point(x: x, y: $0) }
        }
    }
}
