internal import PlanarGeometry
internal import Planning

/// The pale ground under a layout: the land it speaks about, mountains, rivers, roads and outlines others own.
struct ContextLayer {
    let view: FrameView
    let factor: Double
    /// What is drawn of the context layout.
    let zones: [DraftedZone]
    /// The ids of the context zones the layout's documents speak about; empty where none is stated.
    let coverage: Set<String>
    /// The ids of the context zones taken out of that.
    let notStated: Set<String>

    /// What of a context layout is worth showing under another: what belongs to nothing else in it.
    ///
    /// Its town areas and groups would only repeat what the layouts draw.
    static func isShown(_ zone: DraftedZone) -> Bool {
        switch zone.zone.role {
        case .screen, .river, .axis: true
        case .area: zone.depth == 0
        case .belt, .place, .control: false
        }
    }

    /// Whether a context zone is a whole that layouts lie in, such as a district, and shown by its outline alone.
    func isWhole(_ zone: DraftedZone) -> Bool {
        let box = zone.shape.box
        let size = box.map { max($0.upper.x - $0.lower.x, $0.upper.y - $0.lower.y) } ?? 0
        return zone.zone.role == .area && (coverage.contains(zone.zone.id) || size > Self.wholeSize)
    }

    private static let wholeSize = 12_000.0  // m

    var marks: [Mark] {
        var marks: [Mark] = [.rectangle(view.rect, Palette.ground)]
        let areas = zones.filter { $0.zone.role == .area && !$0.shape.polygons.isEmpty }
        for zone in areas where coverage.contains(zone.zone.id) {
            marks.append(.area(view.rings(zone.shape.polygons), Palette.coverage, opacity: 1))
        }
        for zone in areas where notStated.contains(zone.zone.id) {
            marks.append(.area(view.rings(zone.shape.polygons), Palette.ground, opacity: 1))
        }
        for zone in zones where zone.zone.role == .screen { marks += mountain(zone) }
        for zone in areas where !isWhole(zone) { marks += landmark(zone) }
        for zone in areas where isWhole(zone) { marks += outline(zone) }
        for zone in zones where !zone.shape.lines.isEmpty { marks += lines(zone) }
        return marks
    }

    private func mountain(_ zone: DraftedZone) -> [Mark] {
        let rings = view.rings(zone.shape.polygons)
        return [
            .area(rings, Palette.contextScreen, opacity: 0.35), .beginClip(rings),
        ]
            + Texture.hills(
                over: rings, gap: 6.5 * factor,
                Pen(colour: Palette.screenEdge, width: 0.1 * factor, opacity: 0.35)) + [.endClip]
    }

    private func landmark(_ zone: DraftedZone) -> [Mark] {
        let rings = view.rings(zone.shape.polygons)
        return [.area(rings, Palette.contextScreen, opacity: 0.28)]
            + rings.map {
                .line(
                    $0, isClosed: true,
                    Pen(
                        colour: Palette.contextLine, width: 0.16 * factor,
                        dashes: [0.3 * factor, 0.7 * factor]))
            }
    }

    private func outline(_ zone: DraftedZone) -> [Mark] {
        let pens = Self.outline(isCoverage: coverage.contains(zone.zone.id), factor)
        return view.rings(zone.shape.polygons).flatMap { ring in
            pens.map { .line(ring, isClosed: true, $0) }
        }
    }

    /// Dash and dot over a pale band for the land a layout speaks about, plain dashes for other land.
    static func outline(isCoverage: Bool, _ factor: Double) -> [Pen] {
        guard isCoverage else {
            return [
                Pen(colour: Palette.contextLine, width: 0.22 * factor, dashes: [1.5 * factor, 1.1 * factor])
            ]
        }
        return [
            Pen(colour: Palette.hairline, width: 1.5 * factor, opacity: 0.5),
            Pen(
                colour: Palette.secondInk, width: 0.3 * factor,
                dashes: [3.6 * factor, 1 * factor, 0.01, 1 * factor]),
        ]
    }

    private func lines(_ zone: DraftedZone) -> [Mark] {
        zone.shape.lines.flatMap { line -> [Mark] in
            let points = view.paper(line)
            guard zone.zone.role == .axis else {
                return [
                    .line(points, isClosed: false, Pen(colour: Palette.contextRiver, width: 0.55 * factor))
                ]
            }
            return [
                .line(points, isClosed: false, Pen(colour: Palette.contextLine, width: 0.75 * factor)),
                .line(points, isClosed: false, Pen(colour: Palette.paper, width: 0.45 * factor)),
            ]
        }
    }
}
