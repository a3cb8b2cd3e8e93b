internal import PlanarGeometry
public import Planning
internal import Projection
internal import Topology
internal import Wording

/// Draws sheets of a catalogue: the layouts valid on a day, with what lies around them.
///
/// A value, free to share; everything Cairo, Pango, GEOS and PROJ made for a sheet lives as long as one call.
/// The same sheet has the same bytes, in the same version of Cairo and with the same fonts.
public struct MapDrafter: Sendable {
    /// What is drawn.
    public let catalogue: Catalogue
    /// The places that may be shown as townships.
    public let gazetteer: Gazetteer?
    /// The day for which editions are chosen.
    public let asOf: CalendarDate

    /// Makes ready to draw.
    public init(_ catalogue: Catalogue, gazetteer: Gazetteer? = nil, asOf: CalendarDate = .today()) {
        self.catalogue = catalogue
        self.gazetteer = gazetteer
        self.asOf = asOf
    }

    /// Draws a sheet.
    ///
    /// Projection: a transverse Mercator on GRS 80 touching along the middle of what is drawn; at 20 km from it lengths are
    /// 5 millionths too long, so that the scale holds everywhere on the sheet.
    ///
    /// - Parameters:
    ///   - sheet: what is to be drawn.
    ///   - format: the file's format.
    ///   - dotsPerInch: how fine a PNG is; PDF and SVG have no pixels.
    ///   - isWanted: whether anybody still waits for the sheet; asked between one step and the next, some tenths of a second.
    /// - Returns: the file, with what stands on it where.
    /// - Throws: ``MapError`` naming what cannot be: a layout without edition, a font that lacks letters; or
    ///   ``MapError/abandoned``.
    public func draw(
        _ sheet: MapSheet, as format: MapFormat, dotsPerInch: Double = 200,
        while isWanted: () -> Bool = { true }
    ) throws(MapError) -> DrawnMap {
        try check(sheet, format, dotsPerInch)
        let draft = try SheetDraft(sheet, catalogue, gazetteer, asOf: asOf, while: isWanted)
        let canvas = try Canvas(sheet.size, format, dotsPerInch: dotsPerInch)
        canvas.describe(
            title: draft.words.title, subject: draft.words.subject, author: sheet.organisation ?? "",
            date: sheet.date ?? asOf)
        try canvas.draw(draft.marks, with: draft.type, while: isWanted)
        if let text = draft.type.missing { throw MapError.missingGlyphs(text) }
        var bytes = try canvas.finished()
        if format == .svg {
            bytes = SVGDocument.finished(
                bytes, title: draft.words.title, description: draft.words.subject,
                texts: draft.texts, language: sheet.language)
        }
        return draft.drawn(bytes)
    }

    private func check(_ sheet: MapSheet, _ format: MapFormat, _ dotsPerInch: Double) throws(MapError) {
        if let denominator = sheet.denominator, !MapScale.limits.contains(denominator) {
            throw MapError.scaleOutOfRange(denominator)
        }
        guard format == .png else { return }
        guard MapSheet.resolutionLimits.contains(dotsPerInch) else {
            throw MapError.resolutionOutOfRange(dotsPerInch)
        }
        let (width, height) = Canvas.pixels(sheet.size, dotsPerInch)
        // 32 767 is the widest picture Cairo makes.
        guard width * height <= MapSheet.pixelLimit, max(width, height) <= 32_767 else {
            throw MapError.tooManyPixels(width: width, height: height)
        }
    }
}
