/// Takes batches of records apart; each worker has its own.
public struct CSVBatchReader: Sendable {
    let rules: CSVRecordRules
    var scanner: CSVRecordScanner
    var batch: CSVBatch?
    var start = 0
    var row = 0
    var line = 0

    /// Takes batches of one reader.
    public init(for reader: borrowing CSVReader) {
        rules = reader.rules
        scanner = CSVRecordScanner(
            delimiter: reader.dialect.delimiter, columnCount: reader.columns.count)
    }

    /// Begins a batch.
    public mutating func begin(_ batch: CSVBatch) {
        self.batch = batch
        start = batch.range.lowerBound
        row = batch.firstRow
        line = batch.firstLine
    }

    /// Reads the next record of the batch into one whose memory is used again; false behind the last.
    public mutating func read(into record: inout CSVRecord) -> Bool {
        guard let batch else { return false }
        if let single = batch.single {
            record = single
            self.batch = nil
            return true
        }
        guard start < batch.range.upperBound else {
            self.batch = nil
            return false
        }
        let outcome = batch.bytes.withUnsafeBufferPointer {
            scanner.scan(
                UnsafeBufferPointer(rebasing: $0[..<batch.range.upperBound]), from: start, isAtEnd: true,
                spanLimit: batch.spanLimit)
        }
        guard case .complete(let length, let terminator) = outcome else {
            preconditionFailure("the reader found the records of a batch to be whole")
        }
        record.take(
            scanner, from: batch.bytes, start: start, length: length, terminator: terminator, fault: nil,
            rules: rules)
        record.position = RowPosition(row: row, line: line)
        record.offset = batch.offset + start - batch.range.lowerBound
        row += 1
        line += scanner.innerLineEnds + 1
        start += length + terminator
        return true
    }
}
