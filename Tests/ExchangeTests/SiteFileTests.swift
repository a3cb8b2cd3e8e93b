import Exchange
import GeoJSON
import PlanarGeometry
import Projection
import TestSupport
import Testing
import Wording

@Suite struct SiteFileTests {
    /// The first of the five sites of every fixture.
    static let first = Point(x: 106.3716, y: 29.6015)

    struct Row: CustomTestStringConvertible, Sendable {
        let file: String
        let frame: ReferenceFrame
        var testDescription: String { file }
    }

    static let files: [Row] = [
        Row(file: "pts.gpkg", frame: .wgs84), Row(file: "pts.fgb", frame: .wgs84),
        Row(file: "pts.kml", frame: .wgs84), Row(file: "pts.kmz", frame: .wgs84),
    ]

    @Test(arguments: files)
    func theSitesOfOtherProgramsAreReadWithTheirIdsAndNames(_ row: Row) throws {
        let file = try SiteFile(Fixture.path(row.file))
        #expect(file.frame == row.frame)
        #expect(file.features.count == 5)
        let feature = try #require(file.features.first { $0.properties["编号"]?.stringValue == "001" })
        #expect(feature.properties["名称"]?.stringValue == "地块1号")
        #expect(feature.geometry == .point(Self.first))
        #expect(file.notes.isEmpty)
    }

    @Test(arguments: ["gbk.shp", "esri.shp"])
    func aShapefileInMetresIsReadInItsFrame(_ name: String) throws {
        let file = try SiteFile(Fixture.path(name))
        #expect(file.frame == (try .epsg(4544)))
        let feature = try #require(file.features.first)
        #expect(feature.properties["编号"]?.stringValue == "001")
        #expect(feature.properties["名称"]?.stringValue == "地块1号")
        guard case .point(let point)? = feature.geometry else {
            Issue.record("no point")
            return
        }
        let place = try Projector(try .epsg(4544)).toWGS84(point)
        #expect(abs(place.x - Self.first.x) < 1e-9 && abs(place.y - Self.first.y) < 1e-9)
        #expect(file.notes.map(\.code) == (name == "gbk.shp" ? ["encoding_recognised"] : []))
    }

    @Test func aSheetKeepsItsCellsAsTexts() throws {
        let rows = try SiteFile(Fixture.path("pts.xlsx")).rows
        #expect(rows[0] == ["编号", "名称", "经度", "纬度", "面积（亩）"])
        #expect(rows[1] == ["001", "地块1号", "106.3716", "29.6015", "1.5"])
        #expect(rows.count == 6)
    }

    @Test(arguments: ["two.xlsx", "libreoffice.xlsx", "libreoffice.ods"])
    func mergedHeadersComeTogether(_ name: String) throws {
        let file = try SiteFile(Fixture.path(name), SiteFileOptions(headerRow: 3))
        #expect(file.rows[2].prefix(5) == ["编号", "名称", "X坐标", "Y坐标", "面积（亩）"])
        #expect(file.rows[3].prefix(2) == ["001", "地块1号"])
        #expect(file.rows[3][2].hasPrefix("3276725.738"))
        #expect(file.notes.map(\.code) == ["merged_header"])
    }

