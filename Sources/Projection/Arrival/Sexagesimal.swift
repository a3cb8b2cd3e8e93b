/// An angle in degrees, minutes and seconds, its sign already taken off: `106°19′48″`, `106度19分48秒`, `106 19 48`, `106:19:48`,
/// `106-19-48.5`.
struct Sexagesimal {
    let degrees: Double

    private enum Mark: Int {
        case degree, minute, second
    }

    /// Reads the angle; nil where the text is something else.
    ///
    /// - Throws: ``ArrivalError/notSexagesimal(_:)`` where the marks are there but the numbers are not: minutes or
    ///   seconds of 60 and more, decimals before the last number, marks out of order.
    init?(_ text: Substring, writtenAs original: String) throws(ArrivalError) {
        guard let parts = Self.parts(of: text) ?? Self.partedBySigns(text) else { return nil }
        let marked = parts.contains { $0.mark != nil }
        // Two bare numbers are more often a pair than degrees and minutes.
        guard marked || parts.count == 3 else { return nil }
        guard parts.count <= 3 else { throw .notSexagesimal(original) }
        var degrees = 0.0
        var unit = 1.0
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            // Only the last mark may be left out.
            guard part.mark?.rawValue == index || (part.mark == nil && (isLast || !marked)),
                isLast || !part.figures.contains("."), let value = Double(part.figures),
                index == 0 || value < 60
            else { throw .notSexagesimal(original) }
            degrees += value / unit
            unit *= 60
        }
        self.degrees = degrees
    }

    /// The numbers with the mark after each; nil where anything else stands in the text.
    private static func parts(of text: Substring) -> [(figures: String, mark: Mark?)]? {
        var rest = text.trimmed
        var parts: [(figures: String, mark: Mark?)] = []
        while !rest.isEmpty {
            let figures = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
            guard figures.first?.isNumber == true, figures.last != ".",
                figures.utf8.filter({ $0 == UInt8(ascii: ".") }).count <= 1
            else { return nil }
            rest = rest.dropFirst(figures.count)
            let wasSpaced = rest.first?.isWhitespace == true
            rest = rest.trimmed
            let mark = takeMark(from: &rest)
            // Two numbers run together only where a mark parts them.
            guard mark != nil || wasSpaced || rest.isEmpty else { return nil }
            parts.append((String(figures), mark))
            guard parts.count <= 4 else { return nil }
        }
        return parts.isEmpty ? nil : parts
    }

    /// The three numbers of `106:19:48` or `106-19-48`; nil where the text is something else, such as a date.
    private static func partedBySigns(_ text: Substring) -> [(figures: String, mark: Mark?)]? {
        for sign: Character in [":", "-"] where text.contains(sign) {
            let parts = text.split(separator: sign, omittingEmptySubsequences: false).map {
                String($0.trimmed)
            }
            guard parts.count == 3, parts[0].utf8.count <= 3,
                parts.allSatisfy({ PlainNumber.ordinary($0[...]) != nil && $0.first?.isNumber == true })
            else { return nil }
            return parts.map { ($0, nil) }
        }
        return nil
    }

    private static func takeMark(from rest: inout Substring) -> Mark? {
        guard let first = rest.first else { return nil }
        let mark: Mark
        var length = 1
        switch first {
        case "°", "º", "˚", "度", "d", "D": mark = .degree
        case "″", "\"", "”", "“", "秒": mark = .second
        case "′", "'", "’", "‘", "`", "´", "分":
            // Two single marks are the double one.
            let isDouble = first != "分" && rest.dropFirst().first == first
            mark = isDouble ? .second : .minute
            length = isDouble ? 2 : 1
        default: return nil
        }
        rest = rest.dropFirst(length).trimmed
        return mark
    }
}
