internal import NIOCore
internal import NIOPosix
internal import Synchronization
internal import Tables

/// Threads for streams, each of which holds one for as long as it lasts.
final class StreamSeats: Sendable {
    private let taken = Atomic(0)
    private let count: Int

    init(count: Int) { self.count = count }

    /// Runs a stream on a thread of its own; returns as soon as its body is known to be readable.
    ///
    /// - Returns: the encoding of its answers.
    /// - Throws: ``Problem`` where all seats are taken, or the body cannot be read.
    func run(_ stream: LocateStream) async throws -> TextEncoding {
        guard taken.add(1, ordering: .relaxed).newValue <= count else {
            taken.subtract(1, ordering: .relaxed)
            throw Problem.busy
        }
        let opened: Result<TextEncoding, Problem> = await withCheckedContinuation { continuation in
            let pool = NIOThreadPool(numberOfThreads: 1)
            pool.start()
            pool.submit { [self] _ in
                stream.run { continuation.resume(returning: $0) }
                taken.subtract(1, ordering: .relaxed)
                pool.shutdownGracefully { _ in }
            }
        }
        return try opened.get()
    }
}
