import ArgumentParser
import Planning
import Presenting
import Projection
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
    @OptionGroup var stream: StreamOptions
    @OptionGroup var data: CatalogueOptions

    func run() throws {
        let language = data.speech.language
        // Zone sets are bare numbers, whatever their file is called.
        if answers.format == nil, stream.legend == nil {
            try answers.destination.refuseUnknownEnding(
                among: AnswerFormat.endings, exchanges: true, language)
        }
        let frame = try sites.referenceFrame(language)
        let accuracy = try answers.accuracyMetres(language)
        let catalogue = try data.catalogue()
        let layouts = try answers.layouts(in: catalogue, language)
        ClassifiedOption.remind(catalogue, of: [.plan, .context], on: data.asOf, language)
        let input = try SiteInput(sites, isPairs: stream.f64, language)
        let plans = try data.editions(of: catalogue.plans.filter { layouts?.contains($0.id) ?? true })
            .map(\.layout)
        let format = stream.format(answers, input)
        var shape = try stream.shape(format, input, answers.output, language)
        if stream.legend != nil { shape.zoneSets = try data.zoneSets(over: catalogue) }
        let job = AnswerJob(
            catalogue: catalogue, asOf: data.asOf, confidence: answers.confidence ?? .standard,
            layouts: layouts, frame: frame, accuracy: accuracy,
            gazetteer: input.namesPlaces ? try data.source.gazetteer() : nil,
            columns: AnswerColumns(
                layouts: plans, headers: data.speech.lang ?? .en, zonesOnly: stream.zonesOnly),
            format: format, shape: shape,
            language: language,
            isSingle: input.isSingle, reading: input.reading, usualFrame: input.usualFrame ?? frame ?? .wgs84,
            threads: stream.threads ?? WorkerThread.cores)
        if let path = answers.output, let format = answers.exchangeFormat {
            return try export(input, job, to: path, as: format)
        }
        // Before the output is emptied: what stops an answer shall not cost an earlier one.
        let answerer = try SiteAnswerer(job)
        let output = try Output(path: answers.output, apartFrom: sites.input, language)
        try answerAll(input, answerer, output)
    }
}
