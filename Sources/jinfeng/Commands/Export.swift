public import ArgumentParser
public import Exchange
import Planning
import Presenting
import Projection
import Wording

/// `jinfeng export LAYOUT…`: layouts as files for GIS and CAD.
struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: Jinfeng.say(
            zh: "把空间格局导出为 GIS、CAD 文件", en: "Writes layouts as files for GIS and CAD."),
        discussion: Jinfeng.say(
            zh: """
                格式随文件名：.gpkg、.shp（或目录加 --format shp）、.kml、.kmz、.fgb、.dxf、.geojson、\
                .geojsonseq、.csv（含 WKT）、.xlsx、.txt（报盘坐标）；PG: 开头的为 PostGIS 数据库。
                每个单元附依据、原文、位置中误差与规划期；未上图的单元单列一表，格式容不下的计数说明。

                示例：
                  jinfeng export jinfeng-five-zones -o 五大创新支撑.gpkg
                  jinfeng export -o 科学城.gpkg
                  jinfeng export liang-cheng-liang-dai-liang-ping -o 沙坪坝/ --format shp \
                --encoding gb18030 --frame epsg:4544
                  jinfeng export jinfeng-five-zones -o 五大创新支撑.dxf --frame epsg:4544
                  jinfeng export -o "PG:host=localhost dbname=gis active_schema=jinfeng"
                """,
            en: """
                The format goes by the file's name: .gpkg, .shp (or a folder with --format shp), .kml, .kmz, .fgb, \
                .dxf, .geojson, .geojsonseq, .csv (with WKT), .xlsx, .txt (报盘坐标); PG: begins the name of a PostGIS database.
                Each zone comes with its sources, quotes, accuracy and plan period; zones that are not drawn stand in \
                a table of their own, or are counted where the format has no room for them.

                Examples:
                  jinfeng export jinfeng-five-zones -o five-zones.gpkg
                  jinfeng export -o science-city.gpkg
                  jinfeng export liang-cheng-liang-dai-liang-ping -o shapingba/ --format shp \
                --encoding gb18030 --frame epsg:4544
                  jinfeng export jinfeng-five-zones -o five-zones.dxf --frame epsg:4544
                  jinfeng export -o "PG:host=localhost dbname=gis active_schema=jinfeng"
                """))

    @Argument(
        help: .both(zh: "空间格局（id 或名称，可多个；默认全部）", en: "Layouts, by id or name (default: all)."))
    var layouts: [String] = []

    @Option(
        name: [.short, .long],
        help: .both(
            zh: "写到哪个文件；Shapefile 可为目录；或 \"PG:…\" 数据库",
            en: "The file to write; for a Shapefile it may be a folder; or a database, \"PG:…\"."),
        completion: .file())
    var output: String

    @Option(help: .both(zh: "格式（默认随文件名）", en: "The format (default: by the file's name)."))
    var format: ExchangeFormat?

    @Option(
        help: .both(
            zh: "坐标系（默认 wgs84；DXF 为 epsg:4544，报盘为 epsg:4523）",
            en:
                "The reference frame (default: wgs84; where metres are wanted, epsg:4544 for DXF and 4523 for 报盘)."
        ),
        completion: .list(ReferenceFrame.all.map(\.identifier)))
    var frame: String?

    @Option(
        help: .both(zh: "Shapefile、报盘的文字编码（默认 utf-8）", en: "Encoding of a Shapefile or 报盘 (default: utf-8)."))
    var encoding: ExchangeOptions.Encoding?

    @Flag(help: .both(zh: "覆盖已有的文件或表", en: "Replace what is there."))
    var force = false

    @OptionGroup var classified: ClassifiedOption
    @OptionGroup var data: CatalogueOptions

    func run() throws {
        let language = data.speech.language
        let catalogue = try data.catalogue()
        let (chosen, passable) = try classified.layouts(
            named: layouts.isEmpty
                ? nil : try catalogue.layouts.named(layouts, language, field: "LAYOUT"),
            among: catalogue.layouts, of: catalogue, on: data.asOf, language)
        let editions = try data.editions(of: chosen)
        let tables = ZoneTables(
            catalogue, language: language, statement: Vocabulary.disclaimer, roleName: Vocabulary.word(for:))
        let format = try chosenFormat(language)
        let frame = try chosenFrame(for: format, language)
        let options = ExchangeOptions(
            frame: frame, language: language, encoding: encoding ?? .utf8, replacing: force)
        var dataset = tables.dataset(of: editions, asOf: data.asOf)
        if format == .postGIS {
            dataset.attachments.append(tables.editions(of: editions, asOf: data.asOf, frame: frame))
        }
        do throws(ExchangeError) {
            let outcome = try DatasetWriter(format, options).write(dataset, to: output)
            report(outcome, format, frame, language)
            if layouts.isEmpty { passable.tell(language) }
        } catch {
            throw Failure(error, language)
        }
    }

    private func chosenFormat(_ language: Language) throws -> ExchangeFormat {
        if let format = format ?? ExchangeFormat(fileName: output) { return format }
        let all = ExchangeFormat.allCases.map(\.rawValue)
        let error = UsageError(
            message: Bilingual(
                zh: "从“\(output.quotable)”看不出要哪种格式。",
                en: "The name \(output.quoted) does not tell the format."),
            remedy: Bilingual(
                zh: "请用 --format 指明：\(all.joined(separator: "、"))。",
                en: "Name it with --format: \(all.joined(separator: ", "))."))
        let told = error.leading(with: OutputOptions.instead(of: output))
        throw Failure(RowError(told, field: "--output"), language, status: .usage)
    }

    private func chosenFrame(for format: ExchangeFormat, _ language: Language) throws -> ReferenceFrame {
        do throws(FrameError) {
            if let frame { return try ReferenceFrame(parsing: frame) }
            return try format.usualFrame
        } catch {
            throw Failure(RowError(error, field: "--frame"), language, status: .usage)
        }
    }

    /// Says on the error stream what went where, and what the format has no room for.
    private func report(
        _ outcome: DatasetWriter.Outcome, _ format: ExchangeFormat, _ frame: ReferenceFrame,
        _ language: Language
    ) {
        let layers = outcome.layers.map { "\($0.name) (\($0.rows))" }
        let output = DatabaseAddress.shown(output)
        Messages.write(
            Bilingual(
                zh: "已写入 \(output)：\(frame.name.zh)；\(layers.joined(separator: "、"))。",
                en: "Wrote \(output): \(frame.name.en); \(layers.joined(separator: ", ")).")[language])
        for note in outcome.notes { Messages.write(note.text[language]) }
        if outcome.omitted > 0 {
            Messages.write(
                Bilingual(
                    zh: "\(outcome.omitted) 个单元 \(format.name.zh) 容不下（未上图，或非面状），未导出；改用 GeoPackage 可得全部及原因。",
                    en:
                        "\(format.name.en) has no room for \(outcome.omitted) zones that are not located or no areas. A "
                        + "GeoPackage has them all, with the reasons.")[language])
        }
        if outcome.drawnOnly > 0 {
            Messages.write(
                Bilingual(
                    zh: "DXF 只有图形与注记，不含属性；需要依据与原文请另导出 GeoPackage。",
                    en:
                        "A DXF has outlines and names and no attributes; a GeoPackage has the sources and quotes."
                )[
                    language])
        }
        if frame == .gcj02 || frame == .bd09, format != .geoJSON {
            Messages.write(
                Bilingual(
                    zh: "\(frame.name.zh)没有公认的坐标系代码，文件中不写坐标系；请勿当作 WGS 84 使用。",
                    en:
                        "\(frame.name.en) has no registered code, so the file names no frame; do not take it for WGS 84."
                )[
                    language])
        }
    }
}

extension ExchangeFormat: ExpressibleByArgument {}
extension ExchangeOptions.Encoding: ExpressibleByArgument {}

extension Failure {
    /// Ends the command with what went wrong in reading or writing a file of another format.
    init(_ error: ExchangeError, _ language: Language, field: String? = nil) {
        let status: Status =
            switch error.kind {
            case .usage: .usage
            case .badData: .badData
            case .noInput: .noInput
            case .inputOutput: .inputOutput
            case .internal: .internal
            }
        self.init(RowError(error, field: field), language, status: status)
    }
}
