import Glibc

/// Whole records of a CSV file, cut off but not yet taken apart: what one worker is given at a time.
public struct CSVBatch: Sendable {
    /// The records' bytes, line ends included, within what the reader had at hand.
    let bytes: [UInt8]
    let range: Range<Int>
    /// The row of the first record.
    public let firstRow: Int
    let firstLine: Int
    /// Where the first record begins in the input.
    let offset: Int
    let spanLimit: Int
    /// A single record that could only be read with what follows it, such as one whose quote was forgotten.
    let single: CSVRecord?

    /// How many bytes of the input it stands for.
    public var byteCount: Int { range.count }
}

extension CSVReader {
    /// The records at hand, cut off for a worker to take apart; nil at the end.
    ///
    /// Read with ``CSVBatchReader``, they are the records that ``next()`` would have given, one by one.
    ///
    /// - Parameter limit: about how many bytes of them; one record may be longer.
    /// - Returns: the records.
    /// - Throws: whatever the source throws.
    public mutating func nextBatch(upTo limit: Int = .max) throws(TableError) -> CSVBatch? {
        while true {
            if start == window.bytes.count {
                guard try window.extend(from: start) else { return nil }
                start = 0
            }
            let first = (start: start, row: row, line: line, spanLimit: spanLimit)
            passLines(upTo: limit)
            let isWhole = start > first.start || passRecords(upTo: limit)
            if start > first.start {
                return CSVBatch(
                    bytes: window.bytes, range: first.start..<start, firstRow: first.row,
                    firstLine: first.line, offset: window.offset + first.start, spanLimit: first.spanLimit,
                    single: nil)
            }
            if !isWhole, !window.isAtEnd, window.bytes.count - start <= options.recordLimit {
                _ = try window.extend(from: start)
                start = 0
                continue
            }
            // A record that must be looked at with what follows it.
            let (row, line, offset) = (row, line, window.offset + start)
            guard let record = try next() else { return nil }
            let end = window.offset + start
            return CSVBatch(
                bytes: [], range: 0..<max(0, end - offset), firstRow: row, firstLine: line, offset: offset,
                spanLimit: first.spanLimit, single: record)
        }
    }

    /// Passes over the whole lines at hand where each is a record: no quote stands in them and no lone CR.
    private mutating func passLines(upTo limit: Int) {
        guard window.bytes.count - start <= options.recordLimit,
            let last = window.bytes[start...].lastIndex(of: 0x0A, within: limit)
        else { return }
        let count = window.bytes.withUnsafeBufferPointer { LineCount($0, start...last) }
        guard !count.hasQuotes, count.lines == count.ends else { return }
        row += count.lines
        line += count.lines
        start = last + 1
    }

    /// Passes over the records at hand one by one, up to one that is not whole or not sound.
    ///
    /// - Returns: false where it is not whole, as far as the bytes at hand show.
    private mutating func passRecords(upTo limit: Int) -> Bool {
        let first = start
        let spanLimit = spanLimit
        let isAtEnd = window.isAtEnd
        let longest = options.recordLimit
        var (start, row, line) = (start, row, line)
        var scanner = scanner
        let isWhole = window.bytes.withUnsafeBufferPointer { bytes in
            while start < bytes.count, start - first < limit {
                switch scanner.scan(bytes, from: start, isAtEnd: isAtEnd, spanLimit: spanLimit) {
                case .complete(let length, let terminator) where length <= longest:
                    start += length + terminator
                    row += 1
                    line += scanner.innerLineEnds + 1
                case .complete, .unterminated: return true
                case .incomplete: return false
                }
            }
            return true
        }
        (self.start, self.row, self.line, self.scanner) = (start, row, line, scanner)
        return isWhole
    }
}

/// Counts in one pass what tells whether lines are records.
private struct LineCount {
    /// Line feeds.
    private(set) var lines = 0
    /// Line feeds and carriage returns that no line feed follows, which also end a record.
    private(set) var ends = 0
    let hasQuotes: Bool

    /// Looks at a range that ends with a line feed; counts nothing where a quote is met.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: ClosedRange<Int>) {
        let bytes = UnsafeBufferPointer(rebasing: bytes[range])
        hasQuotes = Self.place(of: 0x22, in: bytes, from: 0) != nil
        guard !hasQuotes else { return }
        lines = Self.count(of: 0x0A, in: bytes) { _ in true }
        ends = lines + Self.count(of: 0x0D, in: bytes) { bytes[$0 + 1] != 0x0A }
    }

    private static func count(
        of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, _ counts: (Int) -> Bool
    ) -> Int {
        var count = 0
        var start = 0
        while let place = place(of: byte, in: bytes, from: start) {
            if counts(place) { count += 1 }
            start = place + 1
        }
        return count
    }

    /// The next such byte, as the C library finds it, many at once.
    private static func place(
        of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> Int? {
        guard let base = UnsafeRawPointer(bytes.baseAddress) else { return nil }
        return memchr(base + start, Int32(byte), bytes.count - start).map { UnsafeRawPointer($0) - base }
    }
}
