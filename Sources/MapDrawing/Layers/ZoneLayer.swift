internal import PlanarGeometry
internal import Planning

/// The marks of a layout's own zones: soft fills, textures, edges, lines.
struct ZoneLayer {
    let view: FrameView
    /// How much larger lines are than on an A3 sheet.
    let factor: Double

    /// All areas, outermost first, then lines, so that no fill hides an axis.
    func marks(of zones: [DraftedZone]) -> [Mark] {
        let areas = zones.filter { !$0.shape.polygons.isEmpty }
        return areas.flatMap(fill) + areas.flatMap(texture) + areas.flatMap(edge)
            + zones.flatMap(lines)
    }

    private func style(_ drafted: DraftedZone) -> ZoneStyle { ZoneStyle(drafted: drafted, factor: factor) }

    private func fill(_ drafted: DraftedZone) -> [Mark] {
        let style = self.style(drafted)
        let layers = ZoneStyle.layers(drafted.softEdge.map(\.strength), upTo: style.opacity)
        return zip(drafted.softEdge, layers).map { step, opacity in
            .area(view.rings(step.polygons), style.fill, opacity: opacity)
        }
    }

    private func texture(_ drafted: DraftedZone) -> [Mark] {
        guard let texture = style(drafted).texture else { return [] }
        let rings = view.rings(drafted.shape.polygons)
        let marks = [.beginClip(rings)] + texture.marks(over: rings) + [.endClip]
        return drafted.zone.role == .screen ? marks + ridge(drafted) : marks
    }

    private func ridge(_ drafted: DraftedZone) -> [Mark] {
        guard drafted.spine.count > 2 else { return [] }
        let line = view.paper(drafted.spine)
        let pen = Pen(colour: Palette.screenEdge, width: 0.26 * factor, opacity: 0.75)
        return [.line(line, isClosed: false, pen)] + Texture.hachures(along: line, factor)
    }

    private func edge(_ drafted: DraftedZone) -> [Mark] {
        let pen = style(drafted).edge
        return view.rings(drafted.shape.polygons).map { Mark.line($0, isClosed: true, pen) }
    }

    private func lines(_ drafted: DraftedZone) -> [Mark] {
        let pens = style(drafted).lines
        return drafted.shape.lines.flatMap { line -> [Mark] in
            let points = view.paper(line)
            return pens.map { Mark.line(points, isClosed: false, $0) }
        }
    }
}

extension ZoneTexture {
    /// The texture over rings, to be cut by a clip.
    func marks(over rings: [[Point]]) -> [Mark] {
        switch self {
        case .hatch(let gap, let rising, let pen): Texture.hatch(over: rings, gap: gap, rising: rising, pen)
        case .hills(let gap, let pen): Texture.hills(over: rings, gap: gap, pen)
        }
    }
}
