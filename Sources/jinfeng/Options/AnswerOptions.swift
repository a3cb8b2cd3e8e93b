import ArgumentParser
import Exchange
import Planning
import Presenting
import Siting
import Wording

/// The format answers leave in.
enum AnswerFormat: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
    case ndjson
    case csv
    case geojson

    /// The endings of files the formats are written to.
    static let endings = ["txt", "json", "ndjson", "jsonl", "csv", "tsv", "geojson"]

    /// The format a file's name promises; nil where it promises none.
    init?(fileName: String) {
        guard let ending = fileName.split(separator: ".").last?.lowercased() else { return nil }
        switch ending {
        case "csv", "tsv": self = .csv
        case "ndjson", "jsonl": self = .ndjson
        case "geojson": self = .geojson
        case "json": self = .json
        case "txt": self = .text
        default: return nil
        }
    }
}

/// What is answered, and in which form.
struct AnswerOptions: ParsableArguments {
    @OptionGroup var judgement: JudgementOptions

    var confidence: Confidence? { judgement.confidence }

    @Option(
        help: .both(
            zh: "输出格式（默认：终端单点为 text；批量随输入或输出文件名）",
            en: "Format of answers (default: by the output's name, else as the input, else text)."))
    var format: AnswerFormat?

    @OptionGroup var destination: OutputOptions

    @OptionGroup var replacing: ReplacingOption

    /// The file to write; nil for standard output.
    var output: String? { destination.output }

    /// The format of GIS or office programs that the output's name asks for; nil for those written row by row.
    var exchangeFormat: ExchangeFormat? {
        if let output, DatabaseAddress.isDatabase(output) { return .postGIS }
        guard format == nil, let output, AnswerFormat(fileName: output) == nil,
            let format = ExchangeFormat(fileName: output), format != .geoJSONSequence
        else { return nil }
        return format
    }

    /// The accuracy option, read.
    func accuracyMetres(_ language: Language) throws -> Double {
        try judgement.accuracyMetres(language)
    }

    /// The ids of the layouts asked for; nil for all.
    func layouts(in catalogue: Catalogue, _ language: Language) throws -> Set<String>? {
        try judgement.layouts(in: catalogue, language)
    }
}
