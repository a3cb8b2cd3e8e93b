public import Wording

/// Reads a CSV file a record at a time, of any size, from memory, a file or a stream.
///
/// RFC 4180 and what people make of it: see `CSVRecordScanner`. A row that is wrong carries its own
/// `problem`; reading goes on behind it. What is thrown, here or at the opening, concerns the whole input.
public struct CSVReader: ~Copyable {
    /// How the file is written; what goes back to its user is written likewise.
    public private(set) var dialect: CSVDialect
    /// What stands before the header: byte order mark, blank lines, Excel's `sep=` line, titles.
    public private(set) var preamble: [UInt8]
    /// The header's record.
    public private(set) var header: CSVRecord
    /// The columns, in order.
    public private(set) var columns: [TableColumn]
    /// What was decided in finding the header, known once ``roles(mapping:)`` has been asked.
    public private(set) var notes: [Note] = []

    let options: CSVOptions
    var window: ByteWindow
    var scanner: CSVRecordScanner
    /// Where the next record begins in the window.
    var start: Int
    var row: Int
    var line: Int
    /// Bytes looked at in vain for the end of a forgotten quote.
    private var bytesInVain = 0

    /// Opens the input and reads its header.
    ///
    /// The encoding is told from the first chunk (at least 4 KiB of it, or the whole input); give it in the
    /// options to have a slow stream's header read as soon as it comes.
    ///
    /// - Throws: `empty_input`, `unsupported_encoding`, `undecodable_text`, `unsupported_delimiter`,
    ///   `unterminated_quote`, `nul_byte` or `line_too_long` for the header, and whatever the source throws.
    public init(_ source: ByteSource, options: CSVOptions = CSVOptions()) throws(TableError) {
        var opening = try CSVOpening(source, options: options)
        try opening.readHeader()
        self.options = options
        dialect = opening.dialect
        preamble = opening.preamble
        header = opening.header
        columns = opening.columns
        window = opening.window
        scanner = CSVRecordScanner(delimiter: dialect.delimiter, columnCount: columns.count)
        start = opening.start
        row = header.position.row + 1
        line = opening.nextLine
    }

    /// Tells the roles of the columns, before any row is read.
    ///
    /// Where the header says no position, or says it in one column only, the rows below are looked at. Titles, rows
    /// with one cell filled, above the only row that reads as a header are passed over with a note, and come back with
    /// ``preamble``; a second row of headers above the real one is a mistake of its own.
    ///
    /// - Throws: what ``ColumnRoles`` throws, `title_above_header`, and whatever the source throws.
    public mutating func roles(mapping: ColumnMapping = ColumnMapping()) throws(TableError) -> ColumnRoles {
        try roles(mapping: mapping, orShape: false)
    }

    /// The same; where shapes are taken too, a row that names one reads like a header as well.
    private mutating func roles(mapping: ColumnMapping, orShape: Bool) throws(TableError) -> ColumnRoles {
        let found: Result<ColumnRoles, TableError>
        do throws(TableError) {
            found = .success(try ColumnRoles(columns, mapping: mapping))
        } catch {
            found = .failure(error)
        }
        switch found {
        case .success(let roles) where roles.position.isPair || mapping.saysPosition: return roles
        case .failure(let error) where error.kind != .missingColumn && error.kind != .ambiguousColumn:
            throw error
        case .failure:
            // Nothing can be read anyhow: now there is time to wait for what a stream has to say.
            while window.bytes.count - start < 4096, !window.isAtEnd {
                _ = try window.extend(from: start)
                start = 0
            }
        case .success: break
        }
        if options.headerRow == nil,
            let below = HeaderBelow(
                window.bytes[start...], after: row - 1, line: line, mapping: mapping, orShape: orShape)
        {
            guard below.isPlain(below: header, isAtEnd: window.isAtEnd), try adopt(below) else {
                throw .titleAboveHeader(header, columns: columns, below)
            }
            return try ColumnRoles(columns, mapping: mapping)
        }
        return try found.get()
    }

