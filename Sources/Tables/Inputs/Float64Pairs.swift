import Wording

/// Raw positions for programs: pairs of little-endian IEEE 754 doubles, x then y, 16 bytes each and nothing between.
public struct Float64PairReader: ~Copyable {
    private var window: ByteWindow
    private var start = 0
    private var count = 0
    private static let size = 16

    /// Opens the input.
    public init(_ source: ByteSource) { window = ByteWindow(source) }

    /// The pairs at hand; nil at the end.
    ///
    /// - Parameter limit: about how many bytes of them.
    /// - Returns: the pairs.
    /// - Throws: `truncated_pair` where the input ends within a pair, all before it having been read, and whatever the
    ///   source throws.
    public mutating func nextBatch(upTo limit: Int = .max) throws(TableError) -> Float64PairBatch? {
        while window.bytes.count - start < Self.size {
            let hasMore = try window.extend(from: start)
            start = 0
            guard hasMore else {
                let rest = window.bytes.count
                guard rest == 0 else { throw .truncatedPair(bytes: rest, behind: count) }
                return nil
            }
        }
        let pairs = max(1, min(window.bytes.count - start, limit) / Self.size)
        defer {
            start += pairs * Self.size
            count += pairs
        }
        return Float64PairBatch(
            bytes: window.bytes, range: start..<start + pairs * Self.size, firstRow: count + 1)
    }
}

/// Some pairs, as they stand in the input.
public struct Float64PairBatch: Sendable {
    private let bytes: [UInt8]
    private let range: Range<Int>
    /// The number of the first pair, from 1.
    public let firstRow: Int

    init(bytes: [UInt8], range: Range<Int>, firstRow: Int) {
        self.bytes = bytes
        self.range = range
        self.firstRow = firstRow
    }

    /// How many bytes of the input it stands for.
    public var byteCount: Int { range.count }
    /// How many pairs.
    public var count: Int { range.count / 16 }

    /// A pair by its place in the batch.
    public subscript(place: Int) -> (x: Double, y: Double) {
        precondition(place < count)
        return bytes.withUnsafeBytes { raw in
            func number(_ offset: Int) -> Double {
                let bits = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                return Double(bitPattern: UInt64(littleEndian: bits))
            }
            let start = range.lowerBound + place * 16
            return (number(start), number(start + 8))
        }
    }
}
