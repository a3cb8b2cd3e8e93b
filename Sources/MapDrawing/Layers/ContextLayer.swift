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
    func isWhole(_ zone: DraftedZone) -> Bool { Self.isWhole(zone, coverage) }

    static func isWhole(_ zone: DraftedZone, _ coverage: Set<String>) -> Bool {
        let box = zone.shape.box
        let size = box.map { max($0.upper.x - $0.lower.x, $0.upper.y - $0.lower.y) } ?? 0
        return zone.zone.role == .area && (coverage.contains(zone.zone.id) || size > wholeSize)
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

    private var style: ContextStyle { ContextStyle(factor: factor) }

    private func mountain(_ zone: DraftedZone) -> [Mark] {
        let rings = view.rings(zone.shape.polygons)
        return [
            .area(rings, Palette.contextScreen, opacity: style.mountainOpacity), .beginClip(rings),
        ] + style.mountain.marks(over: rings) + [.endClip]
    }

    private func landmark(_ zone: DraftedZone) -> [Mark] {
        let rings = view.rings(zone.shape.polygons)
        return [.area(rings, Palette.contextScreen, opacity: style.landmarkOpacity)]
            + rings.map { Mark.line($0, isClosed: true, style.landmark) }
    }

    private func outline(_ zone: DraftedZone) -> [Mark] {
        let pens = style.outline(isCoverage: coverage.contains(zone.zone.id))
        return view.rings(zone.shape.polygons).flatMap { ring in
            pens.map { Mark.line(ring, isClosed: true, $0) }
        }
    }

    private func lines(_ zone: DraftedZone) -> [Mark] {
        let pens = style.lines(zone.zone.role)
        return zone.shape.lines.flatMap { line -> [Mark] in
            let points = view.paper(line)
            return pens.map { Mark.line(points, isClosed: false, $0) }
        }
    }
}
