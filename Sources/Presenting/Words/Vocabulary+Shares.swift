internal import Planning
public import Siting
public import Wording

extension Vocabulary {
    /// How much of a parcel lies in a zone, with the range of nine drawings in ten and the extent.
    ///
    /// Such as 「约62%（38–81%），0.49 平方公里（735.3 亩）」; empty for points.
    public static func share(_ zone: ZoneShare) -> Bilingual {
        guard let part = part(zone), let extent = zone.extent else { return Bilingual(zh: "", en: "") }
        guard extent.value > 0 else { return part }
        return Bilingual(
            zh: part.zh + "，" + Figures.extent(extent, .zh), en: part.en + ", " + Figures.extent(extent, .en))
    }

    /// How much of a parcel lies in a zone, without the extent: 「约62%（38–81%）」.
    ///
    /// Of a range from nothing to all no share is read; where nothing is in common that is said.
    ///
    /// - Returns: nil for points.
    static func part(_ zone: ZoneShare) -> Bilingual? {
        guard let share = zone.share, let extent = zone.extent, let interval = zone.interval else {
            return nil
        }
        let range = Figures.range(interval)
        guard extent.value > 0 else {
            // What could be in it at most, and never what it is.
            let most = interval.upperBound > 0.005
            return Bilingual(
                zh: "图面不重叠" + (most ? "（0–\(Figures.share(interval.upperBound))）" : ""),
                en: "no overlap as drawn" + (most ? " (0–\(Figures.share(interval.upperBound)))" : ""))
        }
        if zone.isShareMeaningless {
            let isArea = extent.hectares != nil
            return Bilingual(
                zh: "不宜按\(isArea ? "面积" : "长度")占比判断（图面约\(Figures.share(share))）",
                en: "no share can be read (as drawn \(Figures.share(share)); with this accuracy anything)")
        }
        if share >= 1, interval.lowerBound >= 0.995 { return Bilingual(zh: "全部在内", en: "all of it") }
        let figure = Figures.share(share)
        let isBound = figure.hasPrefix("<") || figure.hasPrefix(">")
        return Bilingual(
            zh: (isBound ? "" : "约") + "\(figure)（\(range)）",
            en: (isBound ? "" : "about ") + "\(figure) (\(range))")
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
        if zone.isDivided { return Bilingual(zh: "边界穿过地块", en: "divided") }
        return word(for: zone.grade)
    }
}
