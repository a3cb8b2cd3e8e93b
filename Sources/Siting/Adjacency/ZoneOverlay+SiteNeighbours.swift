internal import PlanarGeometry
internal import Planning
internal import Topology

extension ZoneOverlay {
    /// The zones of every layout that a site overlaps or lies near, the closest tie first, layouts in catalogue order.
    ///
    /// A site is no part of any drawing, so it shares no border: where it touches a zone it is near with a gap of 0.
    ///
    /// - Parameters:
    ///   - parcel: the site; a point too.
    ///   - distance: gaps up to this many metres count as near.
    /// - Returns: nothing for a site far from all zones.
    /// - Throws: ``LocatorError`` with what GEOS or PROJ said.
    public func neighbours(
        of parcel: Parcel, within distance: Double = standardReach
    ) throws(LocatorError) -> [Neighbour] {
        let measured = try measured(parcel)
        guard measured.metres != nil else { return [] }
        var answers: [Neighbour] = []
        for layout in layouts {
            var found: [Neighbour] = []
            for zone in layout.zones where leastDistance(of: measured, to: zone) <= distance {
                if let one = try neighbour(of: measured, zone, within: distance) { found.append(one) }
            }
            answers += found.inOrder
        }
        return answers
    }

    private func neighbour(
        of parcel: MeasuredParcel, _ zone: OverlaidZone, within distance: Double
    ) throws(LocatorError) -> Neighbour? {
        let own = parcel.parcel.totalAccuracy
        guard let measure = try measure(parcel, beside: zone, within: distance) else { return nil }
        return try neighbour(
            zone, measure, extent: parcel.extent, dimension: parcel.dimension,
            accuracy: (own * own + zone.accuracy * zone.accuracy).squareRoot(), sameDrawing: false,
            within: distance)
    }

    private func measure(
        _ parcel: MeasuredParcel, beside zone: OverlaidZone, within distance: Double
    ) throws(LocatorError) -> AdjacencyMeasure? {
        let matrix = try matrix(of: parcel, to: zone)
        if matrix.isDisjoint {
            guard try boundaryDistance(of: parcel, to: zone) <= distance,
                let nearest = try nearestPoints(of: parcel, to: zone)
            else { return nil }
            return AdjacencyMeasure(apart: matrix, from: nearest.from, to: nearest.to)
        }
        // What lies wholly in the zone is itself what they have in common.
        let isInside = matrix.isCoveredBy && parcel.dimension == zone.dimension && parcel.dimension == 2
        let common = isInside ? parcel.degrees : try common(of: parcel, and: zone)
        let (from, to) = try Self.explained(zone) { () throws(TopologyError) in
            (try centre(of: parcel), try centre(of: zone))
        }
        return AdjacencyMeasure(
            matrix, dimensions: (parcel.dimension, zone.dimension), common: common, from: from, to: to)
    }

    private func centre(of parcel: MeasuredParcel) throws(TopologyError) -> Point {
        if let made = parcel.centre { return made }
        guard let metres = parcel.metres else { return Point(x: 0, y: 0) }
        let made = try operators.centroid(of: metres) ?? metres.vertices[0]
        parcel.centre = made
        return made
    }
}
