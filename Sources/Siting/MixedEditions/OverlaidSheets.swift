internal import PlanarGeometry
internal import Planning
internal import Topology

/// ``Sheets`` made ready for lines and areas: outlines of tiles and pieces, kept as they are asked for.
///
/// A class so that what is made once is kept. Not `Sendable`, hence bound to the task that made it.
final class OverlaidSheets {
    let sheets: Sheets
    /// The places of the zones among all that can hold a site, in the order of the rules.
    var rules: SheetRules { sheets.rules }
    private let zones: [[Polygon]]
    private let overlay = SheetOverlay()
    private(set) lazy var tiles = sheets.tiles.map { ZoneOutline(polygons: $0.polygons) }
    /// All tiles together, as one area: what spans two of them lies in it.
    let ground: ZoneOutline
    private var kept: [Place: (taken: ZoneOutline, left: ZoneOutline)] = [:]
    private var ownEdges: [Int: KeptGeometry?] = [:]

    private struct Place: Hashable {
        let sketch: Int
        let tile: Int
    }

    init(_ sheets: Sheets, _ zones: [[Polygon]]) throws(TopologyError) {
        self.sheets = sheets
        self.zones = zones
        ground = ZoneOutline(polygons: try overlay.union(sheets.tiles.flatMap(\.polygons), []))
    }

    /// The edges of a sketch that are its own, prepared; nil where there are none.
    func ownEdges(ofSketch sketch: Int) throws(TopologyError) -> KeptGeometry? {
        if let made = ownEdges[sketch] { return made }
        let lines = sheets.ownEdges[sketch].edges.compactMap { try? LineString([$0.start, $0.end]) }
        let made = try Geometry.line(lines).map { lines throws(TopologyError) in try KeptGeometry(lines) }
        ownEdges[sketch] = .some(made)
        return made
    }

    /// What of a site lies in a tile or no farther from it than given; past the last, in none of them.
    func part(
        of site: Geometry, inTile tile: Int, within reach: Double
    ) throws(TopologyError) -> Geometry? {
        let isOutside = tile == tiles.count
        return try overlay.part(
            of: site, in: (isOutside ? ground : tiles[tile]).polygons, isOutside: isOutside, within: reach)
    }

    /// Of a tile what a sketch takes of it and what it leaves; of what lies in no tile, past the last, what it takes and all
    /// tiles with it.
    func pieces(_ taken: [Polygon], of sketch: Int, inTile tile: Int) throws(TopologyError)
        -> (taken: ZoneOutline, left: ZoneOutline)
    {
        let place = Place(sketch: sketch, tile: tile)
        if let made = kept[place] { return made }
        let left =
            tile < tiles.count
            ? try overlay.difference(sheets.tiles[tile].polygons, zones[rules.sketched[sketch]])
            : try overlay.union(ground.polygons, taken)
        let made = (ZoneOutline(polygons: taken), ZoneOutline(polygons: left))
        kept[place] = made
        return made
    }
}

extension ZoneOutline {
    fileprivate init(polygons: [Polygon]) { self.init(Geometry.area(polygons) ?? .multiPolygon([])) }
}

extension ZoneOverlay {
    /// The sheets of a layout; nil where all its outlines are of one kind.
    func sheets(of layout: OverlaidLayout, _ zones: [OverlaidZone]) throws(LocatorError) -> OverlaidSheets? {
        if let made = layout.sheets { return made }
        let rules = SheetRules(layout.layout, layout.edition, zones: zones.map(\.zone))
        let made = try rules.map { rules throws(LocatorError) in
            try Self.explained(zones[rules.surveyed[0]]) { () throws(TopologyError) in
                try OverlaidSheets(
                    try Sheets(rules, zones.map { ($0.outline.polygons, $0.accuracy) }),
                    zones.map(\.outline.polygons))
            }
        }
        layout.sheets = .some(made)
        return made
    }
}
