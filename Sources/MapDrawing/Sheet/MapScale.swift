/// The denominators a sheet may be drawn at.
public enum MapScale {
    /// The least and the greatest denominator that may be asked for.
    public static let limits = 500...5_000_000

    /// Steps within a power of ten.
    ///
    /// GB/T 13989 has 1, 2.5 (since 1:250 000) and 5; planning sheets fill in the rest.
    private static let steps = [1.0, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8]

    /// The least round denominator that is no less than a number.
    static func round(atLeast least: Double) -> Int {
        var power = 100.0
        while power * 10 <= least { power *= 10 }
        for step in steps where step * power >= least { return Int(step * power) }
        return Int(power * 10)
    }
}
