internal import PlanarGeometry
public import Planning
internal import Projection
internal import Topology

extension ZoneOverlay {
    /// Gaps up to this many metres count as near where nothing else is asked.
    public static var standardReach: Double { 500 }

    /// The neighbours of a zone in its own layout and in the others.
    ///
    /// Two zones of one drawing share a border where their boundaries have a line in common, to the last digit of
    /// their vertices. Between drawings there is no shared border: those that touch are near with a gap of 0.
    ///
    /// - Parameters:
    ///   - reference: the zone.
    ///   - distance: gaps up to this many metres count as near.
    /// - Returns: nil where the catalogue draws no such zone.
    /// - Throws: ``LocatorError`` with what GEOS or PROJ said.
    public func neighbours(
        of reference: ZoneReference, within distance: Double = standardReach
    ) throws(LocatorError) -> NeighbourAnswer? {
        guard let own = layouts.first(where: { $0.layout.id == reference.layout }),
            let zone = own.zone(reference.zone)
        else { return nil }
        var near: [Neighbour] = []
        var across: [Neighbour] = []
        for layout in layouts {
            let isOwn = layout === own
            for other in layout.zones where other !== zone {
                guard let found = try neighbour(zone, other, sameDrawing: isOwn, within: distance) else {
                    continue
                }
                if isOwn { near.append(found) } else { across.append(found) }
            }
        }
        return NeighbourAnswer(
            zone: zone.zone, layout: own.layout, asOf: asOf, within: distance,
            neighbours: near.inOrder, acrossLayouts: across.inOrder,
            unlocated: own.edition.zones.filter { $0.geometry == nil })
    }

    /// The relations between all zones of a layout.
    ///
    /// - Parameters:
    ///   - layout: the layout's id.
    ///   - distance: gaps up to this many metres count as near.
    /// - Returns: nil where there is no such layout on the day.
    /// - Throws: ``LocatorError`` with what GEOS or PROJ said.
    public func adjacency(
        in layout: String, within distance: Double = standardReach
    ) throws(LocatorError) -> AdjacencyGraph? {
        guard let own = layouts.first(where: { $0.layout.id == layout }) else { return nil }
        var pairs: [AdjacencyGraph.Pair] = []
        for (index, zone) in own.zones.enumerated() {
            for other in own.zones.dropFirst(index + 1) {
                guard let found = try neighbour(zone, other, sameDrawing: true, within: distance) else {
                    continue
                }
                pairs.append(AdjacencyGraph.Pair(zone: zone.zone, neighbour: found))
            }
        }
        return AdjacencyGraph(
            layout: own.layout, edition: own.edition, other: nil, asOf: asOf, within: distance, pairs: pairs,
            unlocated: own.edition.zones.filter { $0.geometry == nil })
    }

    /// The relations between the zones of one layout and those of another.
    ///
    /// Two drawings share no border: zones that touch are near with a gap of 0.
    ///
    /// - Parameters:
    ///   - layout: the id of the layout whose zones come first.
    ///   - across: the id of the other.
    ///   - distance: gaps up to this many metres count as near.
    /// - Returns: nil where there is no such layout on the day.
    /// - Throws: ``LocatorError`` with what GEOS or PROJ said.
    public func adjacency(
        in layout: String, across: String, within distance: Double = standardReach
    ) throws(LocatorError) -> AdjacencyGraph? {
        guard let own = layouts.first(where: { $0.layout.id == layout }),
            let other = layouts.first(where: { $0.layout.id == across })
        else { return nil }
        if own === other { return try adjacency(in: layout, within: distance) }
        var pairs: [AdjacencyGraph.Pair] = []
        for zone in own.zones {
            for second in other.zones {
                guard let found = try neighbour(zone, second, sameDrawing: false, within: distance) else {
                    continue
                }
                pairs.append(AdjacencyGraph.Pair(zone: zone.zone, neighbour: found))
            }
        }
        return AdjacencyGraph(
            layout: own.layout, edition: own.edition,
            other: AdjacencyGraph.Other(layout: other.layout, edition: other.edition), asOf: asOf,
            within: distance, pairs: pairs,
            unlocated: (own.edition.zones + other.edition.zones).filter { $0.geometry == nil })
    }

    /// How another zone lies to one; nil where they are apart.
    private func neighbour(
        _ zone: OverlaidZone, _ other: OverlaidZone, sameDrawing: Bool, within distance: Double
    ) throws(LocatorError) -> Neighbour? {
        guard max(0, zone.metricBox.distance(to: other.metricBox) - 1) <= distance else { return nil }
        let measure = try Self.explained(other) { () throws(TopologyError) in
            let matrix = try operators.relation(zone.degrees, other.degrees)
            guard matrix.isIntersecting else {
                let found = try zone.boundaryPrepared().prepared.nearestPoints(to: other.boundary)
                return AdjacencyMeasure(apart: matrix, from: found.here, to: found.there)
            }
            return AdjacencyMeasure(
                matrix, dimensions: (zone.dimension, other.dimension),
                common: try operators.intersection(zone.degrees, other.degrees),
                from: try centre(of: zone), to: try centre(of: other))
        }
        let accuracy = (zone.accuracy * zone.accuracy + other.accuracy * other.accuracy).squareRoot()
        return try neighbour(
            other, measure, extent: extent(of: zone), dimension: zone.dimension, accuracy: accuracy,
            sameDrawing: sameDrawing, within: distance)
    }

