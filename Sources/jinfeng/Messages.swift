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

    private static func put(_ text: String, to descriptor: Int32) {
        var rest = Array((text + "\n").utf8)[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard written > 0 else { return }
            rest = rest.dropFirst(written)
        }
    }
}
