import Planning
import Siting
import TestSupport
import Testing

/// Answers from the shipped data, and the catalogue they are presented with.
struct Asked {
    let catalogue: Catalogue
    let answers: [LocateAnswer]

    /// Asks for positions on a fixed day.
    init(_ positions: (Double, Double)..., accuracy: Double = 0) throws {
        try self.init(positions.map { Site(LonLat(longitude: $0.0, latitude: $0.1), accuracy: accuracy) })
    }

    init(_ sites: [Site]) throws {
        catalogue = try GeoDataFolder(path: Repository.geoData).catalogue()
        let locator = try Locator(catalogue, asOf: try #require(CalendarDate("2026-11-21")))
        var answers: [LocateAnswer] = []
        for site in sites { answers.append(try locator.locate(site)) }
        self.answers = answers
    }

    /// The site of the contract.
    static func contract() throws -> (catalogue: Catalogue, answer: LocateAnswer) {
        let asked = try Asked((106.33, 29.52))
        return (asked.catalogue, asked.answers[0])
    }
}
