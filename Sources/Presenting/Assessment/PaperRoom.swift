/// The room on one sheet of A4, reckoned in lines of its type.
///
/// What a text takes is told from its letters, a Chinese one an em wide and a Latin one somewhat more than half. Errs on
/// the safe side: a browser sets somewhat tighter.
struct PaperRoom {
    /// The sizes of type a sheet may be set in, points, the largest first; those of `assessment.mustache`.
    static let typeSizes = [8.4, 7.9, 7.4, 6.9]
    /// Of a line, in type sizes.
    static let lineHeight = 1.36
    /// What a heading of a section takes with the room above it.
    static let heading = 1.75
    /// What a row of a table takes beside its text.
    static let padding = 0.16

    private static let pointsPerMillimetre = 72 / 25.4
    /// Between the margins, points.
    private static let height = 277 * pointsPerMillimetre
    private static let width = 186 * pointsPerMillimetre
    /// How high the map is, millimetres: the least, which has its room before all words, and the most.
    package static let mapHeights = 58.0...96.0
    /// The same in points, with the room around it.
    private static let mapHeight = mapHeights.lowerBound * pointsPerMillimetre + 4

    let typeSize: Double
    private(set) var left: Double

    init(typeSize: Double) {
        self.typeSize = typeSize
        left = Self.height / (typeSize * Self.lineHeight)
    }

    /// From one line to the next, millimetres.
    var lineMillimetres: Double { typeSize * Self.lineHeight / Self.pointsPerMillimetre }

    /// Takes some lines away.
    mutating func take(_ lines: Double) { left -= lines }

    /// Takes away what the map takes, which is as high in any type.
    mutating func takeMap() { take(Self.mapHeight / (typeSize * Self.lineHeight)) }

    /// The first items that fit in what is left but for a reserve, and how many did not.
    mutating func take<Item>(
        _ items: [Item], keeping reserve: Double = 0, _ cost: (Item) -> Double
    ) -> (kept: [Item], cut: Int) {
        var used = 0.0
        var kept: [Item] = []
        let room = left - reserve
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

    /// How many lines a text takes in a column of a part of the width, in type of so much of the sheet's size.
    func lines(_ text: String, of part: Double = 1, size: Double = 1) -> Double {
        let ems = text.unicodeScalars.reduce(0) { $0 + (Self.isWide($1) ? 1.0 : 0.49) }
        // A word or a closing mark at the end of a line goes to the next.
        return max(1, (ems * size * 1.02 * typeSize / (part * Self.width)).rounded(.up)) * size
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        (0x2E80...0x9FFF).contains(scalar.value) || (0xFF00...0xFF60).contains(scalar.value)
            || [0x2014, 0x2026, 0x2018, 0x2019, 0x201C, 0x201D].contains(scalar.value)
    }
}
