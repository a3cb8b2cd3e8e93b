import Glibc
import Siting
import Synchronization

/// Positions a second with one task and with two, the best of several rounds; the machine may be shared.
func time(_ index: BulkIndex, _ points: Points) async {
    let count = points.x.count
    let rounds = max(3, min(50, 100_000_000 / max(count, 1)))
    let clock = ContinuousClock()
    var checksum: UInt64 = 0
    for tasks in [1, 2] {
        let parts = (0..<tasks).map { Part(count * $0 / tasks..<count * ($0 + 1) / tasks) }
        var best = Duration.seconds(1_000_000)
        var processor = Double.infinity
        for _ in 0..<rounds {
            let start = clock.now
            let before = processorSeconds()
            await withTaskGroup(of: Void.self) { group in
                for part in parts.dropFirst() { group.addTask { part.locate(points, in: index) } }
                parts[0].locate(points, in: index)
            }
            best = min(best, clock.now - start)
            processor = min(processor, processorSeconds() - before)
        }
        let nanoseconds = best / .nanoseconds(1) / Double(count)
        print(
            "tasks \(tasks): \(text(1000 / nanoseconds, 1)) million points a second,",
            "\(text(nanoseconds)) ns a point, \(text(processor / Double(count) * 1e9)) ns of processor time, best of \(rounds)"
        )
        checksum = parts.reduce(0) { $1.checksum(from: $0) }
    }
    print("peak memory \(peakMegabytes()) MB; checksum \(checksum)")
}

/// A run of the positions, and memory for their numbers that one task at a time writes.
private final class Part: Sendable {
    let rows: Range<Int>
    private let numbers: Mutex<[UInt32]>

    init(_ rows: Range<Int>) {
        self.rows = rows
        numbers = Mutex([UInt32](repeating: 0, count: rows.count))
    }

    func locate(_ points: Points, in index: BulkIndex) {
        numbers.withLock { numbers in
            var out = numbers.mutableSpan
            index.locate(
                longitudes: points.x.span.extracting(rows), latitudes: points.y.span.extracting(rows),
                into: &out)
        }
    }

    /// Goes on with a checksum, in the order of the positions.
    func checksum(from start: UInt64) -> UInt64 {
        numbers.withLock { $0.reduce(start) { $0 &* 31 &+ UInt64($1) } }
    }
}

/// The most memory the process has held, MB.
private func peakMegabytes() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1000
}
