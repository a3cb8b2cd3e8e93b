internal import Planning
internal import Siting
internal import Wording

/// What one layout says of a parcel, in lines.
struct LayoutShareText {
    private let shares: LayoutShares
    private let answer: ShareAnswer
    private let catalogue: Catalogue
    private let language: Language
    /// The sentence that places the parcel, known by its name, in a zone.
    private let placement: (Zone) -> Source?

    init(
        _ shares: LayoutShares, of answer: ShareAnswer, catalogue: Catalogue, language: Language,
        placement: @escaping (Zone) -> Source?
    ) {
        self.placement = placement
        self.shares = shares
        self.answer = answer
        self.catalogue = catalogue
        self.language = language
    }

    var lines: [String] {
        var lines = [shares.layout.name[language]]
        lines.append("  \(shares.edition.name[language])" + language.say("；", "; ") + period)
        if shares.applicability == .notCovered {
            lines.append("  " + LayoutHeadline(shares, in: language).line)
            lines += shares.counterparts.map { "  " + line(on: $0) }
            return lines
        }
        let (worthy, others) = (
            shares.zones.filter(isWorthItsLines), shares.zones.filter { !isWorthItsLines($0) }
        )
        if worthy.isEmpty { lines.append("  " + LayoutHeadline(shares, in: language).zone) }
        for zone in worthy { lines += self.lines(on: zone) }
        if !others.isEmpty {
            let names = others.map { "\($0.zone.name[language]) \(Figures.percentage($0.probabilityAny))" }
            lines.append(
                "  · " + language.say("较可能在外（括号外为触及的概率）：", "likely outside (probability of being met): ")
                    + names.joined(separator: language.say("、", ", ")))
        }
        lines += shares.partitions.compactMap(rest).map { "  · " + $0 }
        lines += shares.notes.filter { !(worthy.isEmpty && $0.kind == .unassigned) }.map {
            "  " + language.say("注：", "Note: ") + $0.text[language]
        }
        if !shares.unlocated.isEmpty { lines.append("  " + notDrawn) }
        return lines
    }

    /// Whether a zone has lines of its own: the parcel meets it, or is not likely to miss it, or a text places it there.
    private func isWorthItsLines(_ zone: ZoneShare) -> Bool {
        zone.isMet || zone.probabilityAny > 0.2 || placement(zone.zone) != nil
    }

    private func lines(on zone: ZoneShare) -> [String] {
        let comma = language.say("，", ", ")
        var parts = [Vocabulary.share(zone)[language]].filter { !$0.isEmpty }
        if zone.isSliver {
            parts.append(
                zone.isSmallSliver
                    ? language.say(
                        "细碎交叠（窄于位置中误差，可能只是图面误差）",
                        "sliver (narrower than the accuracy, perhaps of the drawing only)")
                    : language.say("窄于位置中误差", "narrower than the accuracy"))
        }
        if let length = zone.onBoundary, length > 0 {
            parts.append(language.say("其中沿边界 ", "of it along the boundary ") + Figures.distance(length))
        }
        parts.append(contentsOf: probabilities(of: zone))
        parts.append(
            language.say("最近边界的位置中误差 ", "accuracy of the nearest edge ") + Figures.distance(zone.accuracy))
        var word = Vocabulary.word(for: zone)[language]
        if answer.confidence != .standard {
            word +=
                language.say(
                    "（按置信度 \(answer.confidence.value)：", " (at confidence \(answer.confidence.value): ")
                + Vocabulary.word(for: zone.verdict)[language] + language.say("）", ")")
        }
        let sentence = placement(zone.zone)
        if sentence != nil {
            // The text decides; what the drawing alone would say must not look like part of it.
            word =
                Vocabulary.byTheText[language] + comma + Vocabulary.word(for: Grade.clearlyInside)[language]
            parts[0] = Vocabulary.drawingOnly[language] + parts[0]
        }
        var lines = [
            "  · \(zone.zone.name[language])" + language.say("：", ": ") + word + language.say("；", "; ")
                + parts.joined(separator: comma)
        ]
        if let source = sentence ?? zone.zone.sources.first { lines.append("      " + cited(source)) }
        return lines
    }

    private func probabilities(of zone: ZoneShare) -> [String] {
        if answer.extent == nil, zone.probabilityAny - zone.probabilityWhole < 0.005 {
            return [language.say("概率 ", "probability ") + Figures.percentage(zone.probabilityAny)]
        }
        return [
            language.say("全部在内的概率 ", "probability of all inside ")
                + Figures.percentage(zone.probabilityWhole),
            language.say("有一部分在内的概率 ", "of any inside ") + Figures.percentage(zone.probabilityAny),
        ]
    }

    /// What of the parcel no member of a partition holds, where that is worth naming; the shared border of a line.
    private func rest(_ parts: PartitionShares) -> String? {
        guard let whole = answer.extent?.value, whole > 0 else { return nil }
        var said: [String] = []
        if parts.partition.of != nil, parts.rest.value > 0.0005 * whole {
            said.append(
                language.say("范围内未划入任何单元：约", "within the whole but in none of its parts: about ")
                    + Figures.share(min(1, parts.rest.value / whole)) + language.say("，", ", ")
                    + Figures.extent(parts.rest, language))
        }
        if parts.onBorder > 0 {
            said.append(
                language.say("沿两单元共用边界 ", "along borders two zones share ") + Figures.distance(parts.onBorder)
            )
        }
        return said.isEmpty ? nil : said.joined(separator: language.say("；", "; "))
    }

    private func line(on counterpart: CounterpartDistance) -> String {
        let instead = counterpart.instead
        let document = instead.zone.sources.first.map { " \($0.document):\($0.line)" } ?? ""
        return counterpart.zone.name[language]
            + language.say("：不在该规划的适用范围内；此处请看", ": not_covered; see here ")
            + "\(instead.zone.name[language])\(document)" + language.say("，", ", ")
            + Vocabulary.distance(instead)[language]
    }

    private var notDrawn: String {
        language.say("其下未上图的单元：", "Parts not drawn: ")
            + shares.unlocated.map { $0.name[language] }.joined(separator: language.say("、", ", "))
            + language.say("（原因见 jinfeng zone 名称）", " (why: jinfeng zone NAME)")
    }

    private func cited(_ source: Source) -> String {
        let title = catalogue.document(source.document)?.title ?? Bilingual(zh: "", en: "")
        return language.say("依据", "source") + " \(source.document):\(source.line)"
            + language.say("《\(title.zh)》", " (\(title.en)) ") + "「\(source.quote)」"
    }

    private var period: String {
        Vocabulary.period(shares.planPeriod, shares.planStatus, of: shares.edition)[language]
    }
}
