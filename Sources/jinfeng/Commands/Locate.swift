import ArgumentParser
import Planning
import Presenting
import Siting
import Tables
import Wording

/// `jinfeng locate`: positions → zones, one or many.
struct Locate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: Jinfeng.say(
            zh: "点位落在哪个结构单元：概率、距边界、原文依据", en: "In which zones positions lie: probability, distance, sentence."
        ),
        discussion: Jinfeng.say(
            zh: """
                坐标一律经度在前；X坐标、Y坐标按测绘习惯读取（X 为北）。

                示例：
                  jinfeng locate 106.33,29.52
                  jinfeng locate 106.3338,29.5171 --frame gcj02
                  jinfeng locate 35628945.81,3267643.66 --frame epsg:4544
                  jinfeng locate --place 科学会堂
                  jinfeng locate --input 地块.csv --output 结果.csv --lang zh
                  cat sites.ndjson | jinfeng locate --input - --format ndjson
                """,
            en: """
                Longitude comes first; columns X坐标 and Y坐标 are read as survey sheets
                have them, X north.

                Examples:
                  jinfeng locate 106.33,29.52
                  jinfeng locate 106.3338,29.5171 --frame gcj02
                  jinfeng locate 35628945.81,3267643.66 --frame epsg:4544
                  jinfeng locate --place 科学会堂
                  jinfeng locate --input sites.csv --output answered.csv
                  cat sites.ndjson | jinfeng locate --input - --format ndjson
                """))

    @OptionGroup var sites: SiteOptions
    @OptionGroup var answers: AnswerOptions
    @OptionGroup var data: CatalogueOptions

    func run() throws {
        let language = data.speech.language
        let frame = try sites.referenceFrame(language)
        let accuracy = try answers.accuracyMetres(language)
        let catalogue = try data.catalogue()
        let layouts = try answers.layouts(in: catalogue, language)
        let input = try SiteInput(sites, language)
        let reader = SiteReader(
            frame: frame, accuracy: accuracy, gazetteer: input.namesPlaces ? try data.source.gazetteer() : nil
        )
        let plans = try data.editions(of: catalogue.plans.filter { layouts?.contains($0.id) ?? true })
            .map(\.layout)
        let columns = AnswerColumns(layouts: plans, headers: data.speech.lang ?? .en)
        if let path = answers.output, let format = answers.exchangeFormat {
            let locator = try data.locator(over: catalogue)
            try exportAll(input, reader, locator, layouts, columns, to: path, as: format)
            return
        }
        let format = answers.format ?? input.format(writingTo: answers.output)
        let writer = try input.writer(format, columns, catalogue, language)
        let locator = try data.locator(over: catalogue)
        let output = try Output(path: answers.output, apartFrom: sites.input, language)
        try answerAll(input, reader, locator, layouts, writer, output)
    }
}
