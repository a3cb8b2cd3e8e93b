import Planning
import TestSupport
import Testing
import Wording

@Suite struct CatalogueTests {
    @Test func shippedDataLoadsWithTheFourLayouts() throws {
        let catalogue = try GeoDataFolder(path: Repository.geoData).catalogue()
        #expect(
            catalogue.layouts.map(\.id) == [
                "jinfeng-five-zones", "north-middle-south", "liang-cheng-liang-dai-liang-ping", "context",
            ])
        #expect(catalogue.documents.map(\.id) == ["000", "001", "002", "003", "004"])
    }

    @Test func unlocatedZonesSayWhyInBothLanguages() throws {
        let catalogue = try GeoDataFolder(path: Repository.geoData).catalogue()
        let unlocated = catalogue.layouts.flatMap { $0.editions.flatMap(\.zones) }.filter {
            $0.geometry == nil
        }
        #expect(unlocated.contains { $0.id == "sheshi-jijuqu-a" })
        for zone in unlocated {
            let reason = try #require(zone.unlocatedReason)
            #expect(!reason.zh.isEmpty && !reason.en.isEmpty, "\(zone.id)")
        }
    }
}
