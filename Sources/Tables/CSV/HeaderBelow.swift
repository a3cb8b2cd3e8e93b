/// A row below the first that reads like a header with a pair of coordinates: the first is then a title.
struct HeaderBelow {
    let position: RowPosition
    let columns: [TableColumn]

    /// How many rows below the header are looked at.
    private static let reach = 10

    /// Looks for such a row in the bytes at hand; nil where there is none.
    ///
    /// - Parameters:
    ///   - bytes: what follows the header.
    ///   - row: the header's row.
    ///   - line: the text line on which `bytes` begin.
    ///   - mapping: the columns the user named.
    init?(
        _ bytes: ArraySlice<UInt8>, after row: Int, line: Int, mapping: ColumnMapping = ColumnMapping()
    ) {
        guard !mapping.countsColumns else { return nil }
        var rest = bytes
        var line = line
        for step in 1...Self.reach {
            // Its own delimiter: the title above had none to tell it by.
            let text = rest.prefix { $0 != 0x0A && $0 != 0x0D }
            var scanner = CSVRecordScanner(delimiter: CSVDelimiter.guess(header: text))
            let outcome = rest.withUnsafeBufferPointer {
                scanner.scan($0, from: 0, isAtEnd: true, spanLimit: 4096)
            }
            guard case .complete(let length, let terminator) = outcome, length > 0 || terminator > 0 else {
                return nil
            }
            var record = CSVRecord()
            record.raw = rest.prefix(length)
            record.starts = scanner.starts
            record.hasQuotes = scanner.hasQuotes
            if let columns = Self.columns(of: record), Self.areHeaders(columns, mapping) {
                self.columns = columns
                position = RowPosition(row: row + step, line: line)
                return
            }
            rest = rest.dropFirst(length + terminator)
            line += scanner.innerLineEnds + 1
        }
        return nil
    }

    /// The cells as headers; nil where they are no text.
    private static func columns(of record: CSVRecord) -> [TableColumn]? {
        let encoding: TextEncoding =
            WellFormedness(ofUTF8: record.raw, isWhole: true).firstFault == nil ? .utf8 : .gb18030
        guard var decoder = try? TextDecoder(encoding) else { return nil }
        var columns: [TableColumn] = []
        for index in 0..<record.columnCount {
            let unnamed = TableColumn(index: index, name: "")
            guard let name = try? record.text(of: unnamed, using: &decoder) else { return nil }
            columns.append(TableColumn(index: index, name: name))
        }
        return columns
    }

    private static func areHeaders(_ columns: [TableColumn], _ mapping: ColumnMapping) -> Bool {
        do throws(TableError) {
            return try ColumnRoles(columns, mapping: mapping).position.isPair
        } catch {
            // A header with a fault of its own is still a header.
            return error.kind == .conflictingFrames
        }
    }
}
