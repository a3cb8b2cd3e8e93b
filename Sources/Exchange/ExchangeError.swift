public import Wording

/// Why a file cannot be read or written, and what to do about it.
public struct ExchangeError: ExplainedError, Hashable {
    /// What kind of mistake it is, for exit codes.
    public enum Kind: Hashable, Sendable {
        /// Something was asked for that cannot be had.
        case usage
        /// The file is there and wrong.
        case badData
        /// The file is not there, or may not be opened.
        case noInput
        /// Writing failed.
        case inputOutput
        /// A library is missing or refused.
        case `internal`
    }

    /// What kind of mistake it is.
    public let kind: Kind
    /// The stable name for programs.
    public let code: String
    /// What is wrong.
    public let message: Bilingual
    /// What to do about it.
    public let remedy: Bilingual

    init(_ kind: Kind, _ code: String, _ message: Bilingual, remedy: Bilingual) {
        self.kind = kind
        self.code = code
        self.message = message
        self.remedy = remedy
    }
}

extension ExchangeError {
    /// An error of another room, met while reading or writing.
    init(_ error: any ExplainedError, _ kind: Kind) {
        self.init(kind, error.code, error.message, remedy: error.remedy)
    }

    static func libraryMissing(reason: String) -> ExchangeError {
        ExchangeError(
            .internal, "gdal_missing",
            Bilingual(
                zh: "未能载入 GDAL：\(reason.quotable)。", en: "GDAL cannot be loaded: \(reason.quotable)."),
            remedy: Bilingual(
                zh: "请安装：apt-get install libgdal-dev。GeoJSON 与 CSV 的读写不需要它。",
                en: "Install it: apt-get install libgdal-dev. GeoJSON and CSV work without it."))
    }

    /// Nobody waits for the file any more.
    static var abandoned: ExchangeError {
        ExchangeError(
            .internal, "abandoned",
            Bilingual(zh: "已无人等待此文件，写出中止。", en: "Nobody waits for the file any more; it was left unwritten."),
            remedy: Bilingual(zh: "需要时请重新请求。", en: "Ask again if you want it."))
    }

    static func library(_ function: StaticString, _ words: String) -> ExchangeError {
        ExchangeError(
            .internal, "gdal_refused",
            Bilingual(
                zh: "GDAL 拒绝了 \(function)：\(words.quotable)",
                en: "GDAL refused \(function): \(words.quotable)"),
            remedy: Bilingual(
                zh: "请换一种格式，或把这条信息报告给我们。", en: "Take another format, or report this message."))
    }

    /// A target that is there already.
    static func targetExists(_ path: String) -> ExchangeError {
        ExchangeError(
            .usage, "target_exists",
            Bilingual(zh: "“\(path.quotable)”已存在。", en: "\(path.quoted) exists already."),
            remedy: Bilingual(
                zh: "请换一个名称，或加 --force 覆盖。", en: "Take another name, or replace it with --force."))
    }

    /// A target that cannot be written, with the system's or GDAL's reason.
    static func unwritable(_ path: String, _ reason: Bilingual) -> ExchangeError {
        ExchangeError(
            .inputOutput, "unwritable_output",
            Bilingual(
                zh: "无法写入“\(path.quotable)”：\(reason.zh)。", en: "Cannot write \(path.quoted): \(reason.en)."),
            remedy: Bilingual(
                zh: "请检查路径、权限与磁盘空间；原有文件未改动。",
                en: "Check the path, the permissions and the space on the disk; what was there is unchanged.")
        )
    }

    /// A frame the format has no room for.
    static func wgs84Only(_ format: ExchangeFormat) -> ExchangeError {
        ExchangeError(
            .usage, "frame_not_in_format",
            Bilingual(
                zh: "\(format.name.zh) 只能是 WGS 84 经纬度。",
                en: "\(format.name.en) holds WGS 84 and nothing else."),
            remedy: Bilingual(
                zh: "请不要另指坐标系，或改用 GeoPackage、Shapefile 等格式。",
                en: "Name no frame, or take another format, such as GeoPackage."))
    }

    /// A form that knows Gauss–Krüger strips only.
    static func gaussKruegerOnly(_ format: ExchangeFormat) -> ExchangeError {
        ExchangeError(
            .usage, "frame_not_in_format",
            Bilingual(
                zh: "\(format.name.zh) 只能用高斯—克吕格分带坐标。",
                en: "A \(format.name.en) holds Gauss–Krüger strips only."),
            remedy: Bilingual(
                zh: "请用坐标系 epsg:4523（横坐标带带号35）或 epsg:4544。",
                en: "Take the frame epsg:4523 (strip 35 before the eastings) or epsg:4544."))
    }

    /// A file that cannot be opened or read.
    static func unreadable(_ path: String, _ reason: Bilingual) -> ExchangeError {
        ExchangeError(
            .noInput, "unreadable_input",
            Bilingual(
                zh: "无法读取“\(path.quotable)”：\(reason.zh)。", en: "Cannot read \(path.quoted): \(reason.en)."),
            remedy: Bilingual(zh: "请检查路径与权限。", en: "Check the path and the permissions."))
    }

    /// A file beyond what is read.
    static func tooLarge(_ path: String, limit: Int) -> ExchangeError {
        ExchangeError(
            .badData, "too_large",
            Bilingual(
                zh: "“\(path.quotable)”超过 \(limit >> 20) MiB。",
                en: "\(path.quoted) is larger than \(limit >> 20) MiB."),
            remedy: Bilingual(
                zh: "请拆分文件，或只导出需要的图层与字段。", en: "Split it, or export the layers and columns that are needed."))
    }
}
