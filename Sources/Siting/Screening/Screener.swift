public import Planning
internal import PlanarGeometry

/// Tells of candidates which fulfil a list of criteria, which do not, and which must be looked into (比选).
///
/// Owns a ``Locator`` and a ``ZoneOverlay``, so it is noncopyable and stays with the task that made it.
///
/// ```swift
/// let folder = GeoDataFolder(path: "GeoData")
/// let catalogue = try folder.catalogue()
/// let fit = FunctionalFit(try folder.activities(in: catalogue), catalogue, asOf: .today())
/// let reader = CriterionReader(catalogue, asOf: .today(), fit: fit)
/// let criteria =
///     try reader.criteria(.inside, "生命岛") + reader.criteria(.near, "科学大道<=1km")
///     + reader.criteria(.landArea, "50亩")
/// let screener = try Screener(try Screening(criteria, in: catalogue), catalogue)
/// let parcel = try ParcelReader().parcel(wkt: "POLYGON((106.31 29.49, 106.312 29.49, 106.312 29.492, 106.31 29.49))")
/// let answer = try screener.screened(Candidate(.parcel(parcel)))
/// answer.decision            // .dropped: 32 mu are fewer than 50
/// answer.deciding[0].measure // .area(21…)
/// let ranks = [answer].ranks // [nil]: dropped candidates have none
/// ```
public struct Screener: ~Copyable {
    /// What is asked of every candidate.
    public let screening: Screening
    /// What the answers are taken from.
    public let catalogue: Catalogue

    let locator: Locator
    let overlay: ZoneOverlay

    /// Makes the editions valid on the day of a screening ready.
    ///
    /// - Throws: ``LocatorError`` where no edition is valid, or naming the zone whose drawing is no valid area.
    public init(_ screening: Screening, _ catalogue: Catalogue) throws(LocatorError) {
        self.screening = screening
        self.catalogue = catalogue
        locator = try Locator(catalogue, asOf: screening.asOf)
        overlay = try ZoneOverlay(catalogue, asOf: screening.asOf)
    }

    /// How a candidate stands to the criteria.
    ///
    /// - Throws: ``LocatorError`` with what GEOS or PROJ said.
    public func screened(_ candidate: Candidate) throws(LocatorError) -> ScreenedCandidate {
        let asked = try AskedCandidate(candidate, by: self)
        var findings: [CriterionFinding] = []
        for criterion in screening.criteria { findings.append(try finding(criterion, asked)) }
        return ScreenedCandidate(
            candidate: candidate, findings: findings, extent: asked.measured.extent)
    }

    private func finding(
        _ criterion: Criterion, _ candidate: AskedCandidate
    ) throws(LocatorError) -> CriterionFinding {
        switch criterion {
        case .inside(let zone), .outside(let zone): try zoneFinding(criterion, zone, candidate)
        case .near(let zone, let metres), .away(let zone, let metres):
            try distanceFinding(criterion, zone, metres, candidate)
        case .landArea(let area): areaFinding(criterion, area, candidate)
        case .activity(let wanted): try activityFinding(criterion, wanted, candidate)
        }
    }
}

@available(
    *, unavailable, message: "a screener serves one task at a time: make one for each from the same catalogue"
)
extension Screener: Sendable {}

/// A candidate with what is asked of it once, whatever the criteria.
struct AskedCandidate {
    let candidate: Candidate
    let measured: MeasuredParcel
    private let located: LocateAnswer?
    private let shares: ShareAnswer?
    private let confidence: Confidence

    /// Every zone with a probability above a millionth is named, so that no figure is missing.
    private static let naming = Confidence(1 - 1e-6) ?? .standard

    init(_ candidate: Candidate, by screener: borrowing Screener) throws(LocatorError) {
        self.candidate = candidate
        confidence = screener.screening.confidence
        let parcel = candidate.parcel
        measured = try MeasuredParcel(parcel, on: screener.overlay)
        let asksForZones = screener.screening.criteria.contains { criterion in
            switch criterion {
            case .inside, .outside, .activity: true
            case .near, .away, .landArea: false
            }
        }
        guard asksForZones else {
            (located, shares) = (nil, nil)
            return
        }
        let layouts = screener.screening.layouts
        switch candidate.place {
        case .site(let site):
            located = try screener.locator.locate(site, confidence: Self.naming, layouts: layouts)
            shares = nil
        case .parcel(let parcel):
            located = nil
            shares = try screener.overlay.shares(of: parcel, confidence: Self.naming, layouts: layouts)
        }
    }

    /// How it stands to a zone.
    func standing(to zone: Zone) -> ZoneStanding {
        if let located { return ZoneStanding(to: zone, in: located, confidence) }
        guard let shares else { preconditionFailure("zones are asked only where a criterion speaks of one") }
        return ZoneStanding(to: zone, in: shares, confidence)
    }
}
