internal import PlanarGeometry
internal import Planning
internal import Presenting
public import Siting
internal import Wording

/// The maps of one site side by side: each plan that was asked, whole, with the site in it, at its own scale.
struct SiteMaps {
    private let sheet: MapSheet
    private let catalogue: Catalogue
    private let gazetteer: Gazetteer?
    private let asOf: CalendarDate
    private let reading: SiteReading

    init(_ assessment: Assessment, _ catalogue: Catalogue, _ gazetteer: Gazetteer?, _ language: Language) {
        self.catalogue = catalogue
        self.gazetteer = gazetteer
        asOf = assessment.asOf
        reading = SiteReading(assessment)
        var sheet = MapSheet(
            layouts: assessment.layouts.map(\.layout).filter { $0.kind == .plan }.map(\.id))
        sheet.language = language
        sheet.labels = LabelLanguage(language)
        sheet.site = MapSite(assessment.site)
        self.sheet = sheet
    }

    /// Whether there is no plan to be drawn.
    var isEmpty: Bool { sheet.layouts.isEmpty }

    /// The marks of all maps, filling a rectangle.
    func marks(in rect: PaperRect, _ shaper: TypeShaper) throws(MapError) -> [Mark] {
        guard !isEmpty else { return [] }
        // Fades are a few millimetres wide here; more steps would be bytes nobody sees.
        let content = try SheetContent(
            sheet, catalogue, gazetteer, asOf: asOf, fadeSteps: 8, reading: reading)
        let count = Double(content.layouts.count)
        let factor = count > 1 ? 0.56 : 0.62
        let type = Typography(type: shaper, factor: factor)
        let (gutter, gap, caption) = (4.6 * factor, 2.5, 5.0)
        let width = (rect.width - (count - 1) * gap) / count
        var marks: [Mark] = []
        for (index, extent) in content.extents.enumerated() {
            let x = rect.x + Double(index) * (width + gap)
            let frame = PaperRect(
                x: x + gutter, y: rect.y + caption + gutter, width: width - 2 * gutter,
                height: rect.height - caption - 2 * gutter)
            let scale = MapScale.round(
                atLeast: max(extent.width / frame.width, extent.height / frame.height) * 1000)
            let draft = try FrameDraft(
                index, FrameView(rect: frame, centre: extent.centre, denominator: scale),
                content.frame(index, sheet.language), content.plane, type, labels: sheet.labels,
                gutter: gutter, requiresAllNames: false)
            marks += draft.marks
            marks += self.caption(content.layouts[index].layout, scale, x: x, y: rect.y, width, shaper)
        }
        return marks
    }

    /// The layout's name, and its scale.
    private func caption(
        _ layout: Layout, _ scale: Int, x: Double, y: Double, _ width: Double, _ shaper: TypeShaper
    ) -> [Mark] {
        let type = Typography(type: shaper, factor: 1)
        let ratio = ScaleBlock.ratio(scale) + (sheet.language == .zh ? "  北↑" : "  N↑")
        let small = type.style(6, Palette.secondInk)
        let room = width - shaper.extent(of: ratio, small).advance - 2
        let name = layout.name[sheet.language]
        return [
            type.line(
                name, type.fitted(name, type.style(7.6, bold: true), width: room),
                at: Point(x: x, y: y + 3.4)),
            type.line(ratio, small, endingAt: Point(x: x + width, y: y + 3.4)),
        ]
    }
}

extension MapSite {
    /// The site of an assessment.
    public init(_ site: AssessedSite) {
        switch site.shape {
        case .position(let position): self = .position(position)
        case .parcel(let parcel): self = .parcel(parcel)
        }
    }
}
