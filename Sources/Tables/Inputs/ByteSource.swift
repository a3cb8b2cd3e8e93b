import Glibc
import Wording

/// Where the bytes of an input come from, a chunk at a time: memory, a file, or whatever a caller pulls from.
///
/// Readers pull; nothing is read ahead of the chunk they need, and a file of any size passes through.
public struct ByteSource {
    /// The next bytes, never empty; nil at the end.
    let next: () throws(TableError) -> [UInt8]?

    /// Takes chunks from a closure until it answers nil; an empty chunk is skipped.
    public init(chunks next: @escaping () throws(TableError) -> [UInt8]?) {
        self.next = { () throws(TableError) in
            while let chunk = try next() {
                if !chunk.isEmpty { return chunk }
            }
            return nil
        }
    }

    /// Takes bytes that are in memory.
    public init(_ bytes: [UInt8]) {
        var rest: [UInt8]? = bytes.isEmpty ? nil : bytes
        next = {
            defer { rest = nil }
            return rest
        }
    }

    /// Reads a file, or standard input for `-`.
    ///
    /// - Parameters:
    ///   - path: of the file.
    ///   - chunkSize: how many bytes are read at once; as many as the C library keeps at hand, so that one chunk after
    ///     another passes through memory that is in the caches.
    /// - Throws: `unreadable_input` with the system's reason, here or while reading.
    public init(path: String, chunkSize: Int = 120 << 10) throws(TableError) {
        let descriptor = try OpenFile(path: path)
        next = { () throws(TableError) in
            let chunk = try descriptor.read(upTo: chunkSize)
            return chunk.isEmpty ? nil : chunk
        }
    }
}

/// A file descriptor that is closed with its last user.
private final class OpenFile {
    private let descriptor: Int32
    private let path: String
    /// How many bytes a file had when it was opened; 0 for what has no size, such as a pipe.
    private let size: Int
    private var count = 0

    init(path: String) throws(TableError) {
        self.path = path
        descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw .unreadable(name: path, reason: SystemReason(errno).text) }
        var status = stat()
        let isFile = path != "-" && fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        size = isFile ? Int(status.st_size) : 0
    }

    deinit { if descriptor != STDIN_FILENO { _ = close(descriptor) } }

    /// The next bytes, as many as are there; empty at the end of the file.
    ///
    /// A file that was cut short while it was read is an error: its last row would pass for a whole one.
    func read(upTo most: Int) throws(TableError) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, filled in
            var result = Glibc.read(descriptor, buffer.baseAddress, most)
            while result < 0, errno == EINTR { result = Glibc.read(descriptor, buffer.baseAddress, most) }
            failure = result < 0 ? errno : 0
            filled = max(0, result)
        }
        if failure != 0 { throw .unreadable(name: path, reason: SystemReason(failure).text) }
        count += bytes.count
        if bytes.isEmpty, count < size { throw .shortened(name: path, bytes: count, of: size) }
        return bytes
    }
}
