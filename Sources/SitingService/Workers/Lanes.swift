internal import Planning
internal import Synchronization

/// Sets of instruments, each owned by one question at a time.
///
/// Everything GEOS and PROJ make belongs to one owner: a question takes a lane for itself, does its work without an
/// `await`, and gives it back. A set is made for one day, since the day settles which editions answer; the first question
/// of a new day makes it anew. A question about another day gets instruments of its own, which go with it.
final class Lanes<Instruments: AnyObject>: Sendable {
    private final class Lane: Sendable {
        let owned = Mutex<(day: CalendarDate, instruments: Instruments)?>(nil)
    }

    private let make: @Sendable (Int, CalendarDate) throws(Problem) -> sending Instruments
    private let lanes: [Lane]
    private let next = Atomic(0)

    /// - Parameters:
    ///   - count: how many questions may be at it at a time; as many as threads that ask.
    ///   - make: makes the set of a lane, by its number, for a day.
    init(count: Int, make: @escaping @Sendable (Int, CalendarDate) throws(Problem) -> sending Instruments) {
        self.make = make
        lanes = (0..<max(count, 1)).map { _ in Lane() }
    }

    /// Makes every set ready, so that no question waits for it.
    func warm() throws(Problem) {
        let today = CalendarDate.today()
        for (place, lane) in lanes.enumerated() {
            try lane.owned.withLock { owned throws(Problem) in owned = (today, try make(place, today)) }
        }
    }

    /// Runs a question with a set of its own.
    ///
    /// - Parameters:
    ///   - day: the day asked about.
    ///   - preferred: the lane to be tried first: who always takes the same one finds it in its core's cache.
    ///   - question: what is asked.
    /// - Returns: the answer.
    /// - Throws: ``Problem`` where a set cannot be made, or the question fails.
    func ask<Answer: Sendable>(
        on day: CalendarDate, first preferred: Int? = nil,
        _ question: @Sendable (Instruments) throws(Problem) -> Answer
    ) throws(Problem) -> Answer {
        let today = CalendarDate.today()
        let turn = preferred ?? next.wrappingAdd(1, ordering: .relaxed).oldValue
        let first = Int(UInt(bitPattern: turn) % UInt(lanes.count))
        guard day == today else { return try question(try make(first, day)) }
        for step in lanes.indices {
            let place = (first + step) % lanes.count
            let outcome = lanes[place].owned.withLockIfAvailable { owned in
                Result { () throws(Problem) in try answer(&owned, place, today, question) }
            }
            if let outcome { return try outcome.get() }
        }
        return try lanes[first].owned.withLock { owned throws(Problem) in
            try answer(&owned, first, today, question)
        }
    }

    private func answer<Answer: Sendable>(
        _ owned: inout (day: CalendarDate, instruments: Instruments)?, _ place: Int, _ today: CalendarDate,
        _ question: @Sendable (Instruments) throws(Problem) -> Answer
    ) throws(Problem) -> Answer {
        if let (day, instruments) = owned, day == today { return try question(instruments) }
        let made = try make(place, today)
        owned = (today, made)
        return try question(made)
    }
}
