internal import PlanarGeometry

/// Where the name of a sign may stand: around it, to the right before all (Imhof 1975); else apart with a leader.
struct PointLabels {
    let terrain: LabelTerrain
    let type: TypeShaper

    /// The ways to place one of some settings about a sign.
    func candidates(
        _ settings: [LabelText], at point: Point, radius: Double, mayStandApart: Bool = false
    ) -> [LabelCandidate] {
        var candidates: [LabelCandidate] = []
        for setting in settings {
            let size = setting.size(with: type)
            // Clear of the sign by the letters' rim and a little more.
            let gap = radius + 1.6 * (setting.lines.first?.style.haloWidth ?? 0) + 0.5
            let (w, h) = (size.width / 2, size.height / 2)
            let places: [(x: Double, y: Double, cost: Double)] = [
                (gap + w, 0, 0), (-gap - w, 0, 1.5), (0, -gap - h, 2), (0, gap + h, 2.4),
                (gap * 0.7 + w, -gap * 0.7 - h * 0.7, 1), (gap * 0.7 + w, gap * 0.7 + h * 0.7, 1.4),
                (-gap * 0.7 - w, -gap * 0.7 - h * 0.7, 2.6), (-gap * 0.7 - w, gap * 0.7 + h * 0.7, 2.8),
            ]
            for step in 0..<24 where mayStandApart {
                let direction = Direction(Double(step % 12) * .pi / 6)
                let distance = radius * (step < 12 ? 6 : 12)
                let middle = Point(
                    x: point.x + direction.cosine * (distance + w),
                    y: point.y + direction.sine * (distance + h))
                let texts = setting.marks(centredOn: middle, with: type)
                let near = Point(
                    x: middle.x - direction.cosine * (w + 0.4), y: middle.y - direction.sine * (h + 0.4))
                let rim = Point(
                    x: point.x + direction.cosine * radius * 1.5, y: point.y + direction.sine * radius * 1.5)
                candidates.append(
                    LabelCandidate(
                        texts: texts, leader: [near, rim],
                        cost: 12 + distance + setting.cost + texts.reduce(0) { $0 + terrain.cost(of: $1.box) }
                    ))
            }
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
