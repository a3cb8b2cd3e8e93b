import PlanarGeometry
import Planning
import TestSupport
import Testing
import Wording

@testable import Siting

/// What a screening says of zones and distances is what the locator and the overlay say, for any candidate.
@Suite struct ScreeningAgainstLocatorTests {
    private let catalogue: Catalogue
    private let zones: [Zone]
    private let day: CalendarDate

    init() throws {
        catalogue = try ShippedScreening.catalogue()
        day = try #require(ShippedScreening.day)
        let day = day
        zones = catalogue.layouts.compactMap { $0.edition(validOn: day) }.flatMap(\.zones).filter {
            $0.role.holdsSites && $0.geometry?.polygons.isEmpty == false
        }
    }

    private func screener() throws -> Screener {
        try Screener(try Screening(zones.map { .outside($0) }, in: catalogue, asOf: day), catalogue)
    }

    @Test func aPointIsInAZoneJustWhereTheLocatorSaysSo() throws {
        let screener = try screener()
        let locator = try Locator(catalogue, asOf: day)
        var random = SeededGenerator(seed: 21)
        var met = 0
        var undecided = 0
        for _ in 0..<80 {
            let (x, y) = (
                Double.random(in: 106.22...106.5, using: &random),
                Double.random(in: 29.38...29.72, using: &random)
            )
            let site = Site(
                LonLat(longitude: x, latitude: y), accuracy: Double.random(in: 0...200, using: &random))
            let located = try locator.locate(site)
            let candidate = try AskedCandidate(Candidate(.site(site)), by: screener)
            for zone in zones {
                let inside = screener.zoneFinding(.inside(zone), zone, candidate)
                let outside = screener.zoneFinding(.outside(zone), zone, candidate)
                let layout = located.layouts.first { $0.layout.id == zone.layout }
                guard layout?.applicability != .notCovered else {
                    #expect(inside.outcome != .met && outside.outcome == .notAnswerable)
                    continue
                }
                let answer = (layout?.zones ?? located.context).first { $0.zone == zone }
                let verdict = answer?.verdict ?? .outside
                #expect(inside.outcome == CriterionFinding.Outcome(verdict), "\(zone.id) at \(x), \(y)")
                #expect(outside.outcome == CriterionFinding.Outcome(verdict.opposite))
                if let answer {
                    #expect(abs(try #require(inside.probability) - answer.probability) < 1e-9)
                    guard case .boundary(let distance) = inside.measure else {
                        Issue.record("no distance to \(zone.id)")
                        continue
                    }
                    #expect(abs(distance - answer.boundaryDistance) < 0.01)
                }
                if inside.outcome == .met { met += 1 }
                if inside.outcome == .undecided { undecided += 1 }
            }
        }
        #expect(met > 20 && undecided > 20)
    }

    @Test func aParcelIsInAZoneAsItsSharesSay() throws {
        let screener = try screener()
        let overlay = try ZoneOverlay(catalogue, asOf: day)
        var random = SeededGenerator(seed: 22)
        for _ in 0..<10 {
            let candidate = try ShippedScreening.square(
                Double.random(in: 106.25...106.48, using: &random),
                Double.random(in: 29.40...29.70, using: &random),
                side: Double.random(in: 80...900, using: &random))
            guard case .parcel(let parcel) = candidate.place else { continue }
            let shares = try overlay.shares(of: parcel)
            let asked = try AskedCandidate(candidate, by: screener)
            for zone in zones {
                guard let layout = shares.layouts.first(where: { $0.layout.id == zone.layout }),
                    layout.applicability == .covered, layout.coveredShare > 1 - 1e-9
                else { continue }
                let share = layout.zones.first { $0.zone == zone }
                let inside = screener.zoneFinding(.inside(zone), zone, asked)
                let outside = screener.zoneFinding(.outside(zone), zone, asked)
                #expect(inside.outcome == screener.screening.outcome(of: share?.probabilityWhole ?? 0))
                #expect(outside.outcome == screener.screening.outcome(of: 1 - (share?.probabilityAny ?? 0)))
            }
        }
    }

    @Test func nearAndAwayShareOneProbability() throws {
        let near = try ShippedScreening.screening(["near:科学大道<=1km", "near:中梁山<=2km", "near:生命岛<=500m"])
        let away = try ShippedScreening.screening(["away:科学大道>=1km", "away:中梁山>=2km", "away:生命岛>=500m"])
        let one = try Screener(near, catalogue)
        let other = try Screener(away, catalogue)
        let overlay = try ZoneOverlay(catalogue, asOf: day)
        var random = SeededGenerator(seed: 23)
        for _ in 0..<12 {
            let candidate = ShippedScreening.point(
                Double.random(in: 106.28...106.40, using: &random),
                Double.random(in: 29.44...29.60, using: &random))
            for (a, b) in zip(try one.screened(candidate).findings, try other.screened(candidate).findings) {
                guard let p = a.probability, let q = b.probability else {
                    #expect(a.outcome == .notAnswerable && b.outcome == .notAnswerable)
                    continue
                }
                #expect(abs(p + q - 1) < 1e-12)
                let zone = try #require(a.zone)
                let distance = try #require(
                    try overlay.distance(
                        from: candidate.parcel, to: ZoneReference(layout: zone.layout, zone: zone.id)))
                #expect(a.measure == .distance(distance.metres, bearing: distance.bearing))
                #expect(abs(try #require(a.spare) + (try #require(b.spare))) < 1e-9)
            }
        }
    }
}

extension CriterionFinding.Outcome {
    fileprivate init(_ verdict: Verdict) {
        switch verdict {
        case .inside: self = .met
        case .outside: self = .notMet
        case .uncertain: self = .undecided
        }
    }
}

extension Verdict {
    fileprivate var opposite: Verdict {
        switch self {
        case .inside: .outside
        case .outside: .inside
        case .uncertain: .uncertain
        }
    }
}
