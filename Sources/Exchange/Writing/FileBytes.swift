import Glibc
import Wording

/// Whole files, small enough to be held.
enum FileBytes {
    /// Writes a file that is not there yet.
    ///
    /// - Parameters:
    ///   - bytes: what it will hold.
    ///   - path: where it is made.
    ///   - target: what it will become, which an error names.
    /// - Throws: `unwritable_output`.
    static func write(_ bytes: [UInt8], to path: String, for target: String) throws(ExchangeError) {
        guard let stream = unsafe fopen(path, "wb") else {
            throw .unwritable(target, SystemReason(errno).text)
        }
        let written = unsafe bytes.withUnsafeBytes { unsafe fwrite($0.baseAddress, 1, $0.count, stream) }
        let failure = errno
        // What is buffered may fail only now.
        guard unsafe fclose(stream) == 0, written == bytes.count else {
            throw .unwritable(target, SystemReason(written == bytes.count ? errno : failure).text)
        }
    }

    /// The first bytes of a file.
    ///
    /// - Throws: `unreadable_input`.
    static func head(_ path: String, count: Int) throws(ExchangeError) -> [UInt8] {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path, SystemReason(errno).text) }
        defer { _ = close(descriptor) }
        let part = FilePart(descriptor, offset: 0, count: count)
        guard part.failure == 0 else { throw .unreadable(path, SystemReason(part.failure).text) }
        return part.bytes
    }

    /// How many bytes a file has.
    ///
    /// - Throws: `unreadable_input`.
    static func size(_ path: String) throws(ExchangeError) -> Int {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path, SystemReason(errno).text) }
        defer { _ = close(descriptor) }
        let size = Int(lseek(descriptor, 0, SEEK_END))
        guard size >= 0 else { throw .unreadable(path, SystemReason(errno).text) }
        return size
    }

    /// Reads a file of at most so many bytes.
    ///
    /// - Throws: `unreadable_input`, `too_large`.
    static func read(_ path: String, limit: Int) throws(ExchangeError) -> [UInt8] {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path, SystemReason(errno).text) }
        defer { _ = close(descriptor) }
        var bytes: [UInt8] = []
        let piece = 1 << 20
        while true {
            var failure: Int32 = 0
            let read = unsafe [UInt8](unsafeUninitializedCapacity: piece) { buffer, count in
                let got = unsafe Glibc.read(descriptor, buffer.baseAddress, piece)
                failure = got < 0 ? errno : 0
                count = max(0, got)
            }
            if failure == EINTR { continue }
            guard failure == 0 else { throw .unreadable(path, SystemReason(failure).text) }
            if read.isEmpty { return bytes }
            bytes += read
            guard bytes.count <= limit else { throw .tooLarge(path, limit: limit) }
        }
    }
}
