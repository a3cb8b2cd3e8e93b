import Exchange
import GeoJSON
import Projection
import TestSupport
import Testing
import Wording

/// Of a geometry that cannot be read it is told which one it is and why.
@Suite struct UnreadableFeatureTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func aRowStaysAndIsNamedWithTheReason() throws {
        func placemark(_ name: String, _ ring: String) -> String {
            "<Placemark><name>\(name)</name><Polygon><outerBoundaryIs><LinearRing><coordinates>\(ring)"
                + "</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>"
        }
        try folder.write(
            "a.kml",
            "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Folder><name>f</name>"
                + placemark("甲", "106.3,29.5 106.31,29.5 106.31,29.51 106.3,29.5")
                + placemark("乙", "106.3,29.5 106.31,29.5 106.3,29.5")
                + "</Folder></Document></kml>")
        let file = try SiteFile("\(folder.path)/a.kml")
        #expect(file.features.count == 2)
        #expect(file.features[1].geometry == nil)
        let note = try #require(file.notes.first { $0.code == "unreadable_geometry" })
        #expect(note.text.zh == "1 个要素的几何无法读取（首个为第 2 个：只有 3 个点，至少应有 4 个）。")
        #expect(note.text.en.contains("number 2; it has 3 points of the 4 it needs"))
    }

    @Test func anEntityOfADrawingIsNamedByItsHandle() throws {
        func polyline(_ handle: String, _ points: [(String, Int)]) -> String {
            "0\nLWPOLYLINE\n5\n\(handle)\n100\nAcDbEntity\n8\n\\U+7EA2\\U+7EBF\n100\nAcDbPolyline\n90\n\(points.count)\n70\n0\n"
                + points.map { "10\n\($0.0)\n20\n\($0.1)\n" }.joined()
        }
        try folder.write(
            "a.dxf",
            "0\nSECTION\n2\nENTITIES\n"
                + polyline("2B", [("629000", 3_267_000), ("629100", 3_267_000), ("629100", 3_267_100)])
                + polyline("2C", [("629000", 3_267_000), ("nan", 3_267_000)]) + "0\nENDSEC\n0\nEOF\n")
        let file = try SiteFile("\(folder.path)/a.dxf", SiteFileOptions(frame: try .epsg(4544)))
        #expect(file.features.count == 1)
        let note = try #require(file.notes.first { $0.code == "unreadable_geometry" })
        #expect(note.text.zh.contains("图层“红线”句柄 2C：第 2 点的坐标不是有限数"), "\(note.text.zh)")
    }

    @Test func namesInADrawingAreReadWhateverTheyAreEscapedWith() throws {
        let file = try SiteFile(
            "\(Repository.root)/Examples/formats/redlines.dxf", SiteFileOptions(frame: try .epsg(4544)))
        let names = file.features.compactMap { $0.properties["name"]?.stringValue }
        #expect(Set(names) == ["示例地块甲", "示例地块乙"])
    }
}
