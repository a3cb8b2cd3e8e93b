internal import PlanarGeometry

/// One thing to be put on paper; positions in millimetres, y down.
///
/// A sheet is drafted as a list of marks, plain values, before a canvas sees any of it: what is tested and measured
/// is what is drawn.
enum Mark: Sendable {
    /// Rings, filled by the even-odd rule.
    case area([[Point]], Colour, opacity: Double)
    /// A line; closed where it goes on to its first point.
    case line([Point], isClosed: Bool, Pen)
    /// Many lines in one look.
    case strokes([[Point]], Pen)
    /// Letters.
    case text(TextMark)
    /// From here on only what lies in the rings, by the even-odd rule, is seen; of nested ones what lies in all.
    case beginClip([[Point]])
    /// Ends the last clip.
    case endClip

    /// A filled rectangle.
    static func rectangle(_ rect: PaperRect, _ colour: Colour, opacity: Double = 1) -> Mark {
        .area([rect.corners], colour, opacity: opacity)
    }

    /// The outline of a rectangle, with sharp corners.
    static func outline(_ rect: PaperRect, _ pen: Pen) -> Mark {
        var pen = pen
        pen.isRound = false
        return .line(rect.corners, isClosed: true, pen)
    }

    /// A straight line.
    static func rule(_ start: Point, _ end: Point, _ pen: Pen) -> Mark {
        var pen = pen
        pen.isRound = false
        return .line([start, end], isClosed: false, pen)
    }

    /// The mark elsewhere on the page.
    func moved(x: Double, y: Double) -> Mark {
        func there(_ points: [Point]) -> [Point] { points.map { Point(x: $0.x + x, y: $0.y + y) } }
        switch self {
        case .area(let rings, let colour, let opacity):
            return .area(rings.map(there), colour, opacity: opacity)
        case .line(let points, let isClosed, let pen): return .line(there(points), isClosed: isClosed, pen)
        case .strokes(let chains, let pen): return .strokes(chains.map(there), pen)
        case .text(let text): return .text(text.moved(x: x, y: y))
        case .beginClip(let rings): return .beginClip(rings.map(there))
        case .endClip: return .endClip
        }
    }

    /// A filled circle.
    static func disc(_ centre: Point, radius: Double, _ colour: Colour, opacity: Double = 1) -> Mark {
        .area([circle(centre, radius: radius)], colour, opacity: opacity)
    }

    /// A circle as a polygon of 48 corners, within 0.2 % of its radius.
    static func circle(_ centre: Point, radius: Double) -> [Point] {
        (0..<48).map { step in
            let direction = Direction(Double(step) * .pi / 24)
            return Point(x: centre.x + radius * direction.cosine, y: centre.y + radius * direction.sine)
        }
    }
}

/// One line of letters on the sheet.
struct TextMark: Sendable {
    let text: String
    let style: TypeStyle
    /// Where the baseline begins.
    let origin: Point
    /// Radians clockwise on paper about the origin.
    let angle: Double
    /// What the letters and their rim take up.
    let box: LabelBox
    /// Whether it stands on the map, where nothing may overlap it, or in the sheet's margin.
    var isMapLabel = false
    /// Which label it belongs to, of those that are drawn letter by letter or line by line.
    var label: String?

    /// The line elsewhere on the page.
    func moved(x: Double, y: Double) -> TextMark {
        TextMark(
            text: text, style: style, origin: Point(x: origin.x + x, y: origin.y + y), angle: angle,
            box: box.moved(x: x, y: y), isMapLabel: isMapLabel, label: label)
    }
}
