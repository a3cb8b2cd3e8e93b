/// Bytes of rows on their way out, in an array that is used again: filled from the left, its rest left as it was.
struct RowBytes: Sendable {
    private(set) var storage: [UInt8] = []
    private(set) var count = 0

    /// The bytes filled.
    var filled: ArraySlice<UInt8> { storage[..<count] }

    /// Takes an array for storage, whatever is in it.
    init(reusing storage: [UInt8] = []) { self.storage = storage }

    /// Lets a writer that appends to arrays append.
    mutating func append<Failure: Error>(
        _ write: (inout [UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        var bytes: [UInt8] = []
        try write(&bytes)
        makeRoom(bytes.count)
        storage.replaceSubrange(count..<count + bytes.count, with: bytes)
        count += bytes.count
    }

    /// Lets a writer fill room through a pointer; it says how many bytes it filled.
    @inline(__always)
    mutating func append(most: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Int) {
        makeRoom(most)
        let start = count
        count += storage.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            return write(base + start)
        }
    }

    /// Sees to it that so many more bytes have room.
    mutating func makeRoom(_ more: Int) {
        guard storage.count < count + more else { return }
        storage += Array(repeating: 0, count: max(count + more - storage.count, storage.count, 1 << 16))
    }
}
