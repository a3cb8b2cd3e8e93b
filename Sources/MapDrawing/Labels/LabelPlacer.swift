internal import PlanarGeometry

/// Finds places for labels so that none overlaps another and all lie inside the neatline.
///
/// Greedy by priority and cost; where a required label finds no place it goes to the front and all begin again, a
/// few times. The same requests have the same places on every machine.
struct LabelPlacer {
    /// Inside which labels must lie.
    let rect: PaperRect
    /// What no label may cover: signs of places, the site.
    let obstacles: [LabelBox]
    /// How far names stay apart at least, millimetres.
    let gap: Double

    /// What was found.
    struct Outcome {
        var placed: [(request: LabelRequest, candidate: LabelCandidate)] = []
        var dropped: [LabelRequest] = []
    }

    private static let rounds = 12
    /// What a name that is not required may cost before it is better left out.
    private static let mostCost = 45.0

    /// The best of some rounds: the fewest required labels left out, then the fewest of all.
    func place(_ requests: [LabelRequest]) -> Outcome {
        // By cost once for all rounds; of two at one cost the earlier.
        var order = requests.enumerated().sorted {
            ($0.element.priority, $0.offset) < ($1.element.priority, $1.offset)
        }.map { _, request in
            LabelRequest(
                id: request.id, priority: request.priority, isRequired: request.isRequired,
                candidates: request.candidates.enumerated().sorted {
                    ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset)
                }.map(\.element), clearance: request.clearance)
        }
        var best: Outcome?
        for _ in 0..<Self.rounds {
            let outcome = round(order)
            let failed = outcome.dropped.filter(\.isRequired)
            let least = best.map { rank($0) } ?? (.max, .max)
            if rank(outcome) < least { best = outcome }
            guard let first = failed.first, let index = order.firstIndex(where: { $0.id == first.id }),
                index > 0
            else { break }
            order.insert(order.remove(at: index), at: 0)
        }
        return best ?? Outcome()
    }

    private func rank(_ outcome: Outcome) -> (Int, Int) {
        (outcome.dropped.count(where: \.isRequired), outcome.dropped.count)
    }

    private func round(_ requests: [LabelRequest]) -> Outcome {
        var outcome = Outcome()
        var taken = obstacles.map { Occupied($0) }
        for request in requests {
            let free = request.candidates.first { candidate in
                (request.isRequired || candidate.cost <= Self.mostCost)
                    && candidate.boxes.allSatisfy { box in
                        guard box.lies(in: rect) else { return false }
                        let claim = Occupied(box.grown(by: max(gap, request.clearance)))
                        return !taken.contains { $0.meets(claim) }
                    } && !candidate.leader.hits(taken)
            }
            guard let free else {
                outcome.dropped.append(request)
                continue
            }
            taken += free.boxes.map { Occupied($0.grown(by: request.clearance)) }
            outcome.placed.append((request, free))
        }
        return outcome
    }
}

/// A box with the upright one around it, which settles most questions.
private struct Occupied {
    let box: LabelBox
    let around: Box?

    init(_ box: LabelBox) {
        self.box = box
        around = Box(around: box.corners)
    }

    func meets(_ other: Occupied) -> Bool {
        guard let around, let otherAround = other.around else { return false }
        guard around.lower.x < otherAround.upper.x, otherAround.lower.x < around.upper.x,
            around.lower.y < otherAround.upper.y, otherAround.lower.y < around.upper.y
        else { return false }
        return box.overlaps(other.box)
    }
}

extension [Point] {
    /// Whether a leader runs through something.
    fileprivate func hits(_ taken: [Occupied]) -> Bool {
        guard count == 2 else { return false }
        let steps = 12
        // Its end lies at what it names, which may be a sign: looked at up to just before.
        return (0..<steps).contains { step in
            let part = Double(step) / Double(steps) * 0.93
            let point = Point(
                x: self[0].x + (self[1].x - self[0].x) * part, y: self[0].y + (self[1].y - self[0].y) * part)
            let spot = Occupied(
                LabelBox(PaperRect(x: point.x - 0.1, y: point.y - 0.1, width: 0.2, height: 0.2)))
            return taken.contains { $0.meets(spot) }
        }
    }
}
