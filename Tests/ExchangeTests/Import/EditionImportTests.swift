import Exchange
import Foundation
import GeoJSON
import PlanarGeometry
import Planning
import Projection
import Siting
import TestSupport
import Testing
import Validation
import Wording

@Suite struct EditionImportTests {
    let bench: ImportBench

    init() throws { bench = try ImportBench() }

    @Test(arguments: [
        ("jinfeng-five-zones", 4544), ("north-middle-south", 4523),
        ("liang-cheng-liang-dai-liang-ping", 4545),
    ])
    func anExportedLayoutComesBackAnsweringTheSame(_ layout: String, _ code: Int) throws {
        let dataset = try Shipped.dataset([layout])
        let target = "\(bench.folder.path)/out"
        _ = try DatasetWriter(
            .shapefile, ExchangeOptions(frame: try .epsg(code), language: .zh, encoding: .gb18030)
        ).write(dataset, to: target + "/")
        let files = try FolderContents.names(target).filter { $0.hasSuffix(".shp") }
        var request = ImportRequest(
            files.map { ImportSource("\(target)/\($0)") }, as: .layout(layout), validFrom: bench.today,
            today: bench.today)
        request.edition = "surveyed"
        let edition = try EditionImport(request, into: bench.data)
        #expect(edition.obstacles.isEmpty, "\(edition.obstacles.map(\.message.en))")
        #expect(edition.report.warnings.isEmpty)
        try edition.publish()

        let found = try #require(try bench.data.catalogue().layout(layout))
        #expect(found.editions.map(\.id) == ["2026-schematic", "surveyed"])
        let before = found.editions[0].zones
        let after = found.editions[1].zones
        #expect(before.map(\.id) == after.map(\.id))
        #expect(before.map(\.sources) == after.map(\.sources))
        #expect(before.map(\.geometry) == after.map(\.geometry))
        #expect(before.map(\.unlocatedReason) == after.map(\.unlocatedReason))
        #expect(found.editions[0].validTo == bench.today)
        #expect(found.edition(validOn: bench.today)?.id == "surveyed")
        #expect(found.edition(validOn: try #require(CalendarDate("2026-01-01")))?.id == "2026-schematic")

        // The locator's own index, asked at ten thousand places.
        let indexes = try [before, after].map { zones in
            try BulkIndex(zones.map { $0.geometry?.polygons ?? [] })
        }
        var random = SeededGenerator(seed: 6)
        var hits = 0
        for _ in 0..<10_000 {
            let place = Point(
                x: .random(in: 106.2...106.55, using: &random), y: .random(in: 29.35...29.75, using: &random))
            let answers = indexes.map { $0.zones(at: place) }
            #expect(answers[0] == answers[1])
            hits += answers[0].isEmpty ? 0 : 1
        }
        #expect(hits > 300)
    }

    @Test func originAccuracyAndTextsAreKept() throws {
        var request = try bench.request(try bench.features(ImportBench.five))
        request.title = "成渝综合性科学中心控制范围"
        request.number = "渝规〔2025〕1号"
        request.date = CalendarDate("2025-03-01")
        request.classification = "内部"
        request.edition = "statutory"
        let edition = try EditionImport(request, into: bench.data)
        #expect(edition.columns == "name_zh=MC")
        try edition.publish()
        let loaded = try #require(try bench.data.catalogue().layout(bench.layout)?.editions.last)
        #expect(loaded.classification == "内部")
        let origin = try #require(loaded.origin)
        #expect(origin.title == "成渝综合性科学中心控制范围")
        #expect(origin.number == "渝规〔2025〕1号")
        #expect(origin.date?.description == "2025-03-01")
        #expect(origin.files.map(\.name) == ["in.geojson"])
        #expect(origin.files[0].sha256.utf8.count == 64)
        #expect(origin.zones == ImportBench.five)
        let zone = try #require(loaded.zone("shengmingdao"))
        #expect(zone.accuracy?.metres == 0.5)
        #expect(zone.accuracy?.basis.zh.contains("in.geojson") == true)
        #expect(zone.functions.isEmpty == false)
        #expect(zone.note?.zh.hasPrefix("图形已由导入的文件取代") == true)
    }

