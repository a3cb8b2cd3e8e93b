internal import PlanarGeometry
internal import Planning
internal import Topology
internal import Wording

/// Where a site of any shape lies, layout by layout.
struct Placement {
    let answer: Assessment.Answer
    let layouts: [LayoutAssessment]
    let context: [ZoneStanding]
    let notes: [Note]
}

extension Assessor {
    /// Asks the locator of a position, the overlay of any other shape.
    func placement(
        of site: AssessedSite, _ confidence: Confidence, _ wanted: Set<String>?
    ) throws(LocatorError) -> Placement {
        switch site.shape {
        case .position(let position):
            let answer = try locator.locate(position, confidence: confidence, layouts: wanted)
            return Placement(
                answer: .position(answer), layouts: answer.layouts.map { LayoutAssessment($0) },
                context: answer.context.map(ZoneStanding.init),
                notes: answer.notes)
        case .parcel(let parcel):
            let placements =
                if let zone = site.zone { TextPlacements(of: zone, in: catalogue, on: asOf) } else {
                    TextPlacements()
                }
            let answer = try overlay.shares(of: parcel, confidence: confidence, layouts: wanted)
            var layouts: [LayoutAssessment] = []
            for shares in answer.layouts {
                layouts.append(try assessment(shares, placements, of: parcel))
            }
            return Placement(
                answer: .shares(answer), layouts: layouts,
                context: answer.context.map {
                    ZoneStanding(measure: .share($0), placedBy: placements.sentence(for: $0.zone))
                },
                notes: answer.notes.filter { note in !parcel.notes.contains(note) })
        }
    }

    private func assessment(
        _ shares: LayoutShares, _ placements: TextPlacements, of parcel: Parcel
    ) throws(LocatorError) -> LayoutAssessment {
        let drawn = LayoutAssessment(shares, placedBy: placements.sentence)
        guard shares.applicability == .covered, drawn.holding.isEmpty else { return drawn }
        return LayoutAssessment(
            shares, nearest: try nearest(to: parcel, in: shares), placedBy: placements.sentence)
    }

    private func nearest(to parcel: Parcel, in shares: LayoutShares) throws(LocatorError) -> NearestZone? {
        let areas = shares.edition.zones.filter { $0.role.holdsSites && $0.geometry != nil }
        let found = try overlay.distances(from: parcel, to: areas.map(\.reference))
        // Of two that share the edge the outer one, earlier in the catalogue.
        let distances = areas.compactMap { found[$0.reference] }
        guard let least = distances.map(\.metres).min(),
            let nearest = distances.first(where: { $0.metres == least })
        else { return nil }
        return NearestZone(
            answered: AnsweredZone(nearest.zone), distance: nearest.metres, bearing: nearest.bearing ?? 0,
            accuracy: nearest.accuracy)
    }
}
