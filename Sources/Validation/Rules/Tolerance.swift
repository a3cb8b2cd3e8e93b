/// How near two borders may come without being meant as one.
enum Tolerance {
    /// A tenth of the better accuracy of the two, at most 20 m: nearer than that, two hand-drawn borders are one
    /// drawn badly; surveyed ones, known to a metre, may run closer.
    static func between(_ one: Drawing, _ other: Drawing) -> Double {
        min(20, max(0.01, min(one.accuracy, other.accuracy) / 10))
    }
}
