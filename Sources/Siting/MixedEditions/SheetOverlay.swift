internal import PlanarGeometry
internal import Planning
internal import Topology

/// Cuts the outlines of two sheets by each other, in metres.
struct SheetOverlay: ~Copyable {
    fileprivate let operators = SpatialOperators()

    /// What is smaller is rounding: at 0.5 m it holds less than a millionth of the mass.
    private static let leastArea = 1e-6  // m²
    /// A sketch shares an edge with a surveyed zone where the two are no farther apart, as for zones of one sheet.
    private static let sameEdge = 0.001  // m

    /// The arrangement of some areas: parts that lie in the same of them everywhere.
    func tiles(of zones: [[Polygon]]) throws(TopologyError) -> [Sheets.Tile] {
        var parts: [(area: Geometry, isHeld: [Bool])] = []
        for (number, zone) in zones.enumerated() {
            var rest = Geometry.area(zone)
            var cut: [(area: Geometry, isHeld: [Bool])] = []
            for part in parts {
                guard let zone = Geometry.area(zone),
                    let common = try area(operators.intersection(part.area, zone))
                else {
                    cut.append((part.area, part.isHeld + [false]))
                    continue
                }
                cut.append((common, part.isHeld + [true]))
                if let left = try area(operators.difference(part.area, zone)) {
                    cut.append((left, part.isHeld + [false]))
                }
                rest = try rest.flatMap { rest throws(TopologyError) in
                    try area(operators.difference(rest, part.area))
                }
            }
            if let rest { cut.append((rest, Array(repeating: false, count: number) + [true])) }
            parts = cut
        }
        return parts.map { Sheets.Tile(isHeld: $0.isHeld, polygons: Self.turned($0.area.polygons)) }
    }

    /// What a sketch takes of a tile, by what is said of it and else as drawn.
    func piece(
        of tile: Sheets.Tile, _ standings: [DocumentedStanding], _ sketch: [Polygon]
    ) throws(TopologyError) -> Sheets.Piece {
        let held = standings.indices.filter { tile.isHeld[$0] }
        if held.contains(where: { standings[$0] == .holding }) { return .all }
        if held.contains(where: { standings[$0] == .apart }) { return .nothing }
        let isElsewhere = standings.indices.contains { standings[$0] == .within && !tile.isHeld[$0] }
        guard !isElsewhere, let zone = Geometry.area(sketch), let ground = Geometry.area(tile.polygons),
            let common = try area(operators.intersection(ground, zone))
        else { return .nothing }
        if try area(operators.difference(ground, zone)) == nil { return .all }
        return .part(Self.turned(common.polygons))
    }

    /// What a sketch takes beyond some areas.
    func remainder(of sketch: [Polygon], without zones: [[Polygon]]) throws(TopologyError) -> Sheets.Piece {
        var rest = Geometry.area(sketch)
        for zone in zones.compactMap({ Geometry.area($0) }) {
            rest = try rest.flatMap { rest throws(TopologyError) in
                try area(operators.difference(rest, zone))
            }
        }
        return rest.map { .part(Self.turned($0.polygons)) } ?? .nothing
    }

    /// The edges of a sketch that run neither in some areas nor along the edges of others.
    func edges(
        of sketch: [Polygon], without areas: [[Polygon]], besides others: [[Polygon]]
    ) throws(TopologyError) -> [Segment] {
        var lines = Geometry.area(sketch)?.outline
        for zone in others {
            guard let outline = Geometry.area(zone)?.outline,
                let rim = try operators.buffer(outline, by: Self.sameEdge, quadrantSegments: 2)
            else { continue }
            lines = try lines.flatMap { lines throws(TopologyError) in
                try operators.difference(lines, rim)
            }
        }
        for zone in areas.compactMap({ Geometry.area($0) }) {
            lines = try lines.flatMap { lines throws(TopologyError) in
                try operators.difference(lines, zone)
            }
        }
        return lines?.lines.flatMap { Array($0.segments) } ?? []
    }

    /// The areas of what GEOS gave, without what is rounding.
    fileprivate func area(_ shape: Geometry?) throws(TopologyError) -> Geometry? {
        guard let area = shape.flatMap({ Geometry.area($0.polygons) }),
            try operators.area(of: area) > Self.leastArea
        else { return nil }
        return area
    }

    /// Exterior rings counter-clockwise, holes clockwise, whichever way GEOS runs them.
    private static func turned(_ polygons: [Polygon]) -> [Polygon] {
        polygons.map { polygon in
            Polygon(
                exterior: polygon.exterior.signedArea < 0 ? polygon.exterior.reversed : polygon.exterior,
                holes: polygon.holes.map { $0.signedArea > 0 ? $0.reversed : $0 })
        }
    }
}

extension SheetOverlay {
    /// What is left of an area without another.
    func difference(_ one: [Polygon], _ other: [Polygon]) throws(TopologyError) -> [Polygon] {
        guard let one = Geometry.area(one), let other = Geometry.area(other) else { return one }
        return try area(operators.difference(one, other))?.polygons ?? []
    }

    /// What of a site lies in an area or, with the other word, out of it, or no farther from there than given.
    func part(
        of site: Geometry, in area: [Polygon], isOutside: Bool, within reach: Double
    ) throws(TopologyError) -> Geometry? {
        let none = isOutside ? site : nil
        guard let box = site.box, let area = Geometry.area(area) else { return none }
        // Only what is near is worth growing.
        let margin = 2 * reach + 1
        let near = try Geometry.rectangle(around: box, margin: margin).flatMap {
            rectangle throws(TopologyError) in try operators.intersection(area, rectangle)
        }
        guard var near = near?.part(ofDimension: 2) else { return none }
        if reach > 0 {
            guard let moved = try operators.buffer(near, by: isOutside ? -reach : reach) else { return none }
            near = moved
        }
        let part =
            isOutside ? try operators.difference(site, near) : try operators.intersection(site, near)
        let dimension = !site.polygons.isEmpty ? 2 : !site.lines.isEmpty ? 1 : 0
        return part?.part(ofDimension: dimension)
    }

    /// Two areas as one.
    func union(_ one: [Polygon], _ other: [Polygon]) throws(TopologyError) -> [Polygon] {
        try operators.union((one + other).map { .polygon($0) })?.polygons ?? []
    }
}

extension Geometry {
    /// A box with room around it; nil where that is not finite.
    fileprivate static func rectangle(around box: Box, margin: Double) -> Geometry? {
        let (west, south) = (box.lower.x - margin, box.lower.y - margin)
        let (east, north) = (box.upper.x + margin, box.upper.y + margin)
        let corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
        let ring = try? Ring(corners.map { Point(x: $0.0, y: $0.1) })
        return ring.map { .polygon(Polygon(exterior: $0)) }
    }
}
