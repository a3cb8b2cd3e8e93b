internal import PlanarGeometry

/// Where everything stands on a sheet, and at which scale.
struct Composition {
    /// How much larger type and lines are than on an A3 sheet.
    let factor: Double
    let title: PaperRect
    /// The neatlines, one for each map.
    let frames: [PaperRect]
    /// Where legend, notes and title block stand.
    let panel: PaperRect
    /// Whether the panel stands beside the maps, or lies below.
    let isColumn: Bool
    let footer: PaperRect
    let denominator: Int

    /// The strip between neatline and outer frame, where the degrees stand.
    let gutter: Double
    /// What stands above a map, where there are several.
    let captionHeight: Double

    /// Lays out a sheet.
    ///
    /// - Parameters:
    ///   - content: what every map must hold, metres of ground.
    ///   - count: how many maps.
    ///   - denominator: the scale asked for; else the roundest at which the content fits, and of a panel beside and a
    ///     panel below the one that gives the larger scale.
    init(_ size: PaperSize, content: (width: Double, height: Double), count: Int, denominator: Int?) {
        let options = [true, false].map {
            Composition(size, content: content, count: count, denominator: denominator, isColumn: $0)
        }
        // Of two at one scale the column, which reads better, unless the maps leave it no use.
        self = options[1].denominator < options[0].denominator ? options[1] : options[0]
    }

    private init(
        _ size: PaperSize, content: (width: Double, height: Double), count: Int, denominator: Int?,
        isColumn: Bool
    ) {
        let factor = size.typeFactor
        let margin = 10 * factor
        let (gutter, gap) = (4.6 * factor, 5 * factor)
        let captionHeight = count > 1 ? 7.5 * factor : 0
        self.factor = factor
        self.gutter = gutter
        self.captionHeight = captionHeight
        self.isColumn = isColumn
        let inner = PaperRect(
            x: margin, y: margin * 0.9, width: size.width - 2 * margin, height: size.height - 1.7 * margin)
        title = PaperRect(x: inner.x, y: inner.y, width: inner.width, height: 15.5 * factor)
        footer = PaperRect(
            x: inner.x, y: inner.bottom - 5 * factor, width: inner.width, height: 5 * factor)
        let top = title.bottom + 2.5 * factor
        let body = PaperRect(
            x: inner.x, y: top, width: inner.width, height: footer.y - 2.5 * factor - top)
        var panelSize = isColumn ? 82 * factor : 53 * factor
        var area = body
        if isColumn { area.width -= panelSize + gap } else { area.height -= panelSize + gap }
        let across = Double(count)
        var wide = (area.width - (across - 1) * gap) / across - 2 * gutter
        let high = area.height - captionHeight - 2 * gutter
        self.denominator =
            denominator
            ?? MapScale.round(atLeast: max(content.width / wide, content.height / high) * 1000)
        if isColumn {
            // What the maps do not need goes to the panel, up to where its lines get too long to read.
            let needed = max(content.width / Double(self.denominator) * 1000 * 1.12, high * 0.78)
            let spare = max(0, (wide - needed) * across)
            let given = min(spare, 62 * factor)
            panelSize += given
            area.width -= given
            wide -= given / across
        }
        frames = (0..<count).map { index in
            PaperRect(
                x: area.x + gutter + Double(index) * (wide + 2 * gutter + gap),
                y: area.y + captionHeight + gutter, width: wide, height: high)
        }
        panel =
            isColumn
            ? PaperRect(x: area.right + gap, y: body.y, width: panelSize, height: body.height)
            : PaperRect(x: body.x, y: area.bottom + gap, width: body.width, height: panelSize)
    }
}
