internal import PlanarGeometry
internal import Wording

/// Cairo's SVG made fit for a page: named, the same every time, with its texts as text.
///
/// Cairo draws letters as outlines, which no reader can search, select or speak. The texts stand once more above
/// them, invisible, as in a scanned PDF.
enum SVGDocument {
    /// The finished document.
    static func finished(
        _ bytes: [UInt8], size: PaperSize, title: String, description: String, texts: [TextMark],
        language: Language
    ) -> [UInt8] {
        var document = String(decoding: bytes, as: UTF8.self)
        // The surface is named by a counter of the whole process.
        document = document.replacing(#/id="surface\d+"/#) { _ in "id=\"sheet\"" }
        if let head = document.firstRange(of: "<svg "),
            let end = document[head.upperBound...].firstIndex(of: ">")
        {
            let facts =
                "\n<title>\(escaped(title))</title>\n<desc>\(escaped(description))</desc>"
            document.insert(contentsOf: facts, at: document.index(after: end))
            document.insert(
                contentsOf: "role=\"img\" xml:lang=\"\(language == .zh ? "zh-CN" : "en")\" ",
                at: head.upperBound)
        }
        if let foot = document.range(ofLast: "</svg>") {
            document.replaceSubrange(foot, with: layer(of: texts) + "</svg>")
        }
        return Array(document.utf8)
    }

    private static func layer(of texts: [TextMark]) -> String {
        var layer = "<g id=\"texts\" fill=\"none\" stroke=\"none\" font-family=\"sans-serif\">\n"
        for text in texts {
            // The corners run clockwise from the upper left of the unturned box.
            let box = text.box.corners.map { "\(figure($0.x)),\(figure($0.y))" }.joined(separator: " ")
            let degrees = text.angle * 180 / .pi
            let turn =
                text.angle == 0
                ? ""
                : " transform=\"rotate(\(figure(degrees)) \(figure(text.origin.x)) \(figure(text.origin.y)))\""
            let label = text.label.map { " data-label=\"\(escaped($0))\"" } ?? ""
            layer +=
                "<text x=\"\(figure(text.origin.x))\" y=\"\(figure(text.origin.y))\" "
                + "font-size=\"\(figure(text.style.size))\"\(turn)\(label) data-box=\"\(box)\">"
                + "\(escaped(text.text))</text>\n"
        }
        return layer + "</g>\n"
    }

    /// A length or an angle with three decimals.
    private static func figure(_ value: Double) -> String {
        FixedDecimals(value, decimals: 3)?.description ?? "0"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}

extension String {
    fileprivate func range(ofLast pattern: String) -> Range<String.Index>? { ranges(of: pattern).last }
}
