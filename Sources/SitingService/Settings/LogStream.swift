internal import Glibc
internal import NIOCore
internal import Synchronization

/// The error stream, to which lines go together a few times a second: a system call for each would cost a service
/// that answers tens of thousands of requests a second more than the answers do.
final class LogStream: Sendable {
    static let standardError = LogStream()

    private let waiting = Mutex<[UInt8]>([])

    /// Adds a line; one that is urgent leaves at once, with those before it.
    func add(isUrgent: Bool, _ write: (inout [UInt8]) -> Void) {
        waiting.withLock { waiting in
            write(&waiting)
            if isUrgent || waiting.count > Self.most { Self.write(&waiting) }
        }
    }

    /// Sends what waits on its way.
    func flush() { waiting.withLock { Self.write(&$0) } }

    /// Sends what waits on its way again and again, until cancelled.
    func flushRegularly(on eventLoop: any EventLoop) -> RepeatedTask {
        eventLoop.scheduleRepeatedTask(initialDelay: Self.pause, delay: Self.pause) { [self] _ in flush() }
    }

    private static let pause = TimeAmount.milliseconds(100)
    private static let most = 1 << 16  // bytes

    private static func write(_ lines: inout [UInt8]) {
        defer { lines.removeAll(keepingCapacity: true) }
        lines.withUnsafeBytes { bytes in
            var written = 0
            while written < bytes.count {
                let count = Glibc.write(
                    STDERR_FILENO, bytes.baseAddress?.advanced(by: written), bytes.count - written)
                // A stream that takes nothing more is nobody's to mend: the service goes on without its log.
                guard count > 0 || errno == EINTR else { return }
                written += max(count, 0)
            }
        }
    }
}
