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
            zh: "读哪个工作表、图层、CAD 图层或数据库表（默认唯一的那个）",
            en: "The sheet, layer, CAD layer or table of a database to read (default: the only one)."))
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
        + SiteFileFormat.allCases.filter { $0 != .boundaryText && $0 != .postGIS }.map(\.rawValue)
}

extension SiteFileInput {
    /// How a file is to be read, as far as it is said here, in the frame the user states.
    func options(frame: ReferenceFrame?, _ language: Language) throws -> SiteFileOptions {
        try Self.options(layer: sheet, frame: frame, closeWithin: closeWithin, language)
    }

    /// How a file is to be read; the tolerance as the user wrote it, nil for the usual one.
    static func options(
        layer: String?, frame: ReferenceFrame?, closeWithin: String?, _ language: Language
    ) throws -> SiteFileOptions {
        var options = SiteFileOptions(layer: layer, frame: frame)
        if let closeWithin {
            options.closingTolerance = try DistanceOption.metres(
                closeWithin, field: "--close-within", language)
        }
        return options
    }
}

extension SiteOptions {
    /// Opens a file of sites as one of the texts that commands read: CSV and JSON as they are, any other format put
    /// into CSV (sheets) or GeoJSON (features).
    ///
    /// - Returns: a name that tells the format, and the bytes.
    func opened(
        _ path: String, _ language: Language
    ) throws -> (name: String, source: ByteSource) {
        let (table, _) = try tableOptions(language)
        var options = try layers.options(frame: try referenceFrame(language), language)
        options.headerRow = table.headerRow
        options.ignoresGeometry = columns != nil
        options.encoding = table.encoding.map { $0 == .utf8 ? .utf8 : .gb18030 }
        guard let file = try SiteFile(ofOtherFormat: path, options, language) else {
            return (path, try ByteSource(path: path))
        }
        return (file.isTable ? "\(path).csv" : "\(path).geojson", ByteSource(file.text))
    }
}

extension SiteFile {
    /// Reads a file of a GIS, CAD or office format and tells what was decided in reading.
    ///
    /// - Returns: nil for CSV and JSON, for standard input and for what is not there.
    init?(ofOtherFormat path: String, _ options: SiteFileOptions, _ language: Language) throws {
        guard let format = Self.format(of: path) else { return nil }
        do throws(ExchangeError) {
            try self.init(path: path, format: format, options: options)
        } catch {
            // Most errors name the file; one about a line of it does not. Those of a database name it without its password.
            let isNamed = format == .postGIS || error.message.en.contains(path)
            throw Failure(error, language, field: isNamed ? nil : path)
        }
        for note in notes { Messages.write(note.text[language]) }
    }

    private static func format(of path: String) -> SiteFileFormat? {
        guard path != "-" else { return nil }
        if DatabaseAddress.isDatabase(path) { return .postGIS }
        return SiteFileFormat.recognise(path, firstBytes: ByteSource.signature(of: path)[...])
    }
}
