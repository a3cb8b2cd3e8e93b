import Exchange
import Foundation
import GeoJSON
import PlanarGeometry
import Planning
import Projection
import TestSupport
import Testing
import Wording

/// What files a folder holds, hidden ones too.
enum FolderContents {
    static func names(_ path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    }
}

@Suite struct FrameMoveTests {
    /// An edge straight in degrees, written in metres and read back, strays nowhere by more than a millimetre.
    @Test(arguments: [4544, 4523, 4545, 3857])
    func edgesStayWithinAMillimetre(_ code: Int) throws {
        let folder = try TemporaryFolder()
        var random = SeededGenerator(seed: 41)
        let date = try #require(CalendarDate("2026-11-21"))
        let frame = try ReferenceFrame.epsg(code)
        let rows = try (0..<40).map { index in
            let points = (0..<2).map { _ in
                Point(
                    x: .random(in: 106.2...106.6, using: &random), y: .random(in: 29.3...29.8, using: &random)
                )
            }
            return ExchangeTable.Row([.integer(index)], geometry: .lineString(try LineString(points)))
        }
        let table = ExchangeTable(
            name: "edges", title: Bilingual(zh: "边", en: "edges"),
            fields: [.init("n", short: "N", Bilingual(zh: "号", en: "n"), .integer)], rows: rows)
        let dataset = ExchangeDataset(
            tables: [table], title: table.title, statement: table.title, date: date)
        let path = "\(folder.path)/edges.gpkg"
        _ = try DatasetWriter(.geoPackage, ExchangeOptions(frame: frame)).write(dataset, to: path)
        let read = try SiteFile(path)
        #expect(read.frame == frame)
        let projector = try Projector(frame)
        var worst = 0.0
        for (row, feature) in zip(rows, read.features) {
            let ends = try #require(row.geometry?.vertices)
            let drawn = try #require(feature.geometry?.lines.first)
            #expect(drawn.points.count > 2)
            for step in 0...200 {
                let t = Double(step) / 200
                let truth = try projector.fromWGS84(
                    Point(
                        x: ends[0].x + t * (ends[1].x - ends[0].x), y: ends[0].y + t * (ends[1].y - ends[0].y)
                    ))
                let distance = drawn.segments.map { $0.distance(to: truth) }.min() ?? .infinity
                worst = max(worst, distance)
            }
        }
        #expect(worst < 0.001)
    }

    @Test func aSharedEdgeGetsTheSameVerticesInBoth() throws {
        let folder = try TemporaryFolder()
        func ring(_ corners: [(Double, Double)]) throws -> Geometry {
            .polygon(Polygon(exterior: try Ring(corners.map { Point(x: $0.0, y: $0.1) })))
        }
        let west = try ring([(106.2, 29.4), (106.31, 29.43), (106.3, 29.6), (106.2, 29.6), (106.2, 29.4)])
        let east = try ring([(106.31, 29.43), (106.4, 29.4), (106.4, 29.6), (106.3, 29.6), (106.31, 29.43)])
        let title = Bilingual(zh: "片", en: "areas")
        let table = ExchangeTable(
            name: "areas", title: title, fields: [.init("n", short: "N", title, .integer)],
            rows: [.init([.integer(1)], geometry: west), .init([.integer(2)], geometry: east)])
        let dataset = ExchangeDataset(
            tables: [table], title: title, statement: title, date: try #require(CalendarDate("2026-11-21")))
        _ = try DatasetWriter(.geoPackage, ExchangeOptions(frame: try .epsg(4544)))
            .write(dataset, to: "\(folder.path)/a.gpkg")
        let read = try SiteFile("\(folder.path)/a.gpkg").features.compactMap(\.geometry)
        let shared = Set(read[0].vertices).intersection(read[1].vertices)
        #expect(shared.count > 20)
    }
}
