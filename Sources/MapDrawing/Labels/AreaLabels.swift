internal import PlanarGeometry

/// Where the name of an area may stand: inside it, clear of its parts; else outside with a leader.
struct AreaLabels {
    let terrain: LabelTerrain
    let type: TypeShaper
    let rect: PaperRect

    /// The area named, and what lies about it.
    struct Ground {
        let rings: [[Point]]
        let area: PaperMask
        /// What of it is named by itself.
        var parts: [PaperMask] = []
        /// Areas that its name must not seem to name.
        var others: [PaperMask] = []
        /// Whether a leader is better than no name.
        var mayStandApart = true
    }

    private struct Spot {
        let point: Point
        let clearance: Double
    }

    private static let cells = 12
    private static let mostSpots = 40

    /// The ways to place one of some settings.
    func candidates(_ settings: [LabelText], on ground: Ground) -> [LabelCandidate] {
        let spots = spots(on: ground)
        guard let best = spots.first else { return [] }
        var candidates: [LabelCandidate] = []
        for setting in settings {
            for spot in spots {
                let texts = setting.marks(centredOn: spot.point, with: type)
                guard texts.allSatisfy({ $0.box.lies(in: rect) }) else { continue }
                // What sticks out, or stands on a part, is worse than what lies off the middle.
                let samples = texts.flatMap(\.box.samples)
                let whole = Double(samples.count)
                let out = Double(samples.count { !ground.area.holds($0) }) / whole
                let within =
                    Double(samples.count { point in ground.parts.contains { $0.holds(point) } }) / whole
                let foreign =
                    out == 0
                    ? 0
                    : Double(samples.count { point in ground.others.contains { $0.holds(point) } }) / whole
                let placing =
                    45 * out + 22 * within + 40 * foreign + 8 * (1 - spot.clearance / best.clearance)
                let covered = texts.reduce(0) { $0 + terrain.cost(of: $1.box) }
                candidates.append(LabelCandidate(texts: texts, cost: setting.cost + placing + covered))
            }
        }
        return ground.mayStandApart ? candidates + apart(settings, from: best.point, on: ground) : candidates
    }

    /// Places inside the area, the one with most room around it first.
    private func spots(on ground: Ground) -> [Spot] {
        let seen = ground.rings.joined().map {
            Point(x: min(max($0.x, rect.x), rect.right), y: min(max($0.y, rect.y), rect.bottom))
        }
        guard let box = Box(around: seen) else { return [] }
        let (wide, high) = (box.upper.x - box.lower.x, box.upper.y - box.lower.y)
        var spots: [Spot] = []
        for row in 0..<Self.cells {
            for column in 0..<Self.cells {
                let point = Point(
                    x: box.lower.x + wide * (Double(column) + 0.5) / Double(Self.cells),
                    y: box.lower.y + high * (Double(row) + 0.5) / Double(Self.cells))
                guard RingQuestions.hold(ground.rings, point) else { continue }
                var clearance = RingQuestions.clearance(ground.rings, point)
                if ground.parts.contains(where: { $0.holds(point) }) { clearance /= 4 }
                spots.append(Spot(point: point, clearance: max(clearance, 1e-6)))
            }
        }
        return Array(spots.sorted { $0.clearance > $1.clearance }.prefix(Self.mostSpots))
    }

    /// Places around a point, with a leader to it.
    private func apart(_ settings: [LabelText], from point: Point, on ground: Ground) -> [LabelCandidate] {
        var candidates: [LabelCandidate] = []
        // What stands beside the map of a zone is set smaller than what stands in one.
        let smaller = settings.filter { (4..<9).contains($0.cost) }
        for setting in smaller.isEmpty ? Array(settings.prefix(3)) : smaller {
            let size = setting.size(with: type)
            for distance in [6.0, 10, 15, 21, 28, 36] {
                for step in 0..<16 {
                    let direction = Direction(Double(step) * .pi / 8)
                    let centre = Point(
                        x: point.x + direction.cosine * (distance + size.width / 2),
                        y: point.y + direction.sine * (distance + size.height / 2))
                    let texts = setting.marks(centredOn: centre, with: type)
                    guard texts.allSatisfy({ $0.box.lies(in: rect) }) else { continue }
                    let from = Point(
                        x: centre.x - direction.cosine * (size.width / 2 + 0.8),
                        y: centre.y - direction.sine * (size.height / 2 + 0.8))
                    let samples = texts.flatMap(\.box.samples)
                    let foreign = samples.count { sample in
                        ground.area.holds(sample) || ground.others.contains { $0.holds(sample) }
                    }
                    // A name that stands in another area names that, whatever its leader says.
                    guard foreign * 4 <= samples.count else { continue }
                    let covered = texts.reduce(0) { $0 + terrain.cost(of: $1.box) }
                    let cost =
                        34 + distance * 0.5 + setting.cost + 30 * Double(foreign) / Double(samples.count)
                        + covered * 0.6
                    candidates.append(
                        LabelCandidate(texts: texts, leader: [from, point], endsInArea: true, cost: cost))
                }
            }
        }
        return candidates
    }
}
