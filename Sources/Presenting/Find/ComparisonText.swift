internal import Planning
internal import Siting
public import Wording

/// A comparison as people read it in a terminal: the counts, what was asked, then candidate by candidate.
public struct ComparisonText: Sendable {
    private let language: Language

    /// Writes in one language.
    public init(language: Language) { self.language = language }

    /// The comparison in full.
    public func full(_ comparison: CandidateComparison) -> String {
        var lines = [comparison.summary(in: language), "", say("筛选条件", "Criteria")]
        for (index, criterion) in comparison.screening.criteria.enumerated() {
            lines.append("  \(index + 1). \(criterion.label[language])")
            lines += self.lines(on: criterion, comparison).map { "     " + $0 }
        }
        lines += [
            "  " + Vocabulary.rule(of: comparison.screening)[language], "  " + Vocabulary.ranking[language],
            "  "
                + say(
                    "按 \(comparison.screening.asOf) 有效的版本作答。",
                    "Answered by the editions valid on \(comparison.screening.asOf)."),
        ]
        lines += comparison.periods(in: language).map { "  " + $0 + say("。", ".") }
        for decision in ScreenedCandidate.Decision.allCases {
            let members = comparison.indices(of: decision)
            guard !members.isEmpty else { continue }
            lines += ["", "\(Vocabulary.word(for: decision)[language]) (\(members.count))"]
            for index in members { lines += self.lines(on: index, of: comparison) }
        }
        if !comparison.failed.isEmpty {
            lines += ["", say("未能比选", "Could not be screened") + " (\(comparison.failed.count))"]
            for index in comparison.failed {
                let title = comparison.rows[index].title(index + 1, in: language)
                let error = comparison.rows[index].error?.located(in: language) ?? ""
                lines.append("  \(title)  \(error)")
            }
        }
        lines += ["", comparison.documents(in: language)]
        if !comparison.unchecked.isEmpty {
            lines.append(
                say("未核查事项（请另行核对）：", "Not checked here (look these up): ")
                    + comparison.unchecked.map { $0.name[language] }.joined(separator: say("、", ", ")))
        }
        lines.append(Vocabulary.disclaimer[language])
        return lines.joined(separator: "\n") + "\n"
    }

    /// The sentence a criterion rests on, or what the texts say of an activity.
    private func lines(on criterion: Criterion, _ comparison: CandidateComparison) -> [String] {
        switch criterion {
        case .activity(let wanted):
            guard let answer = wanted.answer else { return [wanted.silence[language]] }
            return [Vocabulary.sentence(for: answer.outcome, at: answer.stages)[language]]
                + (wanted.reading?.notUnderstood.map { $0[language] } ?? [])
                + wanted.assignments.map { "\($0.target.name[language])：" + cited($0.source) }
        default:
            if let origin = Vocabulary.origin(of: criterion) { return [origin[language]] }
            return criterion.zone?.sources.first.map { [cited($0)] } ?? []
        }
    }

    private func lines(on index: Int, of comparison: CandidateComparison) -> [String] {
        let row = comparison.rows[index]
        guard let screened = row.screened else { return [] }
        var heading = comparison.ranks[index].map { "  \($0). " } ?? "  · "
        heading += row.title(index + 1, in: language)
        let decided = CandidateComparison.decided(screened, in: language)
        heading += decided.isEmpty ? "" : say("　", "  ") + decided
        if comparison.ranks[index] != nil { heading += say("　", "  ") + screened.score.line(in: language) }
        return [heading] + screened.warnings.map { "     " + say("注意：", "Mind: ") + $0.text[language] }
            + screened.findings.flatMap { lines(on: $0) }
            + screened.occupiedControls.map {
                "     " + say("控制线：", "Control line: ") + $0.statement[language]
            }
    }

    private func lines(on finding: CriterionFinding) -> [String] {
        let figures = FindingFigures(finding: finding, language: language)
        let parts = [Vocabulary.word(for: finding.outcome)[language]] + figures.parts
        let line =
            "     \(finding.criterion.label[language])" + say("：", ": ")
            + parts.joined(separator: say("，", ", "))
        return [line] + figures.reasons.map { "       " + $0 }
    }

    private func cited(_ source: Source) -> String { "\(source.document):\(source.line)「\(source.quote)」" }

    private func say(_ zh: String, _ en: String) -> String { language.say(zh, en) }
}
