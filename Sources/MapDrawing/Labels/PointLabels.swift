internal import PlanarGeometry

/// Where the name of a sign may stand: around it, to the right before all (Imhof 1975).
struct PointLabels {
    let terrain: LabelTerrain
    let type: TypeShaper

    /// The ways to place one of some settings about a sign.
    func candidates(_ settings: [LabelText], at point: Point, radius: Double) -> [LabelCandidate] {
        var candidates: [LabelCandidate] = []
        for setting in settings {
            let size = setting.size(with: type)
            let gap = radius + 0.5
            let (w, h) = (size.width / 2, size.height / 2)
            let places: [(x: Double, y: Double, cost: Double)] = [
                (gap + w, 0, 0), (-gap - w, 0, 1.5), (0, -gap - h, 2), (0, gap + h, 2.4),
                (gap * 0.7 + w, -gap * 0.7 - h * 0.7, 1), (gap * 0.7 + w, gap * 0.7 + h * 0.7, 1.4),
                (-gap * 0.7 - w, -gap * 0.7 - h * 0.7, 2.6), (-gap * 0.7 - w, gap * 0.7 + h * 0.7, 2.8),
            ]
            for place in places {
                let texts = setting.marks(
                    centredOn: Point(x: point.x + place.x, y: point.y + place.y), with: type)
                candidates.append(
                    LabelCandidate(
                        texts: texts,
                        cost: place.cost + setting.cost
                            + texts.reduce(0) { $0 + terrain.cost(of: $1.box) }))
            }
        }
        return candidates
    }
}
