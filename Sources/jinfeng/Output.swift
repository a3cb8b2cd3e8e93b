import Glibc
import Tables
import Wording

/// Where results go: a file, or standard output.
final class Output {
    private let stream: UnsafeMutablePointer<FILE>
    private let path: String?
    private let language: Language

    /// Opens the file, or takes standard output where there is none.
    init(path: String?, _ language: Language) throws {
        self.path = path == "-" ? nil : path
        self.language = language
        guard let path = self.path else {
            guard let stream = stdout else { throw Failure(WriteError(path: "-"), language, status: .inputOutput) }
            self.stream = stream
            return
        }
        guard let stream = fopen(path, "wb") else {
            throw Failure(WriteError(path: path), language, status: .inputOutput)
        }
        self.stream = stream
    }

    deinit { if path != nil { fclose(stream) } }

    /// Writes bytes and forgets them.
    func write(_ bytes: inout [UInt8]) throws {
        let written = fwrite(bytes, 1, bytes.count, stream)
        guard written == bytes.count else { throw Failure(WriteError(path: path ?? "-"), language, status: .inputOutput) }
        bytes.removeAll(keepingCapacity: true)
    }

    /// Writes text.
    func write(_ text: String) throws {
        var bytes = Array(text.utf8)
        try write(&bytes)
    }

    /// Makes sure that everything has left.
    func finish() throws {
        guard fflush(stream) == 0 else { throw Failure(WriteError(path: path ?? "-"), language, status: .inputOutput) }
    }
}

/// Output that cannot be written, with the system's reason.
struct WriteError: ExplainedError {
    let path: String
    private let reason = String(cString: strerror(errno))

    init(path: String) { self.path = path }

    let code = "unwritable_output"
    var message: Bilingual {
        Bilingual(zh: "无法写入 \(path)：\(reason)。", en: "Cannot write \(path): \(reason).")
    }
    var remedy: Bilingual {
        Bilingual(zh: "请检查路径、权限与磁盘空间。", en: "Check the path, the permissions and the space on the disk.")
    }
}
