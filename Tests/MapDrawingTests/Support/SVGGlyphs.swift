import MapDrawing
import PlanarGeometry

/// The letters of an SVG as a renderer would draw them: outlines and where they are used, read from the file itself.
struct SVGGlyphs {
    /// The box of each letter drawn, millimetres.
    let boxes: [Box]

    private static let millimetres = 25.4 / 72

    init(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        var outlines: [Substring: Box] = [:]
        for symbol in text.matches(of: #/<symbol overflow="visible" id="([^"]+)">\s*<path[^>]* d="([^"]*)"/#)
        {
            let numbers = symbol.2.split(whereSeparator: { " MLCZHV".contains($0) }).compactMap { Double($0) }
            let points = stride(from: 0, to: numbers.count - 1, by: 2).map {
                Point(x: numbers[$0], y: numbers[$0 + 1])
            }
            outlines[symbol.1] = Box(around: points)
        }
        var boxes: [Box] = []
        for use in text.matches(of: #/<use xlink:href="#([^"]+)" x="([^"]+)" y="([^"]+)"/#) {
            guard let outline = outlines[use.1], let x = Double(use.2), let y = Double(use.3) else {
                continue
            }
            let corners = [outline.lower, outline.upper].map {
                Point(x: ($0.x + x) * Self.millimetres, y: ($0.y + y) * Self.millimetres)
            }
            if let box = Box(around: corners) { boxes.append(box) }
        }
        self.boxes = boxes
    }

    /// The letters that stick out of all boxes claimed for texts by more than Cairo's rounding of outlines.
    func stray(beyond claimed: [LabelBox]) -> [Box] {
        let slack = 0.12  // mm
        let around = claimed.compactMap { Box(around: $0.corners) }
        return boxes.filter { box in
            !around.contains {
                $0.lower.x - slack <= box.lower.x && box.upper.x <= $0.upper.x + slack
                    && $0.lower.y - slack <= box.lower.y && box.upper.y <= $0.upper.y + slack
            }
        }
    }
}
