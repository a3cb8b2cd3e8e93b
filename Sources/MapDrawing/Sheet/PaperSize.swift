/// The size of a sheet, trimmed, in millimetres.
public struct PaperSize: Hashable, Sendable {
    /// Left to right.
    public let width: Double
    /// Top to bottom.
    public let height: Double
    /// Whether it is a slide, to be read across a room.
    public let isSlide: Bool

    /// A4, lying (ISO 216).
    public static let a4 = PaperSize(width: 297, height: 210)
    /// A3, lying (ISO 216): what plan albums (图册) are bound in.
    public static let a3 = PaperSize(width: 420, height: 297)
    /// A2, lying (ISO 216).
    public static let a2 = PaperSize(width: 594, height: 420)
    /// A1, lying (ISO 216).
    public static let a1 = PaperSize(width: 841, height: 594)
    /// A0, lying (ISO 216).
    public static let a0 = PaperSize(width: 1189, height: 841)
    /// A slide of 16:9, 13⅓ by 7½ inches.
    public static let wideSlide = PaperSize(width: 338.667, height: 190.5, isSlide: true)

    /// The sizes that have names, with them.
    public static let named: [(name: String, size: PaperSize)] = [
        ("a4", .a4), ("a3", .a3), ("a2", .a2), ("a1", .a1), ("a0", .a0), ("16:9", .wideSlide),
    ]

    /// How long a side may be, millimetres: below it title and legend have no room, above it no printer takes it.
    public static let sideLimits = 180.0...2000.0

    private init(width: Double, height: Double, isSlide: Bool = false) {
        self.width = width
        self.height = height
        self.isSlide = isSlide
    }

    /// A piece of a report, which has type of its own and no limits.
    init(reportWidth width: Double, height: Double) { self.init(width: width, height: height) }

    /// Reads `a3`, `a3-portrait`, `16:9` or `420x297mm`.
    ///
    /// - Throws: ``MapError`` where it is no size, or none a sheet can have.
    public init(parsing text: String) throws(MapError) {
        let folded = text.lowercased().filter { $0 != " " }
        let stem = folded.hasSuffix("-portrait") ? String(folded.dropLast(9)) : folded
        if let found = Self.named.first(where: { $0.name == stem })?.size {
            self = stem == folded ? found : PaperSize(width: found.height, height: found.width)
            return
        }
        let bare = folded.hasSuffix("mm") ? String(folded.dropLast(2)) : folded
        let sides = bare.split(whereSeparator: { "x×*".contains($0) }).map { Double($0) }
        guard sides.count == 2, let width = sides[0], let height = sides[1], width.isFinite, height.isFinite
        else { throw MapError.unknownSize(text) }
        guard Self.sideLimits.contains(width), Self.sideLimits.contains(height),
            (0.5...2.5).contains(width / height)
        else { throw MapError.sizeOutOfRange(text) }
        self.init(width: width, height: height)
    }

    /// How much larger letters and lines are than on an A3 sheet.
    ///
    /// A larger sheet is read from farther off, but not as much farther as it is larger; a slide is read from a chair.
    var typeFactor: Double {
        if isSlide { return 0.95 }
        let ratio = width * height / (Self.a3.width * Self.a3.height)
        // The fourth root keeps an A4's smallest letters near 5 points; a wall sheet gives half of its size to type.
        let root = ratio.squareRoot().squareRoot()
        return ratio < 1 ? max(0.72, root) : min(3, root * (1 + root) / 2)
    }
}
