internal import PlanarGeometry
internal import Topology

/// How a parcel stands to a zone, each answer worked out once and boxes looked at first.
extension ZoneOverlay {
    /// The DE-9IM of a parcel and a zone, in this order, on the edges in degrees.
    func matrix(of parcel: MeasuredParcel, to zone: OverlaidZone) throws(LocatorError) -> IntersectionMatrix {
        let standing = parcel.standing(to: zone)
        if let made = standing.matrix { return made }
        let made = try Self.explained(zone) { () throws(TopologyError) in
            try relation(of: parcel, to: zone)
        }
        standing.matrix = made
        return made
    }

    private func relation(
        of parcel: MeasuredParcel, to zone: OverlaidZone
    ) throws(TopologyError) -> IntersectionMatrix {
        // Of lines the ends count too; those are left to GEOS.
        guard zone.dimension == 2, parcel.dimension != 1 else {
            return try operators.relation(parcel.degrees, zone.degrees)
        }
        if zone.box.gap(to: parcel.box) > 0 { return .disjoint(areaOrPoints: parcel.dimension) }
        if parcel.dimension == 2, !parcel.isIntricate,
            parcel.edgesInDegrees.crosses(zone.edgesInDegrees) == true
        {
            return .crossingAreas
        }
        let area = try zone.prepared()
        guard try area.prepared.intersects(parcel.degrees) else {
            return .disjoint(areaOrPoints: parcel.dimension)
        }
        if try area.prepared.containsProperly(parcel.degrees) {
            return .inside(areaOrPoints: parcel.dimension)
        }
        let near = parcel.near(zone)
        let matrix = try operators.relation(near.shape, zone.degrees)
        return near.isAll ? matrix : matrix.withPartsOutside
    }

    /// What a parcel and a zone have in common, local degrees; nil where that is nothing.
    func common(of parcel: MeasuredParcel, and zone: OverlaidZone) throws(LocatorError) -> Geometry? {
        let standing = parcel.standing(to: zone)
        if let made = standing.common { return made }
        let matrix = try matrix(of: parcel, to: zone)
        let made = try Self.explained(zone) { () throws(TopologyError) in
            matrix.isDisjoint ? nil : try operators.intersection(parcel.near(zone).shape, zone.degrees)
        }
        standing.common = .some(made)
        return made
    }

    /// What of a parcel lies in a zone or on its boundary, m² or metres.
    func measure(of parcel: MeasuredParcel, in zone: OverlaidZone) throws(LocatorError) -> Double {
        let matrix = try matrix(of: parcel, to: zone)
        if matrix.isDisjoint { return 0 }
        // What is covered is covered whole, whatever the last digit of an overlay says.
        if matrix.isCoveredBy { return parcel.extent?.value ?? 0 }
        let part = try common(of: parcel, and: zone)?.part(ofDimension: parcel.dimension)
        return extent(of: part, dimension: parcel.dimension)?.value ?? 0
    }

    /// How far a parcel is from the boundary of an area, or from a line or point, metres; 0 where they meet.
    ///
    /// Infinite where nothing of the parcel is on the plane.
    func boundaryDistance(of parcel: MeasuredParcel, to zone: OverlaidZone) throws(LocatorError) -> Double {
        if parcel.dimension == 2, zone.dimension == 2, zone.box.gap(to: parcel.box) == 0,
            try matrix(of: parcel, to: zone) == .crossingAreas
        {
            return 0
        }
        return try nearestEdges(of: parcel, to: zone)?.squaredDistance.squareRoot() ?? .infinity
    }

    /// The nearest points of a parcel and of a zone's boundary, metres; nil where the parcel is off the plane.
    func nearestPoints(
        of parcel: MeasuredParcel, to zone: OverlaidZone
    ) throws(LocatorError) -> (from: Point, to: Point)? {
        try nearestEdges(of: parcel, to: zone).map { ($0.here, $0.there) }
    }

    /// The nearest points of both boundaries, searched for once.
    private func nearestEdges(
        of parcel: MeasuredParcel, to zone: OverlaidZone
    ) throws(LocatorError) -> RunEdges.Pair? {
        let standing = parcel.standing(to: zone)
        if let made = standing.nearest { return made }
        // Of very many edges GEOS keeps a tree.
        let made =
            if parcel.isIntricate {
                try Self.explained(zone) { () throws(TopologyError) in
                    try parcel.boundaryPrepared()?.prepared.nearestPoints(to: zone.boundary)
                }.map { RunEdges.Pair($0.here, $0.there) }
            } else {
                parcel.edges?.nearest(to: zone.edges)
            }
        standing.nearest = made
        return made
    }

    /// No distance of a parcel and a zone is smaller, metres: that of their boxes, less what edges may bow out of them.
    func leastDistance(of parcel: MeasuredParcel, to zone: OverlaidZone) -> Double {
        guard let box = parcel.metricBox else { return .infinity }
        return max(0, box.distance(to: zone.metricBox) - 1)
    }

    /// What a zone measures.
    func extent(of zone: OverlaidZone) -> Extent? {
        if let made = zone.extent { return made }
        let made = extent(of: zone.degrees, dimension: zone.dimension)
        zone.extent = made
        return made
    }

    /// The centre of gravity of a zone, metres.
    func centre(of zone: OverlaidZone) throws(TopologyError) -> Point {
        if let made = zone.centre { return made }
        let made = try operators.centroid(of: zone.metres) ?? zone.metres.vertices[0]
        zone.centre = made
        return made
    }
}
