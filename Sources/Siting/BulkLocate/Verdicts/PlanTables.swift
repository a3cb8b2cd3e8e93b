internal import PlanarGeometry
internal import Planning

/// One layout made ready for bulk questions.
///
/// Classes of constants, not structs: a struct of arrays is retained array by array wherever it is passed, which took
/// more than half of the time of a bulk answer.
final class PlanTables: Sendable {
    /// A zone that can hold a site.
    final class ZoneTables: Sendable {
        let polygons: [Polygon]
        let boundary: NearestEdges
        /// A table for each of the layout's standard deviations; none where one is not worth it.
        let masses: [MassTable]

        init(polygons: [Polygon], boundary: NearestEdges, masses: [MassTable]) {
            self.polygons = polygons
            self.boundary = boundary
            self.masses = masses
        }
    }

    let zones: [ZoneTables]
    /// The edges of all zones, tagged with the place of their accuracy in `deviations`.
    let boundary: NearestEdges?
    let possible: PossibleZones
    /// Standard deviations that occur, ascending, the site's own added in squares, metres.
    let deviations: [Double]

    /// Two zones share an edge where their distances differ by no more, as ``Containment`` has it.
    static let sameEdge = 0.001  // m
    /// How far a distance may be off against PROJ's, metres.
    static let doubt = 0.000_02

    init(_ drawn: DrawnLayout, siteAccuracy: Double, possibleFrom least: Float, in box: Box) {
        let holding = drawn.zones.filter(\.holdsSites)
        let accuracies = Set(holding.map(\.accuracy.metres)).sorted()
        let deviations = accuracies.map { ($0 * $0 + siteAccuracy * siteAccuracy).squareRoot() }
        self.deviations = deviations
        zones = holding.map { zone in
            let masses = deviations.compactMap { MassTable(zone.polygons, standardDeviation: $0) }
            return ZoneTables(
                polygons: zone.polygons,
                boundary: NearestEdges(
                    zone.edges, tags: zone.edges.map { _ in 0 },
                    in: Box(around: zone.edges.map(\.start)) ?? box, margin: 0),
                masses: masses.count == deviations.count ? masses : [])
        }
        possible = PossibleZones(zones.map(\.masses), above: least, in: box)
        var edges: [Segment] = []
        var tags: [Double] = []
        for zone in holding {
            let tag = Double(accuracies.firstIndex(of: zone.accuracy.metres) ?? 0)
            edges += zone.edges
            tags += zone.edges.map { _ in tag }
        }
        boundary =
            edges.isEmpty
            ? nil : NearestEdges(edges, tags: tags, in: box, margin: Self.sameEdge + 10 * Self.doubt)
    }
}
