internal import PlanarGeometry
public import Planning
public import Siting
public import Wording

/// An assessment as people read it in a terminal: the first page answers, the sections behind it give the reasons.
public struct AssessmentText: Sendable {
    private let catalogue: Catalogue
    private let language: Language

    /// Writes in one language, with the titles of a catalogue's documents.
    public init(catalogue: Catalogue, language: Language) {
        self.catalogue = catalogue
        self.language = language
    }

    /// The whole assessment.
    public func full(_ assessment: Assessment) -> String {
        let summary = AssessmentSummary(assessment, catalogue: catalogue, language: language)
        var lines = [summary.heading]
        lines += summary.lines.map { "  \($0.label)\(say("：", ": "))\($0.text)" }
        lines += notes(on: assessment)
        var number = 0
        for section in sections(of: assessment) where !section.lines.isEmpty {
            number += 1
            lines += ["", say("\(Self.numeral(number))、", "\(number). ") + section.title] + section.lines
        }
        lines += [""] + unchecked(assessment)
        lines += ["", AnswerDocuments(catalogue, language).line(of: assessment.layouts.map(\.layout))]
        lines += [Vocabulary.disclaimer[language]]
        return lines.joined(separator: "\n") + "\n"
    }

    private static func numeral(_ number: Int) -> String {
        let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九"]
        return numerals.indices.contains(number - 1) ? numerals[number - 1] : "\(number)"
    }

    private func notes(on assessment: Assessment) -> [String] {
        let all = assessment.site.notes + assessment.notes
        let reading = say(
            "按 \(assessment.asOf) 有效的版本作答", "answered by the editions valid on \(assessment.asOf)")
        return [
            say("  说明：", "  Read as: ")
                + ([reading] + all.map { $0.clause(in: language) }).joined(separator: say("；", "; "))
        ]
    }

    private struct Section {
        let title: String
        let lines: [String]
    }

    private func sections(of assessment: Assessment) -> [Section] {
        [
            Section(title: say("落位", "Where it lies"), lines: placement(assessment)),
            Section(
                title: say("文件对此处的安排（功能与产业，原文用词）", "What the documents want here (their own words)"),
                lines: functions(of: assessment)),
            Section(title: say("功能导向比对", "Functional fit"), lines: comparison(assessment)),
            Section(title: say("注意与提示", "What to mind"), lines: assessment.flags.flatMap(flag)),
            Section(
                title: say("至轴线、屏障、河流、地点的距离", "Distances to axes, screens, rivers and places"),
                lines: assessment.distances.map(distance)),
            Section(
                title: AssessmentTables(assessment, catalogue: catalogue, language: language).neighboursTitle,
                lines: neighbours(assessment)),
            Section(
                title: say("所在地（背景要素，不是规划结构单元）", "Where that is (context, not planned zones)"),
                lines: context(assessment)),
        ]
    }

    // MARK: - Sections

    private func placement(_ assessment: Assessment) -> [String] {
        var blocks: [[String]] = []
        switch assessment.answer {
        case .position(let whole):
            blocks = whole.layouts.map {
                LayoutText($0, of: whole, catalogue: catalogue, language: language).lines
            }
        case .shares(let whole):
            let text = ShareText(catalogue: catalogue, language: language)
            for (layout, shares) in zip(assessment.layouts, whole.layouts) {
                blocks.append(
                    text.lines(on: shares, of: whole) { zone in
                        layout.zones.first { $0.zone == zone }?.placedBy
                    })
            }
        }
        let gradesAndVerdicts = Vocabulary.gradeBeside(assessment).map { [$0[language]] } ?? []
        return (blocks + [gradesAndVerdicts]).flatMap { $0.map { "  " + $0 } }
    }

    /// Zones that hold the site or may well do so, then the others by name.
    private func functions(of assessment: Assessment) -> [String] {
        let lines = assessment.functions.filter(\.standing.isWorthTelling).flatMap(functions)
        let others = assessment.functions.filter { !$0.standing.isWorthTelling }.map {
            $0.zone.name[language]
        }
        guard !others.isEmpty else { return lines }
        return lines + [
            "  · " + say("可能性较小、未列出的：", "less likely and not told here: ")
                + others.joined(separator: say("、", ", "))
                + say("（见 jinfeng zone 名称）", " (see jinfeng zone NAME)")
        ]
    }

    private func functions(_ stated: StatedFunctions) -> [String] {
        let zone = stated.zone
        var lines = [
            "  · \(zone.name[language])" + say("（", " (") + stated.layout.name[language] + say("；", "; ")
                + Vocabulary.word(forHolding: stated.standing)[language] + say("）", ")")
        ]
        func add(_ zh: String, _ en: String, _ words: [String]) {
            guard !words.isEmpty else { return }
            lines.append("      " + say(zh, en) + words.joined(separator: say("、", ", ")))
        }
        add("功能：", "functions: ", zone.functions)
        add("产业：", "industries: ", zone.industries)
        return lines + stated.sources.map { "      " + cited($0) }
    }

