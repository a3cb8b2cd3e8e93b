import Glibc
import Wording

/// Waits for Ctrl-C or a request to end, and ends the run with whole rows.
///
/// The signals are blocked in every thread and waited for in one of its own, so that nothing is cut short by them: what
/// was read is answered and written, then the command ends, however long the reader would wait for more. A second
/// signal ends it at once.
enum SignalWatch {
    /// Keeps SIGINT and SIGTERM from ending this thread and those it will make.
    static func hold() {
        var set = signals
        pthread_sigmask(SIG_BLOCK, &set, nil)
        // A closed pipe shall be an error of a write, not the end.
        _ = signal(SIGPIPE, SIG_IGN)
    }

    /// Lets SIGINT and SIGTERM end this thread again, where nobody will wait for them.
    static func release() {
        var set = signals
        pthread_sigmask(SIG_UNBLOCK, &set, nil)
    }

    /// Starts waiting.
    ///
    /// - Parameters:
    ///   - stop: tells the reader to stop.
    ///   - isDrained: whether all that was read is written.
    ///   - end: ends the command; says how.
    /// - Returns: false where the system has no thread to give.
    static func start(
        stop: @escaping @Sendable () -> Void, isDrained: @escaping @Sendable () -> Bool,
        end: @escaping @Sendable (Status) -> Void
    ) -> Bool {
        WorkerThread.start {
            var set = signals
            var number: Int32 = 0
            guard sigwait(&set, &number) == 0 else { return }
            stop()
            while !isDrained() {
                var pause = timespec(tv_sec: 0, tv_nsec: 20_000_000)
                if sigtimedwait(&set, nil, &pause) > 0 { break }
            }
            end(number == SIGINT ? .interrupted : .terminated)
        }
    }

    private static var signals: sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        sigaddset(&set, SIGINT)
        sigaddset(&set, SIGTERM)
        return set
    }
}