    @Test func redLinesCloseWithArcsAndBlocksAreDrawnWhereTheyAreInserted() throws {
        let frame = try ReferenceFrame.epsg(4544)
        let file = try SiteFile(
            Fixture.path("redline.dxf"), SiteFileOptions(layer: "红线", frame: frame))
        #expect(file.features.count == 2)
        let parcel = try #require(file.features.first { $0.properties["name"]?.stringValue == "甲地块" })
        let ring = try #require(parcel.geometry?.polygons.first?.exterior)
        // 100 m by 60 m, and half a circle of 30 m.
        #expect(abs(ring.signedArea - (6000 + Double.pi * 900 / 2)) < 1)
        let block = try #require(
            file.features.first { $0.properties["name"] == nil }?.geometry?.polygons.first)
        #expect(abs(block.exterior.signedArea - 1000) < 1e-6)
        #expect(abs((block.exterior.points.map(\.x).min() ?? 0) - (628945.812 + 280)) < 1e-6)
        #expect(file.notes.map(\.code) == ["linework_closed"])
    }

    /// Land left out of a red line is drawn as a second closed line within it; a line of another layer is none of it.
    @Test func aClosedLineInsideAnotherOfItsLayerIsAHole() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "h.dxf",
            TinyDrawing.text([
                ("红线", square(0, 0, 100)), ("红线", square(20, 20, 30)), ("红线", square(30, 30, 10)),
                ("道路", square(60, 60, 20)), ("红线", square(100, 0, 50)), ("红线", square(190, 190, 20)),
            ]))
        let file = try SiteFile(
            "\(folder.path)/h.dxf", SiteFileOptions(frame: try .epsg(4544)))
        let red = file.features.filter { $0.properties["layer"]?.stringValue == "红线" }
        // 100 m less a hole of 30 m, the 10 m within the hole, the neighbour that shares a side, the one far off.
        let areas = red.compactMap(\.geometry?.polygons.first).map { polygon in
            abs(polygon.exterior.signedArea) - polygon.holes.reduce(0) { $0 + abs($1.signedArea) }
        }
        #expect(areas.map { Int($0.rounded()) }.sorted() == [100, 400, 2500, 9100])
        #expect(file.features.count == 5)
        #expect(file.notes.map(\.code) == ["linework_holes"])
        #expect(file.notes.first?.text.zh.contains("“红线”有 1 条") == true)
    }

    private func square(_ x: Double, _ y: Double, _ side: Double) -> [Point] {
        [
            Point(x: x, y: y), Point(x: x + side, y: y), Point(x: x + side, y: y + side),
            Point(x: x, y: y + side),
        ].map { Point(x: 628_945 + $0.x, y: 3_267_643 + $0.y) }
    }

    @Test func aGapWiderThanTheToleranceStaysOpen() throws {
        let file = try SiteFile(
            Fixture.path("redline.dxf"),
            SiteFileOptions(layer: "红线", frame: try .epsg(4544), closingTolerance: 0.001))
        #expect(file.features.contains { $0.geometry?.typeName == "LineString" })
    }

    @Test func aDrawingWithoutAFrameAsksForIt() throws {
        let error = try exchangeError { _ = try SiteFile(Fixture.path("redline.dxf")) }
        #expect(error.code == "frame_unstated")
        #expect(error.remedy.zh.contains("--frame"))
    }

    @Test func arcsAndHeightsAreLeftOutAndSaid() throws {
        let file = try SiteFile(Fixture.path("curve.gpkg"))
        #expect(Set(file.notes.map(\.code)) == ["heights_dropped", "arcs_straightened"])
        #expect((file.features.first?.geometry?.vertices.count ?? 0) > 100)
    }

    @Test func measuresAlongALineAreLeftOutAndSaid() throws {
        let file = try SiteFile(Fixture.path("measured.shp"))
        #expect(file.notes.map(\.code) == ["heights_dropped"])
        #expect(file.notes.first?.text.zh.contains("M 值") == true)
        #expect(
            file.features.first?.geometry?.vertices.first == Point(x: 106.33, y: 29.51))
    }

    @Test func theTextOfFeaturesIsGeoJSONThatNamesItsFrame() throws {
        let file = try SiteFile(Fixture.path("esri.shp"))
        let collection = try FeatureCollection(parsing: file.text, acceptingAnyCRS: true)
        #expect(collection.declaredCRS == "urn:ogc:def:crs:EPSG::4544")
        #expect(collection.features.map(\.geometry) == file.features.map(\.geometry))
    }
}

/// A drawing of closed polylines and nothing else.
private enum TinyDrawing {
    static func text(_ rings: [(layer: String, points: [Point])]) -> String {
        let header = "0\nSECTION\n2\nHEADER\n9\n$ACADVER\n1\nAC1027\n0\nENDSEC\n"
        let entities = rings.map { layer, points in
            "0\nLWPOLYLINE\n8\n\(layer)\n90\n\(points.count)\n70\n1\n"
                + points.map { "10\n\($0.x)\n20\n\($0.y)\n" }.joined()
        }
        return header + "0\nSECTION\n2\nENTITIES\n\(entities.joined())0\nENDSEC\n0\nEOF\n"
    }
}
