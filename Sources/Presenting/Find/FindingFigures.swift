internal import Planning
internal import Siting
internal import Wording

/// The figures behind a finding as people read them.
struct FindingFigures {
    let finding: CriterionFinding
    let language: Language

    /// What was measured, the probability and the accuracy, the zone of an activity first.
    var parts: [String] {
        var parts: [String] = []
        if case .activity = finding.criterion, let zone = finding.zone, finding.outcome != .notAnswerable {
            parts.append(zone.name[language])
        }
        if let measure { parts.append(measure) }
        if let share = finding.share, share > 0, share < 1, finding.outcome != .notAnswerable {
            parts.append(language.say("占比 ", "share ") + Figures.share(share))
        }
        if let probability = finding.probability, finding.basis == .geometry || hasScatter {
            parts.append(
                language.say("概率 ", "probability ") + Figures.percentage(probability))
        }
        if let accuracy = accuracy { parts.append(accuracy) }
        if finding.basis != .geometry, finding.outcome != .notAnswerable {
            parts.append(Vocabulary.word(for: finding.basis)[language])
        }
        return parts
    }

    /// Whether the area is known with an uncertainty of its own.
    private var hasScatter: Bool { (finding.accuracy ?? 0) > 0 }

    /// What was measured.
    var measure: String? {
        switch finding.measure {
        case .boundary(let metres):
            return metres == 0
                ? language.say("跨边界", "across the boundary") : Vocabulary.distance(metres)[language]
        case .distance(let metres, let bearing):
            guard metres > 0 else { return language.say("相接或重叠", "they meet") }
            let direction = bearing.map {
                language.say("（在\(Vocabulary.direction($0).zh)面）", " (to the \(Vocabulary.direction($0).en))")
            }
            return language.say("相距 ", "") + Figures.distance(metres) + language.say("", " away")
                + (direction ?? "")
        case .area(let squareMetres): return Figures.extent(.area(squareMetres), language)
        case nil: return nil
        }
    }

    private var accuracy: String? {
        guard let accuracy = finding.accuracy, accuracy > 0, finding.measure != nil else { return nil }
        if case .area = finding.measure {
            return language.say("面积中误差 ", "area known to ") + Figures.extent(.area(accuracy), language)
        }
        return language.say("位置中误差 ", "accuracy ") + Figures.distance(accuracy)
    }

    /// Why it cannot be answered, or what else is to be known, with the zones that speak in the place of a silent one.
    var reasons: [String] {
        var reasons = finding.reasons.map { $0[language] }
        guard !finding.counterparts.isEmpty else { return reasons }
        let instead =
            language.say("此处看", "here see ")
            + finding.counterparts.map(sentence).joined(separator: language.say("、", ", "))
        // Why it is not answered and what to look at instead are one sentence.
        reasons.append((reasons.popLast().map { $0 + language.say("；", "; ") } ?? "") + instead)
        return reasons
    }

    /// A zone that speaks here, with what it would decide.
    private func sentence(on other: CriterionFinding.Counterpart) -> String {
        let source = other.zone.sources.first.map { "\($0.document):\($0.line)" } ?? ""
        var text = language.say("“\(other.zone.name.zh)”（\(source)）", "\(other.zone.name.en) (\(source))")
        guard let metres = other.metres else { return text }
        text +=
            metres > 0
            ? language.say("，相距 ", ", ") + Figures.distance(metres) + language.say("", " away")
            : language.say("，相接或重叠", ", they meet")
        guard let outcome = other.outcome else { return text }
        let word = Vocabulary.word(for: outcome)
        return text
            + language.say(
                "，按它则为\(word.zh)（另一文件所写，不计入本条判定）",
                ", which by itself would be \(word.en) (another document; not counted here)")
    }
}
