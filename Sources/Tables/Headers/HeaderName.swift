import Wording

/// A header as people write it, taken apart: `经度（°，GCJ-02）` is the word 经度, a unit, and the name of a frame.
struct HeaderName {
    /// The word itself: narrow, lower case, without spaces and punctuation, brackets or a frame's name.
    private(set) var word = ""
    /// What stands in brackets, or behind a slash, folded alike.
    private(set) var qualifiers: [String] = []
    /// Everything but the frame's name, run together: `lon/lat` is `lonlat`.
    private(set) var whole = ""
    /// The name of a frame in it, as written; and folded, for comparison.
    private(set) var frame: (raw: String, folded: String)?

    init(_ header: String) {
        var letters = HeaderName.letters(of: header)
        if let range = FrameToken.range(in: letters.map(\.folded)) {
            let written = header.unicodeScalars[
                letters[range.lowerBound].index...letters[range.upperBound - 1].index]
            frame = (String(written), String(letters[range].filter { !$0.isBreak }.map(\.folded)))
            // The gap stays a boundary: `经度 WGS84 m`.
            letters.replaceSubrange(
                range, with: [Letter(folded: " ", index: letters[range.lowerBound].index)])
        }
        whole = String(letters.filter { !$0.isBreak && !$0.isBracket && $0.folded != "/" }.map(\.folded))
        split(letters.map(\.folded))
    }

    private mutating func split(_ letters: [Character]) {
        var groups: [(text: [Character], isQualifier: Bool)] = [([], false)]
        var depth = 0
        for letter in letters {
            switch letter {
            case "(":
                depth += 1
                groups.append(([], true))
            case ")":
                depth = max(0, depth - 1)
                groups.append(([], depth > 0))
            case "/": groups.append(([], true))
            default: groups[groups.count - 1].text.append(letter)
            }
        }
        for group in groups {
            let parts = group.text.split(whereSeparator: Letter.breaks.contains).map { String($0) }
            if group.isQualifier {
                qualifiers += parts
                continue
            }
            var kept = parts
            // `accuracy_m`, `lon deg`: the unit is the last part, never the only one.
            while let last = kept.last, word != "" || kept.count > 1, Self.isUnit(last) {
                qualifiers.append(last)
                kept.removeLast()
            }
            word += kept.joined()
        }
    }

    private static func isUnit(_ text: String) -> Bool {
        ColumnSpellings.metres(unit: text) != nil
            || ["deg", "degree", "degrees", "dd", "dms", "°"].contains(text)
    }

    private struct Letter {
        let folded: Character
        let index: String.UnicodeScalarView.Index

        var isBreak: Bool { Self.breaks.contains(folded) }
        var isBracket: Bool { folded == "(" || folded == ")" }

        static let breaks: Set<Character> = [
            " ", "\t", "\n", "\r", "_", "-", ".", ":", "*", "#", "'", "\"", ",", ";", "、", "·", "“", "”", "—",
            "–",
        ]
    }

    /// Folds width, every kind of bracket and case; drops what cannot be seen.
    private static func letters(of header: String) -> [Letter] {
        var letters: [Letter] = []
        for index in header.unicodeScalars.indices {
            guard var folded = header.unicodeScalars[index].foldedWidth else { continue }
            if [0xBA, 0x2DA, 0x2103].contains(folded.value) { folded = "°" }
            switch folded {
            case "[", "{", "【", "〔", "〖", "「", "<", "《": folded = "("
            case "]", "}", "】", "〕", "〗", "」", ">", "》": folded = ")"
            case "A"..."Z": folded = Unicode.Scalar(folded.value + 32) ?? folded
            default: break
            }
            letters.append(Letter(folded: Character(folded), index: index))
        }
        return letters
    }
}
