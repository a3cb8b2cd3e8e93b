internal import Glibc
internal import PlanarGeometry
internal import Planning

/// How likely positions lie on the land some documents speak about, from tables: ``CoverageReach`` for many.
final class CoverageTables: Sendable {
    /// Of the zones of the coverage and of those taken out of it, a table for each standard deviation.
    private let within: [[MassTable]]
    private let without: [[MassTable]]
    /// All edges of the context, tagged with the place of their accuracy in `deviations`.
    private let boundary: NearestEdges
    private let deviations: [Double]
    private let confidence: Double
    /// Cells of a square grid that lie beyond it wholly.
    private let isSure: [Bool]
    private let lower: Point
    private let perCell: Double
    private static let side = 256

    /// - Parameters:
    ///   - coverage: the land.
    ///   - context: the layout its zones belong to.
    ///   - box: where positions will be, metres.
    /// - Returns: nil where a zone is not worth a table; each position is then the ``Locator``'s to answer.
    init?(
        _ coverage: Coverage, in context: DrawnLayout, siteAccuracy: Double, confidence: Confidence,
        box: Box
    ) {
        let holding = context.zones.filter(\.holdsSites)
        let accuracies = Set(holding.map(\.accuracy.metres)).sorted()
        let deviations = accuracies.map { ($0 * $0 + siteAccuracy * siteAccuracy).squareRoot() }
        func zones(_ ids: [String]) -> [DrawnZone] {
            ids.compactMap { id in holding.first { $0.zone.id == id } }
        }
        func tables(_ zone: DrawnZone) -> [MassTable]? {
            let made = deviations.compactMap { MassTable(zone.polygons, standardDeviation: $0) }
            return made.count == deviations.count ? made : nil
        }
        let inside = zones(coverage.zones)
        let outside = zones(coverage.notStated.map(\.zone))
        let within = inside.compactMap(tables)
        let without = outside.compactMap(tables)
        guard within.count == inside.count, without.count == outside.count, !holding.isEmpty else {
            return nil
        }
        var edges: [Segment] = []
        var tags: [Double] = []
        for zone in holding {
            edges += zone.edges
            let tag = Double(accuracies.firstIndex(of: zone.accuracy.metres) ?? 0)
            tags += zone.edges.map { _ in tag }
        }
        boundary = NearestEdges(
            edges, tags: tags, in: box, margin: PlanTables.sameEdge + 10 * PlanTables.doubt)
        self.within = within
        self.without = without
        self.deviations = deviations
        self.confidence = confidence.value
        let reach = Self.reach(in: context, siteAccuracy: siteAccuracy, confidence: confidence)
        let own = (inside + outside).flatMap(\.edges)
        lower = box.lower
        let extent = max(box.upper.x - box.lower.x, box.upper.y - box.lower.y, 1) * 1.000_001
        let step = extent / Double(Self.side)
        perCell = 1 / step
        guard !own.isEmpty else {
            isSure = Array(repeating: true, count: Self.side * Self.side)
            return
        }
        let near = NearestEdges(own, tags: own.map { _ in 0 }, in: box, margin: 0)
        var isSure: [Bool] = []
        isSure.reserveCapacity(Self.side * Self.side)
        for row in 0..<Self.side {
            for column in 0..<Self.side {
                let middle = Point(
                    x: box.lower.x + (Double(column) + 0.5) * step,
                    y: box.lower.y + (Double(row) + 0.5) * step)
                let distance = near.nearest(to: middle, inList: near.list(at: middle), width: 0, doubt: 0)
                    .distance
                isSure.append(distance > reach + 0.7072 * step)
            }
        }
        self.isSure = isSure
    }

    /// How far from the edges of a coverage a verdict is beyond doubt, metres.
    static func reach(in context: DrawnLayout, siteAccuracy: Double, confidence: Confidence) -> Double {
        let drawn = context.zones.filter(\.holdsSites).map(\.accuracy.metres).max() ?? 0
        // Beyond k standard deviations exp(−k²/2) of an isotropic normal is left.
        let deviations = (-2 * log(max(1 - confidence.value, 1e-30))).squareRoot()
        return (drawn * drawn + siteAccuracy * siteAccuracy).squareRoot() * deviations + 1
    }

    /// Whether the land under a position is in doubt at the confidence; nil where only the ``Locator`` can tell.
    ///
    /// - Parameter metres: in the box.
    func isUncertain(_ metres: Point) -> Bool? {
        let column = min(max(Int((metres.x - lower.x) * perCell), 0), Self.side - 1)
        let row = min(max(Int((metres.y - lower.y) * perCell), 0), Self.side - 1)
        if isSure[row * Self.side + column] { return false }
        let near = boundary.nearest(
            to: metres, inList: boundary.list(at: metres), width: PlanTables.sameEdge,
            doubt: PlanTables.doubt)
        guard !near.isDoubtful else { return nil }
        let deviation = Int(near.tag)
        guard deviations[deviation] > 0 else { return false }
        var inside = 0.0
        for tables in within { inside = max(inside, tables[deviation].mass(around: metres)) }
        var outside = 0.0
        for tables in without { outside = max(outside, tables[deviation].mass(around: metres)) }
        let probability = max(0, min(inside, 1 - outside))
        let margin = 2 * MassTable.error
        guard abs(probability - confidence) > margin, abs(probability - (1 - confidence)) > margin else {
            return nil
        }
        return probability < confidence && probability > 1 - confidence
    }
}
