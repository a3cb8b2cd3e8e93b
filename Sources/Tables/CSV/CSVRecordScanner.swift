/// Finds where a record and its fields end, and decodes nothing.
///
/// RFC 4180, and where people leave it, as Python's `csv` reads: a quote inside an unquoted field is text, and so
/// is what follows a closing quote; CR, LF and CRLF each end a line.
struct CSVRecordScanner {
    enum Outcome {
        /// A record of so many bytes, and the bytes of its line end.
        case complete(length: Int, terminator: Int)
        /// More bytes are needed to tell.
        case incomplete
        /// The quote at `opened` is not closed, as far as `scanned` shows.
        case unterminated(opened: Int, scanned: Int)
    }

    private let delimiter: UInt8
    /// No byte above this one means anything outside quotes.
    private let ceiling: UInt8
    /// Where each field begins, counted from the record's first byte.
    private(set) var starts: [Int] = []
    private(set) var hasQuotes = false
    /// The column, from 1, of the first NUL.
    private(set) var nulColumn: Int?
    /// Line ends inside the quoted fields that were closed.
    private(set) var innerLineEnds = 0
    /// How many columns the header has.
    ///
    /// A record over several lines with twice as many, or with more and a quote left open besides, has taken other
    /// rows in: its first quote that runs over a line end counts as forgotten.
    private let columnCount: Int

    init(delimiter: CSVDelimiter, columnCount: Int = .max / 2) {
        self.delimiter = delimiter.rawValue
        self.columnCount = columnCount
        ceiling = max(Self.comma, delimiter.rawValue)
    }

    private static let comma: UInt8 = 0x2C
    private static let quote: UInt8 = 0x22
    private static let lf: UInt8 = 0x0A
    private static let cr: UInt8 = 0x0D

    /// Scans one record.
    ///
    /// - Parameters:
    ///   - bytes: what is at hand.
    ///   - start: where the record begins.
    ///   - isAtEnd: whether the input ends with `bytes`.
    ///   - spanLimit: how far a quoted field may run over line ends.
    /// - Returns: where the record ends, or why that cannot be said.
    mutating func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isAtEnd: Bool, spanLimit: Int
    ) -> Outcome {
        starts.removeAll(keepingCapacity: true)
        starts.append(0)
        hasQuotes = false
        nulColumn = nil
        innerLineEnds = 0
        var fieldStart = start
        var firstOverLines: Int?
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte > ceiling {
                index += 1
            } else if byte == delimiter {
                index += 1
                fieldStart = index
                starts.append(index - start)
            } else if byte == Self.lf {
                return .complete(length: index - start, terminator: 1)
            } else if byte == Self.cr {
                guard index + 1 < bytes.count || isAtEnd else { return .incomplete }
                let isPair = index + 1 < bytes.count && bytes[index + 1] == Self.lf
                return .complete(length: index - start, terminator: isPair ? 2 : 1)
            } else if byte == Self.quote, index == fieldStart {
                hasQuotes = true
                switch closingQuote(bytes, opened: index, isAtEnd: isAtEnd, spanLimit: spanLimit) {
                case .at(let closing):
                    if innerLineEnds > 0 {
                        let opened = firstOverLines ?? index
                        firstOverLines = opened
                        if starts.count > 2 * columnCount {
                            forget(after: opened - start)
                            return .unterminated(opened: opened, scanned: closing)
                        }
                    }
                    index = closing + 1
                case .incomplete: return .incomplete
                case .missing(let scanned):
                    guard let first = firstOverLines, starts.count > columnCount else {
                        return .unterminated(opened: index, scanned: scanned)
                    }
                    forget(after: first - start)
                    return .unterminated(opened: first, scanned: scanned)
                }
            } else {
                if byte == 0, nulColumn == nil { nulColumn = starts.count }
                index += 1
            }
        }
        return isAtEnd ? .complete(length: index - start, terminator: 0) : .incomplete
    }

    /// Takes back what was found behind a quote that turned out to be forgotten.
    private mutating func forget(after opened: Int) {
        while let last = starts.last, last > opened { starts.removeLast() }
        innerLineEnds = 0
        nulColumn = nil
    }

    private enum Closing {
        case at(Int)
        case incomplete
        case missing(scanned: Int)
    }

    private mutating func closingQuote(
        _ bytes: UnsafeBufferPointer<UInt8>, opened: Int, isAtEnd: Bool, spanLimit: Int
    ) -> Closing {
        var lineEnds = 0
        var index = opened + 1
        while index < bytes.count {
            let byte = bytes[index]
            if byte > Self.quote {
                index += 1
            } else if byte == Self.quote {
                guard index + 1 < bytes.count || isAtEnd else { return .incomplete }
                if index + 1 < bytes.count, bytes[index + 1] == Self.quote {
                    index += 2
                    continue
                }
                // A quote that was forgotten runs on into the next one, which then opens a word: `"` + `good"`.
                if lineEnds > 0 {
                    guard let ends = endsField(bytes, after: index, isAtEnd: isAtEnd) else {
                        return .incomplete
                    }
                    if !ends { return .missing(scanned: index) }
                }
                innerLineEnds += lineEnds
                return .at(index)
            } else {
                if byte == Self.lf, bytes[index - 1] != Self.cr || index - 1 == opened { lineEnds += 1 }
                if byte == Self.cr { lineEnds += 1 }
                if lineEnds > 0, index - opened > spanLimit { return .missing(scanned: index) }
                if byte == 0, nulColumn == nil { nulColumn = starts.count }
                index += 1
            }
        }
        return isAtEnd ? .missing(scanned: index) : .incomplete
    }

    /// Whether only spaces stand between a closing quote and the end of its field; nil if more bytes must tell.
    private func endsField(_ bytes: UnsafeBufferPointer<UInt8>, after closing: Int, isAtEnd: Bool) -> Bool? {
        var index = closing + 1
        while index < bytes.count {
            let byte = bytes[index]
            if byte == delimiter || byte == Self.lf || byte == Self.cr { return true }
            if byte != 0x20 { return false }
            index += 1
        }
        return isAtEnd ? true : nil
    }
}
