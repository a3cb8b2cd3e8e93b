internal import PlanarGeometry
internal import Wording

/// The scale as a number and as a bar, and the arrow to the north.
struct ScaleBlock {
    let type: Typography
    let language: Language
    let denominator: Int

    private var factor: Double { type.factor }

    /// How high the block is.
    var height: Double { 17 * factor }

    /// The marks in a width.
    func marks(at origin: Point, width: Double) -> [Mark] {
        let arrowRoom = 13 * factor
        return bar(at: origin, width: width - arrowRoom - 4 * factor)
            + north(at: Point(x: origin.x + width - arrowRoom / 2, y: origin.y))
    }

    /// A thousands-grouped denominator, as scales are printed.
    static func ratio(_ denominator: Int) -> String {
        var digits = Array(String(denominator))
        var place = digits.count - 3
        while place > 0 {
            digits.insert("\u{2009}", at: place)
            place -= 3
        }
        return "1:" + String(digits)
    }

    private func bar(at origin: Point, width: Double) -> [Mark] {
        let metresWide = min(width, 64 * factor) * Double(denominator) / 1000
        // 4 equal parts of 1, 2 or 5 times a power of ten.
        var part = 1.0
        let steps = [2.0, 2.5, 2]
        var step = 0
        while part * steps[step % 3] * 4 <= metresWide * 0.96 {
            part *= steps[step % 3]
            step += 1
        }
        let wide = part / Double(denominator) * 1000
        let y = origin.y + 10.5 * factor
        let thick = 1.5 * factor
        var marks = [
            type.line(
                (language == .zh ? "比例尺 " : "Scale ") + Self.ratio(denominator), type.style(9, bold: true),
                at: Point(x: origin.x, y: origin.y + 3.6 * factor))
        ]
        let style = type.style(6.2)
        let inKilometres = part >= 500
        for index in 0..<4 {
            let rect = PaperRect(x: origin.x + wide * Double(index), y: y, width: wide, height: thick)
            marks.append(.rectangle(rect, index.isMultiple(of: 2) ? Palette.ink : Palette.paper))
            marks.append(.outline(rect, Pen(colour: Palette.ink, width: 0.15 * factor)))
        }
        for index in [0, 1, 2, 4] {
            let metres = part * Double(index)
            let figure = FixedDecimals(
                inKilometres ? metres / 1000 : metres,
                decimals: inKilometres && (metres / 1000).rounded() != metres / 1000 ? 1 : 0)
            let unit = index == 4 ? (inKilometres ? " km" : " m") : ""
            let text = (figure?.description ?? "") + unit
            let point = Point(x: origin.x + wide * Double(index), y: y - 1 * factor)
            marks.append(
                index == 0
                    ? type.line(text, style, at: point) : type.line(text, style, centredAt: point))
        }
        return marks
    }

    private func north(at top: Point) -> [Mark] {
        let (high, wide) = (12 * factor, 2.5 * factor)
        let tip = Point(x: top.x, y: top.y + 4.4 * factor)
        let foot = tip.y + high
        let notch = Point(x: tip.x, y: foot - 2.6 * factor)
        let left = [tip, Point(x: tip.x - wide, y: foot), notch]
        let right = [tip, Point(x: tip.x + wide, y: foot), notch]
        let pen = Pen(colour: Palette.ink, width: 0.2 * factor)
        return [
            type.line(
                language == .zh ? "北" : "N", type.style(8.5, bold: true),
                centredAt: Point(x: tip.x, y: top.y + 3.2 * factor)),
            .area([left], Palette.ink, opacity: 1), .line(left, isClosed: true, pen),
            .area([right], Palette.paper, opacity: 1), .line(right, isClosed: true, pen),
        ]
    }
}
