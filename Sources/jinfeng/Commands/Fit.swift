public import ArgumentParser
import GeoJSON
import Intake
public import Planning
import Presenting
import Siting
import Tables
import Wording

/// `jinfeng fit ACTIVITY`: an activity → the zones the documents assign it to.
struct Fit: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: Jinfeng.say(
            zh: "功能导向比对：文件把某类活动安排在哪些结构单元", en: "To which zones the documents assign an activity."),
        discussion: Jinfeng.say(
            zh: """
                只依据文件原文，逐件列出，各附依据，不作取舍；文本未见安排时照实说明。

                示例：
                  jinfeng fit 集成电路设计
                  jinfeng fit 12英寸晶圆制造项目 --format json
                  jinfeng fit 体外诊断 --stage research
                  jinfeng fit 风险投资 --document 002 --format csv
                """,
            en: """
                By the documents' own words only: every document is listed with its sentence, none is preferred, and where \
                the texts are silent it says so.

                Examples:
                  jinfeng fit "integrated circuit design"
                  jinfeng fit "12-inch wafer fab" --format json
                  jinfeng fit IVD --stage research
                  jinfeng fit 风险投资 --document 002 --format csv
                """))

    /// The formats an answer leaves in.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text
        case json
        case csv

        /// The format a file's name promises; nil where it promises none.
        init?(fileName: String) {
            switch fileName.split(separator: ".").last?.lowercased() {
            case "json": self = .json
            case "csv": self = .csv
            default: return nil
            }
        }
    }

    @Argument(
        help: .both(
            zh: "活动，用自己的话写：集成电路设计、IVD、储能装备制造、总部……（中文、英文或拼音）",
            en:
                "The activity in your own words: chip design, IVD, storage factory, 总部 … (Chinese, English, pinyin)."
        ))
    var activity: [String]

    @Option(
        help: .both(
            zh: "只问这个环节：research 研发、transfer 转化、manufacture 制造（可重复；默认随问句）",
            en: "Only this stage; may be repeated (default: as the words say)."))
    var stage: [ActivityStage] = []

    @Option(
        help: .both(zh: "只看这份文件（id，如 002，可重复）", en: "Only this document, by id such as 002; may be repeated.")
    )
    var document: [String] = []

    @Option(help: .both(zh: "只看这个空间格局（id 或名称，可重复）", en: "Only this layout, by id or name; may be repeated."))
    var layout: [String] = []

    @Option(
        help: .both(
            zh: "输出格式（默认随输出文件名，否则 text）", en: "Format (default: by the output's name, else text)."))
    var format: Format?

    @OptionGroup var destination: OutputOptions

    /// The file to write; nil for standard output.
    var output: String? { destination.output }

    @OptionGroup var data: CatalogueOptions

    func validate() throws {
        guard activity.contains(where: { $0.contains { !$0.isWhitespace } }) else {
            throw ValidationError(
                Jinfeng.say(
                    zh: "请写出活动，例如：jinfeng fit 集成电路设计", en: "Name an activity, for example: jinfeng fit IVD"))
        }
    }

    func run() throws {
        let language = data.speech.language
        if format == nil { try destination.refuseUnknownEnding(among: ["txt", "json", "csv"], language) }
        let catalogue = try data.catalogue()
        let filter = FunctionalFit.Filter(
            stages: ActivityStage.allCases.filter(stage.contains),
            documents: try known(document, among: catalogue.documents.map(\.id), "--document"),
            layouts: layout.isEmpty ? nil : Set(try catalogue.layouts.named(layout, language).map(\.id)))
        let fit = FunctionalFit(try data.vocabulary(for: catalogue), catalogue, asOf: data.asOf)
        let answer = fit.answer(activity.joined(separator: " "), filter: filter)
        let format = format ?? self.output.flatMap(Format.init(fileName:)) ?? .text
        let output = try Output(path: output, language)
        switch format {
        case .text: try output.write(FitText(language: language).full(answer))
        case .json: try output.write(JSONWriter(.pretty).string(answer.json(in: language)) + "\n")
        case .csv:
            var bytes = try table(answer, language)
            try output.write(&bytes)
        }
    }

    private func table(_ answer: FitAnswer, _ language: Language) throws -> [UInt8] {
        do throws(TableError) {
            return try FitTable.csv(answer, in: language)
        } catch {
            throw Failure(error, language, status: .badData)
        }
    }

    private func known(_ ids: [String], among all: [String], _ field: String) throws -> Set<String>? {
        for id in ids where !all.contains(id) {
            throw Failure(
                RowError(UnknownID(id, among: all), field: field), data.speech.language, status: .usage)
        }
        return ids.isEmpty ? nil : Set(ids)
    }
}

extension ActivityStage: ExpressibleByArgument {}
