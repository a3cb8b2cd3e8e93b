/// Where a row of a batch stands, and two of its fields: as much as it takes to answer one that is plain.
public struct CSVRowSpan: Sendable {
    /// The row's bytes within the batch's array, without the line end.
    public internal(set) var range: Range<Int>
    /// How many bytes end the row: none, one or two.
    public internal(set) var endLength: Int
    /// The row as a spreadsheet numbers it.
    public internal(set) var row: Int
    let line: Int
    /// Whether the row is sound, has all wanted fields, and those that must be empty are.
    public internal(set) var isPlain: Bool
    /// The wanted fields' bytes, quotes taken off; the second is empty where only one is wanted.
    public internal(set) var first: Range<Int>
    /// The second wanted field's bytes.
    public internal(set) var second: Range<Int>
}

/// The columns looked at in finding ``CSVRowSpan``s.
public struct CSVWantedColumns: Sendable {
    let first: Int
    let second: Int
    /// Columns whose fields must be empty for a row to be plain, −1 for none.
    let empty: (Int, Int)

    /// Names the columns by their places.
    ///
    /// - Parameters:
    ///   - first: the first wanted.
    ///   - second: the second, where two are.
    ///   - empty: up to two that say something else of a row, unless they are empty.
    public init(first: Int, second: Int?, empty: [Int]) {
        precondition(empty.count <= 2)
        self.first = first
        self.second = second ?? -1
        self.empty = (empty.first ?? -1, empty.count > 1 ? empty[1] : -1)
    }

    /// Whether a field does no harm: it is none of those that must be empty, or it is.
    @inline(__always)
    fileprivate func allows(_ column: Int, _ range: Range<Int>) -> Bool {
        range.isEmpty || (column != empty.0 && column != empty.1)
    }
}

extension CSVBatchReader {
    /// Finds the next rows of the batch and takes nothing apart but what is wanted.
    ///
    /// - Parameters:
    ///   - count: how many rows at most.
    ///   - columns: the fields wanted.
    ///   - rows: is emptied and filled.
    public mutating func readRows(upTo count: Int, _ columns: CSVWantedColumns, into rows: inout [CSVRowSpan])
    {
        rows.removeAll(keepingCapacity: true)
        guard let batch, batch.single == nil else { return }
        let end = batch.range.upperBound
        // One pass over bytes, a few instructions each: the checks of array subscripts would double it.
        batch.bytes.withUnsafeBufferPointer { bytes in
            while rows.count < count, start < end {
                if let span = plainRow(bytes, end, columns) {
                    rows.append(span)
                    start = span.range.upperBound + span.endLength
                    line += 1
                } else {
                    rows.append(scannedRow(bytes, end, columns, spanLimit: batch.spanLimit))
                }
                row += 1
            }
        }
    }

    /// Reads a row found before into a record of one's own.
    public func copy(_ span: CSVRowSpan, into record: inout CSVRecord) {
        var reader = self
        reader.read(span, into: &record)
    }

    /// Whether rows are left.
    public var hasMore: Bool { batch.map { start < $0.range.upperBound } ?? false }

    /// The row that is next, as a spreadsheet numbers it.
    public var nextRow: Int { row }

    /// Reads a row found before into a record.
    public mutating func read(_ span: CSVRowSpan, into record: inout CSVRecord) {
        let kept = (start, row, line)
        (start, row, line) = (span.range.lowerBound, span.row, span.line)
        _ = read(into: &record)
        (start, row, line) = kept
    }

    /// Whether the batch is a single record that only its reader could read.
    public var isSingle: Bool { batch?.single != nil }

    /// The array that spans are places of.
    public var bytes: [UInt8] { batch?.bytes ?? [] }

    /// A row without quotes; nil where one stands in it.
    private func plainRow(
        _ bytes: UnsafeBufferPointer<UInt8>, _ end: Int, _ columns: CSVWantedColumns
    ) -> CSVRowSpan? {
        let delimiter = rules.delimiter.rawValue
        let ceiling = max(0x2C, delimiter)
        var column = 0
        var field = start
        var first = start..<start
        var second = first
        var isPlain = true
        var index = start
        var endLength = 0
        while index < end {
            let byte = bytes[index]
            if byte > ceiling {
                index &+= 1
                continue
            }
            if byte == delimiter {
                if column == columns.first { first = field..<index }
                if column == columns.second { second = field..<index }
                if !columns.allows(column, field..<index) { isPlain = false }
                column &+= 1
                index &+= 1
                field = index
                continue
            }
            if byte == 0x0A {
                endLength = 1
                break
            }
            if byte == 0x0D {
                endLength = index + 1 < end && bytes[index + 1] == 0x0A ? 2 : 1
                break
            }
            if byte == 0x22 { return nil }
            if byte == 0 { isPlain = false }
            index &+= 1
        }
        if column == columns.first { first = field..<index }
        if column == columns.second { second = field..<index }
        if !columns.allows(column, field..<index) || column + 1 != rules.columnCount { isPlain = false }
        return CSVRowSpan(
            range: start..<index, endLength: endLength, row: row, line: line, isPlain: isPlain, first: first,
            second: second)
    }

    /// A row with quotes, passed over.
    private mutating func scannedRow(
        _ bytes: UnsafeBufferPointer<UInt8>, _ end: Int, _ columns: CSVWantedColumns, spanLimit: Int
    ) -> CSVRowSpan {
        let outcome = scanner.scan(
            UnsafeBufferPointer(rebasing: bytes[..<end]), from: start, isAtEnd: true, spanLimit: spanLimit)
        guard case .complete(let length, let terminator) = outcome else {
            preconditionFailure("the reader found the records of a batch to be whole")
        }
        let range = start..<start + length
        func field(_ column: Int) -> Range<Int>? {
            let starts = scanner.starts
            guard starts.indices.contains(column) else {
                return column < 0 ? range.lowerBound..<range.lowerBound : nil
            }
            let last = column + 1 < starts.count ? starts[column + 1] - 1 : length
            let raw = start + starts[column]..<start + last
            guard let opening = bytes[raw].first, opening == 0x22 else { return raw }
            let inner = raw.lowerBound + 1..<max(raw.lowerBound + 1, raw.upperBound - 1)
            guard raw.count >= 2, bytes[raw.upperBound - 1] == 0x22, !bytes[inner].contains(0x22) else {
                return nil
            }
            return inner
        }
        let (first, second) = (field(columns.first), field(columns.second))
        let isPlain =
            first != nil && second != nil && scanner.nulColumn == nil
            && scanner.starts.count == rules.columnCount
            && [columns.empty.0, columns.empty.1].allSatisfy { field($0)?.isEmpty ?? false }
        let empty = start..<start
        let span = CSVRowSpan(
            range: range, endLength: terminator, row: row, line: line, isPlain: isPlain,
            first: first ?? empty, second: second ?? empty)
        line += scanner.innerLineEnds + 1
        start += length + terminator
        return span
    }
}
