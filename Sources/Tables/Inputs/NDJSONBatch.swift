/// Whole lines of newline-delimited JSON, cut off but not yet taken apart: what one worker is given at a time.
public struct NDJSONBatch: Sendable {
    private let bytes: [UInt8]
    private let range: Range<Int>
    /// The number of the first line.
    public let firstNumber: Int
    private let offset: Int
    private let single: NDJSONLine?
    private let separator: UInt8

    init(
        _ bytes: [UInt8], _ range: Range<Int>, firstNumber: Int, offset: Int, single: NDJSONLine? = nil,
        isSequence: Bool = false
    ) {
        self.bytes = bytes
        self.range = range
        self.firstNumber = firstNumber
        self.offset = offset
        self.single = single
        separator = isSequence ? NDJSONReader.recordSeparator : 0x0A
    }

    /// How many bytes of the input it stands for.
    public var byteCount: Int { range.count }

    /// The lines that are not blank, in order.
    public var lines: [NDJSONLine] {
        if let single { return [single] }
        var lines: [NDJSONLine] = []
        // A sequence's separator stands before each text, a line's end behind each line.
        var start = range.lowerBound + (separator == 0x0A ? 0 : 1)
        var number = firstNumber
        while start < range.upperBound {
            let end = bytes[start..<range.upperBound].firstIndex(of: separator) ?? range.upperBound
            let place = offset + start - range.lowerBound
            if let line = NDJSONLine(bytes[start..<end], number: number, offset: place) { lines.append(line) }
            number += 1
            start = end + 1
        }
        return lines
    }
}

extension NDJSONLine {
    /// A line without its end; nil for a blank one.
    init?(_ written: ArraySlice<UInt8>, number: Int, offset: Int) {
        var bytes = written
        while bytes.last == 0x0D || bytes.last == 0x0A { bytes.removeLast() }
        if bytes.first == 0x1E { bytes.removeFirst() }
        guard !bytes.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) else { return nil }
        self.init(
            number: number, offset: offset + bytes.startIndex - written.startIndex, bytes: bytes, problem: nil
        )
    }
}

extension NDJSONReader {
    /// The lines at hand, cut off for a worker to take apart; nil at the end.
    ///
    /// Their lines are those that ``next()`` would have given, one by one.
    ///
    /// - Parameter limit: about how many bytes of them; one line may be longer.
    /// - Returns: the lines.
    /// - Throws: whatever the source throws.
    public mutating func nextBatch(upTo limit: Int = .max) throws(TableError) -> NDJSONBatch? {
        if isSequence { return try nextSequenceBatch(upTo: limit) }
        if start == window.bytes.count {
            guard try window.extend(from: start) else { return nil }
            start = 0
        }
        if window.bytes.count - start <= lineLimit,
            let last = window.bytes[start...].lastIndex(of: 0x0A, within: limit)
        {
            let range = start..<last + 1
            let (first, offset) = (number + 1, window.offset + start)
            number += window.bytes[range].count { $0 == 0x0A }
            start = last + 1
            return NDJSONBatch(window.bytes, range, firstNumber: first, offset: offset)
        }
        let offset = window.offset + start
        guard let line = try next() else { return nil }
        let length = window.offset + start - offset
        return NDJSONBatch([], 0..<max(0, length), firstNumber: line.number, offset: offset, single: line)
    }
}