    /// Takes a row below the first for the header.
    ///
    /// - Returns: whether it can be read as it was found; nothing has changed where not.
    private mutating func adopt(_ below: HeaderBelow) throws(TableError) -> Bool {
        if let wanted = options.delimiter, wanted != below.delimiter { return false }
        var decoder = try TextDecoder(dialect.encoding)
        for column in below.columns {
            guard try below.record.text(of: column, using: &decoder) == column.name else { return false }
        }
        notes.append(.titlePassedOver(header, columns: columns, headerRow: below.position.row))
        preamble += header.raw + (header.terminator?.bytes ?? [])
        preamble += window.bytes[start..<start + below.bytesAbove]
        start += below.bytesAbove
        header = below.record
        header.position = below.position
        header.offset = window.offset + start
        let end = start + header.raw.count
        header.terminator = LineEnd(length: below.terminator, at: end, in: window.bytes)
        columns = below.columns
        dialect.delimiter = below.delimiter
        dialect.lineEnd = header.terminator ?? dialect.lineEnd
        scanner = CSVRecordScanner(delimiter: dialect.delimiter, columnCount: columns.count)
        start = end + below.terminator
        row = below.position.row + 1
        line = below.position.line + below.innerLineEnds + 1
        return true
    }

    /// Tells what the columns of a table of candidates mean, before any row is read.
    ///
    /// - Throws: what ``CandidateColumns`` throws, `title_above_header`, and whatever the source throws.
    public mutating func candidateColumns(
        mapping: ColumnMapping = ColumnMapping()
    ) throws(TableError) -> CandidateColumns {
        let named = Result { () throws(TableError) in try CandidateColumns(columns, mapping: mapping) }
        if case .success(let columns) = named, columns.shape != nil { return columns }
        // Without a shape the header must say what that of any table of sites does; titles above it are passed over,
        // and then the columns are others. Only a header can tell which cells are shapes by what they hold.
        var unfound: TableError?
        do throws(TableError) { _ = try roles(mapping: mapping, orShape: true) } catch {
            guard error.kind == .missingColumn || error.kind == .ambiguousColumn else { throw error }
            unfound = error
        }
        // 红线, 边界, 空间范围: what a header leaves open its column's own words tell.
        if mapping.headers[.shape] == nil, try CandidateColumns.shape(columns, mapping) == nil,
            let shape = try shapeColumn()
        {
            return try CandidateColumns(columns, mapping: mapping.naming(shape, as: .shape))
        }
        if let unfound, unfound.kind == .ambiguousColumn { throw unfound }
        return try CandidateColumns(columns, mapping: mapping)
    }

    /// The column whose first filled cell, in the first ten rows, is a shape; nil where none is.
    private mutating func shapeColumn() throws(TableError) -> TableColumn? {
        var decoder = try TextDecoder(dialect.encoding)
        var scanner = CSVRecordScanner(delimiter: dialect.delimiter, columnCount: columns.count)
        var place = start
        for _ in 0..<10 {
            var end: (length: Int, terminator: Int)?
            while end == nil {
                let (isAtEnd, spanLimit) = (window.isAtEnd, spanLimit)
                let outcome = window.bytes.withUnsafeBufferPointer {
                    scanner.scan($0, from: place, isAtEnd: isAtEnd, spanLimit: spanLimit)
                }
                if case .complete(let length, let terminator) = outcome {
                    end = (length, terminator)
                } else if case .incomplete = outcome, window.bytes.count - start < options.recordLimit {
                    // What is extended begins at the first row again.
                    let passed = place - start
                    // Whether there was more or not, what stood before has been let go of.
                    _ = try window.extend(from: start)
                    start = 0
                    place = passed
                } else {
                    return nil
                }
            }
            guard let end, end.length + end.terminator > 0 else { return nil }
            var record = CSVRecord()
            record.raw = window.bytes[place..<place + end.length]
            record.starts = scanner.starts
            record.hasQuotes = scanner.hasQuotes
            for column in columns where column.index < record.columnCount {
                if let text = try? record.text(of: column, using: &decoder), text.isShapeText {
                    return column
                }
            }
            place += end.length + end.terminator
        }
        return nil
    }

