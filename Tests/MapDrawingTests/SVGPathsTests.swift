import Testing

@testable import MapDrawing

@Suite struct SVGPathsTests {
    private func shortened(_ path: String) -> String {
        String(decoding: SVGPaths.shortened(Array("<path d=\"\(path)\"/>".utf8)), as: UTF8.self)
    }

    @Test(arguments: [
        // Lines to the side and down have letters of their own.
        ("M 1.234567 2.5 L 3 2.5 L 3 0 L 2 1 Z", "m1.23 2.5h1.77v-2.5l-1 1z"),
        // What comes after an end begins where the piece began.
        ("M 10 10 L 12 10 Z M 11 11 L 11 12", "m10 10h2zm1 1v1"),
        ("M 0 0 C 1 2 3 4 5 6 C 7 8 9 10 11.005 12", "m0 0c1 2 3 4 5 6 2 2 4 4 6.01 6"),
        ("M 0.001 -0.004 L -0.05 0.5 ", "m0 0l-.05 .5"),
        // Steps are between rounded places, so that no error adds up.
        ("M 0 0 L 0.004 1 L 0.008 2 L 0.012 3", "m0 0v1l.01 1v1"),
        ("", ""),
    ])
    func pathsAreWrittenRelativeInHundredths(_ path: String, _ short: String) {
        #expect(shortened(path) == "<path d=\"\(short)\"/>")
    }

    @Test(arguments: ["m 1 2 l 3 4", "M 1 2 A 3 4 5 6 7 8 9", "M 1", "M x y"])
    func whatIsNotOfCairosKindStays(_ path: String) { #expect(shortened(path).contains("d=\"\(path)\"")) }

    @Test(arguments: [
        ("fill:rgb(36.078431%,39.607843%,43.137255%);fill-opacity:1;", " style=\"fill:#5c656e\""),
        ("stroke:none;", ""), ("fill:rgb(0%,100%,3.921569%);", " style=\"fill:#00ff0a\""),
        // A colour between two of 256 steps, and what is no default.
        ("fill:rgb(36.2%,0%,0%);fill-rule:evenodd;", " style=\"fill:rgb(36.2%,0%,0%);fill-rule:evenodd\""),
        // The limit of a mitre says nothing of round joins.
        (
            "fill:none;stroke-width:2;stroke-linecap:butt;stroke-linejoin:round;stroke:rgb(100%,100%,100%);stroke-opacity:0.9;stroke-miterlimit:10;",
            " style=\"fill:none;stroke-width:2;stroke-linejoin:round;stroke:#ffffff;stroke-opacity:0.9\""
        ), ("stroke-linejoin:miter;stroke-miterlimit:10;", " style=\"stroke-miterlimit:10\""),
    ])
    func stylesLoseWhatGoesWithoutSaying(_ style: String, _ short: String) {
        let bytes = SVGPaths.shortened(
            Array("<g style=\"\(style)\"><path style=\"\(style)\" d=\"\"/></g>".utf8))
        #expect(String(decoding: bytes, as: UTF8.self) == "<g\(short)><path\(short) d=\"\"/></g>")
    }

    @Test func lettersArePlacedInHundredths() {
        let text = "<g><use xlink:href=\"#g0\" x=\"85.039062\" y=\"-0.004999\"/><rect x=\"1.234567\"/></g>"
        let short = "<g><use xlink:href=\"#g0\" x=\"85.04\" y=\"0.00\"/><rect x=\"1.234567\"/></g>"
        #expect(String(decoding: SVGPaths.shortened(Array(text.utf8)), as: UTF8.self) == short)
    }

    @Test func whatIsNoPathStays() {
        let text = "<text id=\"d\" x=\"1.234567\">M 1.234567 2</text>"
        #expect(String(decoding: SVGPaths.shortened(Array(text.utf8)), as: UTF8.self) == text)
    }
}
