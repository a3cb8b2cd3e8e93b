public import ArgumentParser
import Planning
import Presenting
public import Siting
import Wording

/// What is answered, and how sure an answer must be.
struct JudgementOptions: ParsableArguments {
    @Option(
        help: .both(
            zh: "只答这个空间格局（id 或名称，可重复；默认全部）",
            en: "Answer only this layout, by id or name; may be repeated (default: all)."
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
    func accuracyMetres(_ language: Language) throws -> Double { try Self.metres(accuracy, language) }

    /// An accuracy option, read; 0 where it was not given.
    static func metres(_ accuracy: String?, _ language: Language) throws -> Double {
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
