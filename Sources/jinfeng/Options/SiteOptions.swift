import ArgumentParser
import Presenting
import Projection
import Siting
import Tables
import Wording

/// How sites are given.
struct SiteOptions: ParsableArguments {
    @Argument(
        help: .both(
            zh: "坐标，经度在前，如 106.33,29.52 或 106°19′48″,29°31′12″；可给多个",
            en: "Positions, longitude first, such as 106.33,29.52 or 106°19′48″,29°31′12″; one or more."))
    var positions: [String] = []

    @Option(
        help: .both(zh: "地名，如 科学会堂（控制点名称，可重复）", en: "A place by name, such as 科学会堂; may be repeated."),
        completion: .none)
    var place: [String] = []

    @Option(
        help: .both(
            zh:
                "批量文件：CSV、NDJSON、GeoJSON、XLSX、ODS、SHP、GPKG、KML/KMZ、DXF、FGB、GDB、报盘 TXT，- 为标准输入；或 \"PG:… tables=…\" 数据库表",
            en:
                "A file of sites: CSV, NDJSON, GeoJSON, XLSX, ODS, SHP, GPKG, KML/KMZ, DXF, FGB, GDB or 报盘 TXT; "
                + "- is standard input; or a table of a database, \"PG:… tables=…\"."),
        completion: .file(extensions: SiteFileInput.endings))
    var input: String?

    @Option(
        help: .both(
            zh: "坐标系：wgs84（默认）、cgcs2000、gcj02（高德）、bd09（百度）、epsg:4544 等",
            en:
                "The reference frame: wgs84 (default), cgcs2000, gcj02 (Amap), bd09 (Baidu), epsg:4544 and others."
        ),
        completion: .list(ReferenceFrame.all.map(\.identifier)))
    var frame: String?

    @Option(
        help: .both(
            zh: "输入文件的编码：utf-8、gb18030 等（默认自动识别）",
            en: "Encoding of the file, such as gb18030 (default: detected)."))
    var encoding: String?

    @Option(
        help: .both(
            zh: "CSV 的分隔符：comma、semicolon 或 tab（默认按表头识别）",
            en: "What parts the columns of a CSV: comma, semicolon or tab (default: by the header)."))
    var delimiter: String?

    @Option(
        name: .customLong("header-row"), parsing: .unconditional,
        help: .both(
            zh: "CSV 的表头在第几行（默认第一个非空行，其上的标题行会认出）；以上各行原样保留",
            en:
                "The row of a CSV's header (default: the first that is neither blank nor a title); rows above it are kept."
        ))
    var headerRowText: String?

    @Option(
        help: .both(
            zh: "指定列，如 lon=东经,lat=北纬（默认按表头识别）",
            en: "Which column is which, such as lon=East,lat=North (default: by the headers)."))
    var columns: String?

    @OptionGroup var layers: SiteFileInput

    /// The header row option, read; nil where it is not given.
    var headerRow: Int? { headerRowText.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } }

    func validate() throws {
        if let headerRowText, headerRow == nil {
            throw ValidationError(
                Jinfeng.say(
                    zh: "--header-row 应为从 1 起的行号，而不是“\(headerRowText)”。",
                    en: "--header-row is a row counted from 1, and not \"\(headerRowText)\"."))
        }
        let ways = [!positions.isEmpty, !place.isEmpty, input != nil].filter(\.self).count
        guard ways > 0 else {
            throw ValidationError(
                Jinfeng.say(
                    zh: "请给出坐标、--place 或 --input，例如：106.33,29.52",
                    en: "Give positions, --place or --input, for example: 106.33,29.52"))
        }
        if positions.count == 2, positions.allSatisfy({ Double($0) != nil }) {
            let pair = positions.joined(separator: ",")
            throw ValidationError(
                Jinfeng.say(
                    zh: "两个数之间请用逗号，不留空格：\(pair)", en: "Put a comma between the two numbers, no space: \(pair)"
                ))
        }
        guard input == nil || ways == 1 else {
            throw ValidationError(
                Jinfeng.say(
                    zh: "--input 不能与坐标或 --place 同时使用。",
                    en: "--input does not go together with positions or --place."))
        }
    }

    /// The frame option, read.
    func referenceFrame(_ language: Language) throws -> ReferenceFrame? {
        try Self.referenceFrame(frame, language)
    }

    /// A frame option, read; nil where it was not given.
    static func referenceFrame(_ frame: String?, _ language: Language) throws -> ReferenceFrame? {
        guard let frame else { return nil }
        do throws(FrameError) {
            return try ReferenceFrame(parsing: frame)
        } catch {
            throw Failure(RowError(error, field: "--frame"), language, status: .usage)
        }
    }

    /// What is known of a CSV file before it is read.
    func tableOptions(_ language: Language) throws -> (CSVOptions, ColumnMapping) {
        do throws(TableError) {
            return (
                CSVOptions(
                    encoding: try encoding.map { text throws(TableError) in try TextEncoding(parsing: text) },
                    delimiter: try delimiter.map { text throws(TableError) in
                        try CSVDelimiter(parsing: text)
                    },
                    headerRow: headerRow),
                try columns.map { text throws(TableError) in try ColumnMapping(parsing: text) }
                    ?? ColumnMapping()
            )
        } catch {
            throw Failure(error, language, status: .usage)
        }
    }
}
