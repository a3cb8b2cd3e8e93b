/// A unit of length written behind a number, taken off it: `3267643.66米`, `628945.81 m`, `3267.644km`.
struct LengthUnit {
    /// Metres in one of it.
    let metres: Double

    /// Longer words first, so that none is taken for the end of another.
    private static let words: [(String, Double)] = [
        ("kilometers", 1000), ("kilometres", 1000), ("kilometer", 1000), ("kilometre", 1000), ("km", 1000),
        ("公里", 1000), ("千米", 1000), ("meters", 1), ("metres", 1), ("meter", 1), ("metre", 1), ("m", 1),
        ("公尺", 1),
        ("米", 1),
    ]

    /// Takes the unit off the end of a text; nil where there is none behind a number.
    init?(takenFrom text: inout Substring) {
        guard let last = text.last, !last.isNumber else { return nil }
        let end = text.suffix(10).lowercased()
        guard let (word, metres) = Self.words.first(where: { end.hasSuffix($0.0) }) else { return nil }
        let rest = text.dropLast(word.count).trimmed
        guard rest.last?.isNumber == true || rest.last == "." else { return nil }
        text = rest
        self.metres = metres
    }
}
