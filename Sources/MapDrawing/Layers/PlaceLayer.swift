internal import PlanarGeometry

/// The signs of places: of a layout's own, and of the townships that help a reader find the way.
enum PlaceLayer {
    /// The radius of a layout's place, millimetres on an A3 sheet.
    static let placeRadius = 0.95
    /// The radius of a township.
    static let townRadius = 0.6

    /// A layout's place: a ring with a dot.
    static func place(_ point: Point, _ factor: Double) -> [Mark] {
        [
            .disc(point, radius: (placeRadius + 0.25) * factor, Palette.paper),
            .disc(point, radius: placeRadius * factor, Palette.ink),
            .disc(point, radius: placeRadius * 0.5 * factor, Palette.paper),
        ]
    }

    /// A township: a small open circle.
    static func town(_ point: Point, _ factor: Double) -> [Mark] {
        [
            .disc(point, radius: townRadius * factor, Palette.paper),
            .line(
                Mark.circle(point, radius: townRadius * factor), isClosed: true,
                Pen(colour: Palette.contextInk, width: 0.22 * factor)),
        ]
    }

    /// What no label may cover.
    static func obstacle(_ point: Point, radius: Double) -> LabelBox {
        LabelBox(PaperRect(x: point.x - radius, y: point.y - radius, width: 2 * radius, height: 2 * radius))
    }
}
