import GeoJSON
import Presenting
import Tables
import Wording

/// An input opened as far as it takes to know what it is.
enum OpenedInput {
    case csv(ByteSource, CSVOptions)
    case ndjson(ByteSource)
    case geojson([UInt8])

    /// Opens a file, or standard input for `-`, and tells its format by its name and first bytes.
    ///
    /// JSON's own readers know UTF-8 only, so a JSON text in another encoding is decoded here.
    init(_ path: String, _ table: CSVOptions) throws(TableError) {
        let opened = try ByteSource(path: path).peeked()
        let format = try InputFormat.guess(fileName: path, firstBytes: opened.firstBytes[...])
        if case .csv(let delimiter) = format {
            var table = table
            table.delimiter = table.delimiter ?? delimiter
            self = .csv(opened.source, table)
            return
        }
        let text = try opened.source.decoded(from: table.encoding).peeked()
        if case .ndjson = try InputFormat.guess(fileName: path, firstBytes: text.firstBytes[...]) {
            self = .ndjson(text.source)
        } else {
            self = .geojson(try text.source.all())
        }
    }
}
