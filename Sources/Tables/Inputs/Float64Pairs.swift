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
    /// - Throws: `truncated_pair` where the input ends within a pair, all before it having been read, and whatever the
    ///   source throws.
    public mutating func nextBatch() throws(TableError) -> Float64PairBatch? {
        while window.bytes.count - start < Self.size {
            guard try window.extend(from: start) else {
                let rest = window.bytes.count - start
                guard rest == 0 else { throw .truncatedPair(bytes: rest, behind: count) }
                return nil
            }
            start = 0
        }
        let pairs = (window.bytes.count - start) / Self.size
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

    /// Hands out each pair in turn.
    public func forEach(_ body: (Double, Double) -> Void) {
        bytes.withUnsafeBytes { raw in
            for place in stride(from: range.lowerBound, to: range.upperBound, by: 16) {
                let x = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
                let y = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self))
                body(Double(bitPattern: x), Double(bitPattern: y))
            }
        }
    }
}
