public import Planning

/// What is asked of every candidate: the criteria, and how sure an answer must be (比选要求).
///
/// A value; a ``Screener`` answers it.
public struct Screening: Hashable, Sendable {
    /// The criteria, in the order of the user.
    public let criteria: [Criterion]
    /// How sure it must be that a criterion is not met, for the candidate to be dropped; and that it is met, unless
    /// ``minimumProbability`` says otherwise.
    public let confidence: Confidence
    /// How probable it must be that a criterion is met, for it to count as met; between 0 and 1.
    public let minimumProbability: Double
    /// The day whose editions answer.
    public let asOf: CalendarDate

    /// Puts criteria together.
    ///
    /// - Parameters:
    ///   - criteria: what candidates must fulfil; one that is stated twice counts once.
    ///   - catalogue: where the zones of the criteria come from.
    ///   - asOf: the day whose editions answer.
    ///   - confidence: how sure a decision must be.
    ///   - minimumProbability: the probability from which a criterion counts as met; nil for the confidence.
    /// - Throws: ``CriterionError`` where there is no criterion, or two of them exclude each other.
    public init(
        _ criteria: [Criterion], in catalogue: Catalogue, asOf: CalendarDate = .today(),
        confidence: Confidence = .standard, minimumProbability: Double? = nil
    ) throws(CriterionError) {
        var unique: [Criterion] = []
        for criterion in criteria where !unique.contains(criterion) { unique.append(criterion) }
        guard !unique.isEmpty else { throw CriterionError(nil, .none) }
        if let error = Contradictions(in: catalogue, asOf: asOf).first(among: unique) { throw error }
        self.criteria = unique
        self.confidence = confidence
        self.minimumProbability = minimumProbability ?? confidence.value
        self.asOf = asOf
    }

    /// What a probability that a criterion is met comes to.
    func outcome(of probability: Double) -> CriterionFinding.Outcome {
        if probability >= minimumProbability { return .met }
        return confidence.excludes(probability) ? .notMet : .undecided
    }

    /// The plans whose zones the criteria speak of; the context is always answered.
    var layouts: Set<String> {
        var layouts: Set<String> = []
        for criterion in criteria {
            switch criterion {
            case .inside(let zone), .outside(let zone): layouts.insert(zone.layout)
            case .activity(let wanted):
                layouts.formUnion(wanted.assignments.compactMap { $0.target.zone?.layout })
            case .near, .away, .landArea: break
            }
        }
        return layouts
    }
}
