internal import Siting
internal import Wording

extension Figures {
    /// A length as ``distance(_:)``, an area in 公顷 and 亩, a large one in km².
    static func extent(_ extent: Extent, _ language: Language) -> String {
        guard let hectares = extent.hectares, let mu = extent.mu else { return distance(extent.value) }
        guard extent.value < 1_000_000 else {
            return fixed(extent.value / 1_000_000, decimals: 2) + Bilingual(zh: " 平方公里", en: " km²")[language]
        }
        guard extent.value >= 100 else {
            return fixed(extent.value, decimals: 1) + Bilingual(zh: " 平方米", en: " m²")[language]
        }
        return fixed(hectares, decimals: 2) + Bilingual(zh: " 公顷（", en: " ha (")[language]
            + fixed(mu, decimals: 1) + Bilingual(zh: " 亩）", en: " mu)")[language]
    }

    /// A part of a whole as a percentage, whole numbers but where that would say 0 or 100 of what is neither.
    static func share(_ share: Double) -> String {
        let percent = share * 100
        if share > 0, percent < 0.5 { return "<1%" }
        if share < 1, percent >= 99.5 { return ">99%" }
        return "\(Int(percent.rounded()))%"
    }
}
