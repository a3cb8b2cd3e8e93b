import ArgumentParser
import Exchange
import Glibc
import Presenting
import Projection
import Siting
import Tables
import Wording

/// What is said of a file of a GIS, CAD or office format.
struct SiteFileInput: ParsableArguments {
    @Option(
        help: .both(
            zh: "读哪个工作表、图层或 CAD 图层（默认唯一的那个）",
            en: "The sheet, layer or CAD layer to read (default: the only one)."))
    var sheet: String?

    @Option(
        name: .customLong("close-within"),
        help: .both(
            zh: "DXF 红线首尾相距多少以内视为闭合，如 0.05m（默认 0.01m）",
            en:
                "How far apart the ends of a DXF's lines may lie and still be joined, such as 0.05m (default: 0.01m)."
        ))
    var closeWithin: String?

    /// The endings of the files that are read.
    static let endings =
        ["csv", "tsv", "txt", "ndjson", "jsonl", "geojson", "json"]
        + SiteFileFormat.allCases.filter { $0 != .boundaryText }.map(\.rawValue)
}

extension SiteOptions {
    /// Opens a file of sites as one of the texts that commands read: CSV and JSON as they are, any other format put
    /// into CSV (sheets) or GeoJSON (features).
    ///
    /// - Returns: a name that tells the format, and the bytes.
    func opened(_ path: String, chunkSize: Int, _ language: Language) throws -> (
        name: String, source: ByteSource
    ) {
        guard let format = Self.format(of: path) else {
            return (path, try ByteSource(path: path, chunkSize: chunkSize))
        }
        let (table, _) = try tableOptions(language)
        var options = SiteFileOptions(
            layer: layers.sheet, frame: try referenceFrame(language), headerRow: table.headerRow)
        options.encoding = table.encoding.map { $0 == .utf8 ? .utf8 : .gb18030 }
        if let text = layers.closeWithin {
            options.closingTolerance = try DistanceOption.metres(text, field: "--close-within", language)
        }
        let file: SiteFile
        do throws(ExchangeError) {
            file = try SiteFile(path: path, format: format, options: options)
        } catch {
            throw Failure(error, language, field: path)
        }
        for note in file.notes { Messages.write(note.text[language]) }
        return (format.isTable ? "\(path).csv" : "\(path).geojson", ByteSource(file.text))
    }

    /// The format of a file that is neither CSV nor JSON; nil for those, for standard input and for what is not there.
    private static func format(of path: String) -> SiteFileFormat? {
        guard path != "-" else { return nil }
        var first: [UInt8] = []
        if let source = try? ByteSource(path: path, chunkSize: 64), let opened = try? source.peeked() {
            first = opened.firstBytes
        }
        return SiteFileFormat.recognise(path, firstBytes: first[...])
    }
}
