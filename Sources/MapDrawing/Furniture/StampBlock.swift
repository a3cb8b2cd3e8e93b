internal import PlanarGeometry

/// The title block (图签): what sheet it is, by whom, of when, in which frame and at which scale.
struct StampBlock {
    let type: Typography
    let rows: [(label: String, value: String)]

    private var rowHeight: Double { 6.4 * type.factor }

    /// How high the block is.
    var height: Double { rowHeight * Double(rows.count) }

    /// The marks in a width.
    func marks(at origin: Point, width: Double) -> [Mark] {
        let factor = type.factor
        let style = type.style(7.2)
        let labelStyle = type.style(7, Palette.secondInk)
        let labelWidth =
            (rows.map { type.type.extent(of: $0.label, labelStyle).advance }.max() ?? 0) + 4.4 * factor
        let pen = Pen(colour: Palette.ink, width: 0.12 * factor)
        var marks: [Mark] = []
        for (index, row) in rows.enumerated() {
            let y = origin.y + rowHeight * Double(index)
            let baseline = y + rowHeight / 2 + style.size * 0.36
            marks.append(
                type.line(row.label, labelStyle, at: Point(x: origin.x + 2.2 * factor, y: baseline)))
            marks += value(
                row.value, style, at: Point(x: origin.x + labelWidth + 2.2 * factor, y: y),
                width: width - labelWidth - 4.4 * factor)
            if index > 0 {
                marks.append(.rule(Point(x: origin.x, y: y), Point(x: origin.x + width, y: y), pen))
            }
        }
        let x = origin.x + labelWidth
        marks.append(.rule(Point(x: x, y: origin.y), Point(x: x, y: origin.y + height), pen))
        marks.append(
            .outline(
                PaperRect(x: origin.x, y: origin.y, width: width, height: height),
                Pen(colour: Palette.ink, width: 0.35 * factor)))
        return marks
    }

    /// A value in its row: on one line, or on two where one would have to be too small to read.
    private func value(_ text: String, _ style: TypeStyle, at corner: Point, width: Double) -> [Mark] {
        var small = style
        small.size *= 0.82
        let fitted = type.fitted(text, style, width: width)
        let lines = LineBreaking.wrapped(text, width: width) { type.type.extent(of: $0, small).advance }
        guard fitted.size < small.size, lines.count == 2 else {
            let baseline = corner.y + rowHeight / 2 + style.size * 0.36
            return [type.line(text, fitted, at: Point(x: corner.x, y: baseline))]
        }
        return zip(lines, [0.43, 0.83]).map { line, part in
            type.line(line, small, at: Point(x: corner.x, y: corner.y + rowHeight * part))
        }
    }
}
