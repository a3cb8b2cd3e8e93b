internal import PlanarGeometry
internal import Planning

/// One layout made ready for bulk questions.
///
/// A class of constants, not a struct: a struct of arrays is retained array by array wherever it is passed.
final class PlanTables: Sendable {
    /// The polygons of each zone that can hold a site, metres.
    let polygons: [[Polygon]]
    /// The edges near each place; nil without zones.
    let edges: EdgeMaps?
    /// The probabilities of each zone.
    let masses: MassTables
    /// Which zones a place may be in.
    let possible: PossibleZones
    /// Standard deviations that occur, ascending, the site's own added in squares, metres.
    let deviations: [Double]

    /// Two zones share an edge where their distances differ by no more, as ``Containment`` has it.
    static let sameEdge = 0.001  // m
    /// How far a distance may be off against PROJ's, metres.
    static let doubt = 0.000_02

    init(_ drawn: DrawnLayout, siteAccuracy: Double, possibleAbove bound: Double, in box: Box) {
        let holding = drawn.zones.filter(\.holdsSites)
        let accuracies = Set(holding.map(\.accuracy.metres)).sorted()
        let deviations = accuracies.map { ($0 * $0 + siteAccuracy * siteAccuracy).squareRoot() }
        self.deviations = deviations
        polygons = holding.map(\.polygons)
        let tables = holding.map { zone in
            let masses = deviations.compactMap { MassTable(zone.polygons, standardDeviation: $0) }
            return masses.count == deviations.count ? masses : []
        }
        masses = MassTables(tables, each: deviations.count)
        possible = PossibleZones(tables, above: bound, in: box)
        let ranks = holding.map { accuracies.firstIndex(of: $0.accuracy.metres) ?? 0 }
        edges =
            holding.isEmpty
            ? nil
            : EdgeMaps(
                holding.map(\.edges), accuracies: ranks, in: box, margin: Self.sameEdge + 10 * Self.doubt)
    }
}