    /// What was measured between a shape and a zone, told; nil where they are apart.
    func neighbour(
        _ other: OverlaidZone, _ measure: AdjacencyMeasure, extent whole: Extent?, dimension: Int,
        accuracy: Double, sameDrawing: Bool, within distance: Double
    ) throws(LocatorError) -> Neighbour? {
        var kind = measure.kind
        let isTouching = kind == .edge || kind == .corner
        if kind == .apart ? measure.gap <= distance : isTouching && !sameDrawing { kind = .near }
        guard kind != .apart else { return nil }
        let common = extent(of: measure.common, dimension: min(dimension, other.dimension))
        let overlap = isTouching ? nil : common
        return Neighbour(
            zone: other.zone, kind: kind, isSameDrawing: sameDrawing,
            sharedLength: kind == .edge ? length(of: measure.common?.lines ?? []) : nil,
            gap: measure.gap,
            overlap: overlap,
            // What is covered is covered whole, whatever the last digit of an area says.
            share: overlap != nil && [.within, .equals].contains(kind) ? 1 : share(of: overlap, in: whole),
            shareOfOther: overlap != nil && [.contains, .equals].contains(kind)
                ? 1 : share(of: overlap, in: extent(of: other)),
            bearing: try bearing(from: measure.from, to: measure.to), accuracy: accuracy)
    }

    /// The part an overlap is of a whole; nil where the two are not of one kind.
    private func share(of overlap: Extent?, in whole: Extent?) -> Double? {
        switch (overlap, whole) {
        case (.area(let part)?, .area(let all)?), (.length(let part)?, .length(let all)?):
            all > 0 ? min(1, part / all) : nil
        default: nil
        }
    }

    private func bearing(from start: Point, to end: Point) throws(LocatorError) -> Double {
        geodesic.bearing(from: try plane.position(start), to: try plane.position(end))
    }

    /// The length of lines in local degrees, metres.
    func length(of lines: [LineString]) -> Double {
        lines.reduce(0) { $0 + geodesic.length(of: $1, from: local.origin) }
    }

    /// What a shape in local degrees measures in a dimension; nil where it has nothing of it.
    func extent(of shape: Geometry?, dimension: Int) -> Extent? {
        guard let shape else { return nil }
        switch dimension {
        case 2:
            return shape.polygons.isEmpty ? nil : .area(geodesic.area(of: shape.polygons, from: local.origin))
        case 1: return shape.lines.isEmpty ? nil : .length(length(of: shape.lines))
        default: return nil
        }
    }
}

/// What the drawing says of a shape and a zone.
struct AdjacencyMeasure {
    let kind: AdjacencyKind
    /// What both have in common, local degrees; nil where that is nothing.
    let common: Geometry?
    /// Metres; 0 where they meet.
    let gap: Double
    /// From where to where the bearing is taken, metres of the plane.
    let from: Point
    let to: Point

    /// Of two that meet; the bearing goes from middle to middle.
    init(
        _ matrix: IntersectionMatrix, dimensions: (Int, Int), common: Geometry?, from: Point, to: Point
    ) {
        kind = AdjacencyKind(
            matrix, dimensions: dimensions, sharesLine: !(common?.lines.isEmpty ?? true))
        self.common = common
        gap = 0
        self.from = from
        self.to = to
    }

    /// Of two that do not meet, by their nearest points.
    init(apart matrix: IntersectionMatrix, from: Point, to: Point) {
        kind = .apart
        common = nil
        let (dx, dy) = (to.x - from.x, to.y - from.y)
        gap = (dx * dx + dy * dy).squareRoot()
        self.from = from
        self.to = to
    }
}

extension Box {
    /// How far two boxes lie apart along the axis on which they are farther; 0 where they meet.
    func gap(to other: Box) -> Double {
        max(
            0, lower.x - other.upper.x, other.lower.x - upper.x, lower.y - other.upper.y,
            other.lower.y - upper.y)
    }
}

extension [Neighbour] {
    /// The closest ties first, among the near ones the smaller gap, else as the catalogue has them.
    var inOrder: [Neighbour] {
        let ranks: [AdjacencyKind] = [
            .equals, .within, .contains, .overlaps, .crosses, .edge, .corner, .near, .apart,
        ]
        func rank(_ neighbour: Neighbour) -> (Int, Double) {
            (ranks.firstIndex(of: neighbour.kind) ?? ranks.count, neighbour.gap)
        }
        return enumerated().sorted { one, other in
            (rank(one.element).0, rank(one.element).1, one.offset)
                < (rank(other.element).0, rank(other.element).1, other.offset)
        }.map(\.element)
    }
}
