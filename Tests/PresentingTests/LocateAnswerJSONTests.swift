import GeoJSON
import Planning
import Siting
import TestSupport
import Testing
import Wording

@testable import Presenting

@Suite struct LocateAnswerJSONTests {
    /// Sites all over the city, inside, outside and far from everything drawn, and every named place with a position.
    static func sites(_ catalogue: Catalogue) throws -> [Site] {
        var random = SeededGenerator(seed: 12)
        let scattered = (0..<300).map { _ in
            Site(
                LonLat(
                    longitude: .random(in: 106.2...106.6, using: &random),
                    latitude: .random(in: 29.3...29.8, using: &random)),
                accuracy: .random(in: 0...300, using: &random))
        }
        let gazetteer = try GeoDataFolder(path: Repository.geoData).gazetteer()
        return scattered + gazetteer.places.compactMap { Site($0) }
            + [Site(LonLat(longitude: 108.9, latitude: 34.2)), Site(LonLat(longitude: 0, latitude: 0))]
    }

    @Test(arguments: [JSONWriter.Layout.compact, .pretty], Language.allCases)
    func whatIsKeptFromAnswerToAnswerChangesNoByte(layout: JSONWriter.Layout, language: Language) throws {
        let catalogue = try GeoDataFolder(path: Repository.geoData).catalogue()
        let writer = JSONWriter(layout)
        var kept = LocateAnswerJSON(writer, language: language)
        for day in try ["2026-11-21", "2027-01-02"].map({ try #require(CalendarDate($0)) }) {
            let locator = try Locator(catalogue, asOf: day)
            for (number, site) in try Self.sites(catalogue).enumerated() {
                let answer = try locator.locate(
                    site, confidence: number.isMultiple(of: 7) ? try #require(Confidence(0.6)) : .standard,
                    layouts: number.isMultiple(of: 11) ? ["north-middle-south"] : nil)
                var bytes: [UInt8] = []
                kept.write(answer, to: &bytes)
                try #require(bytes == writer.bytes(answer.json(in: language)), "\(site.position)")
            }
        }
    }
}
