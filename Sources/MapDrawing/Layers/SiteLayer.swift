internal import PlanarGeometry

/// The site on a map: its sign or its shape, how well it is known, and, beyond the neatline, which way it lies.
struct SiteLayer {
    let view: FrameView
    let factor: Double
    let shape: DraftedShape
    /// One standard deviation per axis, metres.
    let accuracy: Double

    /// The middle of the site, on paper.
    var centre: Point? { shape.box.map { view.paper($0.centre) } }

    /// Whether any of it is on the map.
    var isSeen: Bool {
        guard let box = shape.box else { return false }
        let corners = [view.paper(box.lower), view.paper(box.upper)]
        guard let paper = Box(around: corners) else { return false }
        return paper.lower.x <= view.rect.right && paper.upper.x >= view.rect.x
            && paper.lower.y <= view.rect.bottom && paper.upper.y >= view.rect.y
    }

    private var pen: Pen { Pen(colour: Palette.site, width: 0.55 * factor) }
    private var casing: Pen { Pen(colour: Palette.paper, width: 1.5 * factor) }

    /// Whether the shape is too small on paper to be seen without a sign.
    var isTiny: Bool {
        guard shape.points.isEmpty, let box = shape.box else { return true }
        let size = max(box.upper.x - box.lower.x, box.upper.y - box.lower.y) * view.millimetresPerMetre
        return size < 3 * factor
    }

    var marks: [Mark] {
        guard isSeen, let centre else { return [] }
        var marks: [Mark] = []
        let radius = accuracy * view.millimetresPerMetre
        if radius > 1.8 * factor, shape.polygons.isEmpty {
            let ring = Mark.circle(centre, radius: radius)
            marks.append(.area([ring], Palette.site, opacity: 0.1))
            marks.append(
                .line(
                    ring, isClosed: true,
                    Pen(colour: Palette.site, width: 0.2 * factor, dashes: [1 * factor, 0.8 * factor])))
        }
        let rings = view.rings(shape.polygons)
        if !rings.isEmpty {
            marks += rings.map { Mark.line($0, isClosed: true, casing) }
            marks.append(.area(rings, Palette.site, opacity: 0.3))
            marks += rings.map { Mark.line($0, isClosed: true, pen) }
        }
        for line in shape.lines.map({ view.paper($0) }) {
            marks.append(.line(line, isClosed: false, casing))
            marks.append(.line(line, isClosed: false, Pen(colour: Palette.site, width: 0.8 * factor)))
        }
        let spots = shape.points.isEmpty ? [centre] : view.paper(shape.points)
        if isTiny || !shape.points.isEmpty { marks += spots.flatMap { Self.sign($0, factor) } }
        return marks
    }

    /// The sign of a position: a ring with a cross reaching out of it.
    static func sign(_ point: Point, _ factor: Double) -> [Mark] {
        let (inner, outer) = (1.1 * factor, 3.1 * factor)
        var marks: [Mark] = [.disc(point, radius: 2.15 * factor, Palette.paper, opacity: 0.85)]
        for (x, y) in [(1.0, 0.0), (-1, 0), (0, 1), (0, -1)] {
            let (a, b) = (
                Point(x: point.x + x * inner, y: point.y + y * inner),
                Point(x: point.x + x * outer, y: point.y + y * outer)
            )
            marks.append(.rule(a, b, Pen(colour: Palette.paper, width: 1.1 * factor)))
            marks.append(.rule(a, b, Pen(colour: Palette.site, width: 0.5 * factor)))
        }
        marks.append(
            .line(
                Mark.circle(point, radius: 1.75 * factor), isClosed: true,
                Pen(colour: Palette.site, width: 0.55 * factor)))
        marks.append(.disc(point, radius: 0.6 * factor, Palette.site))
        return marks
    }

    /// Half of what a shape takes up on paper beside its middle; nothing for one that is a sign.
    var halfSize: (width: Double, height: Double) {
        guard !isTiny, let box = shape.box else { return (0, 0) }
        let most = min(view.rect.width, view.rect.height) / 3
        return (
            min(most, (box.upper.x - box.lower.x) / 2 * view.millimetresPerMetre),
            min(most, (box.upper.y - box.lower.y) / 2 * view.millimetresPerMetre)
        )
    }

    /// What no label may cover.
    var obstacles: [LabelBox] {
        guard isSeen, isTiny, let centre else { return [] }
        let reach = 3 * factor
        return [
            LabelBox(PaperRect(x: centre.x - reach, y: centre.y - reach, width: 2 * reach, height: 2 * reach))
        ]
    }

    /// For a site beyond the neatline: an arrow at the neatline towards it, and where its words may stand.
    var pointer: (marks: [Mark], tip: Point)? {
        guard !isSeen, let centre else { return nil }
        let rect = view.rect.inset(by: 2 * factor)
        let (dx, dy) = (centre.x - rect.centre.x, centre.y - rect.centre.y)
        let part = min(
            dx == 0 ? .infinity : rect.width / 2 / abs(dx), dy == 0 ? .infinity : rect.height / 2 / abs(dy))
        let tip = Point(x: rect.centre.x + dx * part, y: rect.centre.y + dy * part)
        let length = (dx * dx + dy * dy).squareRoot()
        guard length > 0 else { return nil }
        let (ux, uy) = (dx / length, dy / length)
        let (long, wide) = (5 * factor, 1.9 * factor)
        let base = Point(x: tip.x - ux * long, y: tip.y - uy * long)
        let arrow = [
            tip, Point(x: base.x - uy * wide, y: base.y + ux * wide),
            Point(x: base.x + ux * long * 0.25, y: base.y + uy * long * 0.25),
            Point(x: base.x + uy * wide, y: base.y - ux * wide),
        ]
        return (
            [
                .line(arrow, isClosed: true, Pen(colour: Palette.paper, width: 1 * factor)),
                .area([arrow], Palette.site, opacity: 1),
            ], base
        )
    }
}
