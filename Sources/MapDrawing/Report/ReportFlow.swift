internal import PlanarGeometry

/// Words set down a column of the page, one block below the other.
struct ReportFlow {
    private let type: Typography
    private let x: Double
    private let width: Double
    /// Where the next block begins.
    private(set) var y: Double
    private(set) var marks: [Mark] = []

    init(_ type: Typography, x: Double, y: Double, width: Double) {
        self.type = type
        self.x = x
        self.y = y
        self.width = width
    }

    var body: TypeStyle { type.style(7.4) }
    var soft: TypeStyle { type.style(6.9, Palette.secondInk) }

    /// Leaves some room, millimetres at full size.
    mutating func space(_ millimetres: Double) { y += millimetres * type.factor }

    /// The name of a part.
    mutating func heading(_ text: String) {
        space(2)
        marks.append(
            type.line(
                text, type.style(8.6, bold: true, Palette.areaEdge),
                at: Point(x: x, y: y + 3 * type.factor)))
        space(4.1)
    }

    /// A paragraph as wide as the column.
    mutating func paragraph(_ text: String, _ style: TypeStyle) {
        guard !text.isEmpty else { return }
        let made = type.paragraph(text, style, at: Point(x: x, y: y), width: width, leading: Self.leading)
        marks += made.marks
        y += made.height
        space(0.4)
    }

    /// A paragraph whose lines are of much the same length, so that none is left with a letter or two.
    mutating func balanced(_ text: String, _ style: TypeStyle) {
        guard !text.isEmpty else { return }
        func made(_ width: Double) -> (marks: [Mark], height: Double) {
            type.paragraph(text, style, at: Point(x: x, y: y), width: width, leading: Self.leading)
        }
        var best = made(width)
        let height = best.height
        var narrower = width * 0.96
        while narrower > width / 3 {
            let next = made(narrower)
            guard next.height <= height else { break }
            best = next
            narrower *= 0.96
        }
        marks += best.marks
        y += height
        space(0.4)
    }

    /// A cell of a table.
    struct Cell {
        var text: String
        var isBold = false
        var colour = Palette.ink
    }

    /// A table; its columns are parts of the width.
    mutating func table(_ header: [String], _ rows: [[Cell]], widths: [Double]) {
        if !header.isEmpty {
            row(header.map { Cell(text: $0, colour: Palette.secondInk) }, widths)
            rule(Palette.rule)
        }
        for cells in rows {
            row(cells, widths)
            rule(Palette.hairline)
        }
    }

    private mutating func rule(_ colour: Colour) {
        let pen = Pen(colour: colour, width: 0.12)
        marks.append(.rule(Point(x: x, y: y), Point(x: x + width, y: y), pen))
        space(0.45)
    }

    private mutating func row(_ cells: [Cell], _ widths: [Double]) {
        let gap = 2 * type.factor
        var left = x
        var height = 0.0
        for (cell, part) in zip(cells, widths) {
            let room = part * width
            let style = type.style(7.2, bold: cell.isBold, cell.colour)
            let made = type.paragraph(
                cell.text, style, at: Point(x: left, y: y), width: room - gap, leading: Self.leading)
            marks += made.marks
            height = max(height, made.height)
            left += room
        }
        y += height
        space(0.35)
    }

    /// Paragraphs in columns beside each other, in order, as evenly as they can be parted.
    mutating func columns(_ texts: [String], _ style: TypeStyle, count: Int) {
        let gap = 4 * type.factor
        let room = (width - Double(count - 1) * gap) / Double(count)
        let heights = texts.map {
            type.paragraph($0, style, at: Point(x: 0, y: 0), width: room, leading: Self.leading).height
        }
        let goal = heights.reduce(0, +) / Double(count)
        var (column, used, deepest) = (0, 0.0, 0.0)
        for (text, height) in zip(texts, heights) {
            if column < count - 1, used + height / 2 > goal {
                column += 1
                used = 0
            }
            let place = Point(x: x + Double(column) * (room + gap), y: y + used)
            marks += type.paragraph(text, style, at: place, width: room, leading: Self.leading).marks
            used += height
            deepest = max(deepest, used)
        }
        y += deepest
    }

    /// From one line to the next, in sizes of the type.
    private static let leading = 1.36
}
