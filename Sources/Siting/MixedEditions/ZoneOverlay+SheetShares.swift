internal import PlanarGeometry
internal import Planning
internal import Topology

/// Shares of lines and areas where imported outlines stand beside kept sketches.
extension ZoneOverlay {
    /// How a parcel stands to the zones of such an edition, in their order; those it surely does not meet left out.
    func shares(
        of parcel: MeasuredParcel, in zones: [OverlaidZone], _ sheets: OverlaidSheets,
        _ confidence: Confidence
    ) throws(LocatorError) -> [ZoneShare] {
        guard let site = parcel.sections else { return [] }
        let rules = sheets.rules
        var positions: [SheetedParcel.Position] = []
        for zone in zones {
            positions.append(
                SheetedParcel.Position(
                    matrix: try matrix(of: parcel, to: zone),
                    distance: try boundaryDistance(of: parcel, to: zone)))
        }
        let known = rules.surveyed.map { (positions[$0].distance, zones[$0].accuracy) }
        var own: [(Double, Double)] = []
        for place in rules.sketched {
            let distance = try edgeDistance(of: parcel, to: place, among: zones, sheets)
            own.append((distance, zones[place].accuracy))
        }
        let accuracies = SheetAccuracies(
            surveyed: known, sketched: own, siteAccuracy: parcel.parcel.totalAccuracy)
        let judged = try Self.explained(zones[rules.surveyed[0]]) { () throws(TopologyError) in
            try SheetedParcel(
                site, isWholeOnPlane: parcel.partOnPlane > 1 - 1e-9, sheets, zones.map(\.outline), positions,
                accuracies)
        }
        var shares: [ZoneShare] = []
        for (place, zone) in zones.enumerated() {
            let accuracy = rules.surveyed.contains(place) ? accuracies.surveyed : accuracies.sketched
            let share = try share(
                of: parcel, in: zone, positions[place].matrix, positions[place].distance,
                judged.probabilities[place], accuracy: accuracy, confidence)
            if let share { shares.append(share) }
        }
        return shares
    }

    /// How far a parcel is from the edges of a zone, metres: 0 where one runs through it, of a sketch those that are its own.
    ///
    /// Infinite where a sketch has none, being bounded by surveyed lines all around.
    func edgeDistance(
        of parcel: MeasuredParcel, to place: Int, among zones: [OverlaidZone], _ sheets: OverlaidSheets
    ) throws(LocatorError) -> Double {
        guard let sketch = sheets.rules.sketched.firstIndex(of: place) else {
            return try boundaryDistance(of: parcel, to: zones[place])
        }
        return try Self.explained(zones[place]) { () throws(TopologyError) -> Double in
            guard let edges = try sheets.ownEdges(ofSketch: sketch), let metres = parcel.metres else {
                return .infinity
            }
            return try edges.prepared.distance(to: metres)
        }
    }

    /// The intervals tightened by each other, also those of zones that lie apart: what of a parcel surely lies in a surveyed
    /// zone is not in a sketch beside it.
    static func coherent(
        _ shares: [ZoneShare], in edition: Edition, _ zones: [OverlaidZone], _ sheets: OverlaidSheets
    ) -> [ZoneShare] {
        var shares = coherent(shares, in: edition)
        let rules = sheets.rules
        for index in shares.indices {
            guard let interval = shares[index].interval, let part = shares[index].share,
                let sketch = rules.sketched.firstIndex(where: { zones[$0].zone.id == shares[index].zone.id })
            else { continue }
            var high = interval.upperBound
            for (known, place) in rules.surveyed.enumerated()
            where sheets.sheets.standing(of: sketch, to: known) == .apart {
                let other = shares.first { $0.zone.id == zones[place].zone.id }
                high = min(high, 1 - (other?.interval?.lowerBound ?? 0))
            }
            shares[index].interval = interval.lowerBound...max(high, part)
        }
        return shares
    }
}
