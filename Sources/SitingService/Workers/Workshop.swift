internal import NIOCore
internal import NIOPosix
internal import Planning
internal import Synchronization

/// Threads for what takes long, a bounded number of which wait.
///
/// GEOS cannot be stopped in the middle of an operation, so a question that outlives its deadline is answered without a
/// result while the thread that has it comes to an end: it is busy as long, and no other thread is.
final class Workshop<Instruments: AnyObject>: Sendable {
    private let threads: NIOThreadPool
    private let lanes: Lanes<Instruments>
    private let timers: any EventLoopGroup
    private let settings: ServiceSettings
    private let waiting = Atomic(0)

    init(
        _ lanes: Lanes<Instruments>, _ threads: NIOThreadPool, _ timers: any EventLoopGroup,
        _ settings: ServiceSettings
    ) {
        self.lanes = lanes
        self.threads = threads
        self.timers = timers
        self.settings = settings
    }

    /// Runs a question on a thread of its own as soon as there is one, if whoever asked still waits then.
    ///
    /// - Parameters:
    ///   - day: the day asked about.
    ///   - asked: the request, whose connection tells whether an answer is wanted.
    ///   - question: what is asked; what takes long looks at the demand now and then.
    /// - Returns: the answer.
    /// - Throws: ``Problem`` where too many wait, or the answer does not come in time.
    func ask<Answer: Sendable>(
        on day: CalendarDate, for asked: Asked? = nil,
        _ question: @escaping @Sendable (Instruments, Demand) throws(Problem) -> Answer
    ) async throws -> Answer {
        guard waiting.add(1, ordering: .relaxed).newValue <= settings.maximumWaiting + settings.workers else {
            waiting.subtract(1, ordering: .relaxed)
            throw Problem.busy
        }
        let seconds = settings.answerSeconds
        return try await withCheckedThrowingContinuation { continuation in
            let reply = Reply(continuation)
            let deadline = timers.next().scheduleTask(in: .seconds(Int64(seconds))) {
                reply.resume(.failure(Problem.deadlineExceeded(seconds: seconds)))
            }
            let watch = asked?.channel.watchForDeparture { reply.resume(.failure(Problem.abandoned)) }
            threads.submit { [self] state in
                defer {
                    watch?.cancel()
                    waiting.subtract(1, ordering: .relaxed)
                    deadline.cancel()
                }
                // A picture nobody waits for any more would keep others waiting.
                let demand = Demand { reply.isGiven || asked?.isAbandoned == true }
                guard state == .active, demand.isThere else {
                    reply.resume(.failure(state == .active ? Problem.abandoned : Problem.busy))
                    return
                }
                reply.resume(
                    Result { () throws(Problem) in
                        try lanes.ask(on: day) { instruments throws(Problem) in
                            try question(instruments, demand)
                        }
                    })
            }
        }
    }

    /// A continuation that whoever comes first resumes.
    private final class Reply<Answer: Sendable>: Sendable {
        private let continuation: Mutex<CheckedContinuation<Answer, any Error>?>

        init(_ continuation: CheckedContinuation<Answer, any Error>) {
            self.continuation = Mutex(continuation)
        }

        var isGiven: Bool { continuation.withLock { $0 == nil } }

        func resume(_ result: Result<Answer, Problem>) {
            let waiting = continuation.withLock { continuation in
                defer { continuation = nil }
                return continuation
            }
            waiting?.resume(with: result.mapError { $0 as any Error })
        }
    }
}
