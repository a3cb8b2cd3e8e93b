internal import PlanarGeometry
public import Planning
public import Presenting
internal import Siting
internal import Wording

/// Draws assessments on paper: each site on one page of A4, with its map (一页初判表).
///
/// The same assessments have the same bytes, in the same version of Cairo and with the same fonts.
public struct AssessmentDrafter: Sendable {
    private let catalogue: Catalogue
    private let gazetteer: Gazetteer?

    /// Makes ready to draw.
    public init(_ catalogue: Catalogue, gazetteer: Gazetteer? = nil) {
        self.catalogue = catalogue
        self.gazetteer = gazetteer
    }

    /// A finished report.
    public struct DrawnReport: Sendable {
        /// The file.
        public let bytes: [UInt8]
        /// The lines of letters of each page.
        public let pages: [[DrawnMap.PlacedText]]
    }

    /// A PDF with a page for each site, what could not be assessed with its error.
    ///
    /// - Throws: ``MapError``, such as for a font that lacks letters.
    public func pdf(of report: AssessmentReport) throws(MapError) -> DrawnReport {
        let type = try TypeShaper()
        let canvas = try Canvas(Self.paper, .pdf, dotsPerInch: 72)
        var pages: [[DrawnMap.PlacedText]] = []
        let sheets = report.sheets
        for (row, sheet) in zip(report.rows, sheets) {
            if !pages.isEmpty { canvas.turnPage() }
            let page = ReportPage(sheet, on: Self.paper, type, report.language)
            var marks = page.marks
            if let rect = page.mapRect, case .success(let assessment) = row.outcome {
                marks += try SiteMaps(assessment, catalogue, gazetteer, report.language)
                    .marks(in: rect, type)
            }
            try canvas.draw(marks, with: type)
            pages.append(
                marks.compactMap { mark in
                    guard case .text(let text) = mark else { return nil }
                    return DrawnMap.PlacedText(text: text.text, box: text.box, size: text.style.size)
                })
        }
        if let text = type.missing { throw MapError.missingGlyphs(text) }
        let days = report.rows.compactMap { try? $0.outcome.get().asOf }
        canvas.describe(
            title: sheets.count == 1 ? sheets[0].heading : report.language.say("地块初判", "Site assessment"),
            subject: Vocabulary.disclaimer[report.language], author: "", date: days.first ?? .today())
        return DrawnReport(bytes: try canvas.finished(), pages: pages)
    }

    /// The maps of each site as SVG to stand in a page, empty for what could not be assessed.
    ///
    /// - Parameters:
    ///   - report: the sites.
    ///   - isWanted: whether anybody still waits for them; asked before each.
    /// - Returns: a picture for each site.
    /// - Throws: ``MapError``.
    public func pictures(
        for report: AssessmentReport, while isWanted: () -> Bool = { true }
    ) throws(MapError) -> [String] {
        var pictures: [String] = []
        for (index, (row, sheet)) in zip(report.rows, report.sheets).enumerated() {
            guard isWanted() else { throw .abandoned }
            guard case .success(let assessment) = row.outcome else {
                pictures.append("")
                continue
            }
            let maps = SiteMaps(assessment, catalogue, gazetteer, report.language)
            pictures.append(
                try picture(maps, number: index + 1, sheet, report.language))
        }
        return pictures
    }

    private func picture(
        _ maps: SiteMaps, number: Int, _ sheet: AssessmentSheet, _ language: Language
    ) throws(MapError) -> String {
        guard !maps.isEmpty else { return "" }
        let type = try TypeShaper()
        let size = PaperSize(reportWidth: Self.content.width, height: sheet.mapHeight)
        let canvas = try Canvas(size, .svg, dotsPerInch: 72)
        let marks = try maps.marks(in: PaperRect(x: 0, y: 0, width: size.width, height: size.height), type)
        try canvas.draw(marks, with: type)
        if let text = type.missing { throw MapError.missingGlyphs(text) }
        let bytes = SVGDocument.finished(
            try canvas.finished(), title: sheet.heading, description: Vocabulary.disclaimer[language],
            texts: marks.compactMap { mark in
                if case .text(let text) = mark { text } else { nil }
            }, language: language)
        return SVGDocument.fragment(SVGPaths.shortened(bytes), idPrefix: "map\(number)-")
    }

    /// A4, standing.
    private static let paper = PaperSize(reportWidth: 210, height: 297)

    /// What is printed on of a page.
    static let content = PaperRect(x: 12, y: 10, width: 186, height: 277)
}
