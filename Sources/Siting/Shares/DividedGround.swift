internal import PlanarGeometry
internal import Planning
internal import Topology

/// The land a partition divides, in local degrees: the members, the rest and the borders between them.
///
/// Made from zones alone, whose common vertices are identical, so that nothing is rounded before a parcel is laid on.
struct DividedGround {
    struct Member {
        let id: String
        /// The member as far as it lies in the whole.
        let area: Geometry
        let box: Box
        /// The lines it shares with other members.
        let borders: Geometry?
    }

    /// What is divided; nil where none is stated.
    let whole: Geometry?
    let members: [Member]
    /// All members as one.
    let joined: Geometry
    /// What of the whole lies in no member.
    let rest: Geometry?
    /// The lines along which the rest meets members; they belong to the members.
    let restBorders: Geometry?
    /// The lines along which any two members meet.
    let borders: Geometry?

    /// Divides; nil where no member lies in the whole.
    init?(
        _ zones: [OverlaidZone], of whole: OverlaidZone?, _ operators: borrowing SpatialOperators
    ) throws(TopologyError) {
        var areas: [(id: String, area: Geometry, box: Box)] = []
        for zone in zones {
            guard let area = try Self.part(of: zone, in: whole, operators), let box = area.box else {
                continue
            }
            areas.append((zone.zone.id, area, box))
        }
        var shared: [[Geometry]] = areas.map { _ in [] }
        for (index, one) in areas.enumerated() {
            for (later, other) in areas.enumerated().dropFirst(index + 1)
            where one.box.gap(to: other.box) == 0 {
                guard let line = try Self.border(one.area, other.area, operators) else { continue }
                shared[index].append(line)
                shared[later].append(line)
            }
        }
        guard let joined = try operators.union(areas.map(\.area)) else { return nil }
        var members: [Member] = []
        for (index, one) in areas.enumerated() {
            members.append(
                Member(id: one.id, area: one.area, box: one.box, borders: try operators.union(shared[index])))
        }
        self.whole = whole?.degrees
        self.members = members
        self.joined = joined
        borders = try operators.union(shared.flatMap(\.self))
        rest = try whole.flatMap { whole throws(TopologyError) in
            try operators.difference(whole.degrees, joined)?.part(ofDimension: 2)
        }
        restBorders = try rest.flatMap { rest throws(TopologyError) in
            try Self.border(rest, joined, operators)
        }
    }

    /// A member as it is where the whole covers it; else what lies in the whole.
    private static func part(
        of zone: OverlaidZone, in whole: OverlaidZone?, _ operators: borrowing SpatialOperators
    ) throws(TopologyError) -> Geometry? {
        guard let whole, try !operators.covers(whole.degrees, zone.degrees) else { return zone.degrees }
        return try operators.intersection(zone.degrees, whole.degrees)?.part(ofDimension: 2)
    }

    private static func border(
        _ one: Geometry, _ other: Geometry, _ operators: borrowing SpatialOperators
    ) throws(TopologyError) -> Geometry? {
        guard let a = try operators.boundary(of: one), let b = try operators.boundary(of: other) else {
            return nil
        }
        return try operators.intersection(a, b)?.part(ofDimension: 1)
    }
}
