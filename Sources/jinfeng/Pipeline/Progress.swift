import Glibc
import Synchronization
import Wording

/// How far a long run has come, on a terminal only: rows, rate, and the time left where the input's size is known.
final class Progress: Sendable {
    private struct State {
        var shown = 0.0
        var isShowing = false
    }

    private let size: Int?
    private let language: Language
    private let begun = Progress.now
    private let state = Mutex(State())

    /// Nil where the error stream is no terminal.
    init?(inputSize: Int?, _ language: Language) {
        guard isatty(STDERR_FILENO) == 1 else { return nil }
        size = inputSize
        self.language = language
    }

    /// Says how far it is, twice a second at most.
    func show(rows: Int, bytes: Int) {
        let now = Self.now
        let isDue = state.withLock { state in
            guard now - state.shown >= 0.5, now - begun >= 0.5 else { return false }
            state.shown = now
            state.isShowing = true
            return true
        }
        guard isDue else { return }
        Messages.replaceLine(line(rows: rows, bytes: bytes, seconds: now - begun)[language])
    }

    /// Takes the line away, for messages to come.
    func clear() {
        let isShowing = state.withLock { state in
            defer { state.isShowing = false }
            return state.isShowing
        }
        if isShowing { Messages.replaceLine("") }
    }

    func line(rows: Int, bytes: Int, seconds: Double) -> Bilingual {
        let rate = Int(Double(rows) / max(seconds, 0.001))
        var zh = "已答 \(Self.grouped(rows)) 行，每秒 \(Self.grouped(rate)) 行"
        var en = "\(Self.grouped(rows)) rows, \(Self.grouped(rate)) a second"
        if let size, size > 0, bytes > 0 {
            let share = min(1, Double(bytes) / Double(size))
            let left = seconds * (1 - share) / share
            zh += "，\(Int(share * 100))%，约余 \(Self.duration(left))"
            en += ", \(Int(share * 100)) %, \(Self.duration(left)) left"
        }
        return Bilingual(zh: zh, en: en)
    }

    /// Hours, minutes and seconds, such as 1:02:03 or 0:07.
    static func duration(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded())
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let (hours, minutes) = (whole / 3600, whole / 60 % 60)
        return hours > 0
            ? "\(hours):\(two(minutes)):\(two(whole % 60))" : "\(minutes):\(two(whole % 60))"
    }

    /// A number with thin groups of three, such as 1 234 567.
    static func grouped(_ number: Int) -> String {
        var text = ""
        let digits = String(number)
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += " " }
            text.append(digit)
        }
        return text
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
