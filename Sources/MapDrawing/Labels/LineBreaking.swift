/// Where a name may be broken into lines.
enum LineBreaking {
    /// A text in so many lines of much the same length; fewer where it cannot be broken so often.
    static func even(_ text: String, lines count: Int) -> [String] {
        let units = units(of: text)
        guard units.count >= count, text.count >= count * 3 else { return [text] }
        var lines: [String] = []
        var rest = units[...]
        for left in stride(from: count, to: 1, by: -1) {
            let goal = Double(rest.reduce(0) { $0 + weight($1) }) / Double(left)
            var line = ""
            var width = 0.0
            while let next = rest.first, rest.count >= left {
                let wider = width + Double(weight(next))
                if !line.isEmpty, wider - goal > goal - width { break }
                line += next
                width = wider
                rest = rest.dropFirst()
            }
            lines.append(line)
        }
        lines.append(rest.joined())
        return lines.map { $0.trimmed }.filter { !$0.isEmpty }
    }

    /// A text in lines no wider than a measure, broken as early as need be.
    static func wrapped(_ text: String, width: Double, measure: (String) -> Double) -> [String] {
        var lines: [String] = []
        var line = ""
        for unit in units(of: text) {
            if !line.isEmpty, measure((line + unit).trimmed) > width {
                lines.append(line.trimmed)
                line = unit
            } else {
                line += unit
            }
        }
        return (lines + [line.trimmed]).filter { !$0.isEmpty }
    }

    /// The pieces a text may be broken between: words with the space behind them, ideographs one by one.
    ///
    /// No line begins with a closing mark or ends with an opening one (GB/T 15834 5.1).
    private static func units(of text: String) -> [String] {
        var units: [String] = []
        var last: Character?
        for character in text {
            let joined =
                if let last {
                    closing.contains(character) || opening.contains(last)
                        || (!isWide(character) && !isWide(last) && last != " " && last != "–" && last != "-")
                } else { false }
            if joined, !units.isEmpty {
                units[units.count - 1].append(character)
            } else if character == " ", !units.isEmpty {
                units[units.count - 1].append(character)
            } else {
                units.append(String(character))
            }
            last = character
        }
        return units
    }

    private static let closing = Set("，。、；：）〕”’》〉」』】！？％…,.;:)]%·—")
    private static let opening = Set("（〔“‘《〈「『【([")

    /// Whether a character is as wide as an ideograph.
    private static func isWide(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first else { return false }
        return (0x2E80...0xFFEF).contains(scalar.value)
    }

    private static func weight(_ text: String) -> Int { text.reduce(0) { $0 + (isWide($1) ? 2 : 1) } }
}

extension String {
    fileprivate var trimmed: String {
        var text = self[...]
        while text.last == " " { text = text.dropLast() }
        while text.first == " " { text = text.dropFirst() }
        return String(text)
    }
}
