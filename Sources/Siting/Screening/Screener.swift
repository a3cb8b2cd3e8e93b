internal import PlanarGeometry
public import Planning

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
        let locator = try Locator(catalogue, asOf: screening.asOf)
        let overlay = try ZoneOverlay(catalogue, asOf: screening.asOf)
        self.screening = screening
        self.catalogue = catalogue
        self.locator = locator
        self.overlay = overlay
    }

    /// How a candidate stands to the criteria.
    ///
    /// - Throws: ``LocatorError`` with what GEOS or PROJ said.
    public func screened(_ candidate: Candidate) throws(LocatorError) -> ScreenedCandidate {
        let asked = try AskedCandidate(candidate, by: self)
        var findings: [CriterionFinding] = []
        let vertex = candidate.parcel.geometry.vertices.first
        let remoteness = vertex.flatMap { overlay.plane.remoteness(of: LonLat($0)) }
        for criterion in screening.criteria {
            var finding = finding(criterion, asked)
            // What lies hundreds of kilometres off is in no zone and near none, which says more of its coordinates
            // than of the site: nobody shall win by a missing digit.
            if let remoteness, criterion.isMetByDistance || findings.isEmpty {
                finding.reasons.append(remoteness)
                if criterion.isMetByDistance, finding.outcome == .met { finding.outcome = .undecided }
            }
            findings.append(finding)
        }
        return ScreenedCandidate(
            candidate: candidate, findings: findings, extent: asked.measured.extent,
            controls: asked.controls)
    }

    private func finding(
        _ criterion: Criterion, _ candidate: AskedCandidate
    ) -> CriterionFinding {
        switch criterion {
        case .inside(let zone), .outside(let zone): zoneFinding(criterion, zone, candidate)
        case .near(let zone, let metres), .away(let zone, let metres):
            distanceFinding(criterion, zone, metres, candidate)
        case .landArea(let area): areaFinding(criterion, area, candidate)
        case .activity(let wanted): activityFinding(criterion, wanted, candidate)
        }
    }
}

@available(
    *, unavailable, message: "a screener serves one task at a time: make one for each from the same catalogue"
)
extension Screener: Sendable {}
