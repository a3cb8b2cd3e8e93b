internal import PlanarGeometry
public import Wording

/// In which languages the names on a map stand.
public enum LabelLanguage: String, CaseIterable, Sendable {
    case zh
    case en
    /// Chinese, with English below.
    case both

    /// The names in the language of the sheet.
    public init(_ language: Language) { self = language == .zh ? .zh : .en }
}

/// A name set in one or more lines, centred.
struct LabelText {
    let lines: [(text: String, style: TypeStyle)]
    /// What is lost against one line in full size.
    var cost: Double = 0

    /// The smallest letters of a name, points: below it print blurs.
    private static let leastPoints = 5.6

    /// The ways to set a name: in one line to three, in full size and smaller; the factor is the sheet's.
    static func settings(
        of name: Bilingual, _ style: TypeStyle, in language: LabelLanguage, factor: Double
    ) -> [LabelText] {
        let least = leastPoints * factor * 25.4 / 72
        return [(1.0, 0.0), (0.86, 5), (0.74, 10), (0.64, 15)].flatMap { part, cost -> [LabelText] in
            var smaller = style
            smaller.size *= part
            guard part == 1 || smaller.size >= least else { return [] }
            if part < 1 { smaller.tracking = min(style.tracking, 0.02) }
            return ways(of: name, smaller, in: language, least: least).enumerated().map { rank, text in
                LabelText(lines: text.lines, cost: cost + 1.5 * Double(rank))
            }
        }
    }

    /// The ways to set a name in one size, the one with the fewest lines first.
    private static func ways(
        of name: Bilingual, _ style: TypeStyle, in language: LabelLanguage, least: Double
    ) -> [LabelText] {
        switch language {
        case .zh: return broken(name.zh).map { lines in LabelText(lines: lines.map { ($0, style) }) }
        case .en:
            var style = style
            style.size *= 0.92
            style.tracking = min(style.tracking, 0.03)
            return broken(name.en).map { lines in LabelText(lines: lines.map { ($0, style) }) }
        case .both:
            var second = style
            second.size = max(style.size * 0.68, least)
            second.tracking = 0
            second.isBold = false
            let (first, last) = (broken(name.zh), broken(name.en))
            return (0..<max(first.count, last.count)).map { index in
                let top = first[min(index, first.count - 1)].map { ($0, style) }
                return LabelText(lines: top + last[min(index, last.count - 1)].map { ($0, second) })
            }
        }
    }

    /// A text in one line, in two and in three, each as even as can be.
    private static func broken(_ text: String) -> [[String]] {
        var ways = [[text]]
        for count in 2...3 {
            let lines = LineBreaking.even(text, lines: count)
            if lines.count == count { ways.append(lines) }
        }
        return ways
    }

    /// The marks with the middle of the whole at a point, and the box of each line.
    func marks(centredOn centre: Point, with type: TypeShaper) -> [TextMark] {
        let leading = 1.22
        let heights = lines.map { $0.style.size * leading }
        var y = centre.y - heights.reduce(0, +) / 2
        return zip(lines, heights).map { line, height in
            let extent = type.extent(of: line.text, line.style)
            // Latin letters have their middle above that of an ideograph's square: set by the square's.
            let baseline = y + height / 2 + line.style.size * 0.36
            y += height
            return type.mark(
                line.text, line.style,
                at: Point(x: centre.x - extent.ink.x - extent.ink.width / 2, y: baseline))
        }
    }

    /// How wide and high the whole is, millimetres.
    func size(with type: TypeShaper) -> (width: Double, height: Double) {
        (
            lines.map { type.extent(of: $0.text, $0.style).ink.width }.max() ?? 0,
            lines.reduce(0) { $0 + $1.style.size * 1.22 }
        )
    }
}
