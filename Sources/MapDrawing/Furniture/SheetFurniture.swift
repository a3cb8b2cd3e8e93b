internal import PlanarGeometry
internal import Planning
internal import Wording

/// Everything around the maps: head, captions, panel and foot.
struct SheetFurniture {
    let composition: Composition
    let words: SheetWords
    var type: Typography
    let entries: [LegendEntry]
    /// By layout, what is said of the site; nil without one.
    let reading: SiteReading?

    private var factor: Double { type.factor }
    private var language: Language { words.sheet.language }

    var marks: [Mark] { head + captions + panel + foot }

    private var head: [Mark] {
        let rect = composition.title
        let numberStyle = type.style(8, Palette.secondInk)
        let number = words.sheet.number ?? ""
        let room = rect.width - type.type.extent(of: number, numberStyle).advance - 6 * factor
        let title = type.style(language == .zh ? 20 : 18, bold: true, tracking: language == .zh ? 0.06 : 0)
        let subtitle = type.style(9, Palette.secondInk, tracking: 0.03)
        let rule = rect.bottom
        var marks = [
            type.line(
                words.title, type.fitted(words.title, title, width: room),
                at: Point(x: rect.x, y: rect.y + 7 * factor)),
            type.line(
                words.subtitle, type.fitted(words.subtitle, subtitle, width: rect.width),
                at: Point(x: rect.x, y: rect.y + 12.6 * factor)),
            .rule(
                Point(x: rect.x, y: rule), Point(x: rect.right, y: rule),
                Pen(colour: Palette.ink, width: 0.35 * factor)),
        ]
        if !number.isEmpty {
            marks.append(
                type.line(number, numberStyle, endingAt: Point(x: rect.right, y: rect.y + 7 * factor)))
        }
        return marks
    }

    private var captions: [Mark] {
        guard composition.frames.count > 1 else { return [] }
        return zip(composition.frames, words.layouts).map { frame, layout in
            let name = layout.layout.name[language]
            let style = type.fitted(
                name, type.style(10, bold: true, tracking: language == .zh ? 0.04 : 0),
                width: frame.width + 2 * composition.gutter)
            return type.line(
                name, style,
                at: Point(x: frame.x - composition.gutter, y: frame.y - composition.gutter - 2.4 * factor))
        }
    }

    private var foot: [Mark] {
        let rect = composition.footer
        let y = rect.bottom - 0.6 * factor
        let made = Bilingual(
            zh: "Jinfeng · 数据版本 \(words.asOf)", en: "Jinfeng · data as of \(words.asOf)")[language]
        return [
            type.line(
                SheetWords.disclaimer[language],
                type.style(8.5, bold: true, tracking: language == .zh ? 0.12 : 0.02),
                at: Point(x: rect.x, y: y)),
            type.line(made, type.style(6.5, Palette.secondInk), endingAt: Point(x: rect.right, y: y)),
        ]
    }

    /// The panel in the largest type at which all that must stand in it has room.
    private var panel: [Mark] {
        var marks: [Mark] = []
        // First in a size at which the list of zones is whole, if it need not be small for that.
        let sizes =
            [1.25, 1.18, 1.12, 1.06, 1, 0.94, 0.88, 0.82].map { ($0, true) }
            + [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64].map { ($0, false) }
        for (part, isWhole) in sizes {
            var sized = self
            sized.type = Typography(type: type.type, factor: type.factor * part)
            let made = composition.isColumn ? sized.column : sized.strip
            marks = made.marks
            if made.fits, made.isWhole || !isWhole { break }
        }
        return marks
    }

    private var site: TextBlock? {
        guard let reading else { return nil }
        var items = [TextBlock.Item(lead: reading.name[language], text: reading.place[language])]
        for layout in words.layouts {
            guard let answer = reading.answers[layout.layout.id] else { continue }
            let zone = answer.zone[language]
            let grade = answer.grade[language]
            let separator = language == .zh ? "，" : ", "
            items.append(
                TextBlock.Item(
                    lead: words.layouts.count > 1 ? layout.layout.name[language] : nil,
                    text: grade.isEmpty ? zone : zone + separator + grade))
        }
        return TextBlock(
            type: type, heading: language == .zh ? "拟选位置" : "Site", items: items, accent: Palette.site)
    }

