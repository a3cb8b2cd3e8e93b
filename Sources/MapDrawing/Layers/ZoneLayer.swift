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

    /// How much of the colour is laid on where a zone surely is.
    private func opacity(of drafted: DraftedZone) -> Double {
        switch drafted.zone.role {
        case .area: drafted.hasParts ? 0.28 : drafted.depth == 0 ? 0.62 : 0.55
        case .belt: drafted.hasParts ? 0.22 : 0.45
        case .screen: 0.62
        case .control, .axis, .river, .place: 0.12
        }
    }

    private func fill(_ drafted: DraftedZone) -> [Mark] {
        let colour = Palette.fill(drafted.zone.role, shade: drafted.shade)
        let full = opacity(of: drafted)
        var under = 0.0
        return drafted.softEdge.map { step in
            // What is to be laid over what lies there so that together they have the strength of the step.
            let wanted = full * step.strength
            let opacity = (wanted - under) / (1 - under)
            under = wanted
            return .area(view.rings(step.polygons), colour, opacity: opacity)
        }
    }

    private func texture(_ drafted: DraftedZone) -> [Mark] {
        let rings = view.rings(drafted.shape.polygons)
        switch drafted.zone.role {
        case .belt:
            return [.beginClip(rings)]
                + Texture.hatch(
                    over: rings, gap: (drafted.hasParts ? 4.2 : 2.1) * factor, rising: drafted.depth % 2 == 0,
                    Pen(colour: Palette.beltEdge, width: 0.11 * factor, opacity: 0.6)) + [.endClip]
        case .screen:
            return [.beginClip(rings)]
                + Texture.hills(
                    over: rings, gap: 5 * factor,
                    Pen(colour: Palette.screenEdge, width: 0.13 * factor, opacity: 0.55)) + [.endClip]
                + ridge(drafted)
        case .control:
            return [.beginClip(rings)]
                + Texture.hatch(
                    over: rings, gap: 1.4 * factor, rising: false,
                    Pen(colour: Palette.control, width: 0.12 * factor, opacity: 0.7)) + [.endClip]
        case .area, .axis, .river, .place: return []
        }
    }

    private func ridge(_ drafted: DraftedZone) -> [Mark] {
        guard drafted.spine.count > 2 else { return [] }
        let line = view.paper(drafted.spine)
        let pen = Pen(colour: Palette.screenEdge, width: 0.26 * factor, opacity: 0.75)
        return [.line(line, isClosed: false, pen)] + Texture.hachures(along: line, factor)
    }

    private func edge(_ drafted: DraftedZone) -> [Mark] {
        let role = drafted.zone.role
        let width = (drafted.depth == 0 ? 0.3 : drafted.depth == 1 ? 0.22 : 0.16) * factor
        let dashes = drafted.depth >= 2 ? [1.2 * factor, 0.8 * factor] : []
        return view.rings(drafted.shape.polygons).map {
            .line(
                $0, isClosed: true,
                Pen(colour: Palette.edge(role), width: width, dashes: dashes, opacity: 0.8))
        }
    }

    private func lines(_ drafted: DraftedZone) -> [Mark] {
        drafted.shape.lines.flatMap { line -> [Mark] in
            let points = view.paper(line)
            switch drafted.zone.role {
            case .axis:
                return [
                    .line(
                        points, isClosed: false, Pen(colour: Palette.paper, width: 1.1 * factor, opacity: 0.8)
                    ),
                    .line(
                        points, isClosed: false,
                        Pen(
                            colour: Palette.axis, width: 0.5 * factor,
                            dashes: [4 * factor, 1.2 * factor, 0.01, 1.2 * factor])),
                ]
            case .river:
                return [.line(points, isClosed: false, Pen(colour: Palette.river, width: 0.7 * factor))]
            default:
                return [
                    .line(
                        points, isClosed: false,
                        Pen(colour: Palette.edge(drafted.zone.role), width: 0.4 * factor))
                ]
            }
        }
    }
}
