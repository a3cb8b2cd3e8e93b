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
            lines += ComparisonFigures.statements(on: criterion, language).filter { !$0.isEmpty }.map {
                "     " + $0
            }
        }
        lines += [
            "  " + Vocabulary.rule(of: comparison.screening)[language], "  " + Vocabulary.ranking[language],
            "  "
                + say(
                    "按 \(comparison.screening.asOf) 有效的版本作答。",
                    "Answered by the editions valid on \(comparison.screening.asOf)."),
        ]
        lines += (comparison.periods(in: language) + comparison.boundaries(in: language)).map {
            "  " + $0 + say("。", ".")
        }
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

    private func say(_ zh: String, _ en: String) -> String { language.say(zh, en) }
}
