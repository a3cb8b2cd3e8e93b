internal import PlanarGeometry
internal import Planning

/// ``Locator``'s own answers for the few positions where tables do not decide; made when first needed.
struct ExactAnswers: ~Copyable {
    private let bulk: BulkLocator
    private var made: Locator?
    private var plane: MetricPlane?

    init(_ bulk: BulkLocator) { self.bulk = bulk }

    private mutating func prepare() throws(LocatorError) {
        if made == nil { made = try Locator(bulk.catalogue, asOf: bulk.asOf) }
    }

    /// The mass in a zone, as ``Containment`` computes it.
    mutating func probability(
        _ position: Point, _ deviation: Double, _ polygons: [Polygon]
    ) throws(LocatorError) -> Double {
        if plane == nil { plane = try MetricPlane(centre: bulk.centre) }
        guard let metres = try plane?.exactMetres(position) else { return 0 }
        return IsotropicNormal(centre: metres, standardDeviation: deviation).mass(in: polygons)
    }

    /// All columns of one position in one plan.
    mutating func answer(
        _ position: Point, _ plan: BulkLocator.Plan, _ place: Int, into columns: inout BulkAnswers.Columns
    ) throws(LocatorError) {
        try prepare()
        let site = Site(LonLat(position), accuracy: bulk.siteAccuracy)
        guard
            let answer = try made?.locate(
                site, confidence: bulk.confidence, layouts: [plan.layout.id]
            ).layouts.first
        else { return }
        guard answer.applicability == .covered else {
            return columns.append(BulkAnswers.Columns.notCovered, nil, .nan, .nan)
        }
        func number(_ zone: Zone) -> Int32? { plan.zones.firstIndex { $0.id == zone.id }.map(Int32.init) }
        let others = answer.zones.filter { !$0.holds }.compactMap { number($0.zone) }
        columns.alsoPossible += others
        if let deepest = answer.deepest, let zone = number(deepest.zone) {
            columns.append(zone, deepest.verdict, deepest.probability, deepest.boundaryDistance)
        } else {
            columns.append(
                BulkAnswers.Columns.none, others.isEmpty ? .outside : .uncertain, .nan,
                -(answer.nearest?.distance ?? .nan))
        }
    }
}
