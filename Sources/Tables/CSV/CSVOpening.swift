/// The beginning of a CSV file: its encoding, its delimiter and its header.
struct CSVOpening {
    private let options: CSVOptions
    private(set) var window: ByteWindow
    private(set) var dialect = CSVDialect()
    private(set) var preamble: [UInt8] = []
    private(set) var header = CSVRecord()
    private(set) var columns: [TableColumn] = []
    /// Where the next record begins in the window, and on which text line.
    private(set) var start = 0
    private(set) var nextLine = 1

    private static let sampleSize = 4096  // bytes: enough Chinese to tell UTF-8 from GB18030

    init(_ source: ByteSource, options: CSVOptions) throws(TableError) {
        self.options = options
        window = ByteWindow(source)
        let wanted = options.encoding == nil ? Self.sampleSize : 4
        while window.bytes.count < wanted, !(options.isLive && Self.holdsRow(window.bytes)),
            try window.extend(from: 0)
        {}
        guard !window.bytes.isEmpty else { throw .emptyInput }

        // Even a given encoding does not make UTF-16 readable, nor a byte order mark part of the first header.
        if let encoding = options.encoding {
            try TextEncoding.refuseUTF16(window.bytes[...])
            let mark = encoding.byteOrderMark
            dialect.encoding = encoding
            start = window.bytes.starts(with: mark) ? mark.count : 0
        } else {
            let detected = try TextEncoding.detect(window.bytes[...], isWhole: window.isAtEnd)
            dialect.encoding = detected.encoding
            start = detected.byteOrderMarkLength
        }
        dialect.hasByteOrderMark = start > 0
        preamble = Array(window.bytes[..<start])
    }

    /// Whether two lines are whole: a header, and a row that may be waiting for its answer.
    private static func holdsRow(_ bytes: [UInt8]) -> Bool {
        guard let end = bytes.firstIndex(of: 0x0A) else { return false }
        return bytes[(end + 1)...].contains(0x0A)
    }

    mutating func readHeader() throws(TableError) {
        if let wanted = options.headerRow, wanted < 1 { throw .noSuchHeaderRow(wanted, rows: nil) }
        var delimiter = options.delimiter
        var row = 1
        while true {
            guard try hasMore() else {
                throw options.headerRow.map { .noSuchHeaderRow($0, rows: row - 1) } ?? .emptyInput
            }
            let line = try nextLineRange()
            let bytes = window.bytes[line.content]
            let isBlank = bytes.allSatisfy { byte in
                byte == 0x20 || CSVDelimiter.allCases.contains { $0.rawValue == byte }
            }
            let directive = nextLine == 1 ? separatorDirective(bytes) : nil
            if directive == nil {
                guard isBlank || row < options.headerRow ?? 1 else { break }
                if isBlank, row == options.headerRow { throw .blankHeaderRow(row) }
            }
            delimiter = delimiter ?? directive
            // Excel takes its directive off the sheet; a blank line stays a row.
            if directive == nil, !isBlank {
                try passOver(row: row, delimiter: delimiter ?? CSVDelimiter.guess(header: bytes))
            } else {
                preamble += window.bytes[start..<line.end]
                start = line.end
                nextLine += 1
            }
            if directive == nil { row += 1 }
        }
        let guessed = CSVDelimiter.guess(header: window.bytes[try nextLineRange().content])
        dialect.delimiter = delimiter ?? guessed
        try scanHeader(row: row)
        try nameColumns(isDelimiterGiven: delimiter != nil)
    }

    /// Whether anything is left to read.
    private mutating func hasMore() throws(TableError) -> Bool {
        guard start == window.bytes.count else { return true }
        guard !window.isAtEnd else { return false }
        let isThere = try window.extend(from: start)
        start = 0
        return isThere
    }

