import ArgumentParser
import Exchange
import Presenting
import Wording

/// Where the answers go.
struct OutputOptions: ParsableArguments {
    @Option(
        name: [.short, .long],
        help: .both(zh: "输出文件（默认标准输出）", en: "The file to write (default: standard output)."),
        completion: .file())
    var output: String?

    /// Refuses a file whose ending names a format that is not written, such as `.docx`: text in it would be a surprise.
    ///
    /// - Parameters:
    ///   - endings: the endings that are written.
    ///   - exchanges: whether those of GIS and office programs are, too.
    ///   - language: the language to say it in.
    /// - Throws: naming the endings that are written.
    func refuseUnknownEnding(
        among endings: [String], exchanges: Bool = false, _ language: Language
    ) throws {
        guard let output, let ending = Self.ending(of: output), !endings.contains(ending),
            !exchanges || ExchangeFormat(fileName: output) == nil
        else { return }
        let known = endings + (exchanges ? ExchangeFormat.allCases.map(\.rawValue) : [])
        let list = known.enumerated().filter { known.firstIndex(of: $0.element) == $0.offset }
            .map { ".\($0.element)" }
        let error = UsageError(
            message: Bilingual(
                zh: "不能写成 .\(ending) 文件。", en: "A .\(ending) file cannot be written."),
            remedy: Bilingual(
                zh: "输出文件名可以 \(list.joined(separator: "、")) 结尾；确要写入此文件名，请用 --format 写明格式。",
                en:
                    "Names may end in \(list.joined(separator: ", ")); to use this name all the same, say the format with --format."
            ))
        throw Failure(RowError(error, field: "--output"), language, status: .usage)
    }

    /// What stands behind the last dot of a file's name, in lower case; nil where nothing like an ending does.
    private static func ending(of path: String) -> String? {
        guard let name = path.split(separator: "/").last, let dot = name.lastIndex(of: "."),
            dot != name.startIndex
        else { return nil }
        let ending = name[name.index(after: dot)...].lowercased()
        let isEnding =
            (1...10).contains(ending.count) && ending.contains(where: \.isLetter)
            && ending.allSatisfy { $0.isLetter || $0.isNumber }
        return isEnding ? ending : nil
    }
}
