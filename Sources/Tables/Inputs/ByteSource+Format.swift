import Glibc

extension ByteSource {
    /// The first bytes, and a source that still begins with them.
    ///
    /// - Throws: whatever the source throws.
    public func peeked() throws(TableError) -> (firstBytes: [UInt8], source: ByteSource) {
        guard let first = try next() else { return ([], ByteSource([])) }
        var isFresh = true
        let rest = next
        let source = ByteSource { () throws(TableError) in
            guard isFresh else { return try rest() }
            isFresh = false
            return first
        }
        return (first, source)
    }

    /// The first bytes of a regular file, by which its format is known.
    ///
    /// None of a named pipe, which gives its bytes but once, nor of what cannot be opened: whoever reads it tells why.
    public static func signature(of path: String) -> [UInt8] {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            let source = try? ByteSource(path: path, chunkSize: 64), let opened = try? source.peeked()
        else { return [] }
        return opened.firstBytes
    }

    /// Everything to the end, in memory.
    ///
    /// - Throws: whatever the source throws.
    public func all() throws(TableError) -> [UInt8] {
        var bytes: [UInt8] = []
        while let chunk = try next() { bytes += chunk }
        return bytes
    }
}