    /// Keeps a row above the header as it is, quoted line breaks and all.
    private mutating func passOver(row: Int, delimiter: CSVDelimiter) throws(TableError) {
        var above = self
        above.dialect.delimiter = delimiter
        try above.scanHeader(row: row)
        let end = above.header.offset + above.header.raw.count + (above.header.terminator?.bytes.count ?? 0)
        (window, nextLine, start) = (above.window, above.nextLine, above.start)
        preamble += window.bytes[(above.header.offset - window.offset)..<(end - window.offset)]
    }

    /// Excel's `sep=;`, alone on the first line.
    private func separatorDirective(_ line: ArraySlice<UInt8>) -> CSVDelimiter? {
        guard line.count == 5, String(decoding: line.prefix(4), as: UTF8.self).lowercased() == "sep=" else {
            return nil
        }
        return line.last.flatMap(CSVDelimiter.init(rawValue:))
    }

    /// The next text line, extending the window until it is whole or beyond the limit.
    private mutating func nextLineRange() throws(TableError) -> (content: Range<Int>, end: Int) {
        while true {
            let bytes = window.bytes
            if let end = bytes[start...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
                if bytes[end] == 0x0A { return (start..<end, end + 1) }
                if end + 1 < bytes.count { return (start..<end, bytes[end + 1] == 0x0A ? end + 2 : end + 1) }
                if window.isAtEnd { return (start..<end, end + 1) }
            } else if window.isAtEnd || bytes.count - start > options.recordLimit {
                return (start..<bytes.count, bytes.count)
            }
            _ = try window.extend(from: start)
            start = 0
        }
    }

    private mutating func scanHeader(row: Int) throws(TableError) {
        var scanner = CSVRecordScanner(delimiter: dialect.delimiter)
        let position = RowPosition(row: row, line: nextLine)
        while true {
            let (isAtEnd, from, limit) = (window.isAtEnd, start, options.quotedSpanLimit)
            let outcome = window.bytes.withUnsafeBufferPointer {
                scanner.scan($0, from: from, isAtEnd: isAtEnd, spanLimit: limit)
            }
            switch outcome {
            case .incomplete where window.bytes.count - start <= options.recordLimit:
                _ = try window.extend(from: start)
                start = 0
            case .incomplete:
                throw .lineTooLong(limit: options.recordLimit, at: position)
            case .unterminated:
                let line = nextLine + scanner.innerLineEnds
                throw .unterminatedQuote(openedOn: line, column: scanner.starts.count, at: position)
            case .complete(let length, let terminator):
                if length > options.recordLimit {
                    throw .lineTooLong(limit: options.recordLimit, at: position)
                }
                if let column = scanner.nulColumn { throw .nulByte(column: column, at: position) }
                let end = start + length
                header.position = position
                header.offset = window.offset + start
                header.raw = window.bytes[start..<end]
                header.starts = scanner.starts
                header.hasQuotes = scanner.hasQuotes
                header.terminator = LineEnd(length: terminator, at: end, in: window.bytes)
                dialect.lineEnd = header.terminator ?? .lf
                start = end + terminator
                nextLine += scanner.innerLineEnds + 1
                return
            }
        }
    }

    private mutating func nameColumns(isDelimiterGiven: Bool) throws(TableError) {
        var decoder = try TextDecoder(dialect.encoding)
        for index in 0..<header.columnCount {
            let unnamed = TableColumn(index: index, name: "\(index + 1)")
            columns.append(TableColumn(index: index, name: try header.text(of: unnamed, using: &decoder)))
        }
        guard columns.count == 1, !isDelimiterGiven, !header.hasQuotes else { return }
        // A title may hold any comma: where the header stands below it, that is the mistake to name.
        guard HeaderBelow(window.bytes[start...], after: header.position.row, line: nextLine) == nil else {
            return
        }
        // `坐标（经度，纬度）` is one header; `编号，经度，纬度` was meant to be three.
        var depth = 0
        for character in columns[0].name {
            if character == "（" || character == "(" { depth += 1 }
            if character == "）" || character == ")" { depth -= 1 }
            if character == "，", depth <= 0 { throw .fullWidthDelimiter }
        }
    }
}
