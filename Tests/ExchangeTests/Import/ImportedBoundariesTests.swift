import Exchange
import GeoJSON
import PlanarGeometry
import Planning
import Siting
import TestSupport
import Testing
import Validation
import Wording

/// Whose boundaries an imported edition has, and for which years: told by every answer.
@Suite struct ImportedBoundariesTests {
    let bench: ImportBench
    private static let period = PlanPeriod(from: 2021, to: 2035, outlook: nil)

    init() throws { bench = try ImportBench() }

    private func answer(_ request: ImportRequest) throws -> LayoutAnswer {
        let edition = try EditionImport(request, into: bench.data)
        #expect(edition.obstacles.isEmpty, "\(edition.obstacles.map(\.message.en))")
        try edition.publish()
        let day = try #require(CalendarDate("2026-11-21"))
        let locator = try Locator(bench.data.catalogue(), asOf: max(day, bench.today))
        let answer = try locator.locate(
            Site(LonLat(longitude: 106.33, latitude: 29.52)))
        return try #require(answer.layouts.first { $0.layout.id == bench.layout })
    }

    @Test func thePlanNamedOnImportIsTheOneAnswered() throws {
        var request = try bench.request(try bench.features(ImportBench.five))
        request.title = "成渝综合性科学中心控制范围"
        request.number = "渝规〔2025〕1号"
        request.date = CalendarDate("2025-03-01")
        request.planPeriod = Self.period
        let found = try answer(request)
        #expect(found.planPeriod == Self.period && found.planStatus == .inForce)
        let note = try #require(found.notes.first(.importedBoundaries)).text
        for words in ["《成渝综合性科学中心控制范围》", "渝规〔2025〕1号", "2025-03-01", "in.geojson", "规划期2021—2035年"] {
            #expect(note.zh.contains(words), "\(words) is missing: \(note.zh)")
        }
        // What is said of the zones is still the documents'.
        #expect(note.zh.contains("功能、产业与原文仍出自 002、003（规划期2021—2025年）"))
        #expect(found.zones.first?.zone.planPeriod.to == 2025)
    }

    @Test func whatWasNotStatedIsSaidToBeSo() throws {
        let request = try bench.request(try bench.features(ImportBench.five))
        let notes = try EditionImport(request, into: bench.data).notes
        let said = try #require(notes.first { $0.code == "plan_not_stated" }).text
        #expect(said.zh.contains("--source-title") && said.zh.contains("--plan-period"))
        let found = try answer(request)
        #expect(found.planPeriod == nil && found.planStatus == .notStated)
        let note = try #require(found.notes.first(.importedBoundaries)).text
        #expect(note.zh.contains("未注明所属规划") && note.zh.contains("未注明规划期"), "\(note.zh)")
        #expect(note.en.contains("plan not stated") && note.en.contains("plan period not stated"))
    }

    @Test func besideSketchesTheZonesImportedAreNamed() throws {
        var request = try bench.request(try bench.features(["shengmingdao"]))
        request.missing = .keep
        request.planPeriod = Self.period
        let found = try answer(request)
        #expect(found.planPeriod?.to == 2025 && found.planStatus != .inForce)
        let note = try #require(found.notes.first(.importedBoundaries)).text
        #expect(note.zh.hasPrefix("“生命岛”的边界取自导入的") && note.zh.contains("其余单元沿用此前版次的图形"))
        #expect(note.zh.contains("规划期2021—2035年"))
    }

    /// A zone some hundred metres out of a parent drawn at 800 m is no error; the parent takes it in, and that is told.
    @Test func aKeptParentTakesInAnImportedZoneThatLiesOutOfIt() throws {
        var feature = try #require(try bench.features(["shengmingdao"]).first)
        feature.geometry = .polygon(
            Polygon(
                exterior: try Ring(
                    [
                        (106.32, 29.51), (106.34, 29.51), (106.34, 29.499), (106.32, 29.499), (106.32, 29.51),
                    ].map { Point(x: $0.0, y: $0.1) })))
        var request = try bench.request([feature])
        request.missing = .keep
        let edition = try EditionImport(request, into: bench.data)
        let note = try #require(edition.notes.first { $0.code == "sketches_fitted" }).text
        #expect(note.zh.contains("“成渝综合性科学中心”并入") && note.en.contains("took in"))
        #expect(!edition.warnings.contains { $0.rule.id == "hierarchy.beyond-sketch" })
        #expect(!edition.obstacles.contains { $0.rule.id == "hierarchy.inside-parent" })
        // With the parent no longer drawn there is nothing to leave.
        request.missing = .unlocated
        let alone = try EditionImport(request, into: bench.data)
        #expect(!alone.notes.contains { $0.code == "sketches_fitted" })
    }
}
