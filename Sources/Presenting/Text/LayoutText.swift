internal import Planning
internal import Siting
internal import Wording

/// What one layout says of a site, in lines.
struct LayoutText {
    private let answer: LayoutAnswer
    private let catalogue: Catalogue
    private let language: Language

    init(_ answer: LayoutAnswer, catalogue: Catalogue, language: Language) {
        self.answer = answer
        self.catalogue = catalogue
        self.language = language
    }

    var lines: [String] {
        var lines = ["\(answer.layout.name[language])"]
        lines.append("  \(answer.edition.name[language])" + say("；", "; ") + period)
        lines.append("  \(headline)")
        for zone in answer.zones where isWorthItsLines(zone) { lines += self.lines(on: zone) }
        if let others = otherPossibilities { lines.append("  · " + others) }
        for counterpart in answer.counterparts { lines.append("  " + line(on: counterpart)) }
        lines += answer.notes.filter { !isInHeadline($0) }.map {
            "  " + say("注：", "Note: ") + $0.text[language]
        }
        lines += answer.unlocated.map {
            "  " + say("未上图：", "Not drawn: ") + $0.name[language] + say("（", " (")
                + ($0.unlocatedReason?[language] ?? "") + say("）", ")")
        }
        return lines
    }

    /// The zone people read first, and how sure it is; or why there is none.
    var headline: String {
        if answer.applicability == .notCovered {
            let reason = answer.notes.first { $0.code == "applicability_not_stated" }?.text[language]
            return reason ?? say("不在适用范围内（not_covered），不作判定", "not covered (not_covered): no answer is given")
        }
        if let deepest = answer.deepest {
            let names = answer.edition.path(to: deepest.zone).map { $0.name[language] }
            let heading = deepest.basis == .text ? say("文本写明 ", "By the text: ") : say("图面落位 ", "As drawn: ")
            return heading + names.joined(separator: " › ") + say("　", " — ") + sureness(of: deepest)
        }
        var text = say("不在任何结构单元的图面内", "in no drawn zone")
        if let unassigned = answer.notes.first(where: { $0.code == "unassigned" }) {
            text = unassigned.text[language]
        }
        if let nearest = answer.nearest {
            text += say("；最近：", "; nearest: ") + nearest.zone.name[language]
            text += say("，", ", ") + Figures.distance(nearest.distance) + say("，方向 ", " to the ")
            text += Vocabulary.direction(nearest.bearing)[language]
        }
        return text
    }

    /// Whether the headline says a note already.
    private func isInHeadline(_ note: Note) -> Bool {
        switch note.code {
        case "applicability_not_stated": answer.applicability == .notCovered
        case "unassigned": answer.applicability == .covered && answer.deepest == nil
        default: false
        }
    }

    private func sureness(of zone: ZoneAnswer) -> String {
        guard zone.basis != .text else {
            return Vocabulary.word(for: zone.grade)[language] + " (basis: text)"
        }
        return "\(Vocabulary.word(for: zone.grade)[language]) \(Figures.percentage(zone.probability))"
    }

    /// Whether a zone has lines of its own: it holds the site, or is not likely to be ruled out.
    private func isWorthItsLines(_ zone: ZoneAnswer) -> Bool { zone.holds || zone.probability > 0.2 }

    /// The zones that are possible but not likely, in one line.
    private var otherPossibilities: String? {
        let others = answer.zones.filter { !isWorthItsLines($0) }.map {
            "\($0.zone.name[language]) \(Figures.percentage($0.probability))"
        }
        guard !others.isEmpty else { return nil }
        return say("较可能在外：", "likely outside: ") + others.joined(separator: say("、", ", "))
    }

    private func lines(on zone: ZoneAnswer) -> [String] {
        var measures = [
            Vocabulary.word(for: zone.grade)[language],
            say("概率 ", "probability ") + Figures.percentage(zone.probability),
            Vocabulary.distance(zone.boundaryDistance)[language],
            say("位置中误差 ", "accuracy ") + Figures.distance(zone.accuracy),
        ]
        if zone.basis != .geometry { measures.insert(Vocabulary.word(for: zone.basis)[language], at: 0) }
        var lines = [
            "  · \(zone.zone.name[language])" + say("：", ": ") + measures.joined(separator: say("，", ", "))
        ]
        if zone.verdict == .uncertain { lines.append("      " + settling(zone)) }
        if let source = zone.placedBy ?? zone.zone.sources.first { lines.append("      " + cited(source)) }
        return lines
    }

    /// What would settle an uncertain verdict.
    private func settling(_ zone: ZoneAnswer) -> String {
        // At one straight edge the confidence is reached where the distance is z standard deviations.
        let needed = Figures.distance(abs(zone.boundaryDistance) / 1.96)
        return say(
            "需核边界：须以法定边界或更准的点位核对；两者合计中误差不大于 \(needed) 方可判定",
            "to settle it: look up the statutory boundary or measure the site better; together known to \(needed), it is decided"
        )
    }

    private func line(on counterpart: Counterpart) -> String {
        let documents = counterpart.instead.sources.first.map { " \($0.document):\($0.line)" } ?? ""
        return "\(counterpart.zone.name[language])"
            + say("：不在适用范围内（not_covered）；此处请看", ": not_covered; see here ")
            + "\(counterpart.instead.name[language])\(documents)" + say("，", ", ")
            + Vocabulary.distance(counterpart.boundaryDistance)[language]
    }

    private func cited(_ source: Source) -> String {
        let title = catalogue.document(source.document)?.title ?? Bilingual(zh: "", en: "")
        return say("依据", "source") + " \(source.document):\(source.line)"
            + say("《\(title.zh)》", " (\(title.en)) ") + "「\(source.quote)」"
    }

    private var period: String {
        let documents = answer.layout.documents.compactMap { catalogue.document($0) }
        guard let period = documents.first?.planPeriod else { return "" }
        return Vocabulary.sentence(for: answer.planStatus, of: period)[language]
    }

    private func say(_ zh: String, _ en: String) -> String { Bilingual(zh: zh, en: en)[language] }
}
