/// Whether a site lies in a zone, as far as the drawing can tell at a confidence.
public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// Probability at or above the confidence.
    case inside
    /// Probability at or below one minus the confidence.
    case outside
    /// Neither: the boundary must be looked up.
    case uncertain

    /// The verdict for a probability at a confidence between 0.5 and 1.
    public init(probability: Double, confidence: Confidence) {
        if probability >= confidence.value {
            self = .inside
        } else if confidence.excludes(probability) {
            self = .outside
        } else {
            self = .uncertain
        }
    }
}

/// Five steps of probability, for people; the steps do not move with the confidence.
public enum Grade: String, Hashable, Sendable, CaseIterable {
    /// 0.975 or more.
    case clearlyInside = "clearly_inside"
    /// 0.8 up to 0.975.
    case likelyInside = "likely_inside"
    /// Between 0.2 and 0.8.
    case undecided
    /// Above 0.025, up to 0.2.
    case likelyOutside = "likely_outside"
    /// 0.025 or less.
    case clearlyOutside = "clearly_outside"

    /// The grade of a probability.
    public init(probability: Double) {
        switch probability {
        case 0.975...: self = .clearlyInside
        case 0.8...: self = .likelyInside
        case ...0.025: self = .clearlyOutside
        case ...0.2: self = .likelyOutside
        default: self = .undecided
        }
    }
}

/// How sure a verdict must be: a probability from 0.5 (excluded) to 1 (excluded).
public struct Confidence: Hashable, Sendable {
    /// The probability.
    public let value: Double

    /// 0.975, the two-sided 95 % of a normal.
    public static let standard = Confidence(unchecked: 0.975)

    /// A confidence, or nil for a number that is none.
    public init?(_ value: Double) {
        guard value > 0.5, value < 1 else { return nil }
        self.value = value
    }

    /// Whether a probability is at most one minus the confidence.
    ///
    /// Asked of the complement, since 1 − 0.9 is in binary a little less than the 0.1 that belongs to it.
    func excludes(_ probability: Double) -> Bool { 1 - probability >= value }

    /// How many standard deviations from a straight edge the confidence is reached: Φ⁻¹, by halving.
    public var standardDeviations: Double {
        var (low, high) = (0.0, 9.0)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if standardNormal(middle) < value { low = middle } else { high = middle }
        }
        return high
    }

    private init(unchecked value: Double) { self.value = value }
}
