import Tables
import Wording

/// A table read whole, as tests want it.
struct WholeTable {
    var header: [String] = []
    var rows: [[String]] = []
    /// `row:code` of each row with a problem.
    var problems: [String] = []

    /// Reads all that a source gives, blank rows passed over, broken ones by their code only.
    init(_ source: ByteSource, options: CSVOptions = CSVOptions()) throws {
        var reader = try CSVReader(source, options: options)
        var decoder = try TextDecoder(reader.dialect.encoding)
        header = reader.columns.map(\.name)
        while let record = try reader.next() {
            if record.isBlank { continue }
            if let problem = record.problem {
                problems.append("\(record.position.row):\(problem.code)")
                continue
            }
            var row: [String] = []
            for column in reader.columns { row.append(try record.text(of: column, using: &decoder)) }
            rows.append(row)
        }
    }

    init(_ text: String, options: CSVOptions = CSVOptions()) throws {
        try self.init(ByteSource(Array(text.utf8)), options: options)
    }
}

extension ByteSource {
    /// Bytes that arrive a few at a time, as from a slow pipe.
    init(_ bytes: [UInt8], inChunksOf size: Int) {
        var rest = bytes[...]
        self.init(chunks: {
            if rest.isEmpty { return nil }
            let chunk = Array(rest.prefix(size))
            rest = rest.dropFirst(size)
            return chunk
        })
    }
}

/// Reads a CSV and writes it back with the same new fields on every row.
func annotated(
    _ bytes: [UInt8], adding names: [String], fields: [String], options: CSVOptions = CSVOptions()
) throws -> [UInt8] {
    var reader = try CSVReader(ByteSource(bytes), options: options)
    var annotation = try AnnotatedCSV(
        dialect: reader.dialect, columnCount: reader.columns.count, adding: names)
    var output: [UInt8] = []
    try annotation.appendHeader(of: reader, to: &output)
    while let record = try reader.next() { try annotation.append(record, adding: fields, to: &output) }
    return output
}

/// The error a throwing closure ends with.
func tableError(_ body: () throws -> Void) -> TableError? {
    do {
        try body()
        return nil
    } catch {
        return error as? TableError
    }
}
