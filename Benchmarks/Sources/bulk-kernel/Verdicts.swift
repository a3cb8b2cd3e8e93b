import Glibc
import PlanarGeometry
import Planning
import Siting

/// Verdict, probability and distance in every shipped layout: the speed, or the differences from one at a time.
func verdicts(count: Int, against: Int, accuracy: Double) async throws {
    let catalogue = try GeoDataFolder(path: geoData).catalogue()
    let clock = ContinuousClock()
    var start = clock.now
    let bulk = try BulkLocator(catalogue, siteAccuracy: accuracy)
    print("ready in \(text((clock.now - start) / .seconds(1))) s")
    let zones = catalogue.plans.compactMap { $0.edition(validOn: .today()) }.flatMap(\.zones)
    let vertices = zones.compactMap { $0.geometry?.polygons }.joined().flatMap(\.exterior.points)
    guard let box = Box(around: vertices) else { return }
    let points = Points(
        count: count, lower: (box.lower.x, box.lower.y), upper: (box.upper.x, box.upper.y), seed: 5)
    for namesOthers in [false, true] {
        for tasks in [1, 2] {
            try await timeVerdicts(bulk, points, tasks: tasks, namesOthers: namesOthers)
        }
    }
    guard against > 0 else { return }
    var answers = BulkAnswers()
    try bulk.locate(
        longitudes: points.x.span.extracting(first: against),
        latitudes: points.y.span.extracting(first: against),
        into: &answers)
    let locator = try Locator(catalogue)
    var worst = (probability: 0.0, distance: 0.0)
    var wrong = 0
    start = clock.now
    for row in 0..<against {
        let position = LonLat(longitude: points.x[row], latitude: points.y[row])
        let single = try locator.locate(Site(position, accuracy: accuracy))
        for (place, layout) in single.layouts.enumerated() {
            let columns = answers.plans[place]
            let plan = bulk.plans[place]
            let number = columns.zones[row]
            let others = columns.alsoPossible(at: row).map { plan.zones[Int($0)].id }
            if layout.applicability == .notCovered {
                wrong += number == BulkAnswers.Columns.notCovered ? 0 : 1
            } else if let deepest = layout.deepest {
                guard number >= 0, plan.zones[Int(number)].id == deepest.zone.id,
                    columns.verdicts[row] == deepest.verdict,
                    others == layout.zones.filter({ !$0.holds }).map(\.zone.id)
                else {
                    wrong += 1
                    continue
                }
                let off = abs(columns.probabilities[row] - deepest.probability)
                if off > max(worst.probability, 1e-5) {
                    print(
                        position, deepest.zone.id, columns.probabilities[row], deepest.probability,
                        deepest.accuracy)
                }
                worst.probability = max(worst.probability, off)
                worst.distance = max(worst.distance, abs(columns.distances[row] - deepest.boundaryDistance))
            } else {
                if number != BulkAnswers.Columns.none { wrong += 1 }
                let distance = -(layout.nearest?.distance ?? 0)
                worst.distance = max(worst.distance, abs(columns.distances[row] - distance))
            }
        }
    }
    print(
        "\(against) positions, \(single(clock.now - start, against)) µs each one at a time: \(wrong) other zones or verdicts,",
        "probability within \(worst.probability), distance within \(worst.distance) m")
}

/// All columns, in runs of 2¹⁶ that keep them in the cache.
private func timeVerdicts(_ bulk: BulkLocator, _ points: Points, tasks: Int, namesOthers: Bool) async throws {
    let clock = ContinuousClock()
    let count = points.x.count
    var best = Duration.seconds(1_000_000)
    var processor = Double.infinity
    for _ in 0..<5 {
        let start = clock.now
        let before = processorSeconds()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in 0..<tasks {
                group.addTask {
                    var answers = BulkAnswers()
                    var first = count * task / tasks
                    let end = count * (task + 1) / tasks
                    while first < end {
                        let next = min(first + 1 << 16, end)
                        try bulk.locate(
                            longitudes: points.x.span.extracting(first..<next),
                            latitudes: points.y.span.extracting(first..<next), into: &answers,
                            alsoPossible: namesOthers)
                        first = next
                    }
                }
            }
            try await group.waitForAll()
        }
        best = min(best, clock.now - start)
        processor = min(processor, processorSeconds() - before)
    }
    let nanoseconds = best / .nanoseconds(1) / Double(count)
    print(
        "verdicts\(namesOthers ? " and other possible zones" : ""), tasks \(tasks):",
        "\(text(1000 / nanoseconds)) million points a second,",
        "\(text(nanoseconds)) ns a point, \(text(processor / Double(count) * 1e9)) ns of processor time")
}

private func single(_ duration: Duration, _ count: Int) -> String {
    text(duration / .microseconds(1) / Double(max(count, 1)))
}

/// What this process has used of all cores: the figure that stays when the machine is shared.
func processorSeconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
