internal import PlanarGeometry
internal import Wording

/// A heading and lines below it: the site, the zones and what they are for, the notes.
struct TextBlock {
    /// A line of words with a bold one before it.
    struct Item {
        var lead: String?
        var text: String
    }

    let type: Typography
    let heading: String
    let items: [Item]
    /// The colour of the heading and of the leads.
    var accent = Palette.ink

    /// The marks in a width, as far as they fit into a height, how high they are and whether all had room.
    func marks(
        at origin: Point, width: Double, height: Double
    ) -> (marks: [Mark], height: Double, isWhole: Bool) {
        let factor = type.factor
        var headingStyle = type.heading
        headingStyle.colour = accent
        var marks = [type.line(heading, headingStyle, at: Point(x: origin.x, y: origin.y + 3.4 * factor))]
        var y = origin.y + 6.2 * factor
        var count = 0
        for item in items {
            var top = y
            var made: [Mark] = []
            if let lead = item.lead {
                var style = type.style(7.5, bold: true)
                style.colour = accent == Palette.ink ? Palette.areaEdge : accent
                let head = type.paragraph(
                    lead, style, at: Point(x: origin.x, y: top), width: width, leading: 1.45)
                made += head.marks
                top += head.height
            }
            if !item.text.isEmpty {
                let body = type.paragraph(
                    item.text, type.style(6.9, Palette.secondInk), at: Point(x: origin.x, y: top),
                    width: width,
                    leading: 1.45)
                made += body.marks
                top += body.height
            }
            top += 1.3 * factor
            guard top - origin.y <= height else { break }
            marks += made
            y = top
            count += 1
        }
        guard count > 0 else { return ([], 0, items.isEmpty) }
        return (marks, y - origin.y, count == items.count)
    }
}
