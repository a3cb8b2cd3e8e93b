import Glibc

/// Notes, errors and progress, on the error stream.
enum Messages {
    /// Writes a line that begins with the command's name.
    static func write(_ text: String) { writeLine("jinfeng: \(text)") }

    /// Writes a line as it is.
    ///
    /// By descriptor: C's `stderr` is a variable any thread might change.
    static func writeLine(_ text: String) { put(text, to: STDERR_FILENO) }

    /// Writes a line to standard output, past any buffer.
    static func print(_ text: String) { put(text, to: STDOUT_FILENO) }

    /// Writes a line over the one before, on a terminal.
    static func replaceLine(_ text: String) { put("\r\u{1B}[K" + text, to: STDERR_FILENO, end: "") }

    private static func put(_ text: String, to descriptor: Int32, end: String = "\n") {
        var rest = Array((text + end).utf8)[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard written > 0 else { return }
            rest = rest.dropFirst(written)
        }
    }
}
