import Planning
import TestSupport
import Testing
import Wording

@testable import Siting

@Suite struct RankingTests {
    private func screened(_ texts: [String]) throws -> [ScreenedCandidate] {
        let screening = try ShippedScreening.screening(texts, minimumProbability: 0.6)
        let screener = try Screener(screening, try ShippedScreening.catalogue())
        var random = SeededGenerator(seed: 9)
        return try (0..<60).map { index in
            let area = StatedLandArea("\(20 + index % 7 * 10)亩", unit: nil)
            return try screener.screened(
                ShippedScreening.point(
                    Double.random(in: 106.29...106.39, using: &random),
                    Double.random(in: 29.42...29.62, using: &random), landArea: area))
        }
    }

    private static let texts = ["in:直管园", "near:科学大道<=3km", "away:梁滩河>=500m", "min_area:30亩"]

    @Test func theScoreIsWhatTheWordsSay() throws {
        let all = try screened(Self.texts)
        let ranks = all.ranks
        let kept = zip(all, ranks).filter { $0.0.decision == .kept }.sorted { ($0.1 ?? 0) < ($1.1 ?? 0) }
        #expect(kept.count > 5)
        #expect(kept.map(\.1) == Array(1...kept.count))
        func key(_ one: ScreenedCandidate) throws -> (Double, Double, Double) {
            let least = try #require(one.findings.compactMap(\.probability).min())
            let spare = try #require(
                one.findings.compactMap { finding -> Double? in
                    switch (finding.criterion, finding.measure) {
                    case (.inside, .boundary(let inside)): inside
                    case (.near(_, let most), .distance(let metres, _)): most - metres
                    case (.away(_, let fewest), .distance(let metres, _)): metres - fewest
                    default: nil
                    }
                }.min())
            return ((least * 10_000).rounded(), spare, one.score.areaRatio ?? 0)
        }
        for (earlier, later) in zip(kept, kept.dropFirst()) {
            #expect(try key(earlier.0) >= key(later.0))
        }
    }

    @Test func openCandidatesAreRankedApartAndDroppedOnesNotAtAll() throws {
        let all = try screened(Self.texts)
        let ranks = all.ranks
        let open = zip(all, ranks).filter { $0.0.decision == .undecided }
        #expect(Set(open.compactMap(\.1)) == Set(1...max(1, open.count)))
        for (one, rank) in zip(all, ranks) where one.decision == .dropped { #expect(rank == nil) }
        let sorted = open.sorted { ($0.1 ?? 0) < ($1.1 ?? 0) }
        for (earlier, later) in zip(sorted, sorted.dropFirst()) {
            #expect(earlier.0.score.open <= later.0.score.open)
        }
    }

    @Test func equalsShareARankWhateverTheOrderOfTheInput() throws {
        let all = try screened(Self.texts)
        let ranks = all.ranks
        let reversed = [ScreenedCandidate](all.reversed())
        #expect(Array(reversed.ranks.reversed()) == ranks)
        let twice = (all + all).ranks
        for index in all.indices where ranks[index] != nil {
            #expect(twice[index] == twice[index + all.count])
        }
    }

    @Test func theDecisionFollowsFromTheFindings() throws {
        for one in try screened(Self.texts) {
            let outcomes = one.findings.map(\.outcome)
            switch one.decision {
            case .kept: #expect(outcomes.allSatisfy { $0 == .met } && one.deciding.isEmpty)
            case .dropped: #expect(one.deciding.allSatisfy { $0.outcome == .notMet } && !one.deciding.isEmpty)
            case .undecided:
                #expect(!outcomes.contains(.notMet) && !one.deciding.isEmpty)
                #expect(one.deciding.allSatisfy { $0.outcome != .met })
            }
        }
    }
}
