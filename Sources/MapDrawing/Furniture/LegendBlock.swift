internal import PlanarGeometry
internal import Planning
internal import Wording

/// The legend (图例): a sample and a word for every sign on the maps, and for no other.
struct LegendBlock {
    let type: Typography
    let language: Language
    let entries: [LegendEntry]

    private var factor: Double { type.factor }
    private var rowHeight: Double { 7.4 * factor }
    private var sample: (width: Double, height: Double) { (12.5 * factor, 5 * factor) }

    /// The marks in a width, in so many columns, and how high they are.
    func marks(at origin: Point, width: Double, columns: Int) -> (marks: [Mark], height: Double) {
        var marks = [
            type.line(
                language == .zh ? "图例" : "Legend", type.heading,
                at: Point(x: origin.x, y: origin.y + 3.4 * factor))
        ]
        let top = origin.y + 6.8 * factor
        let columnWidth = width / Double(columns)
        let rows = (entries.count + columns - 1) / columns
        var y = Array(repeating: top, count: columns)
        for (index, entry) in entries.enumerated() {
            let column = index / max(1, rows)
            let x = origin.x + Double(column) * columnWidth
            let room = columnWidth - sample.width - 5 * factor
            let text = type.paragraph(
                entry.words[language], type.body, at: Point(x: 0, y: 0), width: room, leading: 1.3)
            let height = max(rowHeight, text.height + 2 * factor)
            let box = PaperRect(
                x: x, y: y[column] + (height - sample.height) / 2 - 1 * factor, width: sample.width,
                height: sample.height)
            marks += LegendSample(factor: factor, box: box).marks(of: entry.sign)
            let start = y[column] + (height - text.height) / 2 - 1 * factor
            marks +=
                type.paragraph(
                    entry.words[language], type.body, at: Point(x: x + sample.width + 2.6 * factor, y: start),
                    width: room, leading: 1.3
                ).marks
            y[column] += height
        }
        return (marks, (y.max() ?? top) - origin.y)
    }
}
