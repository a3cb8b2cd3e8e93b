/// The part of an input a reader is looking at.
///
/// A window's array is never changed once slices of it may have been handed out with a record: it is replaced,
/// so a record stays valid for as long as its holder keeps it.
struct ByteWindow {
    private let source: ByteSource
    private(set) var bytes: [UInt8] = []
    /// Where the first byte of `bytes` stands in the whole input.
    private(set) var offset = 0
    private(set) var isAtEnd = false

    init(_ source: ByteSource) {
        self.source = source
    }

    /// Lets go of the bytes before `start` and adds what comes next.
    ///
    /// An unfinished record beyond 64 KiB waits for as many bytes again, so that reading it anew after each
    /// extension costs a constant factor only; a shorter one never waits, since its sender may be waiting for us.
    ///
    /// - Returns: whether there was anything to add.
    mutating func extend(from start: Int) throws(TableError) -> Bool {
        guard !isAtEnd else { return false }
        offset += start
        if start == bytes.count {
            bytes = []
        } else if start > 0 {
            bytes = Array(bytes[start...])
        }
        let before = bytes.count
        let wanted = before < 65_536 ? before + 1 : 2 * before
        while bytes.count < wanted {
            guard let chunk = try source.next() else {
                isAtEnd = true
                break
            }
            if bytes.isEmpty { bytes = chunk } else { bytes.append(contentsOf: chunk) }
        }
        return bytes.count > before
    }
}

extension ByteWindow {
    /// Passes over the rest of a text line, letting go of it, and leaves `start` behind its end.
    mutating func skipLine(from start: inout Int) throws(TableError) -> LineEnd? {
        while true {
            if let end = bytes[start...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
                guard bytes[end] == 0x0D else {
                    start = end + 1
                    return .lf
                }
                if end + 1 == bytes.count {
                    // Whether a CR stands alone shows with the byte behind it.
                    _ = try extend(from: end)
                    start = bytes.count > 1 && bytes[1] == 0x0A ? 2 : 1
                    return start == 2 ? .crlf : .cr
                }
                start = bytes[end + 1] == 0x0A ? end + 2 : end + 1
                return bytes[end + 1] == 0x0A ? .crlf : .cr
            }
            let hasMore = try extend(from: bytes.count)
            start = 0
            if !hasMore { return nil }
        }
    }
}

extension ArraySlice<UInt8> {
    /// The place of the last such byte among the first bytes, or of the first behind them.
    func lastIndex(of byte: UInt8, within limit: Int) -> Int? {
        guard limit < count else { return lastIndex(of: byte) }
        return self[..<(startIndex + limit)].lastIndex(of: byte)
            ?? self[(startIndex + limit)...].firstIndex(of: byte)
    }
}
