public import ArgumentParser
public import MapDrawing
import Planning
import Presenting
import Wording

/// The paper, and the words in its margin.
struct MapPaperOptions: ParsableArguments {
    @Option(
        help: .both(
            zh: "图幅：a4、a3（默认）、a2、a1、a0、16:9，可加 -portrait，或 宽x高mm",
            en: "Paper: a4, a3 (default), a2, a1, a0, 16:9, with -portrait if upright, or WxHmm."))
    var size: String = "a3"

    @Option(
        help: .both(
            zh: "PNG 的分辨率（默认 200；16:9 为 144）", en: "Dots per inch of a PNG (default: 200; slides 144)."))
    var dpi: Double?

    @Option(
        help: .both(
            zh: "比例尺分母（默认取能容下的整数比例）", en: "The scale's denominator (default: the roundest that fits)."))
    var scale: Int?

    @Option(
        help: .both(
            zh: "图上注记语言：zh、en 或 both（默认随 --lang）",
            en: "Names on the map: zh, en or both (default: by --lang)."))
    var labels: LabelLanguage?

    @Option(help: .both(zh: "图名（默认为空间格局名称）", en: "Title of the sheet (default: the layout's name)."))
    var title: String?

    @Option(help: .both(zh: "图号", en: "Number of the sheet."))
    var sheet: String?

    @Option(help: .both(zh: "编制单位", en: "Who prepared it."))
    var unit: String?

    @Option(
        help: .both(
            zh: "图签日期，YYYY-MM-DD（默认同 --as-of）", en: "Date on the sheet, YYYY-MM-DD (default: as --as-of)."))
    var date: CalendarDate?

    /// Dots per inch: of a slide so many that it has 1920 pixels.
    var resolution: Double { dpi ?? (size == "16:9" ? 144 : 200) }

    /// Puts the options on a sheet.
    func apply(to sheet: inout MapSheet, _ language: Language) throws {
        do throws(MapError) {
            sheet.size = try PaperSize(parsing: size)
        } catch {
            throw Failure(RowError(error, field: "--size"), language, status: .usage)
        }
        sheet.denominator = scale
        sheet.language = language
        sheet.labels = labels ?? LabelLanguage(language)
        sheet.title = title
        sheet.number = self.sheet
        sheet.organisation = unit
        sheet.date = date
    }
}

extension LabelLanguage: ExpressibleByArgument {}
