/// One line of newline-delimited JSON, not yet read as JSON.
public struct NDJSONLine: Sendable {
    /// The line's number in the text, from 1; blank lines count.
    public let number: Int
    /// Where the line's first byte stands in the input, counted from 0.
    public let offset: Int
    /// The line without its end, byte order mark or record separator; empty for a line beyond the limit.
    public let bytes: ArraySlice<UInt8>
    /// What is wrong with the line as a line; whether it is JSON is told elsewhere.
    public let problem: TableError?
}

/// Splits newline-delimited JSON into numbered lines, whatever its size.
///
/// LF and CRLF end a line; blank lines are passed over; a byte order mark before the first line, and the record
/// separator (0x1E) of RFC 8142 before any, are taken off. A line beyond the limit is an error of its own. A lone
/// CR ends nothing: between tokens it is white space to JSON. An input that begins with the record separator is a text
/// sequence, whose texts may run over several lines; they are numbered as lines are.
public struct NDJSONReader: ~Copyable {
    var window: ByteWindow
    var start = 0
    var number = 0
    let lineLimit: Int
    /// Whether the input is a text sequence.
    public let isSequence: Bool
    private var pending: ArraySlice<NDJSONLine> = []

    /// Opens the input.
    ///
    /// - Parameters:
    ///   - source: the bytes.
    ///   - lineLimit: the longest line read, in bytes.
    /// - Throws: `unsupported_encoding` for UTF-16, and whatever the source throws.
    public init(_ source: ByteSource, lineLimit: Int = 16 << 20) throws(TableError) {
        self.lineLimit = lineLimit
        window = ByteWindow(source)
        while window.bytes.count < 3, try window.extend(from: 0) {}
        try TextEncoding.refuseUTF16(window.bytes[...])
        let mark = TextEncoding.utf8.byteOrderMark
        if window.bytes.starts(with: mark) { start = mark.count }
        let first = window.bytes[start...].first { $0 != 0x20 && !(0x09...0x0D).contains($0) }
        isSequence = first == Self.recordSeparator
        if isSequence { start = window.bytes.firstIndex(of: Self.recordSeparator) ?? start }
    }

    /// The next line that is not blank; nil at the end.
    public mutating func next() throws(TableError) -> NDJSONLine? {
        while isSequence {
            if let line = pending.popFirst() { return line }
            guard let batch = try nextSequenceBatch() else { return nil }
            pending = batch.lines[...]
        }
        while true {
            if start == window.bytes.count {
                guard try window.extend(from: start) else { return nil }
                start = 0
            }
            let end = try endOfLine()
            let (lineStart, hasEnd) = (start, end < window.bytes.count)
            guard end - lineStart <= lineLimit else { return try skip() }
            start = hasEnd ? end + 1 : end
            number += 1
            let line = NDJSONLine(
                window.bytes[lineStart..<end], number: number, offset: window.offset + lineStart)
            if let line { return line }
        }
    }

    /// The index of the next LF, or the end of the bytes: of the input, or of a line that is too long already.
    private mutating func endOfLine() throws(TableError) -> Int {
        var searched = 0
        while true {
            if let end = window.bytes[(start + searched)...].firstIndex(of: 0x0A) { return end }
            searched = window.bytes.count - start
            if window.isAtEnd || searched > lineLimit { return window.bytes.count }
            _ = try window.extend(from: start)
            start = 0
        }
    }

    private mutating func skip() throws(TableError) -> NDJSONLine {
        number += 1
        let offset = window.offset + start
        let position = RowPosition(row: number, line: number)
        while true {
            if let end = window.bytes[start...].firstIndex(of: 0x0A) {
                start = end + 1
                break
            }
            let hasMore = try window.extend(from: window.bytes.count)
            start = 0
            if !hasMore { break }
        }
        return NDJSONLine(
            number: number, offset: offset, bytes: [], problem: .lineTooLong(limit: lineLimit, at: position))
    }
}