    @Test func zonesTheFileDoesNotDrawSaySoOrStay() throws {
        let features = try bench.features(["shengmingdao"])
        for (missing, isDrawn) in [(ImportRequest.MissingZones.unlocated, false), (.keep, true)] {
            var request = try bench.request(features)
            request.missing = missing
            request.edition = "only-one-\(missing.rawValue)"
            let edition = try EditionImport(request, into: bench.data)
            #expect(edition.obstacles.isEmpty, "\(edition.obstacles.map(\.message.en))")
            #expect(edition.missing.count == 5)
            try edition.publish()
            let loaded = try #require(
                try bench.data.catalogue().layout(bench.layout)?.editions.first { $0.id == edition.edition })
            #expect((loaded.zone("keyangang")?.geometry != nil) == isDrawn)
            #expect(
                (loaded.zone("keyangang")?.unlocatedReason?.zh.contains("in.geojson") ?? false) == !isDrawn)
            try bench.folder.remove("data")
            try bench.folder.copy(Repository.geoData, to: "data")
        }
    }

    @Test func aWordOfTheUserSettlesAName() throws {
        var request = try bench.request(try bench.features(["shengmingdao"]) { _ in ["MC": "生命岛片区"] })
        request.matches = ["生命岛片区": "shengmingdao"]
        #expect(try EditionImport(request, into: bench.data).drawn.map(\.zone) == ["shengmingdao"])
        // By its name as by its id.
        request.matches = ["生命岛片区": "生命岛"]
        #expect(try EditionImport(request, into: bench.data).drawn.map(\.zone) == ["shengmingdao"])
        request.matches = ["生命岛片区": "nowhere"]
        #expect(try exchangeError { _ = try EditionImport(request, into: bench.data) }.code == "unknown_id")
    }

    @Test func newZonesAreMadeOnlyWhenAskedFor() throws {
        let square = try Ring([
            Point(x: 106.33, y: 29.56), Point(x: 106.34, y: 29.56), Point(x: 106.34, y: 29.57),
            Point(x: 106.33, y: 29.57), Point(x: 106.33, y: 29.56),
        ])
        var request = try bench.request(
            try bench.features(ImportBench.five)
                + [
                    Feature(
                        geometry: .polygon(Polygon(exterior: square)),
                        properties: ["MC": "龙兴片", "BSM": "500106001", "BZ": "试点"])
                ])
        request.newZones = true
        #expect(
            try exchangeError { _ = try EditionImport(request, into: bench.data) }.code == "option_missing")
        request.planPeriod = PlanPeriod(from: 2021, to: 2035, outlook: nil)
        let edition = try EditionImport(request, into: bench.data)
        #expect(edition.obstacles.isEmpty, "\(edition.obstacles.map(\.message.en))")
        #expect(edition.created == ["imported-1"])
        try edition.publish()
        let zone = try #require(
            try bench.data.catalogue().layout(bench.layout)?.editions.last?.zone("imported-1"))
        #expect(zone.sources.isEmpty)
        #expect(zone.note?.zh.contains("试点；BSM=500106001") == true)
    }

    @Test(arguments: [
        // The centre at a quarter of its stated 100 km².
        ("jinfeng-five-zones", "chengyu-zonghexing-kexue-zhongxin", "quantity.area"),
        // Land of the context at a quarter: the zones of other layouts that then lie beyond it follow from the same line.
        ("context", "gaoxinqu-zhiguanyuan", "coverage.contains"),
    ])
    func linesThatDenyTheTextsMayBeAcceptedAndStayInSight(_ layout: String, _ zone: String, _ rule: String)
        throws
    {
        let edition = try #require(try bench.data.catalogue().layout(layout)?.editions.first)
        let given = try #require(edition.zone(zone)?.geometry)
        let middle = try #require(given.box?.centre)
        func halved(_ from: Double, _ to: Double) -> Double { ((from + to) / 2 * 1e9).rounded() / 1e9 }
        let shrunk = Geometry.polygon(
            Polygon(
                exterior: try Ring(
                    given.polygons[0].exterior.points.map {
                        Point(x: halved($0.x, middle.x), y: halved($0.y, middle.y))
                    })))
        var request = try bench.request(
            [Feature(geometry: shrunk, properties: ["id": .string(zone)])], as: .layout(layout))
        request.missing = .keep
        let refused = try EditionImport(request, into: bench.data)
        #expect(refused.obstacles.map(\.rule.id).contains(rule))
        request.accepted = Array(
            Set(refused.obstacles.filter(\.isAcceptable).map(\.rule.id)))
        let accepted = try EditionImport(request, into: bench.data)
        #expect(!accepted.obstacles.contains { $0.rule.id == rule })
        #expect(accepted.report.warnings.contains { $0.rule.id == rule })
        request.accepted = ["geometry.valid"]
        #expect(
            try exchangeError { _ = try EditionImport(request, into: bench.data) }.code == "invalid_value")
    }

    /// A surveyed line that runs along a sketch that is kept, some centimetres off, has vertices that the sketch has not.
    @Test func aLineAlongAKeptSketchMayBeAccepted() throws {
        let edition = try #require(try bench.data.catalogue().layout(bench.layout)?.editions.first)
        // One of two zones that share a border, with a vertex more on every edge.
        let given = try #require(edition.zone("chengyu-zonghexing-kexue-zhongxin")?.geometry?.polygons.first)
        let points = given.exterior.points
        var dense: [Point] = []
        for (number, (one, next)) in zip(points, points.dropFirst()).enumerated() {
            let shift = number.isMultiple(of: 2) ? 3e-7 : -3e-7
            dense += [one, Point(x: (one.x + next.x) / 2 + shift, y: (one.y + next.y) / 2)]
        }
        let denser = try Ring(dense + [points[0]])
        let zone = Feature(
            geometry: .polygon(Polygon(exterior: denser, holes: given.holes)),
            properties: ["id": .string("chengyu-zonghexing-kexue-zhongxin")])
        var request = try bench.request([zone])
        request.missing = .keep
        let refused = try EditionImport(request, into: bench.data)
        let rules = Set(refused.obstacles.map(\.rule.id))
        try #require(
            rules.isSubset(of: ["partition.near-miss", "border.near-miss"]) && !rules.isEmpty, "\(rules)")
        #expect(!refused.obstacles.contains { !$0.isAcceptable })
        request.accepted = Array(rules)
        let accepted = try EditionImport(request, into: bench.data)
        #expect(accepted.obstacles.isEmpty, "\(accepted.obstacles.map(\.message.en))")
        #expect(accepted.report.warnings.contains { rules.contains($0.rule.id) })
        // Within one file the two borders are one, drawn badly: nobody accepts that.
        let others = try bench.features(Array(ImportBench.five.dropFirst())) { ["id": .string($0.id)] }
        var whole = try bench.request([zone] + others)
        whole.accepted = Array(rules)
        let both = try EditionImport(whole, into: bench.data)
        #expect(both.obstacles.contains { rules.contains($0.rule.id) && !$0.isAcceptable })
    }

    /// As other programs carry it: long edges straight in the plane of the file, where ours have vertices on the way.
    @Test func theExampleOfABoundaryIsImportedAsItIs() throws {
        var request = ImportRequest(
            [ImportSource("\(Repository.root)/Examples/formats/boundaries.shp")], as: .layout(bench.layout),
            validFrom: bench.today, today: bench.today)
        request.accuracy = 0.5
        let edition = try EditionImport(request, into: bench.data)
        #expect(edition.obstacles.isEmpty, "\(edition.obstacles.map(\.message.en))")
        #expect(edition.drawn.count == 6)
        try edition.publish()
        // Another of the same day could not be told from it.
        request.edition = "another"
        #expect(
            try exchangeError { _ = try EditionImport(request, into: bench.data) }.code
                == "edition_of_same_day")
        request.validFrom = try #require(CalendarDate("2026-01-15"))
        #expect(try EditionImport(request, into: bench.data).obstacles.isEmpty)
    }

    @Test func anEditionIsReplacedOnlyWhenToldAndWhole() throws {
        var request = try bench.request(try bench.features(ImportBench.five))
        request.edition = "mine"
        try EditionImport(request, into: bench.data).publish()
        let first = try bench.folder.bytes("data/\(bench.layout)/mine/zones.geojson")
        #expect(
            try exchangeError { _ = try EditionImport(request, into: bench.data) }.code == "target_exists")
        request.replacing = true
        request.accuracy = 2
        try EditionImport(request, into: bench.data).publish()
        #expect(try bench.folder.bytes("data/\(bench.layout)/mine/zones.geojson") != first)
        let layout = try #require(try bench.data.catalogue().layout(bench.layout))
        #expect(layout.editions.map(\.id) == ["2026-schematic", "mine"])
        #expect(layout.editions[0].validTo == bench.today)
        #expect(
            try FolderContents.names("\(bench.folder.path)/data").allSatisfy { !$0.hasPrefix(".jinfeng") })
    }

    @Test func partsInSeveralFeaturesBecomeOneZone() throws {
        func square(_ west: Double) throws -> Geometry {
            .polygon(
                Polygon(
                    exterior: try Ring([
                        Point(x: west, y: 29.5), Point(x: west + 0.01, y: 29.5),
                        Point(x: west + 0.01, y: 29.51),
                        Point(x: west, y: 29.51), Point(x: west, y: 29.5),
                    ])))
        }
        var request = try bench.request(
            [
                Feature(geometry: try square(106.33), properties: ["DLMC": "水田"]),
                Feature(geometry: try square(106.34), properties: ["DLMC": "旱地"]),
                Feature(geometry: try square(106.37), properties: [:]),
            ], as: .control(.farmland))
        #expect(
            try exchangeError { _ = try EditionImport(request, into: bench.data) }.code == "option_missing")
        request.planPeriod = PlanPeriod(from: 2021, to: 2035, outlook: nil)
        request.coverage = ["gaoxinqu-zhiguanyuan"]
        let edition = try EditionImport(request, into: bench.data)
        #expect(edition.obstacles.isEmpty, "\(edition.obstacles.map(\.message.en))")
        try edition.publish()
        let layout = try #require(try bench.data.catalogue().layout("permanent-basic-farmland"))
        #expect(layout.kind == .control)
        #expect(layout.coverage?.zones == ["gaoxinqu-zhiguanyuan"])
        let zone = try #require(layout.editions.first?.zones.first)
        #expect(zone.role == .control)
        // Two that touch are one piece without a border between them.
        #expect(zone.geometry?.polygons.count == 2)
    }
}
