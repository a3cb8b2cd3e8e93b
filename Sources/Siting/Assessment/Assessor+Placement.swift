internal import PlanarGeometry
internal import Planning
internal import Topology
internal import Wording

/// Where a site of any shape lies, layout by layout.
struct Placement {
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
                layouts: answer.layouts.map(Self.assessment), context: answer.context.map(ZoneStanding.init),
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
                    try assessment(shares, zones: shares.zones.map(standing), of: parcel, in: context))
            }
            return Placement(
                layouts: layouts, context: context,
                notes: answer.notes.filter { note in !parcel.notes.contains(note) })
        }
    }

    // MARK: - Positions

    private static func assessment(_ answer: LayoutAnswer) -> LayoutAssessment {
        LayoutAssessment(
            layout: answer.layout, edition: answer.edition, applicability: answer.applicability,
            coveredShare: nil, coverageProbability: answer.coverageProbability,
            planPeriod: answer.planPeriod, planStatus: answer.planStatus,
            zones: answer.zones.map(ZoneStanding.init), principal: answer.deepest.map(ZoneStanding.init),
            path: answer.path, nearest: answer.nearest, partitions: [], unlocated: answer.unlocated,
            notes: answer.notes)
    }

    // MARK: - Lines and areas

    private func assessment(
        _ shares: LayoutShares, zones: [ZoneStanding], of parcel: Parcel, in context: [ZoneStanding]
    ) throws(LocatorError) -> LayoutAssessment {
        let covered = shares.applicability == .covered
        let principal = Self.principal(of: zones, in: shares.edition)
        let period = locator.plans.first { $0.layout.id == shares.layout.id }?.planPeriod
        let answered = Set(zones.map(\.zone.id))
        return LayoutAssessment(
            layout: shares.layout, edition: shares.edition, applicability: shares.applicability,
            coveredShare: shares.coveredShare, coverageProbability: nil, planPeriod: period,
            planStatus: period?.status(on: asOf) ?? .ended, zones: zones, principal: principal,
            path: principal.map { shares.edition.path(to: $0.zone).map(\.id) } ?? [],
            nearest: covered && !zones.contains(where: \.holds) ? try nearest(to: parcel, in: shares) : nil,
            partitions: shares.partitions,
            unlocated: covered
                ? shares.edition.zones.filter { zone in
                    zone.unlocatedReason != nil && zone.parent.map(answered.contains) ?? false
                } : [],
            notes: notes(on: shares, zones, in: context))
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
            zone: nearest.zone, distance: nearest.metres, bearing: nearest.bearing ?? 0,
            accuracy: nearest.accuracy)
    }

    private func notes(
        on shares: LayoutShares, _ zones: [ZoneStanding], in context: [ZoneStanding]
    ) -> [Note] {
        var notes: [Note] = []
        let layout = shares.layout
        for unstated in layout.coverage?.notStated ?? []
        where context.contains(where: { $0.zone.id == unstated.zone && $0.holds }) {
            notes.append(Note(code: "applicability_not_stated", text: unstated.note))
        }
        let holding = Set(zones.filter(\.holds).map(\.zone.id))
        let isUnassigned = layout.partitions.contains { partition in
            guard let whole = partition.of, holding.isDisjoint(with: partition.members) else { return false }
            return whole.layout == layout.id
                ? holding.contains(whole.zone)
                : context.contains { $0.zone.id == whole.zone && $0.holds }
        }
        if shares.applicability == .covered, let unassigned = layout.unassigned, isUnassigned {
            notes.append(Note(code: "unassigned", text: unassigned))
        }
        return notes
    }
}

extension ZoneStanding {
    fileprivate init(_ answer: ZoneAnswer) {
        self.init(measure: .position(answer), placedBy: answer.basis == .geometry ? nil : answer.placedBy)
    }
}
