import Glibc
import Wording

/// A folder beside what is to be written, in which files are made before they are put in place; gone with its owner.
///
/// Ctrl-C, a hang-up and a request to end wait as long as it is there, for this thread: the file is in place or nothing
/// of it is left, and then the program ends. Only SIGKILL and a failing machine leave the folder behind
/// (`.jinfeng-` and six characters): the next to be made beside it takes it away (``StaleWorkFolders``).
struct WorkFolder: ~Copyable {
    static let prefix = ".jinfeng-"
    static let randomCount = 6

    /// The folder's path, without a slash at the end.
    let path: String
    /// Open and locked for as long as the owner lives, which is how others know that it does.
    private let descriptor: Int32
    /// The signals this thread held back before.
    private var heldBefore = sigset_t()

    /// Makes one in a folder that is there, of the same file system as the target, so that a rename can put things in place.
    ///
    /// - Throws: ``Failed`` with the system's reason.
    init(in parent: String) throws(Failed) {
        StaleWorkFolders.sweep(parent)
        let pattern = "\(parent)/\(Self.prefix)" + String(repeating: "X", count: Self.randomCount)
        var template = Array(pattern.utf8CString)
        guard unsafe mkdtemp(&template) != nil else { throw Failed(reason: errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if descriptor >= 0 { _ = flock(descriptor, LOCK_EX | LOCK_NB) }
        var signals = Self.signals(SIGINT, SIGTERM, SIGHUP, SIGXFSZ)
        unsafe pthread_sigmask(SIG_BLOCK, &signals, &heldBefore)
    }

    deinit {
        Self.remove(path)
        if descriptor >= 0 { _ = close(descriptor) }
        // A file beyond the limit was told by a write that failed; the signal that came with it would be a second death.
        if unsafe sigismember([heldBefore], SIGXFSZ) == 0 {
            var signals = Self.signals(SIGXFSZ)
            var atOnce = timespec()
            _ = unsafe sigtimedwait(&signals, nil, &atOnce)
        }
        unsafe pthread_sigmask(SIG_SETMASK, [heldBefore], nil)
    }

    /// The folder by a path that names none of those it lies in, for GDAL writes a workbook into the first name of a path that
    /// ends like an archive's, be it a folder: `比选.xlsx/甲.xlsx`.
    var ownPath: String { descriptor >= 0 ? "/proc/self/fd/\(descriptor)" : path }

    /// Why no file of some size can be written here now, such as on a full disk; nil where one can.
    ///
    /// GDAL says of a full disk only that some row could not be written.
    var obstacle: SystemReason? {
        let trial = "\(path)/trial"
        guard let stream = unsafe fopen(trial, "wb") else { return SystemReason(errno) }
        defer { unsafe unlink(trial) }
        let bytes = [UInt8](repeating: 0, count: 1 << 20)
        let written = unsafe bytes.withUnsafeBytes { unsafe fwrite($0.baseAddress, 1, $0.count, stream) }
        let failure = errno
        let isClosed = unsafe fclose(stream) == 0
        guard written == bytes.count, isClosed else {
            return SystemReason(written == bytes.count ? errno : failure)
        }
        return nil
    }

    private static func signals(_ numbers: Int32...) -> sigset_t {
        var set = sigset_t()
        unsafe sigemptyset(&set)
        for number in numbers { unsafe sigaddset(&set, number) }
        return set
    }

    /// Takes a folder away: its files, and its folders of files.
    static func remove(_ folder: String) {
        for name in (try? FolderListing.names(in: folder)) ?? [] {
            let path = "\(folder)/\(name)"
            guard unsafe unlink(path) != 0 else { continue }
            for inner in (try? FolderListing.names(in: path)) ?? [] { unsafe unlink("\(path)/\(inner)") }
            unsafe rmdir(path)
        }
        unsafe rmdir(folder)
    }

    /// Why there is none.
    struct Failed: Error {
        /// The system's number for it.
        let reason: Int32
    }
}
