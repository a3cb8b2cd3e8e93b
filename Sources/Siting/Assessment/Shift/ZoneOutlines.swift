internal import PlanarGeometry
internal import Planning
internal import Topology

/// Outlines of zones and of covered land in metres, each made when first asked for and kept.
final class ZoneOutlines {
    private var areas: [ZoneReference: Outline?] = [:]
    private var outsides: [ZoneReference: Outline?] = [:]
    private var boundaries: [ZoneReference: Outline?] = [:]
    private var coverages: [String: CoveredLand?] = [:]

    /// Around the zone's area, or along its line.
    func area(of zone: OverlaidZone, _ operators: borrowing SpatialOperators) throws(TopologyError)
        -> Outline?
    {
        if let made = areas[zone.reference] { return made }
        let made = try Outline(zone.metres, operators)
        areas[zone.reference] = made
        return made
    }

    /// All but the zone's area; nil for a line or a place.
    func outside(of zone: OverlaidZone, _ operators: borrowing SpatialOperators) throws(TopologyError)
        -> Outline?
    {
        if let made = outsides[zone.reference] { return made }
        let area = zone.dimension == 2 ? try area(of: zone, operators) : nil
        let made = area.map(Outline.init(outside:))
        outsides[zone.reference] = made
        return made
    }

    /// Along the zone's boundary, there and back.
    func boundary(
        of zone: OverlaidZone, _ operators: borrowing SpatialOperators
    ) throws(TopologyError) -> Outline? {
        if let made = boundaries[zone.reference] { return made }
        let made = try operators.boundary(of: zone.metres).flatMap { line throws(TopologyError) in
            try Outline(line, operators)
        }
        boundaries[zone.reference] = made
        return made
    }

    /// The land a layout's documents speak about, and what the layout draws beside it.
    func coverage(of layout: OverlaidLayout, in overlay: borrowing ZoneOverlay) throws(TopologyError)
        -> CoveredLand?
    {
        if let made = coverages[layout.layout.id] { return made }
        let made = try Self.coverage(of: layout, in: overlay).map(CoveredLand.init)
        coverages[layout.layout.id] = made
        return made
    }

    private static func coverage(
        of layout: OverlaidLayout, in overlay: borrowing ZoneOverlay
    ) throws(TopologyError) -> Geometry? {
        guard let coverage = layout.layout.coverage, let context = overlay.context else { return nil }
        let speaks = coverage.zones.compactMap { context.zone($0)?.metres }
        let unstated = coverage.notStated.compactMap { context.zone($0.zone)?.metres }
        guard var land = try overlay.operators.union(speaks) else { return nil }
        for part in unstated {
            guard let left = try overlay.operators.difference(land, part) else { return nil }
            land = left
        }
        return Geometry.area(land.polygons)
    }
}

/// The land a layout's documents speak about, metres, with its edges in runs.
struct CoveredLand {
    let area: Geometry
    let edges: RunEdges

    init(_ area: Geometry) {
        self.area = area
        edges = RunEdges(area)
    }
}
