internal import Planning
public import Siting
public import Wording

/// What of a site lies in a control line, in a sentence.
public struct ControlText: Sendable {
    private let answer: ControlAnswer

    /// Takes an answer.
    public init(_ answer: ControlAnswer) { self.answer = answer }

    /// The sentence, with the figures, the edition and what it does not say.
    public var sentence: Bilingual {
        let (fact, reach, edition) = (fact, reach, edition)
        let near = near
        return Bilingual(
            zh: "\(answer.layout.name.zh)：\(fact.zh)\(reach.zh)\(near.zh)（\(edition.zh)）",
            en: "\(answer.layout.name.en): \(fact.en)\(reach.en)\(near.en) (\(edition.en))")
    }

    private var fact: Bilingual {
        if answer.line?.isForBuilding ?? false { return within }
        guard answer.isMet else { return Bilingual(zh: "未压占", en: "none of the site lies in it") }
        guard let inside = answer.inside else { return Bilingual(zh: "点位在其内", en: "the position lies in it") }
        let figures = Self.figures(inside)
        guard !answer.holdsAll else {
            return Bilingual(zh: "全部压占，\(figures.zh)", en: "all of the site lies in it, \(figures.en)")
        }
        return Bilingual(zh: "压占 \(figures.zh)", en: "\(figures.en) of the site lie in it")
    }

    /// Of a boundary building belongs inside of.
    private var within: Bilingual {
        guard let inside = answer.inside, let outside = answer.outside else {
            return answer.isMet
                ? Bilingual(zh: "点位在边界内", en: "the position lies inside")
                : Bilingual(zh: "点位在边界外", en: "the position lies outside")
        }
        let (into, out) = (Self.figures(inside), Self.figures(outside))
        if answer.holdsAll { return Bilingual(zh: "全部在边界内，\(into.zh)", en: "all inside, \(into.en)") }
        guard answer.isMet else { return Bilingual(zh: "全部在边界外，\(out.zh)", en: "all outside, \(out.en)") }
        return Bilingual(zh: "边界内 \(into.zh)，边界外 \(out.zh)", en: "inside \(into.en), outside \(out.en)")
    }

    private var reach: Bilingual {
        switch answer.reach {
        case .covered: Bilingual(zh: "", en: "")
        case .notCovered:
            Bilingual(
                zh: "；地块有部分或全部不在数据声明完整的范围内，其余部分未核查",
                en: "; some or all of the site lies beyond the land on which the data are said to be complete, and was not checked")
        case .unstated:
            Bilingual(
                zh: "；导入时未声明数据在哪里完整，未见者不能作为未压占的结论",
                en: "; it was not said where the data are complete, so that nothing found proves nothing")
        }
    }

    private var near: Bilingual {
        guard answer.isClose, let distance = answer.lineDistance else { return Bilingual(zh: "", en: "") }
        let figure = Figures.fixed(distance, decimals: 2)
        let accuracy = Figures.fixed(answer.accuracy, decimals: 2)
        return Bilingual(
            zh: "；地块边界距控制线 \(figure) 米，小于两倍中误差（\(accuracy) 米），请以勘测定界核实",
            en:
                "; the site's outline comes within \(figure) m of the line, less than twice the accuracy (\(accuracy) m): have it surveyed"
        )
    }

    private var edition: Bilingual {
        let files = answer.edition.origin?.title ?? answer.edition.origin?.files.first?.name ?? ""
        let from = files.isEmpty ? "" : "：\(files)"
        return Bilingual(
            zh: "\(answer.edition.id)\(from)", en: "\(answer.edition.id)\(files.isEmpty ? "" : ": \(files)")")
    }

    /// An area in 平方米 and 亩, as a survey of land has it; a length in metres.
    private static func figures(_ extent: Extent) -> Bilingual {
        guard let mu = extent.mu else {
            let figure = Figures.fixed(extent.value, decimals: 1)
            return Bilingual(zh: "\(figure) 米", en: "\(figure) m")
        }
        let area = Figures.fixed(extent.value, decimals: 1)
        let inMu = Figures.fixed(mu, decimals: 3)
        return Bilingual(zh: "\(area) 平方米（\(inMu) 亩）", en: "\(area) m² (\(inMu) mu)")
    }
}
