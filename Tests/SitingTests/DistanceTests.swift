import Foundation
import PlanarGeometry
import Planning
import TestSupport
import Testing
import Topology

@testable import Siting

/// Distances from a site to a zone, their probabilities, and where none may be answered.
@Suite struct DistanceTests {
    typealias Data = SyntheticGeoData

    private func distance(
        _ wkt: String, _ layout: String, _ zone: String, accuracy: Double = 100, own: Double = 0
    ) throws -> ZoneDistance {
        let overlay = try ZoneOverlay(ZoneOverlayTests.pair(accuracy: accuracy))
        let parcel = try ParcelReader(accuracy: own).parcel(wkt: wkt)
        return try #require(
            try overlay.distance(from: parcel, to: ZoneReference(layout: layout, zone: zone)))
    }

    @Test func theGapIsMeasuredAndPointsToTheZone() throws {
        // A hundredth of a degree west of the zone `whole`.
        let found = try distance(
            ZoneOverlayTests.square(106.28, 29.502, 0.01, 0.005), "pair", "whole", own: 75)
        #expect(abs(found.metres - 969.6) < 1)
        #expect(abs(try #require(found.bearing) - 90) < 0.1)
        #expect(abs(try #require(found.boundaryMetres) + found.metres) < 1e-9)
        #expect(abs(found.accuracy - 125) < 1e-9)
        #expect(found.isCovered && found.coveredShare == 1)
    }

    @Test func whatMeetsHasNoGapAndNoBearing() throws {
        let across = try distance(ZoneOverlayTests.square(106.295, 29.502, 0.01, 0.005), "pair", "west")
        #expect(across.metres == 0 && across.bearing == nil && across.boundaryMetres == 0)
        let inside = try distance(ZoneOverlayTests.square(106.302, 29.503, 0.002, 0.002), "pair", "west")
        #expect(inside.metres == 0 && inside.bearing == nil)
        #expect(abs(try #require(inside.boundaryMetres) - 193.9) < 0.5)
        let upon = try distance(ZoneOverlayTests.square(106.302, 29.503, 0.002, 0.004), "pair", "road")
        #expect(upon.metres == 0 && upon.bearing == nil && upon.boundaryMetres == nil)
    }

    @Test func aZoneThatIsNotDrawnHasNoDistance() throws {
        let catalogue = try GeoDataFolder(path: Repository.geoData).catalogue()
        let overlay = try ZoneOverlay(catalogue)
        let parcel = try ParcelReader().parcel(wkt: "POINT(106.33 29.52)")
        let edition = try #require(catalogue.layouts.compactMap { $0.edition(validOn: .today()) }.first)
        let unlocated = catalogue.layouts.compactMap { $0.edition(validOn: .today()) }.flatMap(\.zones)
            .filter { $0.geometry == nil }
        try #require(!unlocated.isEmpty && !edition.zones.isEmpty)
        for zone in unlocated {
            let reference = ZoneReference(layout: zone.layout, zone: zone.id)
            #expect(try overlay.distance(from: parcel, to: reference) == nil)
        }
        #expect(
            try overlay.distance(from: parcel, to: ZoneReference(layout: "context", zone: "nowhere")) == nil)
    }

    @Test func aPointIsAsFarAsTheLocatorSays() throws {
        let catalogue = try GeoDataFolder(path: Repository.geoData).catalogue()
        let locator = try Locator(catalogue)
        let overlay = try ZoneOverlay(catalogue)
        var random = SeededGenerator(seed: 21)
        var compared = 0
        for _ in 0..<30 {
            let position = LonLat(
                longitude: Double.random(in: 106.2...106.5, using: &random),
                latitude: Double.random(in: 29.4...29.7, using: &random))
            let parcel = try ParcelReader().parcel(.point(position.point))
            let located = try locator.locate(Site(position))
            for zone in located.layouts.flatMap(\.zones)
                + located.context.filter({ $0.zone.counterpart == nil })
            {
                let reference = ZoneReference(layout: zone.zone.layout, zone: zone.zone.id)
                let found = try #require(try overlay.distance(from: parcel, to: reference))
                #expect(abs(try #require(found.boundaryMetres) - zone.boundaryDistance) < 1e-6)
                #expect(found.isCovered)
                compared += 1
            }
            for layout in located.layouts where layout.applicability == .notCovered {
                let zone = try #require(layout.edition.zones.first { $0.geometry != nil })
                let reference = ZoneReference(layout: zone.layout, zone: zone.id)
                let found = try #require(try overlay.distance(from: parcel, to: reference))
                #expect(!found.isCovered)
                compared += 1
            }
        }
        #expect(compared > 50)
    }

    @Test func beyondThePlaneTheEllipsoidIsMeasured() throws {
        let paris = try distance("POINT(2.35 48.86)", "pair", "west")
        // pyproj 3.7, Geod(ellps="GRS80") to the north-western corner.
        #expect(abs(paris.metres - 8_527_936.5226) < 0.01)
        #expect(abs(try #require(paris.bearing) - 60.2206) < 1e-3)
        #expect(paris.probability(within: 8_000_000) == 0 && paris.probability(within: 9_000_000) == 1)
    }

    // MARK: - Probability

    /// A site, a zone and the distances asked.
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let site: String
        let zone: String
    }

    static let cases = [
        Case(testDescription: "a point before an edge", site: "POINT(106.299 29.505)", zone: "west"),
        Case(testDescription: "a point before a corner", site: "POINT(106.299 29.5113)", zone: "west"),
        Case(testDescription: "a point in an area", site: "POINT(106.3005 29.502)", zone: "west"),
        Case(testDescription: "a point beside a line", site: "POINT(106.305 29.5057)", zone: "road"),
        Case(testDescription: "a point beyond a line's end", site: "POINT(106.2895 29.5052)", zone: "road"),
        Case(testDescription: "a point by a place", site: "POINT(106.3344 29.5046)", zone: "town"),
        Case(testDescription: "a point on a place", site: "POINT(106.335 29.505)", zone: "town"),
        Case(
            testDescription: "a parcel by a place",
            site: ZoneOverlayTests.square(106.332, 29.503, 0.0021, 0.001),
            zone: "town"),
        Case(
            testDescription: "a line beside a line", site: "LINESTRING(106.30 29.506,106.301 29.507)",
            zone: "road"),
    ]

    /// The same model by throwing dice: the zone is displaced 4000 times and the gap measured anew.
    @Test(arguments: cases) func theProbabilityIsThatOfDisplacedDrawings(_ asked: Case) throws {
        let overlay = try ZoneOverlay(ZoneOverlayTests.pair(accuracy: 100))
        let parcel = try ParcelReader().parcel(wkt: asked.site)
        let found = try #require(
            try overlay.distance(from: parcel, to: ZoneReference(layout: "pair", zone: asked.zone)))
        let shapes = try #require(found.shapes)
        var random = SeededGenerator(seed: 3)
        var gaps: [Double] = []
        for _ in 0..<4000 {
            let radius =
                100 * (-2 * log(Double.random(in: .leastNonzeroMagnitude..<1, using: &random))).squareRoot()
            let angle = Double.random(in: 0..<(2 * .pi), using: &random)
            let (dx, dy) = (radius * cos(angle), radius * sin(angle))
            let moved = shapes.zone.mapped { points in points.map { Point(x: $0.x + dx, y: $0.y + dy) } }
            gaps.append(try overlay.operators.distance(shapes.site, moved))
        }
        for within in [0.0, 20, 60, 100, 150, 250, 400] {
            let wanted = Double(gaps.count { $0 <= within }) / 4000
            let probability = found.probability(within: within)
            // Three standard deviations of the dice and 0.01 of our own.
            let allowed = 3 * (wanted * (1 - wanted) / 4000).squareRoot() + 0.01
            #expect(abs(probability - wanted) < allowed, "\(within) m: \(probability), not \(wanted)")
        }
    }

    @Test func beforeAStraightEdgeItIsTheNormalOnTheGap() throws {
        let found = try distance("POINT(106.298 29.505)", "pair", "west")
        for within in [0.0, 100, 193.9, 250, 400] {
            let wanted = standardNormal((within - found.metres) / 100)
            #expect(abs(found.probability(within: within) - wanted) < 2e-3)
        }
    }

    @Test func theProbabilityGrowsWithTheDistanceAndKnowsNoNegativeOne() throws {
        let found = try distance("POINT(106.3344 29.5046)", "pair", "town")
        let steps = stride(from: 0.0, through: 1000, by: 25).map { found.probability(within: $0) }
        #expect(zip(steps, steps.dropFirst()).allSatisfy { $0 <= $1 + 1e-3 })
        #expect(found.probability(within: 1e9) == 1 && found.probability(within: .infinity) == 1)
        #expect(found.probability(within: -1) == 0 && found.probability(within: .nan) == 0)
    }

    @Test func withoutUncertaintyItIsYesOrNo() throws {
        let found = try distance("POINT(106.3344 29.505)", "pair", "town", accuracy: 0)
        #expect(found.probability(within: found.metres - 0.01) == 0)
        #expect(found.probability(within: found.metres + 0.01) == 1)
    }

    // MARK: - Coverage

    /// A district with a park in its west; the district's plan does not say whether it applies in the park.
    private static let data = Data(
        .init(
            "plan",
            editions: [
                .init(zones: [
                    .init("town", Data.rectangle(106.5, 29.4, 106.6, 29.6), accuracy: 100),
                    .init(
                        "screen", Data.rectangle(106.61, 29.4, 106.63, 29.6), accuracy: 100,
                        counterpart: "context/range"),
                ])
            ], coverage: ["district"], notStated: ["park"]),
        .init(
            "park-plan", editions: [.init(zones: [.init("hub", Data.rectangle(106.25, 29.45, 106.3, 29.5))])],
            coverage: ["park"]),
        .init(
            "context", .init("district", Data.rectangle(106.2, 29.3, 106.65, 29.7), accuracy: 100),
            .init("park", Data.rectangle(106.2, 29.3, 106.4, 29.7), accuracy: 100),
            .init("range", Data.rectangle(106.34, 29.3, 106.36, 29.7), accuracy: 100)))

    private func coverage(_ wkt: String, _ layout: String, _ zone: String) throws -> ZoneDistance.Coverage {
        try Self.data.inFolder { folder in
            let overlay = try ZoneOverlay(GeoDataFolder(path: folder).catalogue())
            let parcel = try ParcelReader().parcel(wkt: wkt)
            let found = try overlay.distance(
                from: parcel, to: ZoneReference(layout: layout, zone: zone))
            return try #require(found).coverage
        }
    }

    @Test(arguments: ["POINT(106.35 29.5)", ZoneOverlayTests.square(106.35, 29.5, 0.01, 0.01)])
    func whereTheLayoutDoesNotSpeakTheOtherDocumentsZoneIsNamed(_ site: String) throws {
        guard case .notCovered(let counterparts) = try coverage(site, "plan", "screen") else {
            Issue.record("the plan does not speak in the park")
            return
        }
        #expect(counterparts.map(\.id) == ["range"])
        #expect(try coverage(site, "plan", "town") == .notCovered(counterparts: []))
        #expect(try coverage(site, "park-plan", "hub") == .covered)
        #expect(try coverage(site, "context", "range") == .covered)
    }

    @Test(arguments: ["POINT(106.45 29.5)", ZoneOverlayTests.square(106.39, 29.5, 0.02, 0.01)])
    func whereAnyOfTheSiteIsCoveredTheDistanceIsAnswered(_ site: String) throws {
        #expect(try coverage(site, "plan", "screen") == .covered)
    }

    @Test func outsideEveryCoverageNothingIsNamed() throws {
        #expect(try coverage("POINT(106.9 29.5)", "plan", "screen") == .notCovered(counterparts: []))
    }

    @Test func eastOfTheRangeTheDistrictsScreensAreAnsweredAndTheRangesAreNot() throws {
        let overlay = try ZoneOverlay(GeoDataFolder(path: Repository.geoData).catalogue())
        let parcel = try ParcelReader().parcel(wkt: "POINT(106.45 29.56)")
        let edition = try #require(overlay.catalogue.context?.edition(validOn: .today()))
        for zone in edition.zones where zone.counterpart != nil {
            let found = try overlay.distance(
                from: parcel, to: ZoneReference(layout: zone.layout, zone: zone.id))
            guard case .notCovered(let named) = try #require(found).coverage else {
                Issue.record("\(zone.id) is answered")
                continue
            }
            #expect(named.map(\.id) == [zone.counterpart?.zone])
            #expect(try overlay.distance(from: parcel, to: #require(zone.counterpart))?.isCovered == true)
        }
    }

    @Test func inTheManagedZoneTheDistrictsScreensAreNotAnsweredButTheRangesAre() throws {
        let overlay = try ZoneOverlay(GeoDataFolder(path: Repository.geoData).catalogue())
        let parcel = try ParcelReader().parcel(wkt: ZoneOverlayTests.square(106.33, 29.50, 0.004, 0.004))
        let layout = "liang-cheng-liang-dai-liang-ping"
        for zone in try #require(overlay.catalogue.layout(layout)?.edition(validOn: .today())).zones
        where zone.counterpart != nil {
            let found = try overlay.distance(
                from: parcel, to: ZoneReference(layout: layout, zone: zone.id))
            guard case .notCovered(let named) = try #require(found).coverage else {
                Issue.record("\(zone.id) is answered")
                continue
            }
            #expect(named.map(\.id) == [zone.counterpart?.zone])
            #expect(try overlay.distance(from: parcel, to: #require(zone.counterpart))?.isCovered == true)
        }
    }
}
