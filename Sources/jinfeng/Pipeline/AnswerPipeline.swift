import Glibc
import Presenting
import Synchronization
import Tables
import Wording

/// One reader, some workers, one writer at a time: answers an input of any length in flat memory.
///
/// The reader cuts batches and stops where too many are on their way; the workers answer them each for itself; whoever
/// finishes the batch that is due writes it and those that follow. What leaves does not depend on how many workers
/// there are nor on where batches are cut.
final class AnswerPipeline: Sendable {
    private let job: AnswerJob
    private let output: Output
    private let answers: OrderedAnswers
    private let progress: Progress?
    private let isInterrupted = Atomic(false)
    private let taken = Atomic(0)
    private let done = Atomic(0)

    init(_ job: AnswerJob, _ output: Output, separator: [UInt8], inputSize: Int?) {
        self.job = job
        self.output = output
        progress = Progress(inputSize: inputSize, job.language)
        answers = OrderedAnswers(output, separator: separator, progress: progress)
    }

    /// Answers all batches on this thread, for an input so small that threads would cost more than they bring.
    func run(_ input: SiteInput, _ answerer: SiteAnswerer) throws -> OrderedAnswers.Summary {
        var number = 0
        do throws(TableError) {
            while !answers.isStopped, let batch = try input.nextBatch(upTo: batchSize(1)) {
                _ = answers.take(answerer.answer(batch, reusing: answers.spareStorage()), number: number)
                number += 1
            }
        } catch {
            throw inputFailure(error)
        }
        return try summary()
    }

    /// Answers all batches on some threads.
    func run(_ input: SiteInput, threads: Int) throws -> OrderedAnswers.Summary {
        SignalWatch.hold()
        // More would wait for cores, each with its own memory.
        let threads = min(threads, max(8, 2 * WorkerThread.cores))
        let permitted = 2 * threads + 2
        guard let permits = Semaphore(permits: permitted), let queue = BatchQueue() else {
            return try runUnwatched(input)
        }
        let workers = WorkerThread.start(threads) { [self] in work(queue, permits) }
        guard workers > 0, watchSignals() else { return try runUnwatched(input) }
        var number = 0
        var broken: TableError?
        do throws(TableError) {
            while true {
                permits.take()
                guard !answers.isStopped, !isInterrupted.load(ordering: .relaxed),
                    let batch = try input.nextBatch(upTo: batchSize(permitted))
                else { break }
                taken.add(1, ordering: .relaxed)
                queue.put(batch, number: number)
                number += 1
            }
        } catch {
            broken = error
        }
        // All permits but the reader's own: every batch is written.
        for _ in 1..<permitted { permits.take() }
        for _ in 0..<workers { queue.end() }
        // The watch ends the command; it knows by which signal.
        while isInterrupted.load(ordering: .acquiring) { sleep(1) }
        progress?.clear()
        if let broken { throw inputFailure(broken) }
        return try summary()
    }

    /// Answers all batches on this thread, where the system has no more of something; nobody waits for signals.
    private func runUnwatched(_ input: SiteInput) throws -> OrderedAnswers.Summary {
        SignalWatch.release()
        return try run(input, SiteAnswerer(job))
    }

    /// About how much input makes as much output as a batch may have: one of NDJSON, whose answers are a hundred times as
    /// long as their lines, is cut shorter than one of a table.
    private func batchSize(_ permitted: Int) -> Int {
        let summary = answers.summary
        guard summary.inputBytes > 0 else { return Self.leastBatch }
        let room = min(Self.mostOutput / permitted, 1 << 20)
        let growth = Double(summary.outputBytes) / Double(summary.inputBytes)
        return max(Self.leastBatch / 4, Int(Double(room) / max(growth, 1)))
    }

    /// Bytes read before it is known how long answers are.
    private static var leastBatch: Int { 16 << 10 }
    /// Bytes of answers that may wait for their turn, all batches together.
    private static var mostOutput: Int { 48 << 20 }

    private func work(_ queue: BatchQueue, _ permits: Semaphore) {
        let answerer: SiteAnswerer
        do {
            answerer = try SiteAnswerer(job)
        } catch {
            end(error as? Failure ?? Failure(text: "jinfeng: \(error)", status: .internal))
        }
        while let (number, batch) = queue.take() {
            let finished = answers.take(
                answerer.answer(batch, reusing: answers.spareStorage()), number: number)
            done.add(finished, ordering: .releasing)
            // The reader may be waiting for input that never comes.
            if let failure = answers.summary.failure { end(failure) }
            for _ in 0..<finished { permits.give() }
        }
    }

    private func watchSignals() -> Bool {
        SignalWatch.start(
            stop: { [self] in isInterrupted.store(true, ordering: .releasing) },
            isDrained: { [self] in
                done.load(ordering: .acquiring) >= taken.load(ordering: .acquiring)
            },
            end: { [self] status in
                let rows = answers.summary.tally.total
                let text = Bilingual(
                    zh: "已中断：已写出 \(rows) 行，均为完整行。",
                    en: "Interrupted: \(rows) rows were written, all of them whole.")
                end(Failure(text: "jinfeng: \(text[job.language])", status: status))
            })
    }

    /// Ends the command from whichever thread, while others may be waiting.
    private func end(_ failure: Failure) -> Never {
        progress?.clear()
        if !failure.text.isEmpty { Messages.writeLine(failure.text) }
        // Without the exit handlers of libraries whose objects other threads are using; nothing of ours is buffered.
        _exit(failure.status.rawValue)
    }

    private func summary() throws -> OrderedAnswers.Summary {
        let summary = answers.summary
        if let failure = summary.failure { throw failure }
        return summary
    }

    private func inputFailure(_ error: TableError) -> Failure {
        Failure(error, job.language, status: error.code == "unreadable_input" ? .inputOutput : .badData)
    }
}
