internal import PlanarGeometry
internal import Planning

/// A sign drawn small for the legend, with the pens of the map itself.
struct LegendSample {
    let factor: Double
    let box: PaperRect

    func marks(of sign: LegendEntry.Sign) -> [Mark] {
        let y = box.centre.y
        let (left, right) = (Point(x: box.x, y: y), Point(x: box.right, y: y))
        switch sign {
        case .zone(let role): return zone(role, left, right)
        case .softEdge: return softEdge()
        case .importedEdge: return importedEdge()
        case .coverage: return outline(isCoverage: true)
        case .district: return outline(isCoverage: false)
        case .mountain:
            return [.rectangle(box, Palette.contextScreen, opacity: 0.35)]
                + clipped(
                    Texture.hills(
                        over: [box.corners], gap: 4.5 * factor,
                        Pen(colour: Palette.screenEdge, width: 0.1 * factor, opacity: 0.4)))
        case .river:
            return [.line(wave(), isClosed: false, Pen(colour: Palette.contextRiver, width: 0.55 * factor))]
        case .road:
            return [
                .rule(left, right, Pen(colour: Palette.contextLine, width: 0.75 * factor)),
                .rule(left, right, Pen(colour: Palette.paper, width: 0.45 * factor)),
            ]
        case .landmark:
            return [
                .rectangle(box, Palette.contextScreen, opacity: 0.28),
                .line(
                    box.corners, isClosed: true,
                    Pen(
                        colour: Palette.contextLine, width: 0.16 * factor,
                        dashes: [0.3 * factor, 0.7 * factor])),
            ]
        case .town: return PlaceLayer.town(box.centre, factor)
        case .position, .smallParcel: return SiteLayer.sign(box.centre, factor * 0.8)
        case .parcel:
            let inner = box.inset(by: 0.6 * factor)
            return [
                .rectangle(inner, Palette.site, opacity: 0.3),
                .outline(inner, Pen(colour: Palette.site, width: 0.55 * factor)),
            ]
        }
    }

    private func zone(_ role: Zone.Role, _ left: Point, _ right: Point) -> [Mark] {
        let edge = Mark.outline(box, Pen(colour: Palette.edge(role), width: 0.22 * factor, opacity: 0.8))
        switch role {
        case .area:
            // All shades, since neighbours differ by them and by nothing else.
            let third = box.width / Double(DraftedLayout.shades)
            return (0..<DraftedLayout.shades).map { shade in
                .rectangle(
                    PaperRect(x: box.x + third * Double(shade), y: box.y, width: third, height: box.height),
                    Palette.fill(.area, shade: shade), opacity: 0.58)
            } + [edge]
        case .belt:
            return [.rectangle(box, Palette.belt, opacity: 0.45)]
                + clipped(
                    Texture.hatch(
                        over: [box.corners], gap: 2.1 * factor, rising: true,
                        Pen(colour: Palette.beltEdge, width: 0.11 * factor, opacity: 0.6))) + [edge]
        case .screen:
            return [.rectangle(box, Palette.screen, opacity: 0.62)]
                + clipped(
                    Texture.hills(
                        over: [box.corners], gap: 4.2 * factor,
                        Pen(colour: Palette.screenEdge, width: 0.13 * factor, opacity: 0.55)))
                + [
                    .rule(left, right, Pen(colour: Palette.screenEdge, width: 0.26 * factor, opacity: 0.75)),
                    edge,
                ] + Texture.hachures(along: [left, right], factor * 0.9)
        case .control:
            return clipped(
                Texture.hatch(
                    over: [box.corners], gap: 1.4 * factor, rising: false,
                    Pen(colour: Palette.control, width: 0.12 * factor, opacity: 0.7))) + [edge]
        case .axis:
            return [
                .line(
                    [left, right], isClosed: false,
                    Pen(
                        colour: Palette.axis, width: 0.5 * factor,
                        dashes: [4 * factor, 1.2 * factor, 0.01, 1.2 * factor]))
            ]
        case .river: return [.line(wave(), isClosed: false, Pen(colour: Palette.river, width: 0.7 * factor))]
        case .place: return PlaceLayer.place(box.centre, factor)
        }
    }

    /// From nothing to all, with the drawn edge in the middle.
    private func softEdge() -> [Mark] {
        let steps = 24
        let wide = box.width / Double(steps)
        let middle = box.centre.x
        return (0..<steps).map { step in
            let part = (Double(step) + 0.5) / Double(steps)
            return .rectangle(
                PaperRect(x: box.x + wide * Double(step), y: box.y, width: wide, height: box.height),
                Palette.areas[0], opacity: 0.62 * part * part * (3 - 2 * part))
        } + [
            .rule(
                Point(x: middle, y: box.y - 0.4 * factor), Point(x: middle, y: box.bottom + 0.4 * factor),
                Pen(colour: Palette.areaEdge, width: 0.3 * factor))
        ]
    }

    /// Nothing on one side of a heavy line and the area on the other.
    private func importedEdge() -> [Mark] {
        let middle = box.centre.x
        return [
            .rectangle(
                PaperRect(x: middle, y: box.y, width: box.width / 2, height: box.height), Palette.areas[0],
                opacity: 0.62),
            .rule(
                Point(x: middle, y: box.y - 0.4 * factor), Point(x: middle, y: box.bottom + 0.4 * factor),
                ZoneStyle.importedEdge(Palette.areaEdge, factor)),
        ]
    }

    private func outline(isCoverage: Bool) -> [Mark] {
        let y = box.centre.y
        let line = [Point(x: box.x, y: y), Point(x: box.right, y: y)]
        return ContextStyle(factor: factor).outline(isCoverage: isCoverage).map {
            .line(line, isClosed: false, $0)
        }
    }

    private func wave() -> [Point] {
        (0...12).map { step in
            let part = Double(step) / 12
            return Point(
                x: box.x + box.width * part,
                y: box.centre.y + Direction(part * 2 * .pi).sine * box.height * 0.18)
        }
    }

    private func clipped(_ marks: [Mark]) -> [Mark] { [.beginClip([box.corners])] + marks + [.endClip] }
}
