import PlanarGeometry
import Planning
import Testing

@testable import MapDrawing

/// The map of the browser against the printed sheet.
@Suite struct ScreenMapTests {
    static let map = Result { try ScreenMap(try ShippedMaps.drafter().catalogue, asOf: .today()) }

    @Test func areasHaveTheColoursOfTheSheet() throws {
        let layouts = try Self.map.get().layouts
        let fills = Set(layouts.flatMap(\.zones).filter { $0.zone.role == .area }.compactMap(\.style.fill))
        #expect(fills.isSubset(of: Set(Palette.areas.map(\.hexadecimal))))
        #expect(fills.count > 1, "neighbours are told apart")
        let screens = layouts.flatMap(\.zones).filter { $0.zone.role == .screen }
        #expect(!screens.isEmpty)
        #expect(screens.allSatisfy { $0.style.fill == "#A9B3A0" && $0.style.texture?.kind == "hills" })
    }

    @Test func aSoftEdgeBuildsUpToTheStrengthOfTheArea() throws {
        for zone in try Self.map.get().layouts.flatMap(\.zones) where !zone.fade.isEmpty {
            let through = zone.fade.reduce(1.0) { $0 * (1 - $1.opacity) }
            // A zone narrower than its accuracy never comes to full strength.
            let strength = 1 - through
            #expect(strength <= zone.style.opacity + 1e-9, "\(zone.zone.id)")
            if zone.fade.count == 10 { #expect(abs(strength - zone.style.opacity) < 1e-9, "\(zone.zone.id)") }
        }
    }

    @Test func theSoftEdgeReachesOneAccuracyBeyondTheDrawnEdge() throws {
        for zone in try Self.map.get().layouts.flatMap(\.zones) where !zone.fade.isEmpty {
            let accuracy = try #require(zone.zone.accuracy).metres
            let south = try #require(zone.polygons.joined().joined().map(\.y).min())
            let faded = try #require(zone.fade[0].polygons.joined().joined().map(\.y).min())
            // A degree of latitude is 110.85 km here; the first step kept lies at 0.85 of the accuracy.
            let reach = (south - faded) * 110_850
            #expect(
                reach > 0.8 * accuracy && reach < 0.9 * accuracy, "\(zone.zone.id): \(reach) of \(accuracy)")
        }
    }

    @Test func everyZoneHasAPlaceForItsNameOnIt() throws {
        for layout in try Self.map.get().layouts {
            for zone in layout.zones {
                let label = try #require(zone.label)
                #expect(layout.bounds[0] <= label.x && label.x <= layout.bounds[2], "\(zone.zone.id)")
                #expect(layout.bounds[1] <= label.y && label.y <= layout.bounds[3], "\(zone.zone.id)")
                #expect(!zone.polygons.isEmpty || !zone.lines.isEmpty || !zone.points.isEmpty)
            }
        }
    }

    @Test func theLandALayoutSpeaksAboutLiesUnderEverythingElse() throws {
        for layout in try Self.map.get().layouts {
            let first = try #require(layout.ground.first)
            #expect(layout.layout.coverage?.zones.contains(first.zone.id) == true)
            #expect(first.style.fill == Palette.coverage.hexadecimal && first.style.opacity == 1)
        }
    }

    @Test func coloursAreWrittenAsStyleSheetsDo() {
        #expect(Colour(0x0A0BFF).hexadecimal == "#0A0BFF")
        #expect(Colour(0x000000).hexadecimal == "#000000")
    }
}
