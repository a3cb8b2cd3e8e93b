internal import PlanarGeometry
internal import Planning

/// ``Locator``'s own answers for the few positions where tables do not decide; made when first needed.
struct ExactAnswers: ~Copyable {
    private let bulk: BulkLocator
    /// The plan asked about.
    var plan = 0
    private var made: Locator?
    private var plane: MetricPlane?

    init(_ bulk: BulkLocator) { self.bulk = bulk }

    private mutating func prepare() throws(LocatorError) {
        if made == nil { made = try Locator(bulk.catalogue, asOf: bulk.asOf) }
    }

    /// The mass in a zone, as ``Containment`` computes it.
    mutating func probability(
        _ position: Point, _ deviation: Double, _ zone: Int
    ) throws(LocatorError) -> Double {
        if plane == nil { plane = try MetricPlane(centre: bulk.centre) }
        guard let metres = try plane?.exactMetres(position) else { return 0 }
        return IsotropicNormal(centre: metres, standardDeviation: deviation)
            .mass(in: bulk.plans[plan].tables.polygons[zone])
    }

    /// All that the plan answers about one position, and the zones that may hold it beside.
    mutating func answer(_ position: Point) throws(LocatorError) -> (row: BulkRow, others: [Int32]) {
        try prepare()
        let plan = bulk.plans[plan]
        let site = Site(LonLat(position), accuracy: bulk.siteAccuracy)
        guard
            let answer = try made?.locate(
                site, confidence: bulk.confidence, layouts: [plan.layout.id]
            ).layouts.first, answer.applicability == .covered
        else { return (.notCovered, []) }
        func number(_ zone: Zone) -> Int32? { plan.zones.firstIndex { $0.id == zone.id }.map(Int32.init) }
        let others = answer.zones.filter { !$0.holds }.compactMap { number($0.zone) }
        if let deepest = answer.deepest, let zone = number(deepest.zone) {
            let row = BulkRow(
                zone: zone, verdict: deepest.verdict, probability: deepest.probability,
                distance: deepest.boundaryDistance)
            return (row, others)
        }
        let row = BulkRow(
            zone: BulkAnswers.Columns.none, verdict: others.isEmpty ? .outside : .uncertain,
            probability: .nan,
            distance: -(answer.nearest?.distance ?? .nan))
        return (row, others)
    }
}
