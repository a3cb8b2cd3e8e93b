internal import PlanarGeometry
internal import Presenting
internal import Wording

/// One site on one page: head, room for the maps, tables, sentences and what was not checked.
///
/// Type is made smaller, down to 5.3 points, until all has room; what then has none is counted, never passed over.
struct ReportPage {
    let marks: [Mark]
    /// Where the maps stand; nil for a page that is an error.
    let mapRect: PaperRect?

    init(_ sheet: AssessmentSheet, on paper: PaperSize, _ shaper: TypeShaper, _ language: Language) {
        let rect = AssessmentDrafter.content
        let wholes = [1, 0.95, 0.9, 0.86, 0.82, 0.78].map { ($0, Int.max) }
        let cuts = [16, 12, 10, 8, 7, 6, 5, 4, 3, 2].map { (0.74, $0) }
        var marks: [Mark] = []
        var mapRect: PaperRect?
        for (factor, limit) in wholes + [(0.74, Int.max)] + cuts {
            let writing = ReportWriting(
                sheet, limit: limit, Typography(type: shaper, factor: factor), language, rect)
            let room = rect.height - writing.height
            // As high as in a page for browsers, so that both have one scale.
            let height = min(sheet.mapHeight, max(0, room))
            marks = writing.marks(mapHeight: height)
            mapRect = sheet.mapHeight > 0 ? writing.mapRect(height: height) : nil
            if room >= sheet.mapHeight { break }
        }
        self.marks =
            [
                .rectangle(PaperRect(x: 0, y: 0, width: paper.width, height: paper.height), Palette.paper)
            ] + marks
        self.mapRect = mapRect
    }
}

/// The words of a page in one size of type.
struct ReportWriting {
    private let head: ReportFlow
    private let body: ReportFlow
    private let foot: ReportFlow
    private let rect: PaperRect

    /// How high all is without the maps.
    var height: Double { head.y + body.y + foot.y + 5 }

    init(
        _ sheet: AssessmentSheet, limit: Int, _ type: Typography, _ language: Language, _ rect: PaperRect
    ) {
        self.rect = rect
        func flow() -> ReportFlow { ReportFlow(type, x: 0, y: 0, width: rect.width) }
        var (head, body, foot) = (flow(), flow(), flow())
        head.balanced(sheet.heading, type.style(15, bold: true))
        head.paragraph(sheet.asOf, head.soft)
        if sheet.hasError { head.paragraph(sheet.error, type.style(9)) }
        head.paragraph(sheet.site, head.soft)
        if sheet.hasAnswer { Self.write(sheet, limit: limit, language, into: &body) }
        if let unchecked = sheet.unchecked {
            foot.heading(sheet.uncheckedHeading)
            foot.paragraph(unchecked, foot.soft)
        }
        foot.space(0.6)
        foot.paragraph(sheet.disclaimer, type.style(7.4, bold: true))
        self.head = head
        self.body = body
        self.foot = foot
    }

    func mapRect(height: Double) -> PaperRect {
        PaperRect(x: rect.x, y: rect.y + head.y + 1, width: rect.width, height: height)
    }

    /// Everything in its place, the foot at the foot of the page.
    func marks(mapHeight: Double) -> [Mark] {
        let below = rect.y + head.y + mapHeight + 3
        return head.marks.map { $0.moved(x: rect.x, y: rect.y) }
            + body.marks.map { $0.moved(x: rect.x, y: below) }
            + foot.marks.map { $0.moved(x: rect.x, y: rect.bottom - foot.y) }
    }

