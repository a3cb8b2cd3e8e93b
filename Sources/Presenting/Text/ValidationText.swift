internal import Planning
public import Validation
public import Wording

/// A validation as people read it: findings by rule, each with zone, coordinate and remedy, and the counts at the end.
public struct ValidationText: Sendable {
    private let report: ValidationReport
    private let language: Language

    /// Writes a report in one language.
    public init(_ report: ValidationReport, language: Language) {
        self.report = report
        self.language = language
    }

    /// The whole text.
    public var text: String {
        var lines: [String] = []
        for (rule, findings) in report.byRule {
            lines.append(
                "\(rule.id)  \(rule.title[language])"
                    + language.say("（\(findings.count)）", " (\(findings.count))"))
            lines.append("  \(rule.asks[language])")
            for finding in findings { lines += self.lines(on: finding) }
            lines.append("")
        }
        return (lines + counts).joined(separator: "\n") + "\n"
    }

    private func lines(on finding: Finding) -> [String] {
        var head = ["  - " + Vocabulary.word(for: finding.severity)[language]]
        let place = [finding.layout, finding.edition, finding.zone].compactMap(\.self)
        if !place.isEmpty { head.append(place.joined(separator: "/")) }
        if let position = finding.position {
            head.append(Figures.pair(position.longitude, position.latitude, decimals: 5))
        }
        return [
            head.joined(separator: "  "), "    \(finding.message[language])",
            "    → \(finding.remedy[language])",
        ]
    }

    private var counts: [String] {
        let counts = report.counts
        var lines = [
            language.say("结构单元：", "Structures: ")
                + language.say(
                    "已上图（示意）\(counts.located - counts.imported)，"
                        + (counts.imported > 0 ? "已上图（导入）\(counts.imported)，" : "")
                        + "未上图 \(counts.unlocated)",
                    "\(counts.located - counts.imported) drawn (schematic), "
                        + (counts.imported > 0 ? "\(counts.imported) drawn (imported), " : "")
                        + "\(counts.unlocated) not drawn"),
            language.say("文本关系：", "Stated relations: ") + outcomes(counts.relations),
            language.say("文本数量：", "Stated sizes: ") + outcomes(counts.quantities),
            language.say("引句复核：", "Quotes: ")
                + language.say(
                    "\(counts.quotes) 条中找到 \(counts.quotesFound) 条",
                    "\(counts.quotesFound) of \(counts.quotes) found again")
                + (counts.fullTexts > 0
                    ? language.say("（对照 \(counts.fullTexts) 份原文）", " (in \(counts.fullTexts) full texts)")
                    : language.say("（对照留存行）", " (in the kept lines)")),
        ]
        if counts.uncheckableParts > 0 {
            lines.append(
                language.say(
                    "上级未上图而无法核对的下级：\(counts.uncheckableParts)",
                    "Parts whose parent is not drawn, not checkable: \(counts.uncheckableParts)"))
        }
        lines.append(
            language.say(
                "\(report.asOf)：\(report.errors.count) 个错误，\(report.warnings.count) 个警告",
                "\(report.asOf): \(report.errors.count) errors, \(report.warnings.count) warnings"))
        return lines
    }

    private func outcomes(_ counts: [Outcome: Int]) -> String {
        let parts = Outcome.allCases.compactMap { outcome in
            counts[outcome].map { "\(Vocabulary.word(for: outcome)[language]) \($0)" }
        }
        return parts.isEmpty ? language.say("无", "none") : parts.joined(separator: language.say("，", ", "))
    }
}
