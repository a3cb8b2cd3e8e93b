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
                answer: .position(answer), layouts: answer.layouts.map(Self.assessment),
                context: answer.context.map(ZoneStanding.init),
                notes: answer.notes)
        case .parcel(let parcel):
            let placements =
                if let zone = site.zone { TextPlacements(of: zone, in: catalogue, on: asOf) } else {
                    TextPlacements()
                }
            let answer = try overlay.shares(of: parcel, confidence: confidence, layouts: wanted)
            func standing(_ share: ZoneShare) -> ZoneStanding {
                ZoneStanding(measure: .share(share), placedBy: placements.sentence(for: share.zone))
            }
            let context = answer.context.map(standing)
            var layouts: [LayoutAssessment] = []
            for shares in answer.layouts {
                layouts.append(
                    try assessment(shares, zones: shares.zones.map(standing), of: parcel))
            }
            return Placement(
                answer: .shares(answer), layouts: layouts, context: context,
                notes: answer.notes.filter { note in !parcel.notes.contains(note) })
        }
    }

    // MARK: - Positions

    private static func assessment(_ answer: LayoutAnswer) -> LayoutAssessment {
        LayoutAssessment(
            answer: .position(answer), zones: answer.zones.map(ZoneStanding.init),
            principal: answer.deepest.map(ZoneStanding.init), nearest: answer.nearest)
    }

    // MARK: - Lines and areas

    private func assessment(
        _ shares: LayoutShares, zones: [ZoneStanding], of parcel: Parcel
    ) throws(LocatorError) -> LayoutAssessment {
        let covered = shares.applicability == .covered
        return LayoutAssessment(
            answer: .shares(shares), zones: zones, principal: Self.principal(of: zones, in: shares.edition),
            nearest: covered && !zones.contains(where: \.holds) ? try nearest(to: parcel, in: shares) : nil)
    }

    /// The zone people read first.
    ///
    /// Where a text places the site, the innermost the text names. Else the deepest that holds at least half of it; of
    /// several the one with more; where none holds half, the one with most.
    private static func principal(of zones: [ZoneStanding], in edition: Edition) -> ZoneStanding? {
        let placed = LayoutAssessment.innermost(of: zones.filter { $0.placedBy != nil }, in: edition)
        if let first = placed.first { return first }
        let holding = zones.filter(\.holds)
        let mostly = LayoutAssessment.innermost(of: holding.filter { $0.share >= 0.5 }, in: edition)
        let candidates = mostly.isEmpty ? holding : mostly
        guard let most = candidates.map(\.share).max() else { return nil }
        return candidates.first { $0.share == most }
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

extension ZoneStanding {
    fileprivate init(_ answer: ZoneAnswer) {
        self.init(measure: .position(answer), placedBy: answer.basis == .geometry ? nil : answer.placedBy)
    }
}
