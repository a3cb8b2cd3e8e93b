import Glibc

/// Counts permits among threads: one takes, waiting until there is one, another gives.
///
/// Made of a pipe, each byte in it a permit, so that nothing is shared but two numbers; a permit is taken for a batch
/// of some thousand rows, beside which a system call is nothing.
final class Semaphore: Sendable {
    private let readEnd: Int32
    private let writeEnd: Int32

    /// Makes a semaphore with some permits; nil where the system has no descriptors left.
    init?(permits: Int) {
        var ends: (Int32, Int32) = (-1, -1)
        let made = withUnsafeMutablePointer(to: &ends) {
            $0.withMemoryRebound(to: Int32.self, capacity: 2) { pipe($0) }
        }
        guard made == 0 else { return nil }
        (readEnd, writeEnd) = ends
        for _ in 0..<permits { give() }
    }

    deinit {
        _ = close(readEnd)
        _ = close(writeEnd)
    }

    /// Gives a permit.
    func give() {
        var byte: UInt8 = 1
        while write(writeEnd, &byte, 1) < 0, errno == EINTR {}
    }

    /// Takes a permit, waiting for it.
    ///
    /// The pipe lives as long as this, so that a read ends with a byte and nothing else.
    func take() {
        var byte: UInt8 = 0
        while read(readEnd, &byte, 1) < 0, errno == EINTR {}
    }
}
