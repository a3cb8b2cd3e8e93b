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

    /// Everything to the end, in memory.
    ///
    /// - Throws: whatever the source throws.
    public func all() throws(TableError) -> [UInt8] {
        var bytes: [UInt8] = []
        while let chunk = try next() { bytes += chunk }
        return bytes
    }
}
