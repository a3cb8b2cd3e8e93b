internal import Planning
internal import Siting
public import Wording

/// A comparison as one page with one table, to be printed on A4 landscape (比选表).
public enum ComparisonPage {
    /// The page as HTML that asks for no other file.
    public static func html(_ comparison: CandidateComparison, in language: Language) -> String {
        HTMLPages.render(.comparison, Model(comparison, language))
    }
}

/// What the template shows; the names are those of `comparison.mustache`.
private struct Model {
    struct Criterion {
        let label: String
        let hasSources: Bool
        let sources: [Cited]
        let statement: String?
    }

    struct Cited {
        let place: String?
        let cited: String
        let quote: String
    }

    struct Group {
        let columns: Int
        let heading: String
        let rows: [Row]
    }

    struct Row {
        let rank: String
        let id: String
        let name: String
        let area: String
        let cells: [Cell]
        let decided: String
    }

    struct Cell {
        let kind: String
        let outcome: String
        let figures: String
        let notes: [String]
    }

    struct Failure {
        let rest: Int
        let columns: Int
        let id: String
        let name: String
        let error: String
    }

    let language: String
    let title: String
    let summary: String
    let asOf: String
    let rankHeading: String
    let siteHeading: String
    let areaHeading: String
    let decidedHeading: String
    let criteriaHeading: String
    let criteria: [Criterion]
    let groups: [Group]
    let columns: Int
    let hasFailures: Bool
    let failedHeading: String
    let failures: [Failure]
    let rule: String
    let ranking: String
    let documents: String
    let closing: PageClosing

    init(_ comparison: CandidateComparison, _ language: Language) {
        let asked = comparison.screening
        let columns = asked.criteria.count + 4
        self.language = language == .zh ? "zh-CN" : "en"
        self.columns = columns
        title = language.say("备选地块比选表", "Comparison of candidate sites")
        summary = comparison.summary(in: language)
        let basis = language.say(
            "按 \(asked.asOf) 有效的版本作答；图面除注明导入者外系依规划文字示意绘制",
            "Answered by the editions valid on \(asked.asOf); except where an import is named the drawing is schematic, made from the words of the plans"
        )
        asOf =
            ([basis] + comparison.periods(in: language) + comparison.boundaries(in: language)
            + comparison.assumedFrames(in: language)).joined(
                separator: language.say("；", "; "))
        rankHeading = language.say("名次", "Rank")
        siteHeading = language.say("地块", "Site")
        areaHeading = language.say("量算面积（亩）", "Measured (mu)")
        decidedHeading = language.say("决定条件", "Decided by")
        criteriaHeading = language.say("条件与依据", "Criteria and what they rest on")
        criteria = asked.criteria.map { Self.criterion($0, language) }
        groups = ScreenedCandidate.Decision.allCases.compactMap { decision in
            let members = comparison.indices(of: decision)
            guard !members.isEmpty else { return nil }
            return Group(
                columns: columns, heading: "\(Vocabulary.word(for: decision)[language]) (\(members.count))",
                rows: members.compactMap { Self.row($0, of: comparison, language) })
        }
        failures = comparison.failed.map { index in
            let (id, name) = comparison.rows[index].label(index + 1, in: language)
            return Failure(
                rest: columns - 3, columns: columns, id: id, name: name,
                error: comparison.rows[index].error?.located(in: language) ?? "")
        }
        hasFailures = !failures.isEmpty
        failedHeading =
            language.say("未能比选（数据有误）", "Could not be screened (bad data)") + " (\(failures.count))"
        rule = Vocabulary.rule(of: asked)[language]
        ranking = Vocabulary.ranking[language]
        documents = comparison.documents(in: language)
        closing = PageClosing(
            unchecked: comparison.unchecked.map {
                PageClosing.Item(name: $0.name[language], text: $0.check[language])
            }, language: language)
    }

    private static func criterion(_ criterion: Siting.Criterion, _ language: Language) -> Criterion {
        var sources = (criterion.zone?.sources.first.map { [$0] } ?? []).map { cited($0, nil) }
        var statement = Vocabulary.origin(of: criterion)?[language]
        if case .activity(let wanted) = criterion {
            statement =
                wanted.answer.map { answer in
                    ([Vocabulary.sentence(for: answer.outcome, at: answer.stages)]
                        + (wanted.reading?.notUnderstood ?? [])).map { $0[language] }
                        .joined(separator: language.say("；", "; "))
                } ?? wanted.silence[language]
            sources = wanted.assignments.map { cited($0.source, $0.target.name[language]) }
        }
        return Criterion(
            label: criterion.label[language], hasSources: !sources.isEmpty, sources: sources,
            statement: statement)
    }

    private static func cited(_ source: Source, _ place: String?) -> Cited {
        Cited(place: place, cited: "\(source.document):\(source.line)", quote: source.quote)
    }

    private static func row(
        _ index: Int, of comparison: CandidateComparison, _ language: Language
    ) -> Row? {
        guard let screened = comparison.rows[index].screened else { return nil }
        let (id, name) = comparison.rows[index].label(index + 1, in: language)
        return Row(
            rank: comparison.ranks[index].map(String.init) ?? "",
            id: id, name: name,
            area: screened.extent?.mu.map { Figures.fixed($0, decimals: 1) } ?? "–",
            cells: screened.findings.map { cell($0, language) },
            decided: ([CandidateComparison.decided(screened, in: language)]
                + (comparison.ranks[index] == nil ? [] : [screened.score.line(in: language)])
                + screened.warnings.map { $0.text[language] }
                + screened.occupiedControls.map { $0.statement[language] }).filter { !$0.isEmpty }
                .joined(separator: language.say("；", "; ")))
    }

    private static func cell(_ finding: CriterionFinding, _ language: Language) -> Cell {
        let figures = FindingFigures(finding: finding, language: language)
        return Cell(
            kind: finding.outcome == .met ? "met" : finding.outcome == .notMet ? "missed" : "open",
            outcome: Vocabulary.word(for: finding.outcome)[language],
            figures: figures.parts.joined(separator: language.say("，", ", ")), notes: figures.reasons)
    }
}
