internal import Glibc

/// How a stream shares the machine with those who ask a single question.
///
/// A stream never waits of itself. Left alone it keeps a core until its slice of time runs out, which is some milliseconds,
/// and an event loop that has a question to answer waits as long. Offering the core again and again costs a stream that
/// is alone nothing; a lower priority besides would bring no more, and could hold up whoever waits for a lock it has.
struct StreamPace: ~Copyable {
    /// How long it works between two offers: some rows.
    private static let stretch = Duration.microseconds(100)
    private var end = ContinuousClock.now + stretch

    /// Lets others have the core, if it is time.
    mutating func pause() {
        guard ContinuousClock.now >= end else { return }
        sched_yield()
        end = .now + Self.stretch
    }
}
