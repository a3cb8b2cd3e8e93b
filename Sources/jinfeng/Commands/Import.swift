import ArgumentParser
import Exchange
import Planning
import Presenting
import Projection
import Siting
import Wording

/// `jinfeng import FILE…`: a planner's own dataset as an edition.
struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: Jinfeng.say(
            zh: "把法定边界、控制线等数据导入 GeoData，成为新的版次",
            en: "Takes a planner's own dataset into GeoData as an edition."),
        discussion: Jinfeng.say(
            zh: """
                读 SHP、GPKG、FlatGeobuf、KML/KMZ、DXF、GeoJSON、.gdb 和报盘坐标 TXT，转为 WGS 84（9位小数），按编号或中文名称对应\
                结构单元，用 validate 的全部规则检查，有错误就什么也不写。原版次保留，自生效日起为其失效日；--as-of 取用。
                名称相近而不相同的，列出候选请用 --match 确认；文件中没有的单元默认不再上图，--missing keep 则沿用原图形。
                必须用 --geodata 指明写入哪个目录（可先复制一份）。

                示例：
                  cp -r GeoData 我的GeoData
                  jinfeng import 五大创新支撑.shp --layout jinfeng-five-zones --map name_zh=MC --accuracy 0.5m \
                --geodata 我的GeoData
                  jinfeng import 生态保护红线.gdb --control red-line --accuracy 1m --plan-period 2021-2035 \
                --coverage gaoxinqu-zhiguanyuan --classification 内部 --geodata 我的GeoData
                """,
            en: """
                Reads SHP, GPKG, FlatGeobuf, KML/KMZ, DXF, GeoJSON, .gdb and 报盘坐标 TXT, carries them to WGS 84 (nine \
                decimals), finds the zone each feature draws by id or Chinese name, and checks all by the rules of \
                validate; on any error nothing is written. The edition before it stays and ends on the day the new one \
                begins; --as-of picks.
                Names that are nearly a zone's are listed and settled by --match; zones the files do not draw are no longer \
                drawn, or keep their outline with --missing keep.
                Name the folder to write into with --geodata; a copy, to begin with.

                Examples:
                  cp -r GeoData MyGeoData
                  jinfeng import five-zones.shp --layout jinfeng-five-zones --map name_zh=MC --accuracy 0.5m \
                --geodata MyGeoData
                  jinfeng import redline.gdb --control red-line --accuracy 1m --plan-period 2021-2035 \
                --coverage gaoxinqu-zhiguanyuan --classification 内部 --geodata MyGeoData
                """))

    @Argument(
        help: .both(
            zh: "要导入的文件（可多个，如面、线、点各一）", en: "The files; several where areas, lines and points lie apart."),
        completion: .file())
    var files: [String]

    @OptionGroup var target: ImportTargetOptions
    @OptionGroup var matching: ImportMatchingOptions
    @OptionGroup var terms: ImportTermsOptions

    @Option(
        help: .both(zh: "坐标系（默认取文件所写）", en: "The reference frame (default: the file's own)."),
        completion: .list(ReferenceFrame.all.map(\.identifier)))
    var frame: String?

    @Option(help: .both(zh: "DBF 的文字编码（默认自动识别）", en: "Encoding of a .dbf (default: recognised)."))
    var encoding: ExchangeOptions.Encoding?

    @Option(help: .both(zh: "图层（可重复；默认唯一的那个）", en: "The layer, may be repeated (default: the only one)."))
    var sheet: [String] = []

    @Flag(help: .both(zh: "只检查，不写入", en: "Check, and write nothing."))
    var dryRun = false

    @Flag(help: .both(zh: "替换同名版次", en: "Replace an edition of that id."))
    var force = false

    @OptionGroup var source: GeoDataOptions

    func run() throws {
        let language = source.speech.language
        guard let path = source.geodata else {
            throw Failure(
                WhereToWrite(folder: GeoDataSearch.inUse.shellQuoted), language, status: .usage)
        }
        let folder = GeoDataFolder(path: path)
        do {
            let edition = try EditionImport(try request(folder, language), into: folder)
            let text = ImportText(
                edition, isDryRun: dryRun, keeping: matching.missing ?? .unlocated, language)
            for note in edition.notes { Messages.write(note.text[language]) }
            let output = try Output(path: nil, language)
            guard edition.obstacles.isEmpty else {
                try output.write(text.obstacles)
                throw Failure(text: text.refusal, status: .badData)
            }
            if !dryRun { try edition.publish() }
            try output.write(text.summary)
            if let conflict = edition.conflict { throw conflict }
        } catch let error as ExchangeError {
            throw Failure(error, language)
        }
    }
}
