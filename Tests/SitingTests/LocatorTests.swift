import Planning
import Siting
import TestSupport
import Testing

@Suite struct LocatorTests {
    @Test func theSiteOfTheContractIsInLifeIslandAndSaysTheSentence() throws {
        let locator = try Locator(GeoDataFolder(path: Repository.geoData).catalogue())
        let answer = try locator.locate(Site(LonLat(longitude: 106.33, latitude: 29.52)))
        let five = try #require(answer.layouts.first { $0.layout.id == "jinfeng-five-zones" })
        let zone = try #require(five.deepest)
        #expect(zone.zone.id == "shengmingdao")
        #expect(zone.zone.sources.contains { $0.document == "002" && $0.line == 386 })
    }
}
