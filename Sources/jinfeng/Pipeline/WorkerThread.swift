import Glibc
import Siting
import Synchronization

/// Threads of the system, for work that blocks: reading and writing wait for others.
enum WorkerThread {
    private final class Body {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    /// Starts a thread; false where the system has none to give.
    static func start(_ run: @escaping @Sendable () -> Void) -> Bool {
        // The body crosses C as a pointer it owns, taken back at once on the other side.
        let body = Unmanaged.passRetained(Body(run))
        var thread = pthread_t()
        let result = pthread_create(
            &thread, nil,
            { body in
                guard let body else { return nil }
                Unmanaged<Body>.fromOpaque(body).takeRetainedValue().run()
                return nil
            }, body.toOpaque())
        guard result == 0 else {
            body.release()
            return false
        }
        pthread_detach(thread)
        return true
    }

    /// Starts as many threads as the system has to give, some at most.
    ///
    /// - Returns: how many were started.
    static func start(_ most: Int, _ run: @escaping @Sendable () -> Void) -> Int {
        var started = 0
        while started < most, start(run) { started += 1 }
        return started
    }

    /// Does the parts of a job on some threads, this one among them.
    static func spreading(over threads: Int) -> Spreading {
        guard threads > 1 else { return .oneByOne }
        return Spreading { count, part in
            let crew = Crew(count, part)
            guard let gone = Semaphore(permits: 0) else { return crew.work() }
            let others = start(min(threads, count) - 1) {
                crew.work()
                gone.give()
            }
            crew.work()
            for _ in 0..<others { gone.take() }
        }
    }

    /// Takes part after part until none is left.
    private final class Crew: Sendable {
        private let count: Int
        private let part: @Sendable (Int) -> Void
        private let next = Atomic(0)

        init(_ count: Int, _ part: @escaping @Sendable (Int) -> Void) {
            self.count = count
            self.part = part
        }

        func work() {
            while true {
                let number = next.add(1, ordering: .relaxed).oldValue
                guard number < count else { return }
                part(number)
            }
        }
    }

    /// How many cores are online.
    static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
