import PlanarGeometry
public import Planning
import Projection
import Tables
import Wording

/// Why a file cannot become an edition.
extension ExchangeError {
    /// An error of another room, with the file it was met in.
    static func inFile(_ path: String, _ error: any ExplainedError) -> ExchangeError {
        ExchangeError(
            .badData, error.code,
            Bilingual(
                zh: "“\(path.quotable)”：\(error.message.zh)", en: "\(path.quoted): \(error.message.en)"),
            remedy: error.remedy)
    }

    /// A folder of data that cannot be read.
    static func data(_ error: GeoDataError) -> ExchangeError {
        if case .unreadable = error { return ExchangeError(error, .noInput) }
        return ExchangeError(error, .badData)
    }

    static func unknownFormat(_ path: String, _ first: [UInt8]) -> ExchangeError {
        if first.isEmpty { return .empty(path) }
        if first.starts(with: Array("AC10".utf8)) { return .drawingIsDWG(path) }
        return ExchangeError(
            .badData, "unsupported_format",
            Bilingual(
                zh: "“\(path.quotable)”不是可导入的格式。", en: "\(path.quoted) is in no format that can be imported."),
            remedy: Bilingual(
                zh: "请用 SHP、GPKG、FlatGeobuf、KML/KMZ、DXF、GeoJSON、文件地理数据库或报盘坐标 TXT。",
                en: "Use SHP, GPKG, FlatGeobuf, KML/KMZ, DXF, GeoJSON, a file geodatabase or 报盘坐标 TXT."))
    }

    static func nothingDrawn(_ path: String, _ format: SiteFileFormat) -> ExchangeError {
        ExchangeError(
            .badData, "no_geometry",
            Bilingual(
                zh: "“\(path.quotable)”是\(format.name.zh)，没有图形可导入。",
                en: "\(path.quoted) is an \(format.name.en) and draws nothing."),
            remedy: Bilingual(
                zh: "请导入含图形的文件，如 SHP、GPKG、GeoJSON。",
                en: "Import a file with geometry, such as SHP, GPKG or GeoJSON."))
    }

    static func unreadableGeometry(_ path: String, _ what: Bilingual) -> ExchangeError {
        ExchangeError(
            .badData, "unreadable_geometry",
            Bilingual(zh: "“\(path.quotable)”：\(what.zh)", en: "\(path.quoted): \(what.en)"),
            remedy: Bilingual(
                zh: "请在原软件中修复图形（如“修复几何”）后重新导出。",
                en: "Mend the geometry in the program it was made with and export it again."))
    }

    static func noSuchColumn(
        _ column: String, for field: ImportField, _ path: String, _ columns: [String]
    ) -> ExchangeError {
        ExchangeError(
            .usage, "no_such_column",
            Bilingual(
                zh: "“\(path.quotable)”没有字段“\(column.quotable)”（--map \(field.rawValue)）。",
                en: "\(path.quoted) has no column \(column.quoted) (--map \(field.rawValue))."),
            remedy: Bilingual(
                zh: "文件中的字段：\(named(columns, "、"))。", en: "Its columns: \(named(columns, ", "))."))
    }

    static func collapsed(_ place: String, _ points: [Point]) -> ExchangeError {
        let first = points.first.map { "(\($0.x), \($0.y))" } ?? ""
        return ExchangeError(
            .badData, "collapsed_ring",
            Bilingual(
                zh: "\(place.quotable)在 \(first) 处有一个环或线，顶点相距不足0.1毫米，化为一点。",
                en:
                    "\(place.quotable) has a ring or line at \(first) whose vertices lie within 0.1 mm of each other."
            ),
            remedy: Bilingual(zh: "请删去该碎环后重新导出。", en: "Take it out and export the file again."))
    }

    static func mixedGeometry(_ place: String) -> ExchangeError {
        ExchangeError(
            .badData, "mixed_geometry",
            Bilingual(
                zh: "\(place.quotable)的图形混有点、线、面。", en: "\(place.quotable) mixes points, lines and areas."),
            remedy: Bilingual(zh: "请分成不同要素。", en: "Make them features of their own."))
    }

