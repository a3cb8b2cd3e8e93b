import Exchange
import GeoJSON
import PlanarGeometry
import Planning
import Siting
import TestSupport
import Testing
import Validation
import Wording

/// One zone of a layout imported, its sketched neighbours kept.
@Suite struct MixedEditionTests {
    let bench: ImportBench
    static let street = "kechuangjie"
    static let centre = "chengyu-zonghexing-kexue-zhongxin"
    /// 9.7 m on either side of the imported line, in the centre as drawn.
    static let inside = LonLat(longitude: 106.3545986, latitude: 29.5751242)
    static let beside = LonLat(longitude: 106.3544514, latitude: 29.5750058)

    init() throws { bench = try ImportBench() }

    private func imported(_ ids: [String]) throws -> Catalogue {
        var request = try bench.request(try bench.features(ids))
        request.missing = .keep
        let edition = try EditionImport(request, into: bench.data)
        #expect(edition.obstacles.isEmpty, "\(edition.obstacles.map(\.message.en))")
        try edition.publish()
        return try bench.data.catalogue()
    }

    private func answer(_ position: LonLat, _ catalogue: Catalogue, accuracy: Double = 0) throws
        -> LayoutAnswer
    {
        let locator = try Locator(catalogue)
        return try #require(
            try locator.locate(Site(position, accuracy: accuracy), layouts: [bench.layout]).layouts.first)
    }

    @Test func insideAnImportedLineIsCertainAndSoIsWhatItIsAPartOf() throws {
        let found = try answer(Self.inside, try imported([Self.street]))
        #expect(found.deepest?.zone.id == Self.street)
        #expect(found.zones.map(\.zone.id) == [Self.centre, Self.street])
        #expect(found.zones.allSatisfy { $0.probability > 0.9999 && $0.verdict == .inside })
        #expect(found.zones.map(\.accuracy) == [800, 0.5])
        #expect(abs(found.zones[1].boundaryDistance - 9.7) < 0.1)
        #expect(found.notes.contains { $0.kind == .mixedAccuracies })
    }

    @Test func besideAnImportedLineASketchStaysAsUncertainAsItIs() throws {
        let found = try answer(Self.beside, try imported([Self.street]))
        // Once known to 1.1 m, with the site's own, it was said to be certain.
        #expect(found.zones.map(\.zone.id) == [Self.centre])
        #expect(found.zones[0].accuracy == 800 && found.zones[0].verdict == .uncertain)
        #expect((0.8...0.97).contains(found.zones[0].probability))
        // Nothing of the street is left on this side.
        let site = try answer(Self.beside, try bench.data.catalogue(), accuracy: 1)
        #expect(site.zones.map(\.zone.id) == [Self.centre])
    }

    @Test func whatWasImportedBeforeStaysSo() throws {
        _ = try imported([Self.street])
        var request = try bench.request(try bench.features(["daxuecheng"]))
        request.missing = .keep
        request.validFrom = try #require(CalendarDate("2026-01-15"))
        request.edition = "second"
        // As a later import would: from the day of the first on.
        request.validFrom = bench.today
        request.today = try #require(CalendarDate("2099-01-01"))
        let edition = try EditionImport(request, into: bench.data)
        #expect(edition.obstacles.isEmpty, "\(edition.obstacles.map(\.message.en))")
        try edition.publish()
        let catalogue = try bench.data.catalogue()
        let loaded = try #require(catalogue.layout(bench.layout)?.editions.last)
        #expect(loaded.origin?.zones == ["daxuecheng"])
        #expect(loaded.origin?.zonesBefore == [Self.street])
        let found = try answer(Self.inside, catalogue)
        #expect(found.zones.map(\.accuracy) == [800, 0.5])
    }

    @Test func anEditionOfOneKindKeepsItsOneStandardDeviation() throws {
        let catalogue = try imported(ImportBench.five)
        for position in [Self.inside, Self.beside] {
            let found = try answer(position, catalogue)
            #expect(found.zones.allSatisfy { $0.accuracy == 0.5 && $0.probability > 0.9999 })
            #expect(!found.notes.contains { $0.kind == .mixedAccuracies })
        }
    }

    /// Told by the kept sketches' hundreds of metres, any shift would be one the drawing cannot tell.
    @Test func theShiftOffAnImportedLineIsToldByThatLine() throws {
        let catalogue = try imported([Self.street])
        let assessor = try Assessor(
            catalogue, try bench.data.activities(in: catalogue),
            unchecked: try bench.data.uncheckedItems(in: catalogue))
        // Some 200 m wide, the line through its middle.
        let (x, y) = (Self.inside.longitude, Self.inside.latitude)
        let ring = [(-1.0, -1.0), (1, -1), (1, 1), (-1, 1), (-1, -1)].map {
            Point(x: x + $0.0 * 0.001, y: y + $0.1 * 0.001)
        }
        let parcel = try ParcelReader().parcel(.polygon(Polygon(exterior: try Ring(ring))))
        let flags = try assessor.assess(AssessedSite(parcel), layouts: [bench.layout]).flags
        let flag = try #require(
            flags.first { $0.rule == .nearBoundary && $0.zones.map(\.id) == [Self.street] })
        #expect(flag.reason.zh.hasPrefix("图上边界穿过"))
        guard case .shift(let shift) = flag.lift else {
            Issue.record("\(String(describing: flag.lift))")
            return
        }
        #expect((60...250).contains(shift.metres))
    }

    @Test func aTableSaysTheSame() throws {
        let catalogue = try imported([Self.street])
        let bulk = try BulkLocator(
            catalogue, options: BulkIndex.Options(coarsestCells: 4096, firstDivision: 2))
        let plan = try #require(bulk.plans.firstIndex { $0.layout.id == bench.layout })
        let zones = bulk.plans[plan].zones
        let locator = try Locator(catalogue)
        var random = SeededGenerator(seed: 15)
        let positions =
            [Self.inside, Self.beside]
            + (0..<250).map { _ in
                LonLat(
                    longitude: .random(in: 106.33...106.40, using: &random),
                    latitude: .random(in: 29.55...29.63, using: &random))
            }
        var answers = BulkAnswers()
        let (longitudes, latitudes) = (positions.map(\.longitude), positions.map(\.latitude))
        try bulk.locate(longitudes: longitudes.span, latitudes: latitudes.span, into: &answers)
        for (row, position) in positions.enumerated() {
            let single = try #require(
                try locator.locate(Site(position), layouts: [bench.layout]).layouts.first)
            let columns = answers.plans[plan]
            guard let deepest = single.deepest else {
                #expect(columns.zones[row] < 0, "\(position)")
                continue
            }
            #expect(zones[Int(columns.zones[row])].id == deepest.zone.id, "\(position)")
            #expect(columns.verdicts[row] == deepest.verdict, "\(position)")
            #expect(abs(columns.probabilities[row] - deepest.probability) < 1e-5, "\(position)")
            #expect(
                columns.alsoPossible(at: row).map { zones[Int($0)].id }
                    == single.zones.filter { !$0.holds }.map(\.zone.id), "\(position)")
        }
    }
}