    private func comparison(_ assessment: Assessment) -> [String] {
        guard let comparison = assessment.comparison else { return [] }
        var lines: [String] = []
        for silence in comparison.fit.reading.silences {
            lines.append("  " + say("文本未给出答案：", "The texts leave this open: ") + silence.text[language])
            lines += silence.sources.map { "      " + cited($0) }
        }
        if comparison.activities.isEmpty, lines.isEmpty {
            lines.append(
                "  " + say("“\(comparison.fit.question)”：", "\(comparison.fit.question): ")
                    + comparison.fit.reading.silence[language])
        } else if !comparison.activities.isEmpty {
            lines += comparison.fit.reading.notUnderstood.map { "  " + $0[language] }
        }
        for activity in comparison.activities {
            lines.append(
                "  \(activity.answer.activity.name[language])" + say("：", ": ")
                    + Vocabulary.sentence(for: activity.outcome)[language])
            lines += activity.assignments.flatMap { compared($0, namesActivity: false) }
            for gap in activity.answer.gaps {
                lines.append("  " + say("文本未明确：", "Not stated: ") + gap.text[language])
            }
            if !activity.instead.isEmpty {
                lines.append("  " + say("文本就上位或相关概念写有：", "What the texts say of broader or related things:"))
                lines += activity.instead.flatMap { compared($0, namesActivity: true) }
            }
            if let note = activity.answer.activity.note {
                lines.append("  " + say("注：", "Note: ") + note[language])
            }
        }
        return lines + DisagreementText(language).lines(comparison.fit.contradictions).map { "  " + $0 }
    }

    private func compared(_ one: ComparedAssignment, namesActivity: Bool) -> [String] {
        let assignment = one.assignment
        var remarks = [say("文本用词“\(assignment.word)”", "the text's word: \(assignment.word)")]
        if namesActivity { remarks.insert(assignment.activity.name[language], at: 0) }
        if !assignment.stages.isEmpty {
            remarks.append(
                assignment.stages.map { Vocabulary.word(for: $0)[language] }.joined(separator: say("、", ", "))
            )
        }
        if assignment.standing != .direct {
            remarks.append(Vocabulary.word(for: assignment.standing)[language])
        }
        if assignment.isAtLarge { remarks.append(say("就整体而言", "at large")) }
        return [
            "  · \(assignment.target.name[language])" + say("（", " (")
                + remarks.joined(separator: say("；", "; ")) + say("）：", "): ")
                + Vocabulary.word(for: one.place)[language],
            "      " + cited(assignment.source),
        ]
    }

    private func flag(_ flag: AssessmentFlag) -> [String] {
        var lines = [
            "  · [\(Vocabulary.word(for: flag.severity)[language])] \(flag.reason[language])"
                + say("（", " (") + flag.rule.rawValue + say("）", ")")
        ]
        if let lift = flag.liftSentence { lines.append("      " + lift[language]) }
        if let source = flag.source { lines.append("      " + cited(source)) }
        return lines
    }

    private func distance(_ one: AssessedDistance) -> String {
        "  · \(one.distance.zone.name[language])" + say("（", " (")
            + Vocabulary.word(for: one.distance.zone.role)[language] + say("；", "; ")
            + Vocabulary.word(for: one.reason)[language] + say("）：", "): ")
            + Vocabulary.distance(one.distance)[language]
    }

    private func neighbours(_ assessment: Assessment) -> [String] {
        assessment.nearNeighbours.map {
            "  · \($0.zone.name[language])" + say("：", ": ") + Vocabulary.gap($0)[language]
        }
    }

    private func context(_ assessment: Assessment) -> [String] {
        assessment.context.filter(\.isWorthTelling).map { standing in
            var text = "  · \(standing.zone.name[language])" + say("　", "  ")
            switch standing.measure {
            case .position(let answer):
                text += Vocabulary.word(for: standing.grade)[language] + say("（概率 ", " (probability ")
                text += Figures.percentage(answer.probability) + say("）", ")")
            case .share(let share):
                let words = Vocabulary.share(share)[language]
                text += words.isEmpty ? Vocabulary.word(for: share)[language] : words
            }
            return text
        }
    }

    private func unchecked(_ assessment: Assessment) -> [String] {
        [say("未核查事项（请另行核对）", "Not checked here (look these up)")]
            + assessment.uncheckedItems.map { item in
                var sources: [String] = []
                for source in item.sources.map({ "\($0.document):\($0.line)" })
                where !sources.contains(source) {
                    sources.append(source)
                }
                return "  · \(item.name[language])" + say("：", ": ") + item.check[language]
                    + (sources.isEmpty
                        ? "" : say("（", " (") + sources.joined(separator: say("、", ", ")) + say("）", ")"))
            }
    }

    private func cited(_ source: Source) -> String { "\(source.document):\(source.line)「\(source.quote)」" }

    private func say(_ zh: String, _ en: String) -> String { language.say(zh, en) }
}