    static func featureOutside(_ place: String, _ error: ProjectionError) -> ExchangeError {
        ExchangeError(
            .badData, error.code,
            Bilingual(
                zh: "\(place.quotable)：\(error.message.zh)", en: "\(place.quotable): \(error.message.en)"),
            remedy: Bilingual(
                zh: error.remedy.zh + "文件所写坐标系有误时，用 --frame 指明实际的坐标系。",
                en: error.remedy.en
                    + " Where the file states the wrong frame, name the real one with --frame."))
    }

    // MARK: - Which zone

    static func noSuchZone(_ id: String, in layout: Layout, _ zones: [Zone]) -> ExchangeError {
        ExchangeError(
            .usage, "unknown_id",
            Bilingual(
                zh: "“\(layout.name.zh)”没有结构单元“\(id.quotable)”（--match）。",
                en: "\(layout.name.en) has no zone \(id.quoted) (--match)."),
            remedy: Bilingual(
                zh: "可选：\(named(zones.map(\.id), "、"))；或 new（新单元）。",
                en: "Choose from: \(named(zones.map(\.id), ", ")); or new for a zone of its own."))
    }

    static func contradictory(_ place: String, _ one: Zone, _ other: Zone) -> ExchangeError {
        ExchangeError(
            .badData, "contradictory_names",
            Bilingual(
                zh: "\(place.quotable)的编号是 \(one.id)（\(one.name.zh)），名称却是\(other.name.zh)（\(other.id)）。",
                en: "\(place.quotable) has the id \(one.id) but the name of \(other.id), \(other.name.en)."),
            remedy: Bilingual(
                zh: "请改正文件，或用 --match 名称=编号 指明。", en: "Mend the file, or say which with --match NAME=ZONE."))
    }

    static func ambiguousName(_ name: String, _ zones: [Zone]) -> ExchangeError {
        let ids = zones.map(\.id)
        return ExchangeError(
            .badData, "ambiguous_name",
            Bilingual(
                zh: "“\(name.quotable)”是几个结构单元的名称：\(named(ids, "、"))。",
                en: "\(name.quoted) names several zones: \(named(ids, ", "))."),
            remedy: Bilingual(
                zh: "请用 --match \"\(name.quotable)=编号\" 指明是哪一个。",
                en: "Say which with --match \"\(name.quotable)=ZONE\"."))
    }

    static func nearNames(_ questions: [(name: String, zones: [Zone])]) -> ExchangeError {
        let zh = questions.map { question in
            "“\(question.name.quotable)”是否即\(question.zones.prefix(4).map { "\($0.name.zh)（\($0.id)）" }.joined(separator: "、或"))？"
        }
        let en = questions.map { question in
            "Is \(question.name.quoted) \(question.zones.prefix(4).map { "\($0.name.en) (\($0.id))" }.joined(separator: " or "))?"
        }
        let first = questions.first
        let answer = "\(first?.name.quotable ?? "")=\(first?.zones.first?.id ?? "")"
        return ExchangeError(
            .badData, "near_names",
            Bilingual(zh: zh.prefix(12).joined(), en: en.prefix(12).joined(separator: " ")),
            remedy: Bilingual(
                zh: "是则加 --match \"\(answer)\"，不是则加 --match \"名称=new\"。",
                en: "If so, add --match \"\(answer)\"; if not, --match \"NAME=new\"."))
    }

    static func unmatched(_ labels: [String], in layout: Layout, _ elsewhere: [String]) -> ExchangeError {
        ExchangeError(
            .badData, "unmatched_features",
            Bilingual(
                zh: "\(labels.count) 个要素不是“\(layout.name.zh)”的结构单元：\(named(labels, "、"))。"
                    + (elsewhere.isEmpty ? "" : "其名称见于 \(elsewhere.joined(separator: "、"))。"),
                en: "\(labels.count) features are no zones of \(layout.name.en): \(named(labels, ", "))."
                    + (elsewhere.isEmpty ? "" : " Their names occur in \(elsewhere.joined(separator: ", "))")),
            remedy: Bilingual(
                zh: "请用 --match 名称=编号 对应，用 --new-zones 作为新单元导入，或从文件中去掉。",
                en:
                    "Match them with --match NAME=ZONE, import them as new zones with --new-zones, or take them out."
            ))
    }