    /// The next row, blank ones included; nil at the end.
    public mutating func next() throws(TableError) -> CSVRecord? {
        var record = CSVRecord()
        return try read(into: &record) ? record : nil
    }

    /// Reads the next row into a record, whose memory is used again.
    ///
    /// - Returns: false at the end of the input.
    public mutating func read(into record: inout CSVRecord) throws(TableError) -> Bool {
        while true {
            if start == window.bytes.count {
                guard try window.extend(from: start) else { return false }
                start = 0
            }
            let spanLimit = spanLimit
            let isAtEnd = window.isAtEnd
            let outcome = window.bytes.withUnsafeBufferPointer {
                scanner.scan($0, from: start, isAtEnd: isAtEnd, spanLimit: spanLimit)
            }
            switch outcome {
            case .complete(let length, let terminator):
                take(length: length, terminator: terminator, fault: nil, into: &record)
                return true
            case .unterminated(let opened, let scanned):
                bytesInVain += scanned - opened
                let end = try endOfLine(after: opened)
                let fault = CSVFault.unterminatedQuote(line: line + scanner.innerLineEnds)
                take(length: end.length, terminator: end.terminator, fault: fault, into: &record)
                return true
            case .incomplete:
                if window.bytes.count - start > options.recordLimit {
                    try skipLine(into: &record)
                    return true
                }
                _ = try window.extend(from: start)
                start = 0
            }
        }
    }

    private mutating func take(length: Int, terminator: Int, fault: CSVFault?, into record: inout CSVRecord) {
        record.take(
            scanner, from: window.bytes, start: start, length: length, terminator: terminator, fault: fault,
            rules: rules)
        record.position = RowPosition(row: row, line: line)
        record.offset = window.offset + start
        row += 1
        line += scanner.innerLineEnds + 1
        start += length + terminator
    }

    /// What its records are judged by.
    var rules: CSVRecordRules {
        CSVRecordRules(
            delimiter: dialect.delimiter, columnCount: columns.count, recordLimit: options.recordLimit)
    }

    /// How far a quoted field may run on: looking ahead for closing quotes costs at most a fixed multiple of the
    /// input, however it is made.
    var spanLimit: Int {
        bytesInVain < (16 << 20) + 4 * (window.offset + start) ? options.quotedSpanLimit : 0
    }

    /// The end of the text line a forgotten quote stands on, counted from the record's start.
    private mutating func endOfLine(after opened: Int) throws(TableError) -> (length: Int, terminator: Int) {
        let lead = opened - start
        while true {
            let count = window.bytes.count
            let end = window.bytes[(start + lead)...].firstIndex { $0 == 0x0A || $0 == 0x0D }
            if let end, window.bytes[end] == 0x0A { return (end - start, 1) }
            if let end, end + 1 < count { return (end - start, window.bytes[end + 1] == 0x0A ? 2 : 1) }
            if window.isAtEnd { return ((end ?? count) - start, end == nil ? 0 : 1) }
            _ = try window.extend(from: start)
            start = 0
        }
    }

    /// Passes over the text line of a record beyond the limit, keeping none of it.
    private mutating func skipLine(into record: inout CSVRecord) throws(TableError) {
        record = CSVRecord()
        record.position = RowPosition(row: row, line: line)
        record.offset = window.offset + start
        record.starts = [0]
        record.fault = .tooLong(limit: options.recordLimit)
        record.terminator = try window.skipLine(from: &start)
        row += 1
        line += 1
    }
}
