internal import Wording

/// The bytes of one layout's fields, row after row, in memory that is used again.
///
/// Written through a pointer: of a row's half microsecond, appending to an array, which asks each time whether it may,
/// took more than a third. Room for a row's most is made before any is written.
public struct BulkPieces: ~Copyable {
    private var storage: UnsafeMutableBufferPointer<UInt8>
    private var filled = 0
    private var ends: [Int] = []
    private var open: [Bool] = []

    /// Takes no memory yet.
    public init() { storage = .allocate(capacity: 0) }

    deinit { storage.deallocate() }

    /// Empties the memory and makes room.
    mutating func begin(rows: Int, most: Int) {
        filled = 0
        ends.removeAll(keepingCapacity: true)
        open.removeAll(keepingCapacity: true)
        if storage.count < rows * most {
            storage.deallocate()
            storage = .allocate(capacity: rows * most)
        }
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        storage[filled] = byte
        filled &+= 1
    }

    @inline(__always)
    mutating func append(_ bytes: [UInt8], _ range: Range<Int>) {
        bytes.withUnsafeBufferPointer { source in
            guard let to = storage.baseAddress, let from = source.baseAddress else { return }
            (to + filled).update(from: from + range.lowerBound, count: range.count)
        }
        filled &+= range.count
    }

    @inline(__always)
    mutating func append(_ value: Double, decimals: Int) {
        guard let to = storage.baseAddress, !value.isNaN else { return }
        filled &+= FixedDecimals.write(value, decimals: decimals, to: to + filled)
    }

    mutating func endRow() {
        ends.append(filled)
        open.append(false)
    }

    /// Leaves a row to ``Locator``.
    mutating func leaveOpen(_ row: Int) {
        ends.append(filled)
        open.append(true)
    }

    /// Whether only ``Locator`` can answer a row.
    public func isOpen(_ row: Int) -> Bool { open[row] }

    /// How many bytes a row's fields have.
    public func count(_ row: Int) -> Int { ends[row] - (row == 0 ? 0 : ends[row - 1]) }

    /// Copies a row's fields to where there is room for them.
    ///
    /// - Returns: how many bytes were copied.
    @inline(__always)
    public func copy(_ row: Int, to place: UnsafeMutablePointer<UInt8>) -> Int {
        let start = row == 0 ? 0 : ends[row - 1]
        let count = ends[row] - start
        if count > 0, let from = storage.baseAddress { place.update(from: from + start, count: count) }
        return count
    }
}
