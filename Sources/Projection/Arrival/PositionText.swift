/// Two coordinates in one text: `106.33,29.52`, `106°19′48″E 29°31′12″N`, `X=3267643.66,Y=628945.81`.
public struct PositionText: Hashable, Sendable {
    /// The coordinate written first.
    public let first: CoordinateText
    /// The coordinate written second.
    public let second: CoordinateText

    /// Reads a pair.
    ///
    /// The two are parted by a comma of any width, 、, a semicolon, a tab, or else by spaces or the letters themselves.
    /// Of all the places where the text could be parted so, exactly one must leave a coordinate on either side.
    ///
    /// - Throws: ``ArrivalError`` naming the part that is no coordinate, or the whole where it is no pair.
    public init(_ text: String) throws(ArrivalError) {
        // As nearly all are written: two ordinary numbers and one comma.
        if let comma = text.utf8.firstIndex(of: UInt8(ascii: ",")),
            PlainNumber.ordinary(text[..<comma]) != nil,
            PlainNumber.ordinary(text[text.utf8.index(after: comma)...]) != nil
        {
            first = try CoordinateText(text[..<comma])
            second = try CoordinateText(text[text.utf8.index(after: comma)...])
            return
        }
        // Longer than any pair, even at full width: read no further.
        guard text.utf8.count <= 1000 else { throw .notAPair(String(text.prefix(300))) }
        guard !text.trimmed.isEmpty else { throw .empty }
        guard text.count <= 200 else { throw .notAPair(text) }
        // Folded before it is parted, but quoted as written: wide figures are noted by each coordinate.
        let inner = Self.withoutBrackets(text.trimmed)
        let kinds = Self.cuts(in: inner)
        for cuts in kinds {
            var found: [(CoordinateText, CoordinateText)] = []
            for cut in cuts {
                guard let first = try? CoordinateText(inner[..<cut.start]),
                    let second = try? CoordinateText(inner[cut.end...])
                else { continue }
                found.append((first, second))
            }
            guard found.count <= 1 else { throw .notAPair(text) }
            guard let pair = found.first else { continue }
            (first, second) = pair
            return
        }
        // One separator, so the parts are known: say which of them is wrong.
        if let cuts = kinds.first, cuts.count == 1 {
            _ = try CoordinateText(inner[..<cuts[0].start])
            _ = try CoordinateText(inner[cuts[0].end...])
        }
        throw .notAPair(text)
    }

    private typealias Cut = (start: Substring.Index, end: Substring.Index)

    /// The places where the text may be parted, for each kind of separator in it, the strongest kind first.
    private static func cuts(in text: Substring) -> [[Cut]] {
        func all(where isSeparator: (Character) -> Bool) -> [Cut] {
            text.indices.filter { isSeparator(text[$0]) }.map { ($0, text.index(after: $0)) }
        }
        var kinds = [";；\t\n|", ",，、"].map { separators in all { separators.contains($0) } }
        // Of a run of spaces one is enough.
        let spaces = all { $0.isWhitespace }.filter {
            $0.start == text.startIndex || !text[text.index(before: $0.start)].isWhitespace
        }
        kinds.append(spaces)
        kinds.removeAll(where: \.isEmpty)
        guard kinds.isEmpty else { return kinds }
        // No separator at all: 东经106.33°北纬29.52°, 29.52N106.33E.
        let letters = "东西南北EWNSewnsXYxy经纬横纵"
        let joints = text.indices.dropFirst().filter { index in
            letters.contains(text[index]) || letters.contains(text[text.index(before: index)])
        }
        return [joints.map { ($0, $0) }]
    }

    private static func withoutBrackets(_ text: Substring) -> Substring {
        for (open, close): (Character, Character) in [("(", ")"), ("（", "）"), ("[", "]"), ("【", "】")]
        where text.first == open && text.last == close {
            return text.dropFirst().dropLast().trimmed
        }
        return text
    }
}
