import Glibc
import Synchronization
import Tables
import Wording

/// Where results go: a file, or standard output.
final class Output: Sendable {
    private let descriptor: Int32
    /// Whether the output is a regular file that we opened, of which a part row can be taken back.
    private let isRegular: Bool
    private let path: String
    private let language: Language

    /// Opens the file, or takes standard output where there is none.
    ///
    /// - Throws: where it cannot be opened, or is the input: rows read are rows written, without an end.
    init(path: String?, apartFrom input: String? = nil, _ language: Language) throws {
        self.path = path ?? "-"
        self.language = language
        let isFile = path != nil && path != "-"
        descriptor =
            isFile ? open(self.path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o666) : STDOUT_FILENO
        guard descriptor >= 0 else { throw Self.failure(self.path, language) }
        if let input, let input = FileIdentity(path: input), input == FileIdentity(descriptor: descriptor) {
            throw Failure(OutputIsInput(path: self.path), language, status: .usage)
        }
        // Emptied only now: opening for writing must not cost the user the sites.
        isRegular = isFile && FileIdentity(descriptor: descriptor) != nil
        if isRegular, ftruncate(descriptor, 0) != 0 { throw failure() }
    }

    /// Refuses to write over the input.
    static func refuse(_ path: String, as input: String?, _ language: Language) throws {
        guard let input, let input = FileIdentity(path: input), input == FileIdentity(path: path) else {
            return
        }
        throw Failure(OutputIsInput(path: path), language, status: .usage)
    }

    /// Some file systems, such as NFS and those with quotas, tell only now that what was written is not kept.
    deinit {
        guard descriptor > STDERR_FILENO, close(descriptor) != 0, errno != EINTR else { return }
        Self.lateFailure.withLock { $0 = $0 ?? failure() }
    }

    private static let lateFailure = Mutex<Failure?>(nil)

    /// Closes standard output when a command has ended, and tells whether that or any file failed in closing.
    static func failureInClosing(_ language: Language) -> Failure? {
        if let failure = lateFailure.withLock({ $0 }) { return failure }
        // A command that writes nothing may well be run without a standard output.
        guard close(STDOUT_FILENO) != 0, errno != EBADF, errno != EINTR else { return nil }
        return Failure(
            WriteError(path: "-", reason: SystemReason(errno).text), language, status: .inputOutput)
    }

    /// Writes bytes and forgets them.
    func write(_ bytes: inout [UInt8]) throws {
        if let cut = write(bytes[...]) { throw cut.failure }
        bytes.removeAll(keepingCapacity: true)
    }

    /// A write that broke off: how many bytes went out before, and why.
    struct CutShort {
        let written: Int
        let failure: Failure
    }

    /// Writes bytes; nil where all went out.
    func write(_ bytes: ArraySlice<UInt8>) -> CutShort? {
        var rest = bytes
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else {
                return CutShort(written: bytes.count - rest.count, failure: failure())
            }
            rest = rest.dropFirst(written)
        }
        return nil
    }

    /// Takes back the bytes written last, such as a row that a full disk cut in two; of a file only.
    func takeBack(_ count: Int) {
        guard isRegular, count > 0 else { return }
        let end = lseek(descriptor, 0, SEEK_CUR)
        // Should it fail, a part row stays, as it would on a pipe.
        if end >= count, ftruncate(descriptor, end - count) == 0 {
            _ = lseek(descriptor, end - count, SEEK_SET)
        }
    }

    /// Asks the system whether all that was written is kept: some disks say only on closing that they are full.
    func finish() throws {
        let copy = dup(descriptor)
        guard copy >= 0 else { return }
        guard close(copy) == 0 else { throw failure() }
    }

    /// Writes text.
    func write(_ text: String) throws {
        var bytes = Array(text.utf8)
        try write(&bytes)
    }

    private func failure() -> Failure { Self.failure(path, language) }

    private static func failure(_ path: String, _ language: Language) -> Failure {
        // The reader has seen enough (`| head`): nothing is wrong, but not all was said.
        if errno == EPIPE { return Failure(text: "", status: .brokenPipe) }
        return Failure(
            WriteError(path: path, reason: SystemReason(errno).text), language, status: .inputOutput)
    }
}

/// Which regular file is open under a name; nil for terminals, pipes and devices.
private struct FileIdentity: Equatable {
    private let device: dev_t
    private let inode: ino_t

    /// The file at a path, or on standard input for `-`.
    init?(path: String) {
        if path == "-" {
            self.init(descriptor: STDIN_FILENO)
        } else {
            self.init { stat(path, $0) }
        }
    }

    init?(descriptor: Int32) { self.init { fstat(descriptor, $0) } }

    private init?(_ ask: (UnsafeMutablePointer<stat>) -> Int32) {
        var status = stat()
        guard ask(&status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        device = status.st_dev
        inode = status.st_ino
    }
}

/// An output that is the input.
private struct OutputIsInput: ExplainedError {
    let path: String

    let code = "output_is_input"
    var message: Bilingual {
        Bilingual(zh: "输出 \(path) 就是输入文件，写入会毁掉原数据。", en: "The output \(path) is the input file itself.")
    }
    var remedy: Bilingual {
        Bilingual(zh: "请用 --output 指定另一个文件。", en: "Name another file with --output.")
    }
}

/// Output that cannot be written, with the system's reason.
struct WriteError: ExplainedError {
    let path: String
    let reason: Bilingual

    let code = "unwritable_output"
    var message: Bilingual {
        let place = path == "-" ? Bilingual(zh: "标准输出", en: "standard output") : Bilingual(zh: path, en: path)
        return Bilingual(
            zh: "无法写入“\(place.zh)”：\(reason.zh)。", en: "Cannot write \"\(place.en)\": \(reason.en).")
    }
    var remedy: Bilingual {
        Bilingual(zh: "请检查路径、权限与磁盘空间。", en: "Check the path, the permissions and the space on the disk.")
    }
}
