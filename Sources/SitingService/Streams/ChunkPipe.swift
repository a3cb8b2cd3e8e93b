internal import Dispatch
internal import Synchronization

/// Bytes on their way between a connection and a thread, a few pieces at most: whoever is faster waits.
///
/// One side waits as tasks do, the other as threads do; each end has one user.
final class ChunkPipe: Sendable {
    private struct State {
        var chunks: [[UInt8]] = []
        /// No more will come.
        var isFinished = false
        /// Nobody takes any more.
        var isAbandoned = false
        /// Whoever waits for the other side to move.
        var waiting: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())
    private let capacity: Int

    /// - Parameter capacity: how many pieces may be on their way.
    init(capacity: Int) { self.capacity = capacity }

    // MARK: - Putting

    /// Puts a piece in, waiting as a task; false where nobody takes it any more.
    func put(_ chunk: [UInt8]) async -> Bool {
        while true {
            if let isTaken = tryPut(chunk) { return isTaken }
            await withCheckedContinuation { continuation in wait(while: .isFull) { continuation.resume() } }
        }
    }

    /// Puts a piece in, holding the thread; false where nobody takes it any more.
    func putHolding(_ chunk: [UInt8]) -> Bool {
        while true {
            if let isTaken = tryPut(chunk) { return isTaken }
            hold(while: .isFull)
        }
    }

    /// Says that no more will come.
    func finish() {
        move { $0.isFinished = true }
    }

    // MARK: - Taking

    /// Takes a piece, waiting as a task; nil at the end.
    func take() async -> [UInt8]? {
        while true {
            if let outcome = tryTake() { return outcome.chunk }
            await withCheckedContinuation { continuation in wait(while: .isEmpty) { continuation.resume() } }
        }
    }

    /// Takes a piece, holding the thread; nil at the end.
    func takeHolding() -> [UInt8]? {
        while true {
            if let outcome = tryTake() { return outcome.chunk }
            hold(while: .isEmpty)
        }
    }

    /// Whether a piece could be taken without waiting.
    var hasMore: Bool { state.withLock { !$0.chunks.isEmpty } }

    /// Says that nobody takes any more.
    func abandon() {
        move {
            $0.isAbandoned = true
            $0.chunks = []
        }
    }

    // MARK: - Moving

    private enum Obstacle {
        case isFull
        case isEmpty
    }

    /// Whether the piece was taken in; nil where there is no room yet.
    private func tryPut(_ chunk: [UInt8]) -> Bool? {
        var result: Bool?
        move { state in
            if state.isAbandoned || state.isFinished {
                result = false
            } else if state.chunks.count < capacity {
                state.chunks.append(chunk)
                result = true
            }
        }
        return result
    }

    /// A piece, or the end; nil where neither is there yet.
    private func tryTake() -> (chunk: [UInt8]?, Void)? {
        var result: (chunk: [UInt8]?, Void)?
        move { state in
            if !state.chunks.isEmpty {
                result = (state.chunks.removeFirst(), ())
            } else if state.isFinished || state.isAbandoned {
                result = (nil, ())
            }
        }
        return result
    }

    /// Changes the state and wakes whoever waits for a change.
    private func move(_ change: (inout sending State) -> Void) {
        let waiting = state.withLock { state in
            change(&state)
            defer { state.waiting = nil }
            return state.waiting
        }
        waiting?()
    }

    /// Leaves word of who waits, or wakes at once where there is nothing to wait for.
    private func wait(while obstacle: Obstacle, _ wake: @escaping @Sendable () -> Void) {
        let isBlocked = state.withLock { state in
            guard !state.isFinished, !state.isAbandoned else { return false }
            let isBlocked = obstacle == .isFull ? state.chunks.count >= capacity : state.chunks.isEmpty
            if isBlocked { state.waiting = wake }
            return isBlocked
        }
        if !isBlocked { wake() }
    }

    private func hold(while obstacle: Obstacle) {
        let semaphore = DispatchSemaphore(value: 0)
        wait(while: obstacle) { semaphore.signal() }
        semaphore.wait()
    }
}
