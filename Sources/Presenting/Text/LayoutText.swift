internal import Planning
internal import Siting
internal import Wording

/// What one layout says of a site, in lines.
struct LayoutText {
    private let answer: LayoutAnswer
    private let confidence: Confidence
    private let catalogue: Catalogue
    private let language: Language

    init(_ answer: LayoutAnswer, of whole: LocateAnswer, catalogue: Catalogue, language: Language) {
        self.answer = answer
        confidence = whole.confidence
        self.catalogue = catalogue
        self.language = language
    }

    var lines: [String] {
        var lines = ["\(answer.layout.name[language])"]
        lines.append("  \(answer.edition.name[language])" + language.say("；", "; ") + period)
        lines.append("  \(headline)")
        for zone in answer.zones where isWorthItsLines(zone) { lines += self.lines(on: zone) }
        if let others = otherPossibilities { lines.append("  · " + others) }
        for counterpart in answer.counterparts { lines.append("  " + line(on: counterpart)) }
        lines += answer.notes.filter { !isInHeadline($0) }.map {
            "  " + language.say("注：", "Note: ") + $0.text[language]
        }
        if !answer.unlocated.isEmpty { lines.append("  " + notDrawn) }
        return lines
    }

    /// The zone people read first, and how sure it is; or why there is none.
    var headline: String { LayoutHeadline(answer, in: language).line }

    /// The parts of the zones answered that could not be drawn; why is said of each by its own command.
    private var notDrawn: String {
        let names = answer.unlocated.map { "\($0.name[language])" }.joined(separator: language.say("、", ", "))
        return language.say("其下未上图的单元：", "Parts not drawn: ") + names
            + language.say("（原因见 jinfeng zone 名称）", " (why: jinfeng zone NAME)")
    }

    /// Whether the headline says a note already.
    private func isInHeadline(_ note: Note) -> Bool {
        switch note.kind {
        case .applicabilityNotStated: answer.applicability == .notCovered
        case .unassigned: answer.applicability == .covered && answer.deepest == nil
        default: false
        }
    }

    /// Whether a zone has lines of its own: it holds the site, or is not likely to be ruled out.
    private func isWorthItsLines(_ zone: ZoneAnswer) -> Bool { zone.holds || zone.probability > 0.2 }

    /// The zones that are possible but not likely, in one line.
    private var otherPossibilities: String? {
        let others = answer.zones.filter { !isWorthItsLines($0) }.map {
            "\($0.zone.name[language]) \(Figures.percentage($0.probability))"
        }
        guard !others.isEmpty else { return nil }
        return language.say("较可能在外：", "likely outside: ") + others.joined(separator: language.say("、", ", "))
    }

    private func lines(on zone: ZoneAnswer) -> [String] {
        let comma = language.say("，", ", ")
        var measures = [
            language.say("概率 ", "probability ") + Figures.percentage(zone.probability),
            Vocabulary.distance(zone.boundaryDistance)[language],
            language.say("最近边界的位置中误差 ", "accuracy of the nearest edge ") + Figures.distance(zone.accuracy),
        ].joined(separator: comma)
        if zone.basis == .text {
            // The text decides; what the drawing alone would say must not look like part of it.
            measures = Vocabulary.drawingOnly[language] + measures
        }
        var words = Vocabulary.word(for: zone.grade)[language]
        if zone.basis != .geometry { words = Vocabulary.word(for: zone.basis)[language] + comma + words }
        if confidence != .standard {
            words +=
                language.say("（按置信度 \(confidence.value)：", " (at confidence \(confidence.value): ")
                + Vocabulary.word(for: zone.verdict)[language] + language.say("）", ")")
        }
        var lines = [
            "  · \(zone.zone.name[language])" + language.say("：", ": ") + words + language.say("；", "; ")
                + measures
        ]
        if zone.verdict == .uncertain { lines.append("      " + settling(zone)) }
        if let source = zone.placedBy ?? zone.zone.sources.first { lines.append("      " + cited(source)) }
        return lines
    }

    /// What would settle an uncertain verdict.
    private func settling(_ zone: ZoneAnswer) -> String {
        let needed = Figures.distance(abs(zone.boundaryDistance) / confidence.standardDeviations)
        return language.say(
            "需核边界：须以法定边界或更准的点位核对；两者合计中误差不大于 \(needed) 方可判定",
            "to settle it: look up the statutory boundary or measure the site better; together known to \(needed), it is decided"
        )
    }

    private func line(on counterpart: Counterpart) -> String {
        let documents = counterpart.instead.sources.first.map { " \($0.document):\($0.line)" } ?? ""
        return "\(counterpart.zone.name[language])"
            + language.say("：不在该规划的适用范围内；此处请看", ": not_covered; see here ")
            + "\(counterpart.instead.name[language])\(documents)" + language.say("，", ", ")
            + Vocabulary.distance(counterpart.boundaryDistance)[language]
    }

    private func cited(_ source: Source) -> String {
        let title = catalogue.document(source.document)?.title ?? Bilingual(zh: "", en: "")
        return language.say("依据", "source") + " \(source.document):\(source.line)"
            + language.say("《\(title.zh)》", " (\(title.en)) ") + "「\(source.quote)」"
    }

    private var period: String {
        Vocabulary.period(answer.planPeriod, answer.planStatus, of: answer.edition)[language]
    }
}
