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
        /// The member itself where all of it does.
        let zone: OverlaidZone?
        let box: Box
        /// The lines it shares with other members.
        let borders: Geometry?
    }

    /// What is divided; nil where none is stated.
    let whole: OverlaidZone?
    let members: [Member]
    /// All members as one.
    let joined: Geometry
    /// What of the whole lies in no member.
    let rest: KeptGeometry?
    /// The lines along which the rest meets members; they belong to the members.
    let restBorders: Geometry?
    /// The lines along which any two members meet.
    let borders: Geometry?

    /// Divides; nil where no member lies in the whole.
    init?(
        _ zones: [OverlaidZone], of whole: OverlaidZone?, _ operators: borrowing SpatialOperators
    ) throws(TopologyError) {
        var areas: [(id: String, area: Geometry, zone: OverlaidZone?, box: Box)] = []
        for zone in zones {
            let isWhole = try whole.map { whole throws(TopologyError) in
                try operators.covers(whole.degrees, zone.degrees)
            }
            let area =
                if let whole, isWhole == false {
                    try operators.intersection(zone.degrees, whole.degrees)?.part(ofDimension: 2)
                } else { Geometry?.some(zone.degrees) }
            guard let area, let box = area.box else { continue }
            areas.append((zone.zone.id, area, isWhole == false ? nil : zone, box))
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
                Member(
                    id: one.id, area: one.area, zone: one.zone, box: one.box,
                    borders: try operators.union(shared[index])))
        }
        self.whole = whole
        self.members = members
        self.joined = joined
        borders = try operators.union(shared.flatMap(\.self))
        let rest = try whole.flatMap { whole throws(TopologyError) in
            try operators.difference(whole.degrees, joined)?.part(ofDimension: 2)
        }
        self.rest = try rest.map { rest throws(TopologyError) in try KeptGeometry(rest) }
        restBorders = try rest.flatMap { rest throws(TopologyError) in
            try Self.border(rest, joined, operators)
        }
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
