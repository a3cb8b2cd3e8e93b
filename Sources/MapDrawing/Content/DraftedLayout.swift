internal import PlanarGeometry
internal import Planning
internal import Topology

/// One layout in the edition valid on the day, its located zones drafted.
struct DraftedLayout {
    let layout: Layout
    let edition: Edition
    /// Outermost first, then catalogue order.
    let zones: [DraftedZone]
    /// Zones the documents do not locate.
    let unlocated: [Zone]

    init(
        _ layout: Layout, _ edition: Edition, plane: borrowing SheetPlane,
        fadeSteps: Int = DraftedZone.fadeSteps,
        with operators: borrowing SpatialOperators
    ) throws(MapError) {
        self.layout = layout
        self.edition = edition
        let located = edition.zones.filter { $0.geometry != nil }
        let ids = Set(located.map(\.id))
        var zones: [DraftedZone] = []
        for zone in located {
            guard let geometry = zone.geometry else { continue }
            zones.append(
                try DraftedZone(
                    zone, try plane.shape(geometry),
                    isImported: edition.origin?.zones.contains(zone.id) ?? false,
                    depth: edition.path(to: zone).dropLast().count { ids.contains($0.id) },
                    hasParts: located.contains { $0.parent == zone.id && $0.role.holdsSites },
                    fadeSteps: fadeSteps, with: operators))
        }
        self.zones = try Self.shaded(
            zones.enumerated().sorted {
                ($0.element.depth, $0.offset) < ($1.element.depth, $1.offset)
            }.map(\.element), with: operators)
        // The name of the whole layout is no zone that anyone would look for on the map.
        unlocated = edition.zones.filter { $0.unlocatedReason != nil && $0.parent != nil }
    }

    /// How many shades a role has.
    static let shades = 3

    /// Gives zones that meet different shades: each the first one that none of its earlier neighbours has.
    private static func shaded(
        _ zones: [DraftedZone], with operators: borrowing SpatialOperators
    ) throws(MapError) -> [DraftedZone] {
        var zones = zones
        for index in zones.indices where zones[index].zone.role == .area {
            var taken: Set<Int> = []
            for other in zones[..<index]
            where other.depth == zones[index].depth && other.zone.role == .area
                && other.zone.parent == zones[index].zone.parent
            {
                let (one, two) = (zones[index].shape.polygons, other.shape.polygons)
                guard !one.isEmpty, !two.isEmpty else { continue }
                do throws(TopologyError) {
                    let gap = try operators.distance(.multiPolygon(one), .multiPolygon(two))
                    if gap < zones[index].accuracy { taken.insert(other.shade) }
                } catch {
                    throw MapError.topology(error)
                }
            }
            zones[index].shade = (0..<shades).first { !taken.contains($0) } ?? index % shades
        }
        return zones
    }
}
