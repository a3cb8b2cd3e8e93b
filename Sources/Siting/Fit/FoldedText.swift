/// A text as words are looked up in it: width and case folded, spaces gone but remembered.
///
/// Full-width forms become ASCII, letters lower case, traditional characters simplified. Spaces and hyphens only part words, since Chinese has none
/// and people write `in-vitro`, `in vitro`, `ji cheng dian lu`. Other punctuation parts for good: no word goes
/// across it. Quotation marks and the dot of names (·) are dropped.
struct FoldedText {
    private(set) var letters: [Unicode.Scalar] = []
    /// Whether something parts a letter from the one before it.
    private var isParted: [Bool] = []

    /// Stands for punctuation.
    static let stop: Unicode.Scalar = "\u{1}"
    /// Stands for the comma of lists (、) and a slash, which part words and join what is said of them.
    static let pause: Unicode.Scalar = "\u{2}"

    /// Whether a letter stands for punctuation.
    static func isPunctuation(_ letter: Unicode.Scalar) -> Bool { letter == stop || letter == pause }

    init(_ text: String) {
        var parted = true
        for scalar in text.unicodeScalars {
            let folded = SimplifiedForms.form(of: Self.narrow(scalar))
            switch folded {
            case "\"", "'", "“", "”", "‘", "’", "「", "」", "《", "》", "·", "\u{FEFF}", "\u{200B}"..."\u{200F}":
                continue
            case "-", "_", "‐"..."―": parted = true
            case _ where folded.properties.isWhitespace: parted = true
            case "+", "&": append(folded, parted: &parted)
            case _ where folded.properties.isAlphabetic || folded.properties.numericType != nil:
                for lower in folded.properties.lowercaseMapping.unicodeScalars {
                    append(lower, parted: &parted)
                }
            case "、",
                "/" where letters.last.map(Self.isPunctuation) != true:
                append(Self.pause, parted: &parted)
                parted = true
            default:
                if letters.last == Self.pause {
                    letters[letters.count - 1] = Self.stop
                } else if letters.last != Self.stop {
                    append(Self.stop, parted: &parted)
                }
                parted = true
            }
        }
        while let last = letters.last, Self.isPunctuation(last) {
            letters.removeLast()
            isParted.removeLast()
        }
        if let first = letters.first, Self.isPunctuation(first) {
            letters.removeFirst()
            isParted.removeFirst()
        }
    }

    private mutating func append(_ scalar: Unicode.Scalar, parted: inout Bool) {
        letters.append(scalar)
        isParted.append(parted)
        parted = false
    }

    /// Full-width ASCII (U+FF01–U+FF5E) and the wide space at ordinary width.
    private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0x3000: " "
        default: scalar
        }
    }

    /// Whether a word may begin at one place and end before another: letters of Latin script only at their own ends.
    func canBound(_ range: Range<Int>) -> Bool {
        isBound(range.lowerBound) && isBound(range.upperBound)
    }

    private func isBound(_ place: Int) -> Bool {
        guard place > 0, place < letters.count, !isParted[place] else { return true }
        return !(Self.isWestern(letters[place - 1]) && Self.isWestern(letters[place]))
    }

    private static func isWestern(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x250 && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
    }

    /// The text without the letters of some ranges, which follow upon each other.
    ///
    /// What stood on both sides then stands together: 集成电路只做设计 reads as 集成电路设计.
    func without(_ ranges: [Range<Int>]) -> FoldedText {
        var text = self
        for range in ranges.reversed() {
            // Latin words stay parted.
            if range.upperBound < letters.count, isParted[range.lowerBound] {
                text.isParted[range.upperBound] = true
            }
            text.letters.removeSubrange(range)
            text.isParted.removeSubrange(range)
        }
        return text
    }

    /// The letters of a range as people read them.
    func text(_ range: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        for place in range where !Self.isPunctuation(letters[place]) {
            if place > range.lowerBound, isParted[place] { text.append(" ") }
            text.append(letters[place])
        }
        return String(text)
    }
}
