import ArgumentParser
import Presenting
import Wording

/// How long inputs are answered.
struct StreamOptions: ParsableArguments {
    @Option(
        help: .both(
            zh: "使用几个线程（默认等于处理器核数，每核至多两个）；结果与线程数无关",
            en: "How many threads answer (default: one a core, at most two); the answers do not depend on it."
        ))
    var threads: Int?

    @Flag(
        name: .customLong("zones-only"),
        help: .both(
            zh: "表格中只给出结构单元，不给判定、概率与距离（更快）",
            en: "In tables answer zones only: no verdict, probability or distance (faster)."))
    var zonesOnly = false

    @Flag(
        help: .both(
            zh: "输入为 float64 坐标对：小端，经度在前，每对 16 字节（文件名以 .f64 结尾时无需注明）",
            en: "The input is pairs of little-endian float64, longitude first (implied by a name in .f64)."))
    var f64 = false

    @Flag(
        name: .customLong("geojson-seq"),
        help: .both(
            zh: "GeoJSON 以文本序列（RFC 8142）输出（输入为文本序列，或输出文件名以 .geojsons、.geojsonseq 结尾时自动如此）",
            en: """
                GeoJSON leaves as a text sequence, RFC 8142 (implied by such an input or by an output named .geojsons \
                or .geojsonseq).
                """))
    var sequence = false

    @Option(
        name: .customLong("zone-sets"),
        help: .both(
            zh: "坐标对的结果为每对一个小端 uint32（结构单元集合编号），编号含义以 JSON 写入此文件",
            en:
                "Answer pairs with a little-endian uint32 each, the number of a zone set; this file tells, as JSON, what each means."
        ),
        completion: .file(extensions: ["json"]))
    var legend: String?

    func validate() throws {
        if let threads, !(1...1024).contains(threads) {
            throw ValidationError(
                Jinfeng.say(
                    zh: "--threads 应为 1 至 1024 的整数。", en: "--threads must be a number from 1 to 1024."))
        }
    }
}

extension StreamOptions {
    /// The format to answer in: the one asked for, else the output's, else the input's own.
    func format(_ answers: AnswerOptions, _ input: SiteInput) -> AnswerFormat {
        if let format = answers.format { return format }
        return sequence || Self.isSequence(named: answers.output) || input.isSequence && answers.output == nil
            ? .geojson : input.format(writingTo: answers.output)
    }

    /// How answers leave beside their format.
    ///
    /// - Throws: where raw numbers are asked for and the input is not raw either.
    func shape(
        _ format: AnswerFormat, _ input: SiteInput, _ output: String?, _ language: Language
    ) throws -> StreamShape {
        if legend != nil, !input.isPairs {
            let error = UsageError(
                message: Bilingual(
                    zh: "--zone-sets 只用于 float64 坐标对输入。",
                    en: "--zone-sets goes with an input of float64 pairs only."),
                remedy: Bilingual(
                    zh: "请加 --f64，或改用 CSV 输出与 --zones-only。", en: "Add --f64, or write CSV with --zones-only."
                ))
            throw Failure(RowError(error, field: "--zone-sets"), language, status: .usage)
        }
        let isSequence =
            sequence || Self.isSequence(named: output) || input.isSequence && output == nil
        return StreamShape(isSequence: format == .geojson && isSequence)
    }

    private static func isSequence(named output: String?) -> Bool {
        guard let ending = output?.split(separator: ".").last?.lowercased() else { return false }
        return ending == "geojsons" || ending == "geojsonseq"
    }
}
