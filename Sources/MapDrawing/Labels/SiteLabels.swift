internal import PlanarGeometry

/// The words at the site: its name, and below it the zone and the grade; near it, in a place of their own.
struct SiteLabels {
    let layer: SiteLayer
    let type: TypeShaper
    let factor: Double

    func request(_ words: [String]) -> LabelRequest {
        let first = TypeStyle(points: 8 * factor, isBold: true, colour: Palette.site, halo: Palette.paper)
        let rest = TypeStyle(points: 7 * factor, isBold: false, colour: Palette.ink, halo: Palette.paper)
        let text = LabelText(
            lines: words.enumerated().map { ($0.element, $0.offset == 0 ? first : rest) })
        let size = text.size(with: type)
        let centre = layer.pointer?.tip ?? layer.centre ?? layer.view.rect.centre
        let reach = layer.halfSize
        var candidates: [LabelCandidate] = []
        for distance in [4.0, 6, 9, 13, 18, 26].map({ $0 * factor }) {
            for step in 0..<16 {
                let direction = Direction(Double(step) * .pi / 8)
                let middle = Point(
                    x: centre.x + direction.cosine * (reach.width + distance + size.width / 2),
                    y: centre.y + direction.sine * (reach.height + distance + size.height / 2))
                let from = Point(
                    x: middle.x - direction.cosine * (size.width / 2 + 0.5),
                    y: middle.y - direction.sine * (size.height / 2 + 0.5))
                let rim = Point(
                    x: centre.x + direction.cosine * max(3.4 * factor, reach.width),
                    y: centre.y + direction.sine * max(3.4 * factor, reach.height))
                candidates.append(
                    LabelCandidate(
                        texts: text.marks(centredOn: middle, with: type),
                        leader: distance > 8 * factor && layer.pointer == nil ? [from, rim] : [],
                        cost: distance + (step == 0 ? 0 : direction.cosine < -0.1 ? 1.5 : 0.7)))
            }
        }
        return LabelRequest(id: "site", priority: 0, isRequired: true, candidates: candidates)
    }
}
