/// JSON text sequences (RFC 7464, and RFC 8142 for GeoJSON): each text begins with the record separator, may run over
/// several lines, and ends where the next begins.
extension NDJSONReader {
    static let recordSeparator: UInt8 = 0x1E

    /// The texts at hand, cut off for a worker to take apart; nil at the end.
    ///
    /// A text whose braces are closed and whose line has ended is whole, though the next has not begun: its sender may
    /// be waiting for the answer.
    mutating func nextSequenceBatch(upTo limit: Int = .max) throws(TableError) -> NDJSONBatch? {
        while true {
            let bytes = window.bytes
            var end = start
            if window.isAtEnd {
                end = bytes.count
            } else if let last = bytes[start...].lastIndex(of: Self.recordSeparator) {
                end = bytes.last == 0x0A && Self.isWhole(bytes[last...]) ? bytes.count : last
            }
            // The first separator of a batch ends nothing.
            if end - start > limit,
                let cut = bytes[(start + 1)..<end].lastIndex(of: Self.recordSeparator, within: limit)
            {
                end = cut
            }
            if end > start, bytes.count - start <= lineLimit || hasOnlyShortTexts(in: start..<end) {
                let texts = bytes[start..<end].count { $0 == Self.recordSeparator }
                let batch = NDJSONBatch(
                    bytes, start..<end, firstNumber: number + 1, offset: window.offset + start,
                    isSequence: true)
                number += texts
                start = end
                return batch
            }
            if start == bytes.count, window.isAtEnd { return nil }
            if bytes.count - start > lineLimit { return try skipText() }
            _ = try window.extend(from: start)
            start = 0
        }
    }

    private func hasOnlyShortTexts(in range: Range<Int>) -> Bool {
        window.bytes[range].split(separator: Self.recordSeparator).allSatisfy { $0.count <= lineLimit }
    }

    /// Passes over a text beyond the limit, keeping none of it.
    private mutating func skipText() throws(TableError) -> NDJSONBatch {
        number += 1
        let offset = window.offset + start
        let position = RowPosition(row: number, line: number)
        start += 1
        while true {
            if let next = window.bytes[start...].firstIndex(of: Self.recordSeparator) {
                start = next
                break
            }
            let hasMore = try window.extend(from: window.bytes.count)
            start = 0
            if !hasMore { break }
        }
        let line = NDJSONLine(
            number: number, offset: offset, bytes: [], problem: .lineTooLong(limit: lineLimit, at: position))
        return NDJSONBatch(
            [], 0..<max(0, window.offset + start - offset), firstNumber: number, offset: offset, single: line)
    }

    /// Whether all braces and brackets of a text are closed, those in strings aside, and there are any.
    private static func isWhole(_ text: ArraySlice<UInt8>) -> Bool {
        var (depth, deepest) = (0, 0)
        var isInString = false
        var isEscaped = false
        for byte in text {
            if isEscaped {
                isEscaped = false
            } else if isInString {
                if byte == 0x5C { isEscaped = true }
                if byte == 0x22 { isInString = false }
            } else if byte == 0x22 {
                isInString = true
            } else if byte == 0x7B || byte == 0x5B {
                depth += 1
                deepest = max(deepest, depth)
            } else if byte == 0x7D || byte == 0x5D {
                depth -= 1
            }
        }
        return depth == 0 && deepest > 0
    }
}
