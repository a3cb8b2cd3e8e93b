internal import PlanarGeometry
public import Planning
public import Siting
public import Wording

/// Shares of a parcel as people read them: what lies where, between which bounds, and the sentence it rests on.
public struct ShareText: Sendable {
    private let catalogue: Catalogue
    private let language: Language

    /// Writes in one language, with the titles of a catalogue's documents.
    public init(catalogue: Catalogue, language: Language) {
        self.catalogue = catalogue
        self.language = language
    }

    /// The whole answer.
    public func full(_ answer: ShareAnswer) -> String {
        var lines = site(answer)
        lines.append(
            "  "
                + language.say(
                    "按 \(answer.asOf) 有效的版本作答", "answered by the editions valid on \(answer.asOf)"))
        for layout in answer.layouts {
            lines.append("")
            lines += self.lines(on: layout, of: answer)
        }
        let around = context(answer)
        if !around.isEmpty { lines += [""] + around }
        lines += ["", Vocabulary.disclaimer[language]]
        return lines.joined(separator: "\n") + "\n"
    }

    /// The parcel's name, kind, frame and extent, and what was found in reading it.
    public func site(_ answer: ShareAnswer) -> [String] {
        let parcel = answer.parcel
        let names = [parcel.id, parcel.name].compactMap(\.self).filter { !$0.isEmpty }
        var heading =
            names.isEmpty
            ? (parcel.dimension == 0 ? language.say("点位", "Site") : language.say("拟选地块", "Parcel"))
            : names.joined(separator: " ")
        if let extent = answer.extent {
            heading +=
                "  "
                + language.say(
                    parcel.dimension == 2 ? "面积 " : "长度 ", parcel.dimension == 2 ? "area " : "length ")
                + Figures.extent(extent, language)
        }
        heading += language.say("（", " (") + parcel.frameIdentifier
        if parcel.accuracy > 0 {
            heading += language.say("，位置中误差 ", ", accuracy ") + Figures.distance(parcel.accuracy)
        }
        return [heading + language.say("）", ")")] + answer.notes.map { "  " + $0.text[language] }
    }

    /// One layout's shares, its name first.
    ///
    /// - Parameters:
    ///   - layout: the shares.
    ///   - answer: what they belong to.
    ///   - placement: the sentence that places the parcel, known by its name, in a zone.
    /// - Returns: the lines.
    public func lines(
        on layout: LayoutShares, of answer: ShareAnswer, placement: @escaping (Zone) -> Source? = { _ in nil }
    ) -> [String] {
        LayoutShareText(layout, of: answer, catalogue: catalogue, language: language, placement: placement)
            .lines
    }

    /// The context's areas the parcel lies in: naming, not planning; nothing where there are none.
    public func context(_ answer: ShareAnswer) -> [String] {
        let met = answer.context.filter { $0.isMet || $0.probabilityAny > 0.2 }
        guard !met.isEmpty else { return [] }
        return [language.say("所在地（背景要素，不是规划结构单元）", "Where that is (context, not planned zones)")]
            + met.map { zone in
                let share = Vocabulary.share(zone)[language]
                return "  \(zone.zone.name[language])" + language.say("　", "  ")
                    + (share.isEmpty
                        ? Vocabulary.word(for: zone)[language] + " "
                            + Figures.percentage(zone.probabilityAny) : share)
                    + (zone.isSliver ? language.say("，", ", ") + Vocabulary.sliver[language] : "")
            }
    }
}
