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

    private init(
        _ zones: [OutlinedZone], _ deviations: [Double], _ edges: EdgeMaps?, _ tables: [[MassTable]],
        possibleAbove bound: Double, in box: Box
    ) {
        self.deviations = deviations
        polygons = zones.map(\.polygons)
        masses = MassTables(tables, each: deviations.count)
        possible = PossibleZones(tables, above: bound, in: box)
        self.edges = edges
    }

    /// Makes the layouts of a catalogue ready.
    ///
    /// - Parameters:
    ///   - plans: the zones of each that can hold a site.
    ///   - answering: of each whether its probabilities are wanted, or its edges alone.
    ///   - siteAccuracy: of every position, metres.
    ///   - bound: zones whose probability cannot pass it are left out of ``possible``.
    ///   - box: where positions will be.
    ///   - spreading: how the parts are done.
    /// - Returns: the tables of each.
    static func all(
        _ plans: [[OutlinedZone]], answering: [Bool], siteAccuracy: Double, possibleAbove bound: Double,
        in box: Box,
        _ spreading: Spreading
    ) -> [PlanTables] {
        let accuracies = plans.map { Set($0.map(\.accuracy)).sorted() }
        let deviations = accuracies.map {
            $0.map { ($0 * $0 + siteAccuracy * siteAccuracy).squareRoot() }
        }
        // The maps of edges are the largest parts, and come first.
        let zones = plans.indices.flatMap { plan in plans[plan].indices.map { (plan: plan, zone: $0) } }
        let parts = spreading.parts(plans.count + zones.count) { number -> Part in
            guard number >= plans.count else {
                guard !plans[number].isEmpty else { return .edges(nil) }
                let ranks = plans[number].map { accuracies[number].firstIndex(of: $0.accuracy) ?? 0 }
                return .edges(
                    EdgeMaps(
                        plans[number].map(\.edges), accuracies: ranks, in: box,
                        margin: sameEdge + 10 * doubt))
            }
            let (plan, zone) = zones[number - plans.count]
            guard answering[plan] else { return .masses([]) }
            return .masses(MassTable.tables(plans[plan][zone].polygons, deviations[plan]))
        }
        var first = plans.count
        return plans.indices.map { plan in
            let tables = parts[first..<first + plans[plan].count].map(\.masses)
            first += plans[plan].count
            return PlanTables(
                plans[plan], deviations[plan], parts[plan].edges, tables, possibleAbove: bound, in: box)
        }
    }

    private enum Part: Sendable {
        case edges(EdgeMaps?)
        case masses([MassTable])

        var edges: EdgeMaps? { if case .edges(let edges) = self { edges } else { nil } }
        var masses: [MassTable] { if case .masses(let masses) = self { masses } else { [] } }
    }
}

/// A drawn zone as plain values, which any thread may hold.
struct OutlinedZone: Sendable {
    /// The area in metres.
    let polygons: [Polygon]
    /// Its boundary in metres.
    let edges: [Segment]
    /// One standard deviation per axis, metres.
    let accuracy: Double

    init(_ drawn: DrawnZone) {
        polygons = drawn.polygons
        edges = drawn.edges
        accuracy = drawn.accuracy.metres
    }
}
