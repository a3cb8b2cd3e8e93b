/// How near two borders may come without being meant as one.
enum Tolerance {
    /// A tenth of the better accuracy of the two, at most 20 m: nearer than that, two hand-drawn borders are one
    /// drawn badly; surveyed ones, known to a metre, may run closer.
    static func between(_ one: Drawing, _ other: Drawing) -> Double {
        min(20, max(0.01, min(one.accuracy, other.accuracy) / 10))
    }

    /// How far a part may reach out of a whole.
    ///
    /// Where one of the two was imported and the other drawn by us, two standard deviations of both: that a surveyed
    /// line leaves one drawn by hand by less says nothing against either.
    static func containment(_ part: Drawing, _ isImported: Bool, in whole: Drawing, _ wholeIsImported: Bool)
        -> Double
    {
        guard isImported != wholeIsImported else { return between(part, whole) }
        let squares = part.accuracy * part.accuracy + whole.accuracy * whole.accuracy
        return max(between(part, whole), 2 * squares.squareRoot())
    }
}
