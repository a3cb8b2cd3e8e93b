public import ArgumentParser
import Exchange
import Planning
import Presenting
public import Siting
import Wording

/// The format answers leave in.
enum AnswerFormat: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
    case ndjson
    case csv
    case geojson

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
    @Option(
        help: .both(
            zh: "只答这个空间格局（id，可重复；默认全部）", en: "Answer only this layout, by id; may be repeated (default: all)."
        ),
        completion: .custom { _, _, _ in
            let catalogue = try? GeoDataSearch.folder(option: nil).catalogue()
            return catalogue?.plans.map(\.id) ?? []
        })
    var layout: [String] = []

    // What begins with a dash is taken as well, so that -5 is refused in our words.
    @Option(
        parsing: .unconditional,
        help: .both(
            zh: "点位的位置中误差（米），默认 0",
            en: "How well the site is known: one standard deviation in metres (default: 0)."))
    var accuracy: String?

    @Option(
        name: .customLong("confidence"), parsing: .unconditional,
        help: .both(
            zh: "判定所需的置信度，0.5 与 1 之间（默认 0.975）",
            en: "How sure a verdict must be, between 0.5 and 1 (default: 0.975)."))
    var confidenceText: String?

    @Option(
        help: .both(
            zh: "输出格式（默认：终端单点为 text；批量随输入或输出文件名）",
            en: "Format of answers (default: by the output's name, else as the input, else text)."))
    var format: AnswerFormat?

    @Option(
        help: .both(zh: "输出文件（默认标准输出）", en: "The file to write (default: standard output)."),
        completion: .file())
    var output: String?

    /// The format of GIS or office programs that the output's name asks for; nil for those written row by row.
    var exchangeFormat: ExchangeFormat? {
        guard format == nil, let output, AnswerFormat(fileName: output) == nil else { return nil }
        return ExchangeFormat(fileName: output)
    }

    /// The confidence option, read; nil where it is not given.
    var confidence: Confidence? { confidenceText.flatMap(Confidence.init(argument:)) }

    func validate() throws {
        guard let confidenceText, confidence == nil else { return }
        throw ValidationError(
            Jinfeng.say(
                zh: "--confidence 应在 0.5 与 1 之间（不含两端），而不是“\(confidenceText)”。",
                en:
                    "--confidence lies between 0.5 and 1, without either end, and is not \"\(confidenceText)\"."
            ))
    }

    /// The accuracy option, read.
    func accuracyMetres(_ language: Language) throws -> Double {
        guard let accuracy else { return 0 }
        do throws(SiteError) {
            return try SiteReader.accuracy(accuracy)
        } catch {
            throw Failure(RowError(error, field: "--accuracy"), language, status: .usage)
        }
    }

    /// The ids of the layouts asked for; nil for all.
    func layouts(in catalogue: Catalogue, _ language: Language) throws -> Set<String>? {
        guard !layout.isEmpty else { return nil }
        return Set(try catalogue.plans.named(layout, language).map(\.id))
    }
}

extension Confidence: ExpressibleByArgument {
    /// Reads a number between 0.5 and 1.
    public init?(argument: String) {
        guard let value = Double(argument) else { return nil }
        self.init(value)
    }
}
