import ArgumentParser
import GeoJSON
import Glibc
import Planning
import Presenting
import Validation
import Wording

/// `jinfeng validate [DIR]`: what is wrong with a GeoData folder, all at once.
struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: Jinfeng.say(
            zh: "检查 GeoData：格式、拓扑、文本关系、数量与引句，一次列出全部问题",
            en: "Checks GeoData: schema, topology, stated relations and sizes, quotes; all findings at once."),
        discussion: Jinfeng.say(
            zh: """
                有错误时退出码为 65，目录不存在时为 66，否则为 0（仅有警告也为 0）。

                示例：
                  jinfeng validate
                  jinfeng validate GeoData --strict --documents 原文
                  jinfeng validate GeoData --format geojson --output findings.geojson
                """,
            en: """
                Exits with 65 on any error, 66 where the folder is missing, else 0, warnings or not.

                Examples:
                  jinfeng validate
                  jinfeng validate GeoData --strict --documents texts
                  jinfeng validate GeoData --format geojson --output findings.geojson
                """))

    /// The formats a report can be written in.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text
        case json
        case geojson
    }

    @Argument(
        help: .both(zh: "GeoData 目录（默认同 --geodata）", en: "The GeoData folder (default: as --geodata)."),
        completion: .directory)
    var folder: String?

    @Option(help: .both(zh: "输出格式", en: "Format of the report."))
    var format: Format = .text

    @OptionGroup var destination: OutputOptions

    /// The file to write; nil for standard output.
    var output: String? { destination.output }

    @Option(
        help: .both(
            zh: "文件原文所在目录，用以复核引句；文件名为 <文件编号>_….txt",
            en: "A folder with the documents' full texts, named <document id>_….txt, to find the quotes in."),
        completion: .directory)
    var documents: String?

    @Flag(
        help: .both(
            zh: "供发布之用：只影响发布的警告也算错误", en: "For publication: warnings that matter for it count as errors."))
    var strict = false

    @Flag(
        help: .both(
            zh: "先更新目录中 README.md、README.zh-CN.md 的表",
            en: "First bring the tables in the folder's README.md and README.zh-CN.md up to date."))
    var writeTables = false

    @Option(
        name: .customLong("as-of"),
        help: .both(
            zh: "以哪一天为今天，YYYY-MM-DD（默认今天）", en: "The day taken as today, YYYY-MM-DD (default: today)."))
    var asOfDay: CalendarDate?

    @OptionGroup var source: GeoDataOptions

    func run() throws {
        let language = source.speech.language
        let data = try folder.map { GeoDataFolder(path: $0) } ?? source.folder()
        // With the dot, so that a file is told from a folder.
        guard access(data.path + "/.", R_OK | X_OK) == 0 else {
            let reason = SystemReason(errno)
            throw Failure(
                GeoDataError.unreadable(file: data.path, reason: reason), language, status: .noInput)
        }
        let inspection = data.inspection()
        if writeTables { try renewGuides(of: inspection, language) }
        let validator = Validator(
            asOf: asOfDay ?? .today(), isStrict: strict, documents: try texts(inspection.catalogue, language))
        let report = validator.report(on: inspection)
        let output = try Output(path: output, language)
        switch format {
        case .text: try output.write(ValidationText(report, language: language).text)
        case .json: try output.write(JSONWriter(.pretty).string(report.json(in: language)) + "\n")
        case .geojson:
            try output.write(JSONWriter().string(report.features(in: language).encoded(decimals: 9)) + "\n")
        }
        // The report itself has said why.
        guard report.errors.isEmpty else { throw Failure(text: "", status: .badData) }
    }

    private func texts(_ catalogue: Catalogue, _ language: Language) throws -> CitedText? {
        guard let documents else { return nil }
        do throws(GeoDataError) {
            return try CitedText(documents: catalogue.documents, in: documents)
        } catch {
            throw Failure(error, language, status: .noInput)
        }
    }

    private func renewGuides(of inspection: GeoDataInspection, _ language: Language) throws {
        // From half a catalogue half a table would be made.
        if let fault = inspection.errors.first { throw Failure(fault, language, status: .badData) }
        let tables = GuideTables(inspection.catalogue)
        for (file, tongue) in GuideTables.guides {
            guard let bytes = try? inspection.folder.bytes(of: file) else { continue }
            let guide = String(decoding: bytes, as: UTF8.self)
            let renewed = tables.renewed(guide, in: tongue)
            guard renewed != guide else { continue }
            try Output(path: "\(inspection.folder.path)/\(file)", language).write(renewed)
            Messages.write(
                Bilingual(zh: "已更新 \(file)", en: "brought \(file) up to date")[language])
        }
    }
}
