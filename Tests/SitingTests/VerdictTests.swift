import Testing

@testable import Siting

@Suite struct VerdictTests {
    @Test(arguments: [
        (1.0, Verdict.inside), (0.975, .inside), (0.975.nextDown, .uncertain), (0.5, .uncertain),
        (0.025_000_001, .uncertain), (0.025, .outside),
        (0, .outside),
    ])
    func standardLimitsBelongToTheVerdict(probability: Double, verdict: Verdict) {
        #expect(Verdict(probability: probability, confidence: .standard) == verdict)
    }

    /// Both limits belong to the verdict: outside up to 1 − c, though 1 − 0.9 is a little less than 0.1 in binary.
    @Test(arguments: [0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.975, 0.99, 0.999])
    func theVerdictMovesWithTheConfidence(value: Double) throws {
        let confidence = try #require(Confidence(value))
        let complement = (1000 - (value * 1000).rounded()) / 1000
        #expect(Verdict(probability: value, confidence: confidence) == .inside)
        #expect(Verdict(probability: value - 1e-9, confidence: confidence) == .uncertain)
        #expect(Verdict(probability: complement, confidence: confidence) == .outside)
        #expect(Verdict(probability: complement + 1e-9, confidence: confidence) == .uncertain)
    }

    @Test(arguments: [
        (1.0, Grade.clearlyInside), (0.975, .clearlyInside), (0.975.nextDown, .likelyInside),
        (0.8, .likelyInside),
        (0.8.nextDown, .undecided), (0.5, .undecided), (0.2.nextUp, .undecided), (0.2, .likelyOutside),
        (0.025.nextUp, .likelyOutside), (0.025, .clearlyOutside), (0, .clearlyOutside),
    ])
    func gradesChangeExactlyAtTheirLimits(probability: Double, grade: Grade) {
        #expect(Grade(probability: probability) == grade)
    }

    @Test(arguments: [0.5, 1, 0, -0.1, 1.2, .nan, .infinity])
    func whatIsNoConfidenceIsRefused(value: Double) {
        #expect(Confidence(value) == nil)
    }

    @Test(arguments: [0.500_000_1, 0.51, 0.975, 0.999_999_9])
    func everyConfidenceBetweenAHalfAndOneIsTaken(value: Double) {
        #expect(Confidence(value)?.value == value)
    }
}
