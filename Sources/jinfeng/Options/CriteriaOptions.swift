import ArgumentParser
import Intake
import Planning
import Presenting
import Siting
import Wording

/// What candidates must fulfil.
struct CriteriaOptions: ParsableArguments {
    @Option(
        name: .customLong("in"),
        help: .both(
            zh: "须整体位于该结构单元内（id、名称，重名时写 空间格局/id；可重复）",
            en: "All of it lies in this zone: id, name, or layout/id; may be repeated."))
    var inside: [String] = []

    @Option(
        name: .customLong("not-in"),
        help: .both(zh: "须完全不在该结构单元内（可重复）", en: "None of it lies in this zone; may be repeated."))
    var outside: [String] = []

    @Option(
        help: .both(
            zh: "距某单元不超过，如 \"科学大道<=1km\"（可重复）", en: "At most so far from a zone: \"kexue-dadao<=1km\".")
    )
    var near: [String] = []

    @Option(
        help: .both(
            zh: "距某单元不少于，如 \"中梁山>=500m\"（可重复）",
            en: "At least so far from a zone: \"zhongliangshan>=500m\"."))
    var away: [String] = []

    @Option(
        name: .customLong("min-area"),
        help: .both(zh: "用地面积下限，如 50亩、3.3公顷、33000m2", en: "The least land area: 50亩, 3.3ha, 33000m2."))
    var minimumArea: String?

    @Option(
        help: .both(
            zh: "须位于文本为该活动安排的单元内，如 集成电路设计（可重复）",
            en: "Lies where the texts want this activity, such as \"chip design\"; may be repeated."))
    var activity: [String] = []

    @Option(
        name: .customLong("min-probability"),
        help: .both(
            zh: "一项条件算作满足所需的概率，如 0.9（默认取 --confidence）",
            en: "From which probability on a criterion is met, such as 0.9 (default: the confidence)."))
    var minimumProbability: Probability?

    /// The criteria as one comparison, in the order of the help.
    func asked(on day: CalendarDate) -> AskedComparison {
        let texts: [(Criterion.Kind, [String])] = [
            (.inside, inside), (.outside, outside), (.near, near), (.away, away),
            (.landArea, minimumArea.map { [$0] } ?? []), (.activity, activity),
        ]
        return AskedComparison(texts.flatMap { kind, texts in texts.map { (kind, $0) } }, asOf: day)
    }

    /// The criteria, read and checked against each other.
    func screening(
        of asked: AskedComparison, in catalogue: Catalogue, _ data: CatalogueOptions,
        _ answers: ComparisonOptions
    ) throws -> Screening {
        let vocabulary = asked.asksActivity ? try data.vocabulary(for: catalogue) : nil
        do throws(CriterionError) {
            return try asked.screening(
                in: catalogue, gazetteer: { try data.source.gazetteer() }, vocabulary: vocabulary,
                confidence: answers.confidence ?? .standard, minimumProbability: minimumProbability?.value)
        } catch {
            throw Failure(
                RowError(error, field: error.kind?.option), data.speech.language, status: .usage)
        }
    }
}

extension Criterion.Kind {
    /// The option that states it.
    fileprivate var option: String { "--" + rawValue.map { $0 == "_" ? "-" : String($0) }.joined() }
}

/// A probability on the command line, as a number or as a percentage.
struct Probability: ExpressibleByArgument {
    /// Above 0 and below 1.
    let value: Double

    /// Reads `0.9` or `90%`.
    init?(argument: String) {
        let text = argument.foldedWidth
        let isPercentage = text.hasSuffix("%")
        guard let number = Double(isPercentage ? String(text.dropLast()) : text) else { return nil }
        let value = isPercentage ? number / 100 : number
        guard value > 0, value < 1 else { return nil }
        self.value = value
    }
}
