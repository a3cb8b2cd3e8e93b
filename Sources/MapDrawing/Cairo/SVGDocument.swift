internal import PlanarGeometry
internal import Wording

/// Cairo's SVG made fit for a page: named, the same every time, with its texts as text.
///
/// Cairo draws letters as outlines, which no reader can search, select or speak. The texts stand once more above
/// them, invisible, as in a scanned PDF.
enum SVGDocument {
    /// The finished document.
    static func finished(
        _ bytes: [UInt8], title: String, description: String, texts: [TextMark],
        language: Language
    ) -> [UInt8] {
        guard let head = position(of: "<svg ", in: bytes[...]),
            let headEnd = bytes[head...].firstIndex(of: UInt8(ascii: ">")),
            let sheet = position(of: "<g id=\"surface", in: bytes[headEnd...]),
            let sheetEnd = bytes[sheet...].firstIndex(of: UInt8(ascii: ">")),
            let foot = bytes.lastIndex(of: UInt8(ascii: "<"))
        else { return bytes }
        let tongue = language == .zh ? "zh-CN" : "en"
        var document = Array(bytes[..<head])
        document += "<svg role=\"img\" xml:lang=\"\(tongue)\" ".utf8
        document += bytes[(head + 5)...headEnd]
        document += "\n<title>\(escaped(title))</title>\n<desc>\(escaped(description))</desc>".utf8
        document += bytes[(headEnd + 1)..<sheet]
        // Cairo names the surface by a counter of the whole process.
        document += "<g id=\"sheet\">".utf8
        document += bytes[(sheetEnd + 1)..<foot]
        document += layer(of: texts).utf8
        document += bytes[foot...]
        return document
    }

    /// The document as an element of a page of HTML.
    ///
    /// - Parameters:
    ///   - bytes: the document.
    ///   - prefix: goes before every id, for those of two pictures on one page must differ.
    /// - Returns: the element, without what makes a document of it.
    static func fragment(_ bytes: [UInt8], idPrefix prefix: String) -> String {
        let start = position(of: "<svg ", in: bytes[...]) ?? 0
        return String(decoding: bytes[start...], as: UTF8.self)
            .replacing(" id=\"", with: " id=\"\(prefix)").replacing("url(#", with: "url(#\(prefix)")
            .replacing("href=\"#", with: "href=\"#\(prefix)")
    }

    /// Where a tag begins.
    private static func position(of tag: String, in bytes: ArraySlice<UInt8>) -> Int? {
        let wanted = Array(tag.utf8)
        var rest = bytes
        while let index = rest.firstIndex(of: wanted[0]) {
            rest = rest[index...]
            if rest.starts(with: wanted) { return index }
            rest = rest.dropFirst()
        }
        return nil
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
