internal import PlanarGeometry
public import Planning
public import Siting
public import Wording

/// Answers as people read them in a terminal: the nominal zone and its grade first, then the probability, then what
/// would settle it, then the sentence it rests on.
public struct AnswerText: Sendable {
    private let catalogue: Catalogue
    private let language: Language

    /// Writes in one language, with the titles of a catalogue's documents.
    public init(catalogue: Catalogue, language: Language) {
        self.catalogue = catalogue
        self.language = language
    }

    /// One site in full.
    public func full(_ answer: LocateAnswer) -> String {
        var lines = [heading(answer.site)]
        lines += notes(on: answer).map { "  " + $0 }
        lines.append(
            "  "
                + language.say("按 \(answer.asOf) 有效的版本作答", "answered by the editions valid on \(answer.asOf)")
        )
        for layout in answer.layouts {
            lines.append("")
            lines += LayoutText(layout, of: answer, catalogue: catalogue, language: language).lines
        }
        if !answer.context.isEmpty {
            lines.append("")
            lines.append(language.say("所在地（背景要素，不是规划结构单元）", "Where that is (context, not planned zones)"))
            lines += answer.context.map { "  " + naming($0) }
        }
        lines.append("")
        lines.append(AnswerDocuments(catalogue, language).line(of: answer.layouts.map(\.layout)))
        lines.append(Vocabulary.disclaimer[language])
        return lines.joined(separator: "\n") + "\n"
    }

    /// One of many sites in a few lines.
    public func brief(_ answer: LocateAnswer) -> String {
        let layouts = answer.layouts.map { layout in
            "  \(layout.layout.name[language])" + language.say("：", ": ")
                + LayoutText(layout, of: answer, catalogue: catalogue, language: language).headline
        }
        let notes = notes(on: answer).map { "  " + $0 }
        return ([heading(answer.site)] + notes + layouts).joined(separator: "\n") + "\n"
    }

    /// What a list of brief answers ends with.
    public var closing: String { Vocabulary.disclaimer[language] + "\n" }

    private func heading(_ site: Site) -> String {
        let names = [site.id, site.name].compactMap(\.self).filter { !$0.isEmpty }
        let places = 5  // decimals: a metre
        let coordinates =
            site.isGeographic
            ? Figures.pair(site.given.x, site.given.y, decimals: places)
            : Figures.pair(site.given.x, site.given.y, decimals: 2)
        var text = names.isEmpty ? language.say("点位", "Site") : names.joined(separator: " ")
        text += "  \(coordinates) (\(site.frameIdentifier)"
        if site.given != site.position.point {
            text +=
                " = \(Figures.pair(site.position.longitude, site.position.latitude, decimals: places)) wgs84"
        }
        if site.accuracy > 0 {
            text += language.say("，位置中误差 ", ", accuracy ") + Figures.distance(site.accuracy)
        }
        return text + ")"
    }

    private func notes(on answer: LocateAnswer) -> [String] {
        (answer.site.notes + answer.notes).map { $0.text[language] }
    }

    private func naming(_ zone: ZoneAnswer) -> String {
        "\(zone.zone.name[language])"
            + language.say("　", "  ") + Vocabulary.word(for: Grade(probability: zone.probability))[language]
            + language.say("（概率 ", " (probability ") + Figures.percentage(zone.probability)
            + language.say("，", ", ") + Vocabulary.distance(zone.boundaryDistance)[language]
            + language.say("）", ")")
    }
}
