internal import Planning

/// How land under a layout looks, the same on paper and on a screen; lengths as in ``ZoneStyle``.
struct ContextStyle {
    let factor: Double

    /// Mountains, whatever belongs to them.
    let mountainOpacity = 0.35
    var mountain: ZoneTexture {
        .hills(gap: 6.5 * factor, Pen(colour: Palette.screenEdge, width: 0.1 * factor, opacity: 0.35))
    }

    /// A thing of its own in the land, such as a park.
    let landmarkOpacity = 0.28
    var landmark: Pen {
        Pen(colour: Palette.contextLine, width: 0.16 * factor, dashes: [0.3 * factor, 0.7 * factor])
    }

    /// Dash and dot over a pale band for the land a layout speaks about, plain dashes for other land.
    func outline(isCoverage: Bool) -> [Pen] {
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

    /// The pens of a road or a river, the lowest first.
    func lines(_ role: Zone.Role) -> [Pen] {
        guard role == .axis else { return [Pen(colour: Palette.contextRiver, width: 0.55 * factor)] }
        return [
            Pen(colour: Palette.contextLine, width: 0.75 * factor),
            Pen(colour: Palette.paper, width: 0.45 * factor),
        ]
    }
}
