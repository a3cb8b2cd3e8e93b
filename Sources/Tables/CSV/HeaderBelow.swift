/// A row below the first that reads like a header with a pair of coordinates or a shape: the first is then a title.
struct HeaderBelow {
    let position: RowPosition
    let columns: [TableColumn]
    /// The row itself; where it stands in the input and what ended it is for the reader to fill in.
    let record: CSVRecord
    /// What parts its columns.
    let delimiter: CSVDelimiter
    /// The bytes between the first header and this row.
    let bytesAbove: Int
    /// The bytes of its line end.
    let terminator: Int
    /// Line ends inside its quoted fields.
    let innerLineEnds: Int
    /// Whether a fault of its own, such as two frames, keeps it from being read.
    let isFaulty: Bool

    private let rowsAbove: [ArraySlice<UInt8>]
    private let isFollowedByAnother: Bool

    /// How many rows below the header are looked at.
    private static let reach = 10

    /// Looks for such a row in the bytes at hand; nil where there is none.
    ///
    /// - Parameters:
    ///   - bytes: what follows the header.
    ///   - row: the header's row.
    ///   - line: the text line on which `bytes` begin.
    ///   - mapping: the columns the user named.
    ///   - orShape: whether a column of shapes does in the stead of coordinates.
    init?(
        _ bytes: ArraySlice<UInt8>, after row: Int, line: Int, mapping: ColumnMapping = ColumnMapping(),
        orShape: Bool = false
    ) {
        guard !mapping.countsColumns else { return nil }
        var rest = bytes
        var line = line
        var above: [ArraySlice<UInt8>] = []
        for step in 1...Self.reach {
            guard let next = Row(rest) else { return nil }
            if let columns = Self.columns(of: next.record),
                let reading = Self.reading(columns, mapping, orShape)
            {
                self.columns = columns
                position = RowPosition(row: row + step, line: line)
                record = next.record
                delimiter = next.delimiter
                bytesAbove = rest.startIndex - bytes.startIndex
                terminator = next.terminator
                innerLineEnds = next.innerLineEnds
                isFaulty = reading == .faulty
                rowsAbove = above
                isFollowedByAnother =
                    Row(rest.dropFirst(next.record.raw.count + next.terminator)).flatMap {
                        Self.columns(of: $0.record)
                    }.flatMap { Self.reading($0, mapping, orShape) } != nil
                return
            }
            above.append(next.record.raw)
            rest = rest.dropFirst(next.record.raw.count + next.terminator)
            line += next.innerLineEnds + 1
        }
        return nil
    }

    /// Whether it can only be the header: whole, the only one, and below nothing but titles.
    ///
    /// A title is a row with one cell filled that means no column. Two rows of headers, of which the upper one names
    /// what the lower leaves blank, are none.
    func isPlain(below title: CSVRecord, isAtEnd: Bool) -> Bool {
        guard !isFaulty, !isFollowedByAnother, terminator > 0 || isAtEnd else { return false }
        return ([title.raw] + rowsAbove).allSatisfy { raw in
            if raw.isEmpty { return true }
            guard let row = Row(raw, delimiter: delimiter), let cells = Self.columns(of: row.record) else {
                return false
            }
            let filled = cells.filter { !Self.isBlank($0.name) }
            guard let cell = filled.first else { return true }
            return filled.count == 1 && ColumnClaims(filled).claims.isEmpty
                && columns.indices.contains(cell.index) && !Self.isBlank(columns[cell.index].name)
        }
    }

    private static func isBlank(_ name: String) -> Bool { name.allSatisfy(\.isWhitespace) }

    /// One row at the beginning of some bytes.
    private struct Row {
        let record: CSVRecord
        let delimiter: CSVDelimiter
        let terminator: Int
        let innerLineEnds: Int

        /// Scans a row; by its own delimiter unless one is given, for a title has none to tell it by.
        init?(_ bytes: ArraySlice<UInt8>, delimiter: CSVDelimiter? = nil) {
            let text = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
            self.delimiter = delimiter ?? CSVDelimiter.guess(header: text)
            var scanner = CSVRecordScanner(delimiter: self.delimiter)
            let outcome = bytes.withUnsafeBufferPointer {
                scanner.scan($0, from: 0, isAtEnd: true, spanLimit: 4096)
            }
            guard case .complete(let length, let terminator) = outcome, length > 0 || terminator > 0 else {
                return nil
            }
            var record = CSVRecord()
            record.raw = bytes.prefix(length)
            record.starts = scanner.starts
            record.hasQuotes = scanner.hasQuotes
            self.record = record
            self.terminator = terminator
            innerLineEnds = scanner.innerLineEnds
        }
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

    private enum Reading {
        case sound
        case faulty
    }

    /// Whether the cells are headers with a pair of coordinates; nil where they are none.
    private static func reading(
        _ columns: [TableColumn], _ mapping: ColumnMapping, _ orShape: Bool
    ) -> Reading? {
        if orShape, (try? CandidateColumns.shape(columns, mapping)) != nil { return .sound }
        do throws(TableError) {
            return try ColumnRoles(columns, mapping: mapping).position.isPair ? .sound : nil
        } catch {
            // A header with a fault of its own is still a header.
            return error.kind == .conflictingFrames ? .faulty : nil
        }
    }
}
