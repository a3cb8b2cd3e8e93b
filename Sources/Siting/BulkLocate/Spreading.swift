internal import Synchronization

/// How the independent parts of one job are done: one after another, or on several cores.
///
/// What comes of them does not depend on it.
public struct Spreading: Sendable {
    private let run: @Sendable (Int, @escaping @Sendable (Int) -> Void) -> Void

    /// One after another on this core.
    public static let oneByOne = Spreading { count, part in
        for number in 0..<count { part(number) }
    }

    /// Does parts in a way of one's own.
    ///
    /// - Parameter run: calls its second argument once for each number below its first, on any threads, and returns
    ///   when all calls have.
    public init(_ run: @escaping @Sendable (Int, @escaping @Sendable (Int) -> Void) -> Void) {
        self.run = run
    }

    /// What comes of each part, in order.
    func parts<Part: Sendable>(_ count: Int, _ make: @escaping @Sendable (Int) -> Part) -> [Part] {
        let made = Made<Part>(count)
        run(count) { number in made.keep(make(number), number) }
        return made.all
    }

    private final class Made<Part: Sendable>: Sendable {
        private let parts: Mutex<[Part?]>

        init(_ count: Int) { parts = Mutex(Array(repeating: nil, count: count)) }

        func keep(_ part: Part, _ number: Int) { parts.withLock { $0[number] = part } }

        var all: [Part] { parts.withLock { $0.compactMap(\.self) } }
    }
}
