extension FixedDecimals {
    /// Metres as people read them: whole ones from ten on; below, where whole ones would make nothing of a survey, one
    /// decimal, two below 0.1, and none that say nothing.
    ///
    /// 0.5 is `0.5`, 812.4 is `812`, 9.0 is `9`.
    public static func metres(_ metres: Double) -> String {
        guard metres.magnitude < 9.95 else { return FixedDecimals(metres, decimals: 0)?.description ?? "" }
        var text = FixedDecimals(metres, decimals: metres.magnitude < 0.095 ? 2 : 1)?.description ?? ""
        while text.contains("."), text.last == "0" || text.last == "." { text.removeLast() }
        return text
    }
}
