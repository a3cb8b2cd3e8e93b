internal import PlanarGeometry

/// Where the name of an area may stand: inside it, clear of its parts; else outside with a leader.
struct AreaLabels {
    let terrain: LabelTerrain
    let type: TypeShaper
    let rect: PaperRect

    private static let cells = 13

    /// The ways to place one of some settings.
    ///
    /// - Parameters:
    ///   - rings: the area on paper.
    ///   - parts: what of it is named by itself.
    ///   - mayStandApart: whether a leader is better than no name.
    func candidates(
        _ settings: [LabelText], in rings: [[Point]], apartFrom parts: [[Point]], mayStandApart: Bool
    ) -> [LabelCandidate] {
        let spots = spots(in: rings, apartFrom: parts)
        guard let widest = spots.map(\.clearance).max() else { return [] }
        var candidates: [LabelCandidate] = []
        for (rank, setting) in settings.enumerated() {
            for spot in spots {
                let texts = setting.marks(centredOn: spot.point, with: type)
                // What sticks out, or stands on a part, is worse than what lies off the middle.
                let samples = texts.flatMap(\.box.samples)
                let out = samples.count { !RingQuestions.hold(rings, $0) }
                let within = parts.isEmpty ? 0 : samples.count { RingQuestions.hold(parts, $0) }
                let part = Double(samples.count)
                let cost =
                    45 * Double(out) / part + 22 * Double(within) / part
                    + 8 * (1 - spot.clearance / widest) + 1.5 * Double(rank)
                    + texts.reduce(0) { $0 + terrain.cost(of: $1.box) }
                candidates.append(LabelCandidate(texts: texts, cost: cost))
            }
        }
        if mayStandApart, let best = spots.max(by: { $0.clearance < $1.clearance }) {
            candidates += apart(settings, from: best.point)
        }
        return candidates
    }

    private func spots(
        in rings: [[Point]], apartFrom parts: [[Point]]
    ) -> [(point: Point, clearance: Double)] {
        let seen = rings.joined().map {
            Point(x: min(max($0.x, rect.x), rect.right), y: min(max($0.y, rect.y), rect.bottom))
        }
        guard let box = Box(around: seen) else { return [] }
        let (wide, high) = (box.upper.x - box.lower.x, box.upper.y - box.lower.y)
        var spots: [(Point, Double)] = []
        for row in 0..<Self.cells {
            for column in 0..<Self.cells {
                let point = Point(
                    x: box.lower.x + wide * (Double(column) + 0.5) / Double(Self.cells),
                    y: box.lower.y + high * (Double(row) + 0.5) / Double(Self.cells))
                guard RingQuestions.hold(rings, point) else { continue }
                let clearance = RingQuestions.clearance(rings + parts, point)
                spots.append((point, RingQuestions.hold(parts, point) ? clearance / 4 : clearance))
            }
        }
        return spots
    }

    /// Places around a point, with a leader to it.
    private func apart(_ settings: [LabelText], from point: Point) -> [LabelCandidate] {
        var candidates: [LabelCandidate] = []
        for setting in settings.prefix(2) {
            let size = setting.size(with: type)
            for distance in [8.0, 13, 19, 27, 36] {
                for step in 0..<16 {
                    let direction = Direction(Double(step) * .pi / 8)
                    let centre = Point(
                        x: point.x + direction.cosine * (distance + size.width / 2),
                        y: point.y + direction.sine * (distance + size.height / 2))
                    let texts = setting.marks(centredOn: centre, with: type)
                    let from = Point(
                        x: centre.x - direction.cosine * (size.width / 2 + 0.8),
                        y: centre.y - direction.sine * (size.height / 2 + 0.8))
                    let cost =
                        34 + distance * 0.5 + texts.reduce(0) { $0 + terrain.cost(of: $1.box) } * 0.6
                    candidates.append(LabelCandidate(texts: texts, leader: [from, point], cost: cost))
                }
            }
        }
        return candidates
    }
}
