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
    /// How much of the maps is content, 0 to 1.
    private let use: Double

    /// Lays out a sheet.
    ///
    /// - Parameters:
    ///   - size: the paper.
    ///   - contents: what each map must hold, metres of ground.
    ///   - denominator: the scale asked for; else the roundest at which all contents fit, and of a panel beside and a
    ///     panel below the one that gives the larger scale.
    init(_ size: PaperSize, contents: [Extent], denominator: Int?) {
        let beside = Composition(size, contents, denominator, isColumn: true)
        let below = Composition(size, contents, denominator, isColumn: false)
        self =
            (below.denominator, -below.use) < (beside.denominator, -beside.use) ? below : beside
    }

    private init(_ size: PaperSize, _ contents: [Extent], _ denominator: Int?, isColumn: Bool) {
        let factor = size.typeFactor
        let margin = 10 * factor
        let (gutter, gap) = (4.6 * factor, 5 * factor)
        let captionHeight = contents.count > 1 ? 7.5 * factor : 0
        self.factor = factor
        self.gutter = gutter
        self.isColumn = isColumn
        let inner = PaperRect(
            x: margin, y: margin * 0.9, width: size.width - 2 * margin, height: size.height - 1.7 * margin)
        title = PaperRect(x: inner.x, y: inner.y, width: inner.width, height: 15.5 * factor)
        footer = PaperRect(
            x: inner.x, y: inner.bottom - 5 * factor, width: inner.width, height: 5 * factor)
        let top = title.bottom + 2.5 * factor
        let body = PaperRect(
            x: inner.x, y: top, width: inner.width, height: footer.y - 2.5 * factor - top)
        var panelSize = isColumn ? 84 * factor : 52 * factor
        var area = body
        if isColumn { area.width -= panelSize + gap } else { area.height -= panelSize + gap }
        let count = Double(contents.count)
        // All maps stand side by side; the widest wants are met together, the highest alone.
        var wide = area.width - (count - 1) * gap - count * 2 * gutter
        let high = area.height - captionHeight - 2 * gutter
        let wanted = contents.reduce(0) { $0 + $1.width }
        let highest = contents.map(\.height).max() ?? 1
        let scale = denominator ?? MapScale.round(atLeast: max(wanted / wide, highest / high) * 1000)
        self.denominator = scale
        let perMetre = 1000 / Double(scale)
        if isColumn {
            // What the maps do not need goes to the panel, up to where its lines get too long to read.
            let needed = max(wanted * perMetre * 1.06, high * 0.8)
            let given = min(max(0, wide - needed), 30 * factor)
            panelSize += given
            area.width -= given
            wide -= given
        }
        // What is left over widens all alike.
        let spare = max(0, wide - wanted * perMetre) / count
        let squeeze = min(1, wide / max(wanted * perMetre, 1e-9))
        var x = area.x
        var frames: [PaperRect] = []
        for content in contents {
            let width = content.width * perMetre * squeeze + spare
            frames.append(
                PaperRect(x: x + gutter, y: area.y + captionHeight + gutter, width: width, height: high))
            x += width + 2 * gutter + gap
        }
        self.frames = frames
        let used = contents.reduce(0) { $0 + $1.width * $1.height } * perMetre * perMetre
        use = used / max(wide * high, 1e-9)
        panel =
            isColumn
            ? PaperRect(x: area.right + gap, y: body.y, width: panelSize, height: body.height)
            : PaperRect(x: body.x, y: area.bottom + gap, width: body.width, height: panelSize)
    }
}
