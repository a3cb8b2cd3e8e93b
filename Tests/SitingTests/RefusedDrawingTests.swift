import PlanarGeometry
import Planning
import TestSupport
import Testing
import Topology
import Wording

@testable import Siting

@Suite struct RefusedDrawingTests {
    typealias Data = SyntheticGeoData

    private func refusal(_ zones: SyntheticGeoData.Zone...) throws -> LocatorError? {
        try Data(.init("plan", editions: [.init(zones: zones)])).inFolder { folder in
            let catalogue = try GeoDataFolder(path: folder).catalogue()
            return #expect(throws: LocatorError.self) { _ = try Locator(catalogue) }
        }
    }

    @Test func aBowTieIsRefusedNamingTheZoneAndThePlace() throws {
        let good = Data.Zone("good", Data.rectangle(106.2, 29.3, 106.3, 29.4))
        let bowTie = Data.polygon([(106.4, 29.5), (106.6, 29.5), (106.4, 29.7), (106.6, 29.7)])
        let error = try #require(try refusal(good, .init("knot", bowTie)))
        guard case .invalidArea(let zone, let invalidity) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(zone == ZoneReference(layout: "plan", zone: "knot"))
        #expect(abs(invalidity.location.x - 106.5) < 1e-9 && abs(invalidity.location.y - 29.6) < 1e-9)
        for language in Language.allCases {
            #expect(
                error.message[language].contains("plan/knot") && error.message[language].contains("106.5"))
            #expect(error.remedy[language].contains("zones.geojson"))
        }
    }

    @Test func aSpikeIsRefusedToo() throws {
        let spike = Data.polygon([(106.4, 29.5), (106.6, 29.5), (106.7, 29.5), (106.6, 29.5), (106.6, 29.6)])
        let error = try #require(try refusal(.init("spike", spike)))
        #expect(error.code == "invalid_area" && error.message.en.contains("plan/spike"))
    }

    @Test func dataThatDrawNothingAreRefused() throws {
        #expect(try refusal(.init("nowhere", nil)) == .nothingDrawn)
    }
}