    private static func write(
        _ sheet: AssessmentSheet, limit: Int, _ language: Language, into flow: inout ReportFlow
    ) {
        typealias Cell = ReportFlow.Cell
        func rest(_ count: Int) {
            guard count > limit else { return }
            flow.paragraph(
                language.say(
                    "另有 \(count - limit) 项，见文字版或 JSON。", "\(count - limit) more: see the text or JSON."),
                flow.soft)
        }
        flow.table(
            [],
            sheet.summary.map { line in
                [
                    Cell(text: line.label, isBold: true),
                    Cell(text: line.text, colour: line.severity == "attention" ? Palette.site : Palette.ink),
                ]
            }, widths: [0.17, 0.83])
        if sheet.hasPlacements {
            flow.heading(sheet.placementHeading)
            for layout in sheet.placements {
                flow.table(
                    layout.name == sheet.placements.first?.name ? sheet.placementColumns : [],
                    [[Cell(text: layout.name, isBold: true)]], widths: [0.27, 0.12, 0.33, 0.12, 0.08, 0.08])
                flow.table(
                    [],
                    layout.zones.prefix(limit).map { one in
                        [
                            Cell(text: one.zoneName), Cell(text: one.verdict), Cell(text: one.measure),
                            Cell(text: one.probability), Cell(text: one.accuracy),
                            Cell(text: one.place, colour: Palette.secondInk),
                        ]
                    }, widths: [0.27, 0.12, 0.33, 0.12, 0.08, 0.08])
                rest(layout.zones.count)
            }
            flow.paragraph(sheet.placementsCut ?? "", flow.soft)
        }
        for note in sheet.placementNotes { flow.paragraph(note, flow.soft) }
        if sheet.hasFunctions {
            flow.heading(sheet.functionsHeading)
            flow.table(
                [],
                sheet.functions.prefix(limit).map { one in
                    [
                        Cell(text: one.zoneName, isBold: true), Cell(text: one.holding),
                        Cell(text: one.words),
                        Cell(text: one.place, colour: Palette.secondInk),
                    ]
                }, widths: [0.2, 0.1, 0.58, 0.12])
            flow.paragraph(sheet.functionsCut ?? "", flow.soft)
            rest(sheet.functions.count)
        }
        if sheet.hasComparison {
            flow.heading(sheet.comparisonHeading)
            for one in sheet.comparisons {
                flow.paragraph(one.activity + one.outcome, flow.body)
                flow.table(
                    [],
                    one.assignments.prefix(limit).map { row in
                        [
                            Cell(text: row.target, isBold: true), Cell(text: row.word),
                            Cell(text: row.where), Cell(text: row.place, colour: Palette.secondInk),
                        ]
                    }, widths: [0.3, 0.3, 0.28, 0.12])
                rest(one.assignments.count)
            }
            flow.paragraph(sheet.comparisonsCut ?? "", flow.soft)
        }
        if !sheet.flags.isEmpty {
            flow.heading(sheet.flagsHeading)
            flow.table(
                [],
                sheet.flags.prefix(limit).map { flag in
                    [
                        Cell(
                            text: flag.word, isBold: true,
                            colour: flag.severity == "attention" ? Palette.site : Palette.secondInk),
                        Cell(text: flag.reason + flag.rest),
                    ]
                }, widths: [0.07, 0.93])
            rest(sheet.flags.count)
            flow.paragraph(sheet.flagsCut ?? "", flow.soft)
        }
        flow.heading(sheet.nearHeading)
        let separator = language.say("；", "; ")
        flow.paragraph(
            sheet.distances.map { $0.zoneName + " " + $0.distance }.joined(separator: separator), flow.body)
        let neighbours = sheet.neighbours.prefix(limit).map { $0.zoneName + " " + $0.distance }
        flow.paragraph(
            sheet.neighboursHeading
                + (neighbours.isEmpty ? sheet.none : neighbours.joined(separator: separator))
                + (sheet.neighboursCut ?? ""), flow.body)
        rest(sheet.neighbours.count)
        if !sheet.quotes.isEmpty {
            flow.heading(sheet.quotesHeading)
            flow.columns(
                sheet.quotes.prefix(limit).map {
                    $0.place + " " + language.say("「\($0.text)」", "“\($0.text)”")
                },
                flow.soft, count: 2)
            rest(sheet.quotes.count)
            flow.paragraph(sheet.quotesCut ?? "", flow.soft)
        }
        flow.space(0.6)
        flow.paragraph(sheet.documents, flow.soft)
    }
}
