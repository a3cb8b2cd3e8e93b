internal import Planning
public import Siting
public import Wording

extension Vocabulary {
    /// What became of a candidate.
    public static func word(for decision: ScreenedCandidate.Decision) -> Bilingual {
        switch decision {
        case .kept: Bilingual(zh: "入选", en: "kept")
        case .undecided: Bilingual(zh: "待核实", en: "to be looked into")
        case .dropped: Bilingual(zh: "不入选", en: "dropped")
        }
    }

    /// What became of a criterion.
    public static func word(for outcome: CriterionFinding.Outcome) -> Bilingual {
        switch outcome {
        case .met: Bilingual(zh: "满足", en: "met")
        case .notMet: Bilingual(zh: "不满足", en: "not met")
        case .undecided: Bilingual(zh: "难以判定", en: "undecided")
        case .notAnswerable: Bilingual(zh: "无法作答", en: "not answerable")
        }
    }

    /// What a finding rests on.
    public static func word(for basis: CriterionFinding.Basis) -> Bilingual {
        switch basis {
        case .text: Bilingual(zh: "以文本为准", en: "by the text")
        case .geometry: Bilingual(zh: "按图面", en: "by the drawing")
        case .shape: Bilingual(zh: "按图形在椭球面上量算", en: "measured on the ellipsoid")
        case .stated: Bilingual(zh: "按表中申报", en: "as stated in the table")
        }
    }

    /// Where the position of a control point or line comes from that a criterion names; nil for zones, which sentences speak of.
    static func origin(of criterion: Criterion) -> Bilingual? {
        guard let zone = criterion.zone, zone.sources.isEmpty, let accuracy = zone.accuracy else {
            return nil
        }
        let metres = Figures.distance(accuracy.metres)
        guard zone.role != .control else {
            return Bilingual(
                zh: "控制线（\(accuracy.basis.zh)），位置中误差 \(metres)",
                en: "a control line (\(accuracy.basis.en)), accuracy \(metres)")
        }
        return Bilingual(
            zh: "控制点（\(accuracy.basis.zh)），位置中误差 \(metres)；不是规划结构单元",
            en: "a control point (\(accuracy.basis.en)), accuracy \(metres); no planned zone")
    }

    /// From which probability on a criterion is met, and from which on it is missed.
    static func rule(of screening: Screening) -> Bilingual {
        let most = Figures.thousandths(screening.minimumProbability)
        let least = Figures.thousandths(1 - screening.confidence.value)
        return Bilingual(
            zh: "逐项判定：满足的概率不低于 \(most) 为满足，不高于 \(least) 为不满足，其间为难以判定；文件未涉及的不算满足。"
                + "全部满足为入选，有一项不满足为不入选，其余为待核实。",
            en:
                "A criterion is met where its probability is at least \(most), not met where it is at most \(least), else "
                + "undecided; what the texts do not answer is not met. A candidate is kept where every criterion is met, "
                + "dropped where one is not met, else to be looked into.")
    }

    /// How candidates are ranked.
    static let ranking = Bilingual(
        zh: "排序不设权重，依次比较：①（仅待核实）未定条件少者先；②有范围的先于只有点位的；③最没把握的一项条件，概率大者先（四位小数）；"
            + "④离界限最近的一项距离条件，余量（整米）大者先；⑤用地面积与所需面积之比（两位小数）大者先；五项都相同的名次并列。",
        en:
            "Ranked without weights by, one after the other: (1) of those to be looked into, fewer open criteria; (2) a shape "
            + "before a bare position; (3) the probability of the least sure criterion, four decimals, more first; (4) the metres to spare on the "
            + "criterion that has fewest, whole ones, more first; (5) the land as a multiple of what is wanted, two decimals, more "
            + "first. Where all five are equal the rank is shared.")
}

extension ScreeningScore {
    /// The figures a candidate is ranked by, as they decide: 「最低概率 99.53%，余量 2084 m，面积 1.28 倍」.
    func line(in language: Language) -> String {
        var parts: [String] = []
        if let leastProbability {
            parts.append(language.say("最低概率 ", "least probability ") + Figures.hundredths(leastProbability))
        }
        if let leastSpare {
            let metres = Figures.fixed(leastSpare, decimals: 0)
            parts.append(language.say("余量 \(metres) m", "\(metres) m to spare"))
        }
        if let areaRatio {
            let times = Figures.fixed(areaRatio, decimals: 2)
            parts.append(language.say("面积为所需的 \(times) 倍", "\(times) times the land"))
        }
        return parts.joined(separator: language.say("，", ", "))
    }
}

extension Figures {
    /// A probability of four decimals as a percentage; never 0 or 100, which no drawing can promise.
    static func hundredths(_ probability: Double) -> String {
        if probability >= 0.99995 { return ">99.99%" }
        return probability < 0.00005 ? "<0.01%" : fixed(probability * 100, decimals: 2) + "%"
    }

    /// A probability as a percentage with one decimal where it has one.
    static func thousandths(_ probability: Double) -> String {
        let text = fixed(probability * 100, decimals: 1)
        return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text) + "%"
    }
}
