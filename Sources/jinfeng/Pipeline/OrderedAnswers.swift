import Synchronization
import Wording

/// Puts answered batches back in order and writes them as soon as all before them are written.
final class OrderedAnswers: Sendable {
    private struct State {
        var next = 0
        var waiting: [Int: AnsweredBatch] = [:]
        var isWriting = false
        var isStopped = false
        var summary = Summary()
    }

    /// What is known of all rows written.
    struct Summary: Sendable {
        var rows = 0
        var tally = Tally()
        var notes = RowNotes()
        /// Whether any row left bytes behind, after which a separator is due.
        var hasOutput = false
        var inputBytes = 0
        var outputBytes = 0
        var failure: Failure?
    }

    private let state = Mutex(State())
    /// Memory of batches that were written, to be used again.
    private let spare = Mutex<[[UInt8]]>([])
    private let output: Output
    private let separator: [UInt8]
    private let progress: Progress?

    init(_ output: Output, separator: [UInt8], progress: Progress?) {
        self.output = output
        self.separator = separator
        self.progress = progress
    }

    /// What was written so far.
    var summary: Summary { state.withLock { $0.summary } }

    /// Whether nothing more will be written.
    var isStopped: Bool { state.withLock { $0.isStopped } }

    /// Takes a batch and writes what is due, unless another thread is writing already.
    ///
    /// - Returns: how many batches are done with, by which their permits are given back.
    func take(_ batch: AnsweredBatch, number: Int) -> Int {
        let isFree = state.withLock { state in
            state.waiting[number] = batch
            guard !state.isWriting else { return false }
            state.isWriting = true
            return true
        }
        guard isFree else { return 0 }
        var done = 0
        while let batch = nextDue() {
            write(batch)
            done += 1
        }
        return done
    }

    /// The next batch in order; nil, and writing ended, where it is not there yet.
    private func nextDue() -> AnsweredBatch? {
        state.withLock { state in
            guard let batch = state.waiting.removeValue(forKey: state.next) else {
                state.isWriting = false
                return nil
            }
            state.next += 1
            return batch
        }
    }

    /// Memory of a batch that was written; empty where there is none.
    func spareStorage() -> [UInt8] { spare.withLock { $0.popLast() ?? [] } }

    private func write(_ batch: AnsweredBatch) {
        defer { spare.withLock { $0.append(batch.bytes.storage) } }
        // One thread writes at a time, so nobody changes the summary meanwhile.
        guard var summary = state.withLock({ $0.isStopped ? nil : $0.summary }) else { return }
        var cut: Output.CutShort?
        if batch.bytes.count > 0 {
            if summary.hasOutput { cut = output.write(separator[...]) }
            if cut == nil { cut = output.write(batch.bytes.filled) }
        }
        summary.add(batch)
        if let cut {
            let whole = batch.rowEnds.last { $0 <= cut.written } ?? 0
            output.takeBack(cut.written - whole)
            summary.failure = cut.failure
        }
        state.withLock { [summary] state in
            state.summary = summary
            state.isStopped = summary.failure != nil
        }
        progress?.show(rows: summary.rows, bytes: summary.inputBytes)
    }
}

extension OrderedAnswers.Summary {
    fileprivate mutating func add(_ batch: AnsweredBatch) {
        rows += batch.rows
        tally.append(batch.tally)
        notes.append(batch.notes)
        inputBytes += batch.inputBytes
        outputBytes += batch.bytes.count
        if batch.bytes.count > 0 { hasOutput = true }
        if failure == nil { failure = batch.failure }
    }
}
