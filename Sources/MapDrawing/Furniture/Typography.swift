internal import PlanarGeometry

/// The type of a sheet's margin, and setting it.
struct Typography {
    let type: TypeShaper
    let factor: Double

    func style(_ points: Double, bold: Bool = false, _ colour: Colour = Palette.ink, tracking: Double = 0)
        -> TypeStyle
    {
        TypeStyle(points: points * factor, isBold: bold, colour: colour, tracking: tracking)
    }

    var heading: TypeStyle { style(9.5, bold: true, tracking: 0.12) }
    var body: TypeStyle { style(7.5) }
    var small: TypeStyle { style(6.5, Palette.secondInk) }

    /// One line with its baseline beginning at a point.
    func line(_ text: String, _ style: TypeStyle, at point: Point) -> Mark {
        .text(type.mark(text, style, at: point))
    }

    /// One line ending at a point.
    func line(_ text: String, _ style: TypeStyle, endingAt point: Point) -> Mark {
        line(text, style, at: Point(x: point.x - type.extent(of: text, style).advance, y: point.y))
    }

    /// One line with its middle at a point.
    func line(_ text: String, _ style: TypeStyle, centredAt point: Point) -> Mark {
        line(text, style, at: Point(x: point.x - type.extent(of: text, style).advance / 2, y: point.y))
    }

    /// One line, made smaller until it is no wider than a measure.
    func fitted(_ text: String, _ style: TypeStyle, width: Double) -> TypeStyle {
        let advance = type.extent(of: text, style).advance
        guard advance > width else { return style }
        var style = style
        style.size *= width / advance
        return style
    }

    /// A text in as many lines as a width asks for, from a point down.
    ///
    /// - Returns: the marks, and how high they are.
    func paragraph(
        _ text: String, _ style: TypeStyle, at point: Point, width: Double, leading: Double = 1.5,
        atMost limit: Int = .max
    ) -> (marks: [Mark], height: Double) {
        var lines = LineBreaking.wrapped(text, width: width) { type.extent(of: $0, style).advance }
        if lines.count > limit {
            lines = Array(lines.prefix(limit))
            lines[limit - 1] = String(lines[limit - 1].dropLast(1)) + "…"
        }
        let marks = lines.enumerated().map { index, text in
            line(
                text, style,
                at: Point(x: point.x, y: point.y + style.size * (0.95 + leading * Double(index))))
        }
        return (marks, Double(lines.count) * style.size * leading)
    }
}
