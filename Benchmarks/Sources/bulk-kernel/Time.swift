import Glibc
import Siting

/// Positions a second with one task and with two, the best of several rounds; the machine may be shared.
func time(_ index: BulkIndex, _ points: Points) async {
    let count = points.x.count
    var numbers = [UInt32](repeating: 0, count: count)
    let rounds = max(3, min(50, 100_000_000 / max(count, 1)))
    let clock = ContinuousClock()
    for tasks in [1, 2] {
        var best = Duration.seconds(1_000_000)
        var processor = Double.infinity
        for _ in 0..<rounds {
            let start = clock.now
            let before = processorSeconds()
            var out = numbers.mutableSpan
            if tasks == 1 {
                index.locate(longitudes: points.x.span, latitudes: points.y.span, into: &out)
            } else {
                await index.locate(
                    longitudes: points.x.span, latitudes: points.y.span, into: &out, tasks: tasks)
            }
            best = min(best, clock.now - start)
            processor = min(processor, processorSeconds() - before)
        }
        let nanoseconds = best / .nanoseconds(1) / Double(count)
        print(
            "tasks \(tasks): \(text(1000 / nanoseconds, 1)) million points a second,",
            "\(text(nanoseconds)) ns a point, \(text(processor / Double(count) * 1e9)) ns of processor time, best of \(rounds)"
        )
    }
    print("peak memory \(peakMegabytes()) MB; checksum \(numbers.reduce(0) { $0 &* 31 &+ UInt64($1) })")
}

/// The most memory the process has held, MB.
private func peakMegabytes() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1000
}
