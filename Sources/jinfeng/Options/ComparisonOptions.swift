import ArgumentParser
import Exchange
import Siting
import Wording

/// How sure a comparison must be, and in which form it leaves.
struct ComparisonOptions: ParsableArguments {
    /// The formats a comparison leaves in.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text
        case csv
        case json
        case geojson
        case html

        /// The format a file's name promises; nil where it promises none.
        init?(fileName: String) {
            switch fileName.split(separator: ".").last?.lowercased() {
            case "csv", "tsv": self = .csv
            case "json": self = .json
            case "geojson": self = .geojson
            case "html", "htm": self = .html
            case "txt": self = .text
            default: return nil
            }
        }
    }

    @Option(
        help: .both(
            zh: "地块位置的中误差（米），默认 0",
            en: "How well the sites are known: one standard deviation in metres (default: 0)."))
    var accuracy: String?

    @Option(
        help: .both(
            zh: "判定所需的置信度，0.5 与 1 之间（默认 0.975）",
            en: "How sure a verdict must be, between 0.5 and 1 (default: 0.975)."))
    var confidence: Confidence?

    @Flag(
        name: .customLong("make-valid"),
        help: .both(zh: "修复自相交等无效图形，并报告改动", en: "Repair invalid shapes and report what changed."))
    var makeValid = false

    @Option(
        help: .both(zh: "输出格式（默认随输出文件名，否则 text）", en: "Format (default: by the output's name, else text)."))
    var format: Format?

    @OptionGroup var destination: OutputOptions
    @OptionGroup var replacing: ReplacingOption

    /// The file to write; nil for standard output.
    var output: String? { destination.output }

    /// The accuracy option, read.
    func accuracyMetres(_ language: Language) throws -> Double {
        try JudgementOptions.metres(accuracy, language)
    }

    /// The format of GIS or office programs that the output's name asks for; nil for the others.
    var exchangeFormat: ExchangeFormat? {
        guard format == nil, let output, Format(fileName: output) == nil else { return nil }
        return ExchangeFormat(fileName: output)
    }

    /// The format asked for, else the one the output's name promises, else text.
    var chosenFormat: Format { format ?? output.flatMap(Format.init(fileName:)) ?? .text }
}
