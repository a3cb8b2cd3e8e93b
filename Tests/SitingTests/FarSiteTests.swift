import Foundation
import Planning
import Projection
import TestSupport
import Testing
import Wording

@testable import Siting

@Suite struct FarSiteTests {
    @Test(arguments: [
        LonLat(longitude: 104.06, latitude: 30.67), LonLat(longitude: -73.98, latitude: 40.75),
        LonLat(longitude: -58.38, latitude: -34.6), LonLat(longitude: -73.6, latitude: -29.5),
        LonLat(longitude: 180, latitude: 0), LonLat(longitude: -180, latitude: 0),
        LonLat(longitude: 0, latitude: 90),
        LonLat(longitude: 106.4, latitude: -90), LonLat(longitude: 0, latitude: 0),
    ])
    func aSiteFarAwayIsCoveredByNoLayout(position: LonLat) throws {
        let locator = try Locator(GeoDataFolder(path: Repository.geoData).catalogue())
        for accuracy in [0, 2000.0] {
            let answer = try locator.locate(Site(position, accuracy: accuracy))
            #expect(answer.layouts.count == 3 && answer.context.isEmpty)
            #expect(answer.notes.map(\.code) == ["far_away"])
            for layout in answer.layouts {
                #expect(layout.applicability == .notCovered && layout.coverageProbability < 1e-9)
                #expect(layout.zones.isEmpty && layout.deepest == nil && layout.nearest == nil)
                #expect(layout.notes.isEmpty && layout.counterparts.isEmpty)
            }
        }
    }

    /// A hundred kilometres from the centre the plane ends and the geodesic begins; no distance may jump there.
    @Test(arguments: [0.0, 45, 90, 180, 270])
    func distancesDoNotJumpWhereThePlaneEnds(bearing: Double) throws {
        let drawing = try ShippedDrawing(asOf: try #require(CalendarDate("2026-11-21")))
        let zone = try #require(drawing.layouts.first?.zones.first)
        let centre = LonLat(longitude: 106.39, latitude: 29.6)
        // By bisection along the bearing, the last position with metres and the first without.
        var (near, far) = (0.5, 2.0)
        func position(_ degrees: Double) -> LonLat {
            let radians = bearing * .pi / 180
            return LonLat(
                longitude: centre.longitude + degrees * sin(radians),
                latitude: centre.latitude + degrees * cos(radians))
        }
        for _ in 0..<40 {
            let middle = (near + far) / 2
            if try drawing.measured(position(middle)).metres == nil { far = middle } else { near = middle }
        }
        let inside = try drawing.measured(position(near)).distance(to: zone)
        let outside = try drawing.measured(position(far)).distance(to: zone)
        #expect(inside.foot != nil && outside.foot == nil)
        #expect((60_000...110_000).contains(inside.distance))
        // The plane is too long by up to 12 m in 100 km here; the geodesic goes to the nearest vertex.
        #expect(abs(inside.distance - outside.distance) < 25)
    }

    @Test func withoutACoverageAFarLayoutNamesItsNearestZone() throws {
        let data = SyntheticGeoData(
            .init("plan", .init("area", SyntheticGeoData.rectangle(106.3, 29.4, 106.5, 29.6))))
        let answer = try data.inFolder { folder in
            try Locator(GeoDataFolder(path: folder).catalogue())
                .locate(Site(LonLat(longitude: 104.06, latitude: 30.67)))
        }
        let layout = try #require(answer.layouts.first)
        #expect(layout.applicability == .covered && layout.zones.isEmpty && layout.deepest == nil)
        let nearest = try #require(layout.nearest)
        let corner = LonLat(longitude: 106.3, latitude: 29.6)
        let distance = Geodesic().distance(LonLat(longitude: 104.06, latitude: 30.67).point, corner.point)
        #expect(abs(nearest.distance - distance) < 1)
        // East-south-east of Chengdu.
        #expect((112...124).contains(nearest.bearing))
    }
}
