internal import Planning

/// How a layout's own zone looks, the same on paper and on a screen.
///
/// Lengths are those of an A3 sheet in millimetres times the factor, which makes pixels of them as well.
struct ZoneStyle {
    let drafted: DraftedZone
    let factor: Double

    private var role: Zone.Role { drafted.zone.role }

    /// The colour of the area.
    var fill: Colour { Palette.fill(role, shade: drafted.shade) }

    /// How much of the colour is laid on where a zone surely is.
    var opacity: Double {
        switch role {
        case .area: drafted.hasParts ? 0.28 : drafted.depth == 0 ? 0.62 : 0.55
        case .belt: drafted.hasParts ? 0.22 : 0.45
        case .screen: 0.62
        case .control, .axis, .river, .place: 0.12
        }
    }

    /// What is to be laid over what lies there, step by step of the soft edge, so that together they have the strength of each.
    static func layers(_ strengths: [Double], upTo full: Double) -> [Double] {
        var under = 0.0
        return strengths.map { strength in
            let wanted = full * strength
            defer { under = wanted }
            return (wanted - under) / (1 - under)
        }
    }

    /// What the area is filled with beside its colour.
    var texture: ZoneTexture? {
        switch role {
        case .belt:
            .hatch(
                gap: (drafted.hasParts ? 4.2 : 2.1) * factor, rising: drafted.depth % 2 == 0,
                Pen(colour: Palette.beltEdge, width: 0.11 * factor, opacity: 0.6))
        case .screen:
            .hills(
                gap: 5 * factor, Pen(colour: Palette.screenEdge, width: 0.13 * factor, opacity: 0.55))
        case .control:
            .hatch(
                gap: 1.4 * factor, rising: false,
                Pen(colour: Palette.control, width: 0.12 * factor, opacity: 0.7))
        case .area, .axis, .river, .place: nil
        }
    }

    /// The outline of an area: a heavy line where it was imported, for a boundary that somebody has drawn.
    var edge: Pen {
        guard !drafted.isImported else { return Self.importedEdge(Palette.edge(role), factor) }
        return Pen(
            colour: Palette.edge(role),
            width: (drafted.depth == 0 ? 0.3 : drafted.depth == 1 ? 0.22 : 0.16) * factor,
            dashes: drafted.depth >= 2 ? [1.2 * factor, 0.8 * factor] : [], opacity: 0.8)
    }

    /// The outline of what was imported.
    static func importedEdge(_ colour: Colour, _ factor: Double) -> Pen {
        Pen(colour: colour, width: 0.62 * factor, opacity: 1)
    }

    /// The pens of a line, the lowest first.
    var lines: [Pen] {
        switch role {
        case .axis:
            [
                Pen(colour: Palette.paper, width: 1.1 * factor, opacity: 0.8),
                Pen(
                    colour: Palette.axis, width: 0.5 * factor,
                    dashes: [4 * factor, 1.2 * factor, 0.01, 1.2 * factor]),
            ]
        case .river: [Pen(colour: Palette.river, width: 0.7 * factor)]
        default: [Pen(colour: Palette.edge(role), width: 0.4 * factor)]
        }
    }
}

/// Fills of lines and small signs.
enum ZoneTexture {
    case hatch(gap: Double, rising: Bool, Pen)
    case hills(gap: Double, Pen)
}
