import GeoJSON
import Presenting
import Tables
import Wording

/// An input opened as far as it takes to know what it is.
enum OpenedInput {
    case csv(ByteSource, CSVOptions)
    case ndjson(ByteSource)
    case geojson([UInt8])

    /// Tells the format of an opened file, or of standard input, by its name and first bytes.
    ///
    /// JSON's own readers know UTF-8 only, so a JSON text in another encoding is decoded here.
    init(_ file: (name: String, source: ByteSource), _ table: CSVOptions) throws(TableError) {
        let opened = try file.source.peeked()
        let format = try InputFormat.guess(fileName: file.name, firstBytes: opened.firstBytes[...])
        if case .csv(let delimiter) = format {
            var table = table
            table.delimiter = table.delimiter ?? delimiter
            self = .csv(opened.source, table)
            return
        }
        let text = try opened.source.decoded(from: table.encoding).peeked()
        if case .ndjson = try InputFormat.guess(fileName: file.name, firstBytes: text.firstBytes[...]) {
            self = .ndjson(text.source)
        } else {
            self = .geojson(try text.source.all())
        }
    }
}
