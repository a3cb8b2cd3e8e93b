import Glibc
import Tables
import Wording

/// Where results go: a file, or standard output.
final class Output {
    private let descriptor: Int32
    private let path: String
    private let language: Language

    /// Opens the file, or takes standard output where there is none.
    init(path: String?, _ language: Language) throws {
        self.path = path ?? "-"
        self.language = language
        guard let path, path != "-" else {
            descriptor = STDOUT_FILENO
            return
        }
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw failure() }
    }

    deinit { if descriptor > STDERR_FILENO { close(descriptor) } }

    /// Writes bytes and forgets them.
    func write(_ bytes: inout [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw failure() }
            rest = rest.dropFirst(written)
        }
        bytes.removeAll(keepingCapacity: true)
    }

    /// Writes text.
    func write(_ text: String) throws {
        var bytes = Array(text.utf8)
        try write(&bytes)
    }

    private func failure() -> Failure {
        Failure(
            WriteError(path: path, reason: String(cString: strerror(errno))), language, status: .inputOutput)
    }
}

/// Output that cannot be written, with the system's reason.
struct WriteError: ExplainedError {
    let path: String
    let reason: String

    let code = "unwritable_output"
    var message: Bilingual {
        Bilingual(zh: "无法写入 \(path)：\(reason)。", en: "Cannot write \(path): \(reason).")
    }
    var remedy: Bilingual {
        Bilingual(zh: "请检查路径、权限与磁盘空间。", en: "Check the path, the permissions and the space on the disk.")
    }
}
