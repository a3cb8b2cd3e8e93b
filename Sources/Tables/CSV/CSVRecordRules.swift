/// What the records of one file are judged by.
struct CSVRecordRules: Sendable {
    let delimiter: CSVDelimiter
    /// How many columns the header has.
    let columnCount: Int
    /// The longest record read, in bytes.
    let recordLimit: Int
}

extension CSVRecord {
    /// Takes what a scanner found between two places of some bytes; position and offset are the reader's to set.
    mutating func take(
        _ scanner: CSVRecordScanner, from bytes: [UInt8], start: Int, length: Int, terminator endLength: Int,
        fault given: CSVFault?, rules: CSVRecordRules
    ) {
        let end = start + length
        raw = bytes[start..<end]
        terminator = LineEnd(length: endLength, at: end, in: bytes)
        starts.removeAll(keepingCapacity: true)
        starts.append(contentsOf: scanner.starts)
        hasQuotes = scanner.hasQuotes
        isBlank = given == nil && raw.allSatisfy { $0 == rules.delimiter.rawValue || $0 == 0x20 }
        fault = given
        if length > rules.recordLimit {
            raw = []
            starts = [0]
            fault = .tooLong(limit: rules.recordLimit)
        } else if given == nil, !isBlank {
            if let column = scanner.nulColumn {
                fault = .nulByte(column: column)
            } else if starts.count != rules.columnCount {
                fault = .columnCount(expected: rules.columnCount)
            }
        }
    }
}
