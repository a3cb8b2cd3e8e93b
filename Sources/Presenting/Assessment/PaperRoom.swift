/// The room on one sheet of A4, reckoned in lines of its type.
///
/// The sheet's style sets type of ``typeSize`` on lines of ``lineHeight``; what a text takes is told from its letters,
/// a Chinese one an em wide and a Latin one somewhat more than half. Errs on the safe side: a browser sets
/// somewhat tighter.
struct PaperRoom {
    /// Of the type, points; of its lines, in type sizes; of a full line, ems.
    static let typeSize = 8.4
    static let lineHeight = 1.36
    static let lineWidth = 62.0

    /// Lines between the margins, 297 mm less twice 10.
    static let lines = lines(ofMillimetres: 277)

    /// How many lines stand in so many millimetres.
    static func lines(ofMillimetres height: Double) -> Double { height / 25.4 * 72 / (typeSize * lineHeight) }

    /// What a heading of a section takes with the room above it.
    static let heading = 1.7
    /// What a row of a table takes beside its text.
    static let padding = 0.15

    private(set) var left = Self.lines

    /// Takes some lines away.
    mutating func take(_ lines: Double) { left -= lines }

    /// The first items that fit in so many lines and in what is left, and how many did not.
    mutating func take<Item>(
        _ items: [Item], atMost most: Double, keeping reserve: Double = 0, _ cost: (Item) -> Double
    ) -> (kept: [Item], cut: Int) {
        var used = 0.0
        var kept: [Item] = []
        let room = min(most, left - reserve)
        for item in items {
            let lines = cost(item)
            // A line is kept to say that something was left out.
            guard used + lines <= room - (kept.count + 1 < items.count ? 1 : 0) else { break }
            used += lines
            kept.append(item)
        }
        let cut = items.count - kept.count
        take(used + (cut > 0 ? 1 : 0))
        return (kept, cut)
    }

    /// How many lines a text takes in a column of so many ems, in type of so much of the sheet's size.
    static func lines(_ text: String, width: Double = lineWidth, size: Double = 1) -> Double {
        let ems = text.unicodeScalars.reduce(0) { $0 + (isWide($1) ? 1.0 : 0.54) }
        // A word or a closing mark at the end of a line goes to the next.
        return max(1, (ems * size * 1.03 / width).rounded(.up)) * size
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        (0x2E80...0x9FFF).contains(scalar.value) || (0xFF00...0xFF60).contains(scalar.value)
            || [0x2014, 0x2026, 0x2018, 0x2019, 0x201C, 0x201D].contains(scalar.value)
    }
}
