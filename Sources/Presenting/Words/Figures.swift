internal import Wording

/// Numbers as people read them in a sentence.
enum Figures {
    /// Metres below a kilometre, kilometres with one decimal above.
    static func distance(_ metres: Double) -> String {
        if metres > 0, metres < 9.95 { return "\(FixedDecimals.metres(metres)) m" }
        let isShort = metres < 999.5  // what rounds to a kilometre is one
        let figure = isShort ? FixedDecimals(metres, decimals: 0) : FixedDecimals(metres / 1000, decimals: 1)
        return figure.map { "\($0) \(isShort ? "m" : "km")" } ?? "–"
    }

    /// A number with so many decimals.
    static func fixed(_ value: Double, decimals: Int) -> String {
        FixedDecimals(value, decimals: decimals)?.description ?? ""
    }

    /// Two coordinates.
    static func pair(_ x: Double, _ y: Double, decimals: Int) -> String {
        "\(fixed(x, decimals: decimals)), \(fixed(y, decimals: decimals))"
    }

    /// A probability as a percentage; never 0 or 100, which no drawing can promise.
    static func percentage(_ probability: Double) -> String {
        guard probability.isFinite else { return "–" }
        switch probability {
        case ..<0.01: return "<1%"
        case 0.99...: return ">99%"
        default: return "\(Int((probability * 100).rounded()))%"
        }
    }
}