    private var notes: TextBlock {
        TextBlock(type: type, heading: language == .zh ? "说明" : "Notes", items: words.notes)
    }

    /// From the top: site, legend, zones; at the foot: notes, scale, title block.
    private var column: (marks: [Mark], fits: Bool, isWhole: Bool) {
        let rect = composition.panel
        let gap = 4.5 * factor
        let stamp = StampBlock(type: type, rows: words.stamp)
        let scale = ScaleBlock(type: type, language: language, denominator: words.denominator)
        var bottom = rect.bottom - stamp.height
        var marks = stamp.marks(at: Point(x: rect.x, y: bottom), width: rect.width)
        bottom -= scale.height + gap
        marks += scale.marks(at: Point(x: rect.x, y: bottom), width: rect.width)
        bottom -= gap * 0.8
        var y = rect.y
        func place(_ block: TextBlock, height: Double) -> Bool {
            let made = block.marks(at: Point(x: rect.x, y: y), width: rect.width, height: height)
            marks += made.marks
            if made.height > 0 { y += made.height + gap }
            return made.isWhole
        }
        var fits = true
        if let site { fits = place(site, height: bottom - y) }
        let legend = LegendBlock(type: type, language: language, entries: entries)
        let one = legend.marks(at: Point(x: rect.x, y: y), width: rect.width, columns: 1)
        let two = legend.marks(at: Point(x: rect.x, y: y), width: rect.width, columns: 2)
        // Two columns where there is width for them, or no height for one.
        let isWide = rect.width > 100 * factor || one.height > (bottom - y) * 0.55
        let made = isWide ? two : one
        marks += made.marks
        y += made.height + gap
        // Notes stand above the scale, whatever room the zones leave.
        let below = notes.marks(at: Point(x: rect.x, y: 0), width: rect.width, height: bottom - y)
        fits = fits && below.isWhole && y < bottom
        let functions = TextBlock(
            type: type,
            heading: language == .zh ? "结构单元与功能（文件原文）" : "Zones, in the documents' words",
            items: words.functions)
        let listed = functions.marks(
            at: Point(x: rect.x, y: y), width: rect.width, height: bottom - y - below.height - gap)
        // A list broken off after its first lines would pass for all there is.
        if listed.isWhole { marks += listed.marks }
        marks +=
            notes.marks(
                at: Point(x: rect.x, y: bottom - below.height), width: rect.width, height: below.height + 0.01
            ).marks
        return (marks, fits, listed.isWhole)
    }

    /// From the left: legend, site and scale, notes, title block.
    private var strip: (marks: [Mark], fits: Bool, isWhole: Bool) {
        let rect = composition.panel
        let gap = 8 * factor
        let room = rect.width - 3 * gap
        let widths = [0.36, 0.2, 0.22, 0.22].map { $0 * room }
        var x = rect.x
        let legend = LegendBlock(type: type, language: language, entries: entries)
        let made = legend.marks(
            at: Point(x: x, y: rect.y), width: widths[0], columns: widths[0] > 150 * factor ? 3 : 2)
        var marks = made.marks
        var fits = made.height <= rect.height
        x += widths[0] + gap
        let scale = ScaleBlock(type: type, language: language, denominator: words.denominator)
        let scaleTop = rect.bottom - scale.height
        marks += scale.marks(at: Point(x: x, y: site == nil ? rect.y : scaleTop), width: widths[1])
        if let site {
            let block = site.marks(at: Point(x: x, y: rect.y), width: widths[1], height: scaleTop - rect.y)
            marks += block.marks
            fits = fits && block.isWhole
        }
        x += widths[1] + gap
        let below = notes.marks(at: Point(x: x, y: rect.y), width: widths[2], height: rect.height)
        marks += below.marks
        fits = fits && below.isWhole
        x += widths[2] + gap
        let stamp = StampBlock(type: type, rows: words.stamp)
        marks += stamp.marks(at: Point(x: x, y: rect.bottom - stamp.height), width: widths[3])
        return (marks, fits && stamp.height <= rect.height, true)
    }
}
