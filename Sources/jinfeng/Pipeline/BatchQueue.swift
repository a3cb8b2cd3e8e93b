import Synchronization

/// Batches on their way from the reader to the workers, in the order of the input.
final class BatchQueue: Sendable {
    private let waiting = Mutex<[(number: Int, batch: SiteBatch)]>([])
    private let items: Semaphore

    /// Nil where the system has no descriptors left.
    init?() {
        guard let items = Semaphore(permits: 0) else { return nil }
        self.items = items
    }

    /// Gives a batch to whichever worker is free first.
    func put(_ batch: SiteBatch, number: Int) {
        waiting.withLock { $0.append((number, batch)) }
        items.give()
    }

    /// Sends a worker home once all batches are taken.
    func end() { items.give() }

    /// The next batch, waiting for it; nil when the worker may go.
    func take() -> (number: Int, batch: SiteBatch)? {
        items.take()
        return waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    }
}
