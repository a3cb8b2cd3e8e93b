internal import Wording

/// The bytes of all layouts' fields, layout after layout and in each row after row, in memory that is used again.
///
/// Written through a pointer: of a row's half microsecond, appending to an array, which asks each time whether it may,
/// took more than a third. Room for a row's most is made before any is written.
public struct BulkPieces: ~Copyable {
    private var storage: UnsafeMutableBufferPointer<UInt8>
    private var filled = 0
    private var rows = 0
    private var plans = 0
    /// Where each piece ends; it begins where the one before ends.
    private var ends: [Int] = []
    private var open: [Bool] = []

    /// Takes no memory yet.
    public init() { storage = .allocate(capacity: 0) }

    deinit { storage.deallocate() }

    /// Empties the memory and makes room for the pieces of so many rows, each with so many bytes at most.
    mutating func begin(rows: Int, plans: Int, most: Int) {
        filled = 0
        self.rows = rows
        self.plans = plans
        ends.removeAll(keepingCapacity: true)
        open.removeAll(keepingCapacity: true)
        open.append(contentsOf: repeatElement(false, count: rows))
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

    mutating func endRow() { ends.append(filled) }

    /// Leaves a row to ``Locator``.
    mutating func leaveOpen(_ row: Int) {
        ends.append(filled)
        open[row] = true
    }

    /// Whether only ``Locator`` can answer a row.
    @inline(__always)
    public func isOpen(_ row: Int) -> Bool { open[row] }

    /// How many bytes a row's fields have.
    public func count(_ row: Int) -> Int {
        var count = 0
        for plan in 0..<plans { count += range(plan, row).count }
        return count
    }

    /// Copies a row's fields to where there is room for them.
    ///
    /// - Returns: how many bytes were copied.
    @inline(__always)
    public func copy(_ row: Int, to place: UnsafeMutablePointer<UInt8>) -> Int {
        guard let from = storage.baseAddress else { return 0 }
        var count = 0
        for plan in 0..<plans {
            let range = range(plan, row)
            (place + count).update(from: from + range.lowerBound, count: range.count)
            count += range.count
        }
        return count
    }

    @inline(__always)
    private func range(_ plan: Int, _ row: Int) -> Range<Int> {
        let piece = plan &* rows &+ row
        return (piece == 0 ? 0 : ends[piece &- 1])..<ends[piece]
    }
}
