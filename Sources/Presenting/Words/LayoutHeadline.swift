internal import Planning
package import Siting
package import Wording

/// What one layout says of a site, in the few words that stand alike on a map, on a page, in a table and in a text.
package struct LayoutHeadline {
    /// The zone people read first, several where the site lies in several; or why none is named.
    package let zone: String
    /// How sure that is and how much of the site it holds; that nothing is answered; or which zone is nearest.
    package let sureness: String
    /// All of it in one line, the zone with those it is part of.
    let line: String

    /// Puts a layout's answer into words.
    package init(_ layout: LayoutAssessment, in language: Language) {
        let words = Words(layout, language)
        guard layout.applicability == .covered else {
            zone = words.silence
            sureness = language.say("不作判定", "no answer is given")
            line = zone + language.say("，", "; ") + sureness
            return
        }
        guard let principal = layout.principal else {
            zone = words.absence
            sureness = words.nearest ?? ""
            line = [zone, sureness].filter { !$0.isEmpty }.joined(separator: language.say("；", "; "))
            return
        }
        zone = words.zones
        let isAlone = words.others.isEmpty
        sureness = isAlone ? words.sureness(of: principal) : words.grade(of: principal)
        let lead =
            principal.placedBy != nil && !words.isDrawnSo
            ? language.say("文本写明 ", "By the text: ") : language.say("图面落位 ", "As drawn: ")
        let path = layout.path.map { $0.name[language] }.joined(separator: " › ")
        line =
            lead + path + language.say("　", " — ") + words.sureness(of: principal) + words.alsoMet
    }

    /// Of a position.
    init(_ answer: LayoutAnswer, in language: Language) { self.init(LayoutAssessment(answer), in: language) }

    /// Of a line or an area.
    init(_ shares: LayoutShares, in language: Language) { self.init(LayoutAssessment(shares), in: language) }

    private struct Words {
        let layout: LayoutAssessment
        let language: Language

        init(_ layout: LayoutAssessment, _ language: Language) {
            self.layout = layout
            self.language = language
        }

        /// Why the layout says nothing of the land.
        var silence: String {
            layout.notes.first(.applicabilityNotStated)?.text[language]
                ?? language.say("不在该规划的适用范围内", "not covered (not_covered)")
        }

        /// Why no zone is named on land of which it does speak.
        var absence: String {
            layout.notes.first(.unassigned)?.text[language]
                ?? language.say("不在任何结构单元的图面内", "in no drawn zone")
        }

        var nearest: String? {
            layout.nearest.map { nearest in
                language.say("最近：", "nearest: ") + nearest.zone.name[language] + language.say("，", ", ")
                    + Figures.distance(nearest.distance) + language.say("，方向 ", " to the ")
                    + Vocabulary.direction(nearest.bearing)[language]
            }
        }

        /// Whether the drawing agrees with the text that places the site.
        var isDrawnSo: Bool {
            guard case .position(let answer) = layout.answer else { return false }
            return answer.deepest?.basis == .both
        }

        /// The other zones that hold some of the site and no part of which does, slivers apart.
        var others: [ZoneStanding] { beside.filter { !$0.isSliver } }

        private var slivers: [ZoneStanding] { beside.filter(\.isSliver) }

        /// What stands beside the zone read first: of a shape, and where no text places it.
        private var beside: ArraySlice<ZoneStanding> {
            guard case .shares = layout.answer, layout.principal?.placedBy == nil else { return [] }
            return layout.told.dropFirst()
        }

        var zones: String {
            guard let principal = layout.principal else { return "" }
            guard !others.isEmpty else { return principal.zone.name[language] }
            return ([principal] + others).prefix(Self.most).map(named).joined(
                separator: language.say("、", ", ")) + more(others.count + 1)
        }

        /// A zone with how much it holds of the site.
        private func named(_ standing: ZoneStanding) -> String {
            guard case .share(let share) = standing.measure, let part = Vocabulary.part(share)
            else { return standing.zone.name[language] }
            return standing.zone.name[language] + " " + part[language]
        }

        /// The other zones that are met, and those of which no more than a sliver is.
        var alsoMet: String {
            let separator = language.say("、", ", ")
            let met = others.prefix(Self.most).map(named).joined(separator: separator) + more(others.count)
            let touched =
                slivers.prefix(Self.most).map(drawn).joined(separator: separator) + more(slivers.count)
            return (met.isEmpty ? "" : language.say("；另涉及 ", "; also ") + met)
                + (touched.isEmpty
                    ? ""
                    : language.say("；仅\(Vocabulary.sliver.zh)：", "; slivers only: ") + touched)
        }

        /// How many zones are named beside the first.
        private static var most: Int { 3 }

        /// Says that not all are named.
        private func more(_ count: Int) -> String {
            count > Self.most ? language.say("等 \(count) 个", " and others, \(count) in all") : ""
        }

        /// A zone with how much it holds on the drawing, which is all there is to say of a sliver.
        private func drawn(_ standing: ZoneStanding) -> String {
            let share = Figures.share(standing.share)
            return standing.zone.name[language] + language.say("（图面约\(share)）", " (\(share) as drawn)")
        }

        func grade(of standing: ZoneStanding) -> String {
            if standing.placedBy != nil { return Vocabulary.word(for: Grade.clearlyInside)[language] }
            return switch standing.measure {
            case .position(let answer): Vocabulary.word(for: answer.grade)[language]
            case .share(let share): Vocabulary.word(for: share)[language]
            }
        }

        func sureness(of standing: ZoneStanding) -> String {
            switch standing.measure {
            case .position(let answer):
                return answer.basis == .text
                    ? grade(of: standing) + language.say("（以文本为准）", " (basis: text)")
                    : Vocabulary.word(for: answer.grade)[language] + " "
                        + Figures.percentage(answer.probability)
            case .share(let share):
                guard standing.placedBy == nil else {
                    return grade(of: standing) + language.say("（以文本为准）", " (basis: text)")
                }
                guard let part = Vocabulary.part(share) else {
                    return grade(of: standing) + " " + Figures.percentage(share.probabilityWhole)
                }
                return grade(of: standing) + language.say("；", "; ") + part[language]
                    + (standing.isSliver
                        ? language.say("，", ", ") + Vocabulary.sliver[language] : "")
            }
        }
    }
}