    static func nothingMatches(
        _ labels: [String], in layout: Layout, _ zones: [Zone], columns: String, _ elsewhere: [String]
    ) -> ExchangeError {
        let used =
            columns.isEmpty
            ? Bilingual(zh: "无可用字段", en: "no column known") : Bilingual(zh: columns, en: columns)
        let other = elsewhere.joined(separator: ", ")
        return ExchangeError(
            .badData, "nothing_matches",
            Bilingual(
                zh: "没有一个要素是“\(layout.name.zh)”的结构单元：\(named(labels, "、"))（所用字段：\(used.zh)）。",
                en:
                    "No feature is a zone of \(layout.name.en): \(named(labels, ", ")) (columns used: \(used.en))."
            ),
            remedy: elsewhere.isEmpty
                ? Bilingual(
                    zh: "请用 --map name_zh=字段名 指明名称字段；该格局的单元有：\(named(zones.map(\.name.zh), "、"))。",
                    en:
                        "Name the column of names with --map name_zh=COLUMN; the zones are: \(named(zones.map(\.name.zh), ", "))."
                )
                : Bilingual(
                    zh: "这些名称见于 \(other)，是否应为 --layout \(elsewhere[0])？",
                    en: "The names occur in \(other): is --layout \(elsewhere[0]) meant?"))
    }

    // MARK: - What was not said

    static func unsaid(_ option: String, _ why: Bilingual, _ how: Bilingual) -> ExchangeError {
        ExchangeError(
            .usage, "option_missing",
            Bilingual(zh: "缺少 \(option)：\(why.zh)。", en: "\(option) is missing: \(why.en)."),
            remedy: how)
    }

    static func badValue(_ option: String, _ value: String, _ what: Bilingual) -> ExchangeError {
        ExchangeError(
            .usage, "invalid_value",
            Bilingual(
                zh: "\(option) 不能是“\(value.quotable)”：\(what.zh)。",
                en: "\(option) cannot be \(value.quoted): \(what.en)."),
            remedy: Bilingual(zh: "请改正后重试。", en: "Correct it and try again."))
    }

    static func editionExists(_ edition: String, of layout: String) -> ExchangeError {
        ExchangeError(
            .usage, "target_exists",
            Bilingual(
                zh: "\(layout) 已有版次“\(edition.quotable)”。",
                en: "\(layout) has an edition \(edition.quoted) already."),
            remedy: Bilingual(
                zh: "请加 --force 替换它；要两者并存，请用 --edition 另取名称，并用 --valid-from 指明另一个起用日。",
                en:
                    "Replace it with --force; to keep both, take another name with --edition and another first day with --valid-from."
            ))
    }

    /// An edition that begins on the same day and was recorded on it, too.
    static func sameDay(_ twin: Edition, of layout: String) -> ExchangeError {
        ExchangeError(
            .usage, "edition_of_same_day",
            Bilingual(
                zh: "\(layout) 的版次“\(twin.id.quotable)”也是今天登记、\(twin.validFrom) 起用，两个版次无从区分。",
                en:
                    "Edition \(twin.id.quoted) of \(layout) was recorded today as well and begins on \(twin.validFrom) as well: the two could not be told apart."
            ),
            remedy: Bilingual(
                zh: "请用 --edition \(twin.id) --force 替换它，或用 --valid-from 指明另一个起用日。",
                en:
                    "Replace it with --edition \(twin.id) --force, or give this one another first day with --valid-from."
            ))
    }

    /// An edition that must not be passed on.
    public static func classified(_ layout: Layout, _ edition: Edition) -> ExchangeError {
        ExchangeError(
            .usage, "classified_edition",
            Bilingual(
                zh:
                    "“\(layout.name.zh)”的版次 \(edition.id) 标为“\((edition.classification ?? "").quotable)”，不予输出图形。",
                en:
                    "Edition \(edition.id) of \(layout.name.en) is classified \((edition.classification ?? "").quoted); its drawings are not given out."
            ),
            remedy: Bilingual(
                zh: "确有权限并已按保密规定办理的，加 --allow-classified；或用 --as-of 取其他版次。",
                en: "If you may, add --allow-classified; or take another edition with --as-of."))
    }

    private static func named(_ names: [String], _ separator: String) -> String {
        let shown = names.prefix(12).map { $0.quotable }.joined(separator: separator)
        return names.count > 12 ? shown + separator + "…" : shown
    }
}
