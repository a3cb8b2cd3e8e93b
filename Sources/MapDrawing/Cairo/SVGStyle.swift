/// A style of an SVG of Cairo's, written shorter.
///
/// Cairo states every property of every mark, colours as percentages with six decimals. Its defaults are those of SVG 1.1
/// and nothing around a mark sets others, so that a property at its default need not be stated.
enum SVGStyle {
    /// The properties that remain; empty where all went without saying.
    static func shortened(_ style: ArraySlice<UInt8>) -> [UInt8] {
        let properties = String(decoding: style, as: UTF8.self).split(separator: ";")
        let isRound = properties.contains("stroke-linejoin:round")
        let kept = properties.filter { property in
            !defaults.contains(property) && !(isRound && property.hasPrefix("stroke-miterlimit:"))
        }
        return Array(kept.map(withShortColour).joined(separator: ";").utf8)
    }

    private static let defaults: Set<Substring> = [
        "fill-opacity:1", "stroke-opacity:1", "stroke:none", "stroke-linecap:butt", "fill-rule:nonzero",
        "stroke-linejoin:miter",
    ]

    /// `fill:#5c6570` for `fill:rgb(36.078431%,39.607843%,43.137255%)`; a colour of no 256 steps stays.
    private static func withShortColour(_ property: Substring) -> String {
        guard let start = property.firstRange(of: "rgb("), property.last == ")" else {
            return String(property)
        }
        let parts = property[start.upperBound...].dropLast().split(separator: ",")
        let steps = parts.compactMap { part -> Int? in
            guard part.last == "%", let percent = Double(part.dropLast()) else { return nil }
            let step = (percent * 2.55).rounded()
            return abs(percent * 2.55 - step) < 0.001 && (0...255).contains(step) ? Int(step) : nil
        }
        guard parts.count == 3, steps.count == 3 else { return String(property) }
        let digits = steps.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return property[..<start.lowerBound] + "#" + digits
    }
}
