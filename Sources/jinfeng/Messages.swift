import Glibc

/// Notes and progress, on the error stream.
enum Messages {
    static func write(_ text: String) { fputs("jinfeng: \(text)\n", stderr) }
}
