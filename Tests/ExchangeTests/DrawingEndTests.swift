import Exchange
import Projection
import TestSupport
import Testing
import Wording

@Suite struct DrawingEndTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Two squares.
    private static func drawing() -> String {
        func square(_ x: Int) -> String {
            let corners = [(0, 0), (100, 0), (100, 100), (0, 100)].map {
                "10\n\(628_945 + x + $0.0)\n20\n\(3_267_643 + $0.1)\n"
            }
            return "0\nLWPOLYLINE\n5\n2F\n8\n红线\n90\n4\n70\n1\n\(corners.joined())"
        }
        return "0\nSECTION\n2\nHEADER\n9\n$ACADVER\n1\nAC1027\n0\nENDSEC\n0\nSECTION\n2\nENTITIES\n"
            + "\(square(0))\(square(300))0\nENDSEC\n0\nEOF\n"
    }

    private func read(_ text: String) throws -> SiteFile {
        try folder.write("a.dxf", text)
        return try SiteFile("\(folder.path)/a.dxf", SiteFileOptions(frame: try .epsg(4544)))
    }

    @Test(arguments: [1, 4, 9, 100]) func aDrawingWithoutItsEndIsCutShort(_ count: Int) throws {
        let whole = Self.drawing()
        let error = try exchangeError { _ = try read(String(whole.dropLast(count + 1))) }
        #expect(error.code == "damaged_file")
        #expect(error.message.zh.contains("EOF"))
        #expect(try read(whole + "\r\n\u{1A}").features.count == 2)
    }
}
