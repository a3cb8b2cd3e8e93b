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
        throw Failure(
            RowError(error.leading(with: Self.instead(of: output)), field: "--output"), language,
            status: .usage)
    }

    /// What to write where a name promises a format of other programs that is read at most; nil for any other name.
    static func instead(of path: String) -> Bilingual? {
        switch ending(of: path) {
        case "gdb", "mdb":
            Bilingual(
                zh: "文件地理数据库只读不写；ArcGIS Pro 直接打开 .gpkg，ArcMap 用 .shp。",
                en: "Geodatabases are read, not written; ArcGIS Pro opens .gpkg as it is, ArcMap .shp.")
        case "dwg":
            Bilingual(
                zh: "DWG 不能写；AutoCAD、中望、浩辰都能打开 .dxf，再另存为 DWG。",
                en: "DWG is not written; write .dxf, which AutoCAD opens and saves as DWG.")
        case "xls", "et", "ods":
            Bilingual(
                zh: "表格请用 .xlsx，WPS 与 LibreOffice 都能打开。",
                en: "For a sheet write .xlsx, which WPS and LibreOffice open.")
        case "doc", "docx", "wps":
            Bilingual(zh: "要附进文稿的，用 .pdf 或 .html。", en: "For a document write .pdf or .html.")
        default: nil
        }
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
