internal import Planning
public import Wording

/// The answer in a sentence.
extension ControlAnswer {
    /// What was found, with the figures, the edition and what it does not say.
    public var finding: Bilingual {
        let (fact, reach, near, edition) = (fact, reachWords, nearness, editionWords)
        return Bilingual(
            zh: "\(fact.zh)\(reach.zh)\(near.zh)（\(edition.zh)）",
            en: "\(fact.en)\(reach.en)\(near.en) (\(edition.en))")
    }

    /// The same with the line's name before it.
    public var statement: Bilingual {
        let finding = finding
        return Bilingual(
            zh: "\(layout.name.zh)：\(finding.zh)", en: "\(layout.name.en): \(finding.en)")
    }

    private var fact: Bilingual {
        if line?.isForBuilding ?? false { return within }
        guard isMet else {
            return reach == .covered
                ? Bilingual(zh: "未压占", en: "none of the site lies in it")
                : Bilingual(zh: "导入的数据中未见压占", en: "none of the site lies in what was imported of it")
        }
        guard let inside else { return Bilingual(zh: "点位在其内", en: "the position lies in it") }
        let figures = Self.figures(inside)
        guard !holdsAll else {
            return Bilingual(zh: "全部压占，\(figures.zh)", en: "all of the site lies in it, \(figures.en)")
        }
        return Bilingual(zh: "压占 \(figures.zh)", en: "\(figures.en) of the site lie in it")
    }

    /// Of a boundary building belongs inside of.
    private var within: Bilingual {
        guard let inside, let outside else {
            return isMet
                ? Bilingual(zh: "点位在边界内", en: "the position lies inside")
                : Bilingual(zh: "点位在边界外", en: "the position lies outside")
        }
        let (into, out) = (Self.figures(inside), Self.figures(outside))
        if holdsAll { return Bilingual(zh: "全部在边界内，\(into.zh)", en: "all inside, \(into.en)") }
        guard isMet else { return Bilingual(zh: "全部在边界外，\(out.zh)", en: "all outside, \(out.en)") }
        return Bilingual(zh: "边界内 \(into.zh)，边界外 \(out.zh)", en: "inside \(into.en), outside \(out.en)")
    }

    private var reachWords: Bilingual {
        switch reach {
        case .covered: Bilingual(zh: "", en: "")
        case .notCovered:
            Bilingual(
                zh: "；地块有部分或全部不在数据声明完整的范围内，其余部分未核查",
                en:
                    "; some or all of the site lies beyond the land on which the data are said to be complete, and was not checked"
            )
        case .unstated:
            Bilingual(
                zh: "；导入时未声明数据在哪里完整，未见者不能作为未压占的结论",
                en: "; it was not said where the data are complete, so that nothing found proves nothing")
        }
    }

    private var nearness: Bilingual {
        guard isClose, let distance = lineDistance else { return Bilingual(zh: "", en: "") }
        if distance == 0, isMet, inside != nil {
            return Bilingual(
                zh: "；控制线穿过地块，面积以勘测定界为准", en: "; the line runs through the site: have the areas surveyed")
        }
        let figure = Self.fixed(distance, decimals: 2)
        let accuracy = Self.fixed(accuracy, decimals: 2)
        return Bilingual(
            zh: "；地块边界距控制线 \(figure) 米，小于中误差（\(accuracy) 米）的两倍，请以勘测定界核实",
            en:
                "; the site's outline comes within \(figure) m of the line, less than twice the accuracy (\(accuracy) m): have it surveyed"
        )
    }

    private var editionWords: Bilingual {
        let files = edition.origin?.title ?? edition.origin?.files.first?.name ?? ""
        let from = files.isEmpty ? "" : "：\(files)"
        return Bilingual(
            zh: "\(edition.id)\(from)", en: "\(edition.id)\(files.isEmpty ? "" : ": \(files)")")
    }

    /// An area in 平方米 and 亩, as a survey of land has it; a length in metres.
    private static func figures(_ extent: Extent) -> Bilingual {
        guard let mu = extent.mu else {
            let figure = Self.fixed(extent.value, decimals: 1)
            return Bilingual(zh: "\(figure) 米", en: "\(figure) m")
        }
        let area = Self.fixed(extent.value, decimals: 1)
        let inMu = Self.fixed(mu, decimals: 3)
        return Bilingual(zh: "\(area) 平方米（\(inMu) 亩）", en: "\(area) m² (\(inMu) mu)")
    }

    private static func fixed(_ value: Double, decimals: Int) -> String {
        FixedDecimals(value, decimals: decimals)?.description ?? ""
    }

    /// Whether it speaks against building here: ground in a line that keeps it out, or beyond one it belongs inside of.
    public var isAdverse: Bool { line?.isForBuilding ?? false ? !holdsAll : isMet }
}
