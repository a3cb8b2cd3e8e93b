internal import Planning
public import Siting
public import Wording

extension Vocabulary {
    /// How much of a parcel lies in a zone, with the range of nine drawings in ten: 「约62%（38–81%），0.49 平方公里（735.3 亩）」.
    ///
    /// Of a range from nothing to all no share is read; where nothing is in common that is said. Empty for points.
    public static func share(_ zone: ZoneShare) -> Bilingual {
        guard let share = zone.share, let extent = zone.extent, let interval = zone.interval else {
            return Bilingual(zh: "", en: "")
        }
        let range = Figures.range(interval)
        guard extent.value > 0 else {
            // What could be in it at most, and never what it is.
            let most = interval.upperBound > 0.005
            return Bilingual(
                zh: "图面不重叠" + (most ? "（0–\(Figures.share(interval.upperBound))）" : ""),
                en: "no overlap as drawn" + (most ? " (0–\(Figures.share(interval.upperBound)))" : ""))
        }
        let measure = Bilingual(zh: Figures.extent(extent, .zh), en: Figures.extent(extent, .en))
        if zone.isShareMeaningless {
            let isArea = extent.hectares != nil
            return Bilingual(
                zh: "不宜按\(isArea ? "面积" : "长度")占比判断（图面约\(Figures.share(share))，\(measure.zh)）",
                en:
                    "no share can be read (as drawn \(Figures.share(share)), \(measure.en); with this accuracy anything)"
            )
        }
        if share >= 1, interval.lowerBound >= 0.995 {
            return Bilingual(zh: "全部在内，\(measure.zh)", en: "all of it, \(measure.en)")
        }
        return Bilingual(
            zh: "约\(Figures.share(share))（\(range)），\(measure.zh)",
            en: "about \(Figures.share(share)) (\(range)), \(measure.en)")
    }

    /// A sentence places the site; and what the drawing alone would say, for comparison.
    static let byTheText = Bilingual(zh: "文本写明", en: "by the text")
    static let drawingOnly = Bilingual(zh: "图面仅供对照：", en: "the drawing alone would say: ")

    /// What is said of a part narrower than the accuracy.
    public static let sliver = Bilingual(zh: "细碎交叠", en: "sliver")

    /// How far a zone is and where, with how well that is known; where its layout does not cover the site, that.
    public static func distance(_ distance: ZoneDistance) -> Bilingual {
        if case .notCovered(let counterparts) = distance.coverage {
            let zh = counterparts.map(\.name.zh).joined(separator: "、")
            let en = counterparts.map(\.name.en).joined(separator: ", ")
            return Bilingual(
                zh: "不在该规划的适用范围内" + (counterparts.isEmpty ? "" : "；此处请看\(zh)"),
                en: "not covered (not_covered)" + (counterparts.isEmpty ? "" : "; see here \(en)"))
        }
        let accuracy = Figures.distance(distance.accuracy)
        let known = Bilingual(zh: "，位置中误差 \(accuracy)", en: ", accuracy \(accuracy)")
        guard let bearing = distance.bearing else {
            if let depth = distance.boundaryMetres, depth > 0 {
                let inside = Self.distance(depth)
                return Bilingual(zh: inside.zh + known.zh, en: inside.en + known.en)
            }
            let isArea = distance.boundaryMetres != nil
            return Bilingual(
                zh: (isArea ? "边界穿过或紧贴地块" : "与之相交") + known.zh,
                en: (isArea ? "its boundary runs through or along the site" : "they meet") + known.en)
        }
        let gap = Figures.distance(distance.metres)
        let direction = direction(bearing)
        return Bilingual(
            zh: "相距 \(gap)，在\(direction.zh)面\(known.zh)", en: "\(gap) to the \(direction.en)\(known.en)")
    }

    /// A grade of a parcel: one that a boundary surely divides is not undecided.
    public static func word(for zone: ZoneShare) -> Bilingual {
        if zone.isDivided { return Bilingual(zh: "边界穿过地块", en: "divided by the boundary") }
        return word(for: zone.grade)
    }
}
