internal import Planning

/// A candidate with what is asked of it once, whatever the criteria.
struct AskedCandidate {
    let candidate: Candidate
    let measured: MeasuredParcel
    private let located: LocateAnswer?
    private let shares: ShareAnswer?
    private let distances: [ZoneReference: ZoneDistance]
    /// What of it lies in each imported control line.
    let controls: [ControlAnswer]
    private let controlShares: [ZoneReference: ZoneShare]
    private let confidence: Confidence
    /// What the texts say of a candidate that is a zone.
    private let placements: TextPlacements

    /// Every zone with a probability above a millionth is named, so that no figure is missing.
    private static let naming = Confidence(1 - 1e-6) ?? .standard

    init(_ candidate: Candidate, by screener: borrowing Screener) throws(LocatorError) {
        let screening = screener.screening
        let parcel = candidate.parcel
        self.candidate = candidate
        placements =
            candidate.zone.map { TextPlacements(of: $0, in: screener.catalogue, on: screening.asOf) }
            ?? TextPlacements()
        confidence = screening.confidence
        measured = try MeasuredParcel(parcel, on: screener.overlay)
        distances = try screener.overlay.distances(from: parcel, to: screening.zones)
        controls = try screener.overlay.controls(on: measured)
        var controlShares: [ZoneReference: ZoneShare] = [:]
        for zone in screening.zones {
            controlShares[zone] = try screener.overlay.controlShare(of: measured, in: zone, Self.naming)
        }
        self.controlShares = controlShares
        guard screening.asksForZones else {
            (located, shares) = (nil, nil)
            return
        }
        switch candidate.place {
        case .site(let site):
            located = try screener.locator.locate(site, confidence: Self.naming, layouts: screening.layouts)
            shares = nil
        case .parcel(let parcel):
            located = nil
            shares = try screener.overlay.shares(
                of: parcel, confidence: Self.naming, layouts: screening.layouts)
        }
    }

    /// How it stands to a zone.
    func standing(to zone: Zone) -> CandidateStanding {
        if let line = control(of: zone) {
            return CandidateStanding(to: zone, of: line, controlShares[zone.reference])
        }
        if let located { return CandidateStanding(to: zone, in: located, confidence) }
        guard let shares else { preconditionFailure("zones are asked only where a criterion speaks of one") }
        return CandidateStanding(
            to: zone, in: shares, confidence, placedBy: placements.sentence(for: zone))
    }

    /// What of it lies in the control line a zone belongs to; nil for a zone of any other layout.
    func control(of zone: Zone) -> ControlAnswer? { controls.first { $0.layout.id == zone.layout } }

    /// How far it is from a zone; nil where that is not drawn.
    func distance(to zone: Zone) -> ZoneDistance? {
        distances[ZoneReference(layout: zone.layout, zone: zone.id)]
    }
}

extension Screening {
    /// Whether any criterion asks in which zones a candidate lies.
    fileprivate var asksForZones: Bool {
        criteria.contains { criterion in
            switch criterion {
            case .inside, .outside, .activity: true
            case .near, .away, .landArea: false
            }
        }
    }

    /// The zones a distance is wanted of, those that speak in their place included.
    fileprivate var zones: [ZoneReference] {
        var zones: [Zone] = []
        for criterion in criteria {
            if let zone = criterion.zone { zones.append(zone) }
            if case .activity(let wanted) = criterion {
                zones += wanted.assignments.compactMap(\.target.zone)
            }
        }
        return zones.map(\.reference) + zones.compactMap(\.counterpart)
    }
}
