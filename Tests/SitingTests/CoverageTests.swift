import Planning
import TestSupport
import Testing
import Wording

@testable import Siting

/// Where a layout speaks: inside the zones of its coverage, less what is not stated, and wherever it draws a zone.
@Suite struct CoverageTests {
    typealias Data = SyntheticGeoData

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

    /// In the plan.
    private func answer(_ longitude: Double, _ latitude: Double = 29.5) throws -> LayoutAnswer {
        let answer = try Self.data.inFolder { folder in
            try Locator(GeoDataFolder(path: folder).catalogue())
                .locate(Site(LonLat(longitude: longitude, latitude: latitude)))
        }
        return try #require(answer.layouts.first)
    }

    @Test func insideTheCoverageZonesAndDistancesAreAnswered() throws {
        let inside = try answer(106.55)
        #expect(inside.applicability == .covered && inside.coverageProbability > 0.999)
        #expect(inside.deepest?.zone.id == "town" && inside.counterparts.isEmpty && inside.notes.isEmpty)
        let beside = try answer(106.45)
        #expect(
            beside.applicability == .covered && beside.deepest == nil && beside.nearest?.zone.id == "town")
    }

    @Test func whereApplicationIsNotStatedThatIsSaidAndNothingElse() throws {
        let answer = try answer(106.35)
        #expect(answer.applicability == .notCovered && answer.coverageProbability < 0.001)
        #expect(answer.zones.isEmpty && answer.nearest == nil && answer.deepest == nil)
        #expect(answer.notes.map(\.code) == ["applicability_not_stated"])
        // The park's own plan speaks here, by the same document: its range is named in the screen's stead.
        #expect(answer.counterparts.map(\.zone.id) == ["screen"])
        #expect(answer.counterparts.map(\.instead.id) == ["range"] && answer.counterparts[0].covers)
    }

    @Test func outsideEveryCoverageNothingIsAnswered() throws {
        let answer = try answer(106.9)
        #expect(answer.applicability == .notCovered && answer.coverageProbability < 0.001)
        #expect(answer.zones.isEmpty && answer.nearest == nil && answer.notes.isEmpty)
        #expect(answer.counterparts.isEmpty)
    }

    @Test func nearTheEdgeOfTheCoverageTheEdgeIsToBeChecked() throws {
        // 50 m either side of the park's eastern edge, known to 100 m.
        for longitude in [106.4005, 106.3995] {
            let answer = try answer(longitude)
            #expect(answer.notes.map(\.code).contains("near_coverage_edge"))
            #expect((0.2...0.8).contains(answer.coverageProbability))
        }
    }

    @Test func onTheEdgeOfTheUnstatedLandTheLayoutDoesNotSpeak() throws {
        #expect(try answer(106.4).applicability == .notCovered)
    }

    @Test func theContextNamesWhatIsAround() throws {
        let answer = try Self.data.inFolder { folder in
            try Locator(GeoDataFolder(path: folder).catalogue())
                .locate(Site(LonLat(longitude: 106.35, latitude: 29.5)))
        }
        #expect(answer.context.map(\.zone.id) == ["district", "park", "range"])
        #expect(answer.context.allSatisfy { $0.covers && $0.basis == .geometry })
        #expect(answer.layouts.map(\.layout.id) == ["plan", "park-plan"])
    }

    @Test func onlyTheLayoutsAskedForAreAnswered() throws {
        let answer = try Self.data.inFolder { folder in
            try Locator(GeoDataFolder(path: folder).catalogue())
                .locate(Site(LonLat(longitude: 106.55, latitude: 29.5)), layouts: ["park-plan"])
        }
        #expect(answer.layouts.map(\.layout.id) == ["park-plan"])
    }
}
