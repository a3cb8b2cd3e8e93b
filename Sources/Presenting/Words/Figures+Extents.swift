internal import Siting
internal import Wording

extension Figures {
    /// A length as ``distance(_:)``; an area in m² up to a tenth of a hectare, in hectares up to a hundred of them (the size
    /// of parcels), else in km², with 亩 beside it.
    static func extent(_ extent: Extent, _ language: Language) -> String {
        guard let hectares = extent.hectares, let mu = extent.mu else { return distance(extent.value) }
        guard extent.value >= 100 else {
            return significant(extent.value) + language.say(" 平方米", " m²")
        }
        let inMu = language.say("（", " (") + Self.mu(mu, language) + language.say("）", ")")
        guard extent.value >= 1000 else {
            return fixed(extent.value, decimals: 0) + language.say(" 平方米", " m²") + inMu
        }
        guard extent.value >= 1_000_000 else {
            return fixed(hectares, decimals: 2) + language.say(" 公顷", " ha") + inMu
        }
        return fixed(extent.value / 1_000_000, decimals: extent.value < 10_000_000 ? 2 : 1)
            + language.say(" 平方公里", " km²") + inMu
    }

    /// A figure that is never nothing where there is something: one decimal, of less than one two digits that count.
    static func significant(_ value: Double) -> String {
        guard value > 0, value < 0.95 else { return fixed(value, decimals: 1) }
        var (decimals, scaled) = (1, value * 10)
        while scaled < 9.5, decimals < 12 {
            decimals += 1
            scaled *= 10
        }
        return fixed(value, decimals: decimals)
    }

    /// 亩, large numbers of them as 万亩.
    private static func mu(_ mu: Double, _ language: Language) -> String {
        if language == .zh, mu >= 10_000 { return fixed(mu / 10_000, decimals: 2) + " 万亩" }
        return fixed(mu, decimals: mu < 10_000 ? 1 : 0) + language.say(" 亩", " mu")
    }

    /// A range of shares: 「38–81%」.
    static func range(_ range: ClosedRange<Double>) -> String {
        let (low, high) = (share(range.lowerBound), share(range.upperBound))
        guard low != high else { return low }
        return (low.hasPrefix("<") || low.hasPrefix(">") ? low : String(low.dropLast())) + "–" + high
    }

    /// A part of a whole as a percentage, whole numbers but where that would say 0 or 100 of what is neither.
    static func share(_ share: Double) -> String {
        let percent = share * 100
        if share > 0, percent < 0.5 { return "<1%" }
        if share < 1, percent >= 99.5 { return ">99%" }
        return "\(Int(percent.rounded()))%"
    }
}
