internal import PlanarGeometry
internal import Planning
internal import Topology

extension ZoneOverlay {
    /// What of a site lies in each imported control line; nothing where none was imported.
    ///
    /// Boundary rule: a line belongs to its zone, but a site that only touches it does not lie in it. Decided on the edges
    /// in degrees as drawn, measured on the ellipsoid.
    ///
    /// - Throws: ``LocatorError`` with what GEOS or PROJ said.
    public func controls(on parcel: Parcel) throws(LocatorError) -> [ControlAnswer] {
        guard layouts.contains(where: { $0.layout.kind == .control }) else { return [] }
        return try controls(on: try MeasuredParcel(parcel, on: self))
    }

    /// The same of a site made ready.
    func controls(on parcel: MeasuredParcel) throws(LocatorError) -> [ControlAnswer] {
        var answers: [ControlAnswer] = []
        for layout in layouts where layout.layout.kind == .control {
            answers.append(try control(layout, parcel))
        }
        return answers
    }

    /// How a site stands to one zone of a control line, reckoned with that zone's own accuracy: no partition holds it,
    /// so that nothing has to add up; nil where they do not meet and surely not, or where it is no such zone.
    func controlShare(
        of parcel: MeasuredParcel, in reference: ZoneReference, _ confidence: Confidence
    ) throws(LocatorError) -> ZoneShare? {
        guard let layout = layouts.first(where: { $0.layout.id == reference.layout }),
            layout.layout.kind == .control, let zone = layout.zone(reference.zone), zone.holdsSites
        else { return nil }
        let own = parcel.parcel.totalAccuracy
        let accuracy = (zone.accuracy * zone.accuracy + own * own).squareRoot()
        return try share(of: parcel, in: zone, accuracy: accuracy, confidence)
    }

    private func control(
        _ layout: OverlaidLayout, _ parcel: MeasuredParcel
    ) throws(LocatorError) -> ControlAnswer {
        var parts: [ControlAnswer.Part] = []
        var shapes: [Geometry] = []
        var holders: [Geometry] = []
        var nearest: (distance: Double, accuracy: Double)?
        for zone in layout.zones where zone.dimension == 2 {
            let matrix = try Self.explained(zone) { () throws(TopologyError) in
                try operators.relation(parcel.degrees, zone.degrees)
            }
            if let metres = parcel.metres {
                let distance = try Self.explained(zone) { () throws(TopologyError) in
                    try operators.boundaryDistance(metres, zone.metres)
                }
                if distance < nearest?.distance ?? .infinity { nearest = (distance, zone.accuracy) }
            }
            // Of points, one on the line itself lies in the zone: it has no inside to be there.
            guard parcel.dimension == 0 ? matrix.isIntersecting : matrix.sharesInterior else { continue }
            let shape = try Self.explained(zone) { () throws(TopologyError) in
                try common(parcel.degrees, zone.degrees, dimension: parcel.dimension)
            }
            holders.append(zone.degrees)
            if let shape { shapes.append(shape) }
            parts.append(
                ControlAnswer.Part(
                    zone: zone.zone, relation: matrix,
                    extent: parcel.extent == nil
                        ? nil : extent(of: shape, dimension: parcel.dimension) ?? parcel.extent(0)))
        }
        let (inside, outside, holdsAll) = try sums(of: parcel, shapes, holders, parts)
        let own = parcel.parcel.totalAccuracy
        let drawn = nearest?.accuracy ?? 0
        return ControlAnswer(
            layout: layout.layout, edition: layout.edition, reach: try reach(of: layout, parcel),
            parts: parts, inside: inside, outside: outside, holdsAll: holdsAll,
            lineDistance: nearest?.distance, accuracy: (drawn * drawn + own * own).squareRoot())
    }

    /// What lies in the zones together and what in none, each computed on its own.
    private func sums(
        of parcel: MeasuredParcel, _ shapes: [Geometry], _ holders: [Geometry], _ parts: [ControlAnswer.Part]
    ) throws(LocatorError) -> (inside: Extent?, outside: Extent?, holdsAll: Bool) {
        guard let whole = parcel.extent else { return (nil, nil, parts.contains { $0.relation.isCoveredBy }) }
        guard !parts.isEmpty else { return (parcel.extent(0), whole, false) }
        do throws(TopologyError) {
            let joined = shapes.count == 1 ? shapes[0] : try operators.union(shapes)
            let land = holders.count == 1 ? holders[0] : try operators.union(holders)
            let rest = try land.flatMap { land throws(TopologyError) in
                try operators.difference(parcel.degrees, land)?.part(ofDimension: parcel.dimension)
            }
            let left = extent(of: rest, dimension: parcel.dimension) ?? parcel.extent(0)
            return (extent(of: joined, dimension: parcel.dimension) ?? parcel.extent(0), left, rest == nil)
        } catch {
            throw LocatorError.site(error)
        }
    }

    private func reach(
        of layout: OverlaidLayout, _ parcel: MeasuredParcel
    ) throws(LocatorError) -> ControlAnswer.Reach {
        guard let coverage = layout.layout.coverage, let context,
            coverage.zones.allSatisfy({ context.zone($0)?.dimension == 2 })
        else { return .unstated }
        // What GEOS cuts off a side it runs along is less than a billionth.
        return try coveredShare(of: parcel, by: layout) >= 1 - 1e-9 ? .covered : .notCovered
    }
}
