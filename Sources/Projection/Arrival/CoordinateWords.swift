/// The letters and words before and after a number, taken off it.
struct CoordinateWords {
    private(set) var label: CoordinateText.Label?
    /// West or south.
    private(set) var isNegative = false
    /// Whether a compass direction was among them: an angle, then.
    private(set) var hasDirection = false

    private struct Word {
        let text: String
        let label: CoordinateText.Label
        var isDirection = false
        var isNegative = false
    }

    /// Longer words first, so that none is taken for the beginning of another.
    private static let leading: [Word] = [
        Word(text: "longitude", label: .east), Word(text: "latitude", label: .north),
        Word(text: "northing", label: .north), Word(text: "easting", label: .east),
        Word(text: "x坐标", label: .x), Word(text: "y坐标", label: .y),
        Word(text: "横坐标", label: .east), Word(text: "纵坐标", label: .north),
        Word(text: "东坐标", label: .east), Word(text: "北坐标", label: .north),
        Word(text: "东经", label: .east, isDirection: true),
        Word(text: "西经", label: .east, isDirection: true, isNegative: true),
        Word(text: "北纬", label: .north, isDirection: true),
        Word(text: "南纬", label: .north, isDirection: true, isNegative: true),
        Word(text: "经度", label: .east), Word(text: "纬度", label: .north),
        Word(text: "lon", label: .east), Word(text: "lng", label: .east), Word(text: "lat", label: .north),
        Word(text: "横", label: .east), Word(text: "纵", label: .north),
        Word(text: "东", label: .east), Word(text: "北", label: .north),
        Word(text: "x", label: .x), Word(text: "y", label: .y),
    ]

    private static let compass: [Character: Word] = [
        "e": Word(text: "e", label: .east, isDirection: true),
        "w": Word(text: "w", label: .east, isDirection: true, isNegative: true),
        "n": Word(text: "n", label: .north, isDirection: true),
        "s": Word(text: "s", label: .north, isDirection: true, isNegative: true),
    ]

    /// Takes the words off both ends.
    ///
    /// - Throws: ``ArrivalError/conflictingDirections(_:)`` where two of them disagree.
    mutating func take(from rest: inout Substring, writtenAs text: String) throws(ArrivalError) {
        while let word = Self.word(leading: rest) {
            rest = rest.dropFirst(word.text.count).trimmed
            try note(word, writtenAs: text)
            // "E=628945.81" names the easting and is no angle; so do "X：" and "lon =".
            if let mark = rest.first, "=:：".contains(mark) {
                rest = rest.dropFirst().trimmed
                if Self.compass.values.contains(where: { $0.text == word.text && !$0.isNegative }) {
                    hasDirection = false
                }
            }
        }
        if let last = rest.last, let word = Self.compass[Character(last.lowercased())] {
            rest = rest.dropLast().trimmed
            try note(word, writtenAs: text)
        }
    }

    private static func word(leading rest: Substring) -> Word? {
        let start = rest.prefix(12).lowercased()
        if let word = leading.first(where: { start.hasPrefix($0.text) }) { return word }
        guard let first = start.first else { return nil }
        return compass[first]
    }

    private mutating func note(_ word: Word, writtenAs text: String) throws(ArrivalError) {
        if hasDirection, word.isDirection { throw .conflictingDirections(text) }
        if let label, label != word.label { throw .conflictingDirections(text) }
        label = word.label
        hasDirection = hasDirection || word.isDirection
        isNegative = isNegative || word.isNegative
    }
}
