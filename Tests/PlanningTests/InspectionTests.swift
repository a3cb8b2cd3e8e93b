import Planning
import TestSupport
import Testing

@Suite struct InspectionTests {
    let folder = GeoDataFolder(path: Repository.geoData)

    func text(_ file: String) throws -> String { String(decoding: try folder.bytes(of: file), as: UTF8.self) }

    @Test func shippedDataHaveNoFaultAndTheSameCatalogueBothWays() throws {
        let inspection = folder.inspection()
        #expect(inspection.errors.isEmpty)
        #expect(try folder.catalogue() == inspection.catalogue)
        #expect(try folder.gazetteer() == inspection.gazetteer)
        #expect(!inspection.citedText.documents.isEmpty)
    }

    @Test func severalFaultsAreFoundAtOnceAndTheRestIsKept() throws {
        let file = "jinfeng-five-zones/2026-schematic/zones.geojson"
        let broken = try text(file).replacing(
            "\"role\": \"area\"", with: "\"role\": \"zone\"", maxReplacements: 2)
        let edited = folder.replacing(file, with: Array(broken.utf8))
            .replacing("cited-lines.json", with: Array("{".utf8))
        let inspection = edited.inspection()
        #expect(inspection.errors.count == 3)
        let zones = try #require(inspection.catalogue.layout("jinfeng-five-zones")?.editions.first?.zones)
        #expect(zones.count == 4)
        // Parts of a zone that could not be read stand without a parent, and no second fault is made of it.
        #expect(zones.allSatisfy { $0.parent == nil })
        #expect(throws: GeoDataError.self) { try edited.catalogue() }
    }

    @Test func theStrictCatalogueThrowsTheFirstFaultOfTheInspection() throws {
        let file = "north-middle-south/2026-schematic/relations.json"
        let broken = try text(file).replacing("\"relations\"", with: "\"relation\"")
        let edited = folder.replacing(file, with: Array(broken.utf8))
        let error = #expect(throws: GeoDataError.self) { try edited.catalogue() }
        #expect(error == edited.inspection().errors.first)
    }

    @Test func aCycleIsBrokenSoThatPathsEnd() throws {
        let file = "north-middle-south/2026-schematic/zones.geojson"
        let broken = try text(file).replacing(
            "\"parent\": \"beibu-yanfa-ceyuandi\"", with: "\"parent\": \"sheshi-jijuqu-a\"")
        let edition = try #require(
            folder.replacing(file, with: Array(broken.utf8)).inspection().catalogue.layout(
                "north-middle-south")?
                .editions.first)
        for zone in edition.zones { #expect(edition.path(to: zone).count < 6) }
    }

    @Test func quantitiesAreReadWithTheirUnits() throws {
        let file = "context/2026-schematic/relations.json"
        let quantity = """
            {"relations":[],"quantities":[{"zone":"gaoxinqu-zhiguanyuan","kind":"area","value":470250,"unit":"mu",
            "drawn_to_size":true,"source":{"document":"002","line":5,"quote":"x"}}]}
            """
        let edited = folder.replacing(file, with: Array(quantity.utf8)).inspection()
        let read = try #require(edited.catalogue.context?.editions.first?.quantities.first)
        #expect(abs(read.metric - 313_500_000) < 1e-3)
        #expect(read.isDrawnToSize && read.kind == .area)
    }

    struct Quote: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let line: Int
        let quote: String
        let isFound: Bool?
    }

    @Test(arguments: [
        Quote(testDescription: "within its line", line: 1, quote: "科学城", isFound: true),
        Quote(testDescription: "over a line break", line: 1, quote: "建设科学城核心区", isFound: true),
        Quote(testDescription: "white space aside", line: 1, quote: "建设 科学　城", isFound: true),
        Quote(testDescription: "beginning on the next line", line: 1, quote: "核心区", isFound: false),
        Quote(testDescription: "one character off", line: 1, quote: "科学域", isFound: false),
        Quote(testDescription: "running past the kept lines", line: 2, quote: "核心区完", isFound: false),
        Quote(testDescription: "on a line nobody kept", line: 9, quote: "科学城", isFound: nil),
        Quote(testDescription: "empty", line: 1, quote: " ", isFound: false),
    ])
    func aQuoteBeginsOnItsLine(row: Quote) {
        let text = CitedText(lines: ["002": [1: "  建设科学城", 2: "核心区"]])
        #expect(text.holds(Source(document: "002", line: row.line, quote: row.quote)) == row.isFound)
    }
}
