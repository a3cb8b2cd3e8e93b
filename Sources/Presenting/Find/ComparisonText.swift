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
        var lines = [heading(comparison), "", say("筛选条件", "Criteria")]
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
        for decision in ScreenedCandidate.Decision.allCases {
            let members = comparison.indices(of: decision)
            guard !members.isEmpty else { continue }
            lines += ["", "\(Vocabulary.word(for: decision)[language]) (\(members.count))"]
            for index in members { lines += self.lines(on: index, of: comparison) }
        }
        if !comparison.failed.isEmpty {
            lines += ["", say("未能比选", "Could not be screened") + " (\(comparison.failed.count))"]
            for index in comparison.failed {
                let title = comparison.rows[index].title(index + 1)
                let error = comparison.rows[index].error?.located(in: language) ?? ""
                lines.append("  \(say(title.zh, title.en))  \(error)")
            }
        }
        lines += ["", documents(of: comparison), Vocabulary.disclaimer[language]]
        return lines.joined(separator: "\n") + "\n"
    }

    private func heading(_ comparison: CandidateComparison) -> String {
        let (kept, open) = (comparison.count(of: .kept), comparison.count(of: .undecided))
        let (dropped, failed) = (comparison.count(of: .dropped), comparison.failed.count)
        let broken = failed == 0 ? ("", "") : ("，未能比选 \(failed) 个", ", \(failed) could not be screened")
        return say(
            "备选地块比选：共 \(comparison.total) 个，入选 \(kept) 个，待核实 \(open) 个，不入选 \(dropped) 个\(broken.0)",
            "Candidates: \(comparison.total), of which \(kept) kept, \(open) to be looked into, \(dropped) dropped\(broken.1)"
        )
    }

    /// The sentence a criterion rests on, or what the texts say of an activity.
    private func lines(on criterion: Criterion, _ comparison: CandidateComparison) -> [String] {
        switch criterion {
        case .activity(let wanted):
            guard let answer = wanted.answer else {
                return [Vocabulary.sentence(for: .notStated, at: [])[language]]
            }
            return [Vocabulary.sentence(for: answer.outcome, at: answer.stages)[language]]
                + wanted.assignments.map { "\($0.target.name[language])：" + cited($0.source) }
        default: return criterion.zone?.sources.first.map { [cited($0)] } ?? []
        }
    }

    private func lines(on index: Int, of comparison: CandidateComparison) -> [String] {
        let row = comparison.rows[index]
        guard let screened = row.screened else { return [] }
        let title = row.title(index + 1)
        var heading = comparison.ranks[index].map { "  \($0). " } ?? "  · "
        heading += say(title.zh, title.en)
        let deciding = screened.deciding.map(\.criterion.label[language]).joined(separator: say("；", "; "))
        if !deciding.isEmpty {
            heading +=
                screened.decision == .dropped
                ? say("　未满足：", "  not met: ") + deciding : say("　未定：", "  open: ") + deciding
        } else if let least = screened.score.leastProbability {
            heading += say("　最低概率 ", "  least probability ") + Figures.percentage(least)
        }
        return [heading] + screened.findings.flatMap { lines(on: $0) }
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

    /// What the numbers before the colons stand for.
    private func documents(of comparison: CandidateComparison) -> String {
        let cited = Set(
            comparison.rows.compactMap(\.screened).flatMap(\.findings).flatMap(\.sources).map(\.document)
                + comparison.screening.criteria.flatMap { $0.zone?.sources ?? [] }.map(\.document))
        guard !cited.isEmpty else { return "" }
        let titles = comparison.catalogue.documents.filter { cited.contains($0.id) }.map {
            "\($0.id) " + say("《\($0.title.zh)》", $0.title.en)
        }
        return say("文件编号：", "Documents: ") + titles.joined(separator: say("；", "; "))
            + say("；冒号后为文本行号。", "; the number behind the colon is the line of the text.")
    }

    private func say(_ zh: String, _ en: String) -> String { language.say(zh, en) }
}
