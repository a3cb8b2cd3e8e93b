internal import CPangoCairo
internal import PlanarGeometry

/// Measures and draws lines of letters with Pango: one font map and one context, owned here.
///
/// Sizes are millimetres. Nothing is fitted to a pixel grid, so a text has one width at every resolution and in
/// every format.
@safe
final class TypeShaper {
    /// What a line of letters takes up, millimetres from where its baseline begins; y runs down.
    struct Extent: Hashable {
        /// How far the pen moves.
        var advance: Double
        /// What the letters cover.
        var ink: PaperRect
    }

    private struct Key: Hashable {
        let text: String
        let style: TypeStyle
    }

    private let fonts: FontContext
    private var known: [Key: Extent] = [:]
    /// The first text for which a letter was missing.
    private(set) var missing: String?

    /// Makes ready to set type; before anything else of Pango's or Cairo's, for it loads them.
    init() throws(MapError) { fonts = try FontContext() }

    /// The families asked for, the first one installed taken: all have the forms of the mainland.
    static let families =
        "Noto Sans CJK SC, Source Han Sans SC, Source Han Sans CN, PingFang SC, Microsoft YaHei, "
        + "WenQuanYi Micro Hei, WenQuanYi Zen Hei, sans-serif"

    /// The families of Latin letters: the Latin of the first is letter for letter that of the Chinese face beside it, but in
    /// the same file it is another face, and its quotation marks are as wide as Latin ones.
    ///
    /// A PDF holds of each face what is used of it. Cairo 1.16 leaves out the subroutines of an OpenType face that no letter
    /// calls, except where two letters share one whose last number is that of the next to be called (K and L of Noto Sans
    /// CJK): then it puts in all of every part used, a megabyte for one Chinese character. Apart, the Latin part is 20 KB.
    static let latinFamilies = "Noto Sans CJK KR, Source Han Sans K, Source Han Sans KR, " + families

    /// How much room a text needs.
    func extent(of text: String, _ style: TypeStyle) -> Extent {
        let key = Key(text: text, style: style)
        if let found = known[key] { return found }
        let shaped = ShapedLine(text, style, in: fonts)
        if shaped.lacksGlyphs, missing == nil { missing = text }
        let extent = shaped.extent
        known[key] = extent
        return extent
    }

    /// A line of letters with its baseline beginning at a point, turned about it.
    func mark(
        _ text: String, _ style: TypeStyle, at origin: Point, angle: Double = 0
    ) -> TextMark {
        let ink = extent(of: text, style).ink
        let rim = style.haloWidth
        let rect = PaperRect(
            x: origin.x + ink.x - rim, y: origin.y + ink.y - rim, width: ink.width + 2 * rim,
            height: ink.height + 2 * rim)
        return TextMark(
            text: text, style: style, origin: origin, angle: angle,
            box: LabelBox(rect, turned: angle, about: origin))
    }

    /// Puts lines of letters on paper, all their rims first: where a name is set letter by letter, the rim of one would
    /// cover the letter before.
    func draw(_ texts: [TextMark], on canvas: borrowing Canvas) {
        for text in texts where text.style.halo != nil {
            ShapedLine(text.text, text.style, in: fonts).drawRim(of: text, on: canvas)
        }
        for text in texts { ShapedLine(text.text, text.style, in: fonts).draw(text, on: canvas) }
    }
}

/// A Pango context serves one task at a time.
@available(*, unavailable)
extension TypeShaper: Sendable {}
