import Exchange
import Projection
import TestSupport
import Testing
import Wording

@Suite struct DrawingEndTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A square, a spline of three fit points and no control points as ezdxf writes it, and another square.
    private static func drawing(spline: String) -> String {
        func square(_ x: Int) -> String {
            let corners = [(0, 0), (100, 0), (100, 100), (0, 100)].map {
                "10\n\(628_945 + x + $0.0)\n20\n\(3_267_643 + $0.1)\n"
            }
            return "0\nLWPOLYLINE\n5\n2F\n8\n红线\n90\n4\n70\n1\n\(corners.joined())"
        }
        return "0\nSECTION\n2\nHEADER\n9\n$ACADVER\n1\nAC1027\n0\nENDSEC\n0\nSECTION\n2\nENTITIES\n"
            + "\(square(0))\(spline)\(square(300))0\nENDSEC\n0\nEOF\n"
    }

    private static let spline = """
          0
        SPLINE
          5
        3A
          8
        红线
         70
        0
         71
        3
         72
        0
         73
        0
         74
        3
         11
        628945.0
         21
        3267643.0
         31
        0.0
         11
        628965.0
         21
        3267643.0
         31
        0.0

        """

    private func read(_ text: String) throws -> SiteFile {
        try folder.write("a.dxf", text)
        return try SiteFile("\(folder.path)/a.dxf", SiteFileOptions(frame: try .epsg(4544)))
    }

    @Test func aSplineWithoutControlPointsIsNamedAndTheRestRead() throws {
        let file = try read(Self.drawing(spline: Self.spline))
        #expect(file.features.count == 2)
        #expect(file.notes.map(\.code) == ["splines_left_out"])
        #expect(file.notes.first?.text.zh.contains("图层“红线”，句柄 3A") == true)
    }

    @Test(arguments: [1, 4, 9, 100]) func aDrawingWithoutItsEndIsCutShort(_ count: Int) throws {
        let whole = Self.drawing(spline: "")
        let error = try exchangeError { _ = try read(String(whole.dropLast(count + 1))) }
        #expect(error.code == "damaged_file")
        #expect(error.message.zh.contains("EOF"))
        #expect(try read(whole + "\r\n\u{1A}").features.count == 2)
    }
}
