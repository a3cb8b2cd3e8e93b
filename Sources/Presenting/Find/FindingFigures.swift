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
        for other in finding.counterparts {
            let source = other.sources.first.map { " \($0.document):\($0.line)" } ?? ""
            reasons.append(
                language.say(
                    "此处可对照\(other.name.zh)（\(other.layout)/\(other.id)\(source)）",
                    "see here \(other.name.en) (\(other.layout)/\(other.id)\(source))"))
        }
        return reasons
    }
}
