import Planning
import TestSupport
import Testing
import Wording

@testable import Siting

/// Each rule on a site that raises it and on one that does not.
@Suite struct AssessmentFlagTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let rule: AssessmentFlag.Rule
        let testDescription: String
        let raising: @Sendable () throws -> AssessedSite
        let sparing: @Sendable () throws -> AssessedSite
        var activity: String?

        init(
            _ rule: AssessmentFlag.Rule, _ name: String, activity: String? = nil,
            _ raising: @escaping @Sendable () throws -> AssessedSite,
            not sparing: @escaping @Sendable () throws -> AssessedSite
        ) {
            self.rule = rule
            testDescription = name
            self.raising = raising
            self.sparing = sparing
            self.activity = activity
        }
    }

    static let rows: [Row] = [
        Row(.straddlesZones, "across two groups, not within one") {
            try Shipped.square(106.335, 29.545, metres: 4500)
        } not: {
            try Shipped.square(106.37, 29.60, metres: 100)
        },
        Row(.inScreen, "in the 中梁山 screen, not in the old town") {
            Shipped.position(106.4157, 29.5763)
        } not: {
            Shipped.position(106.4597, 29.5612)
        },
        Row(.nearBoundary, "astride the zone's edge, not deep in the park's south") {
            try Shipped.square(106.33, 29.53, metres: 2000)
        } not: {
            Shipped.position(106.3664, 29.47)
        },
        Row(.outsideEveryLayout, "in 渝中, not in 含谷") {
            Shipped.position(106.57, 29.56)
        } not: {
            Shipped.position(106.366, 29.5225)
        },
        Row(.notCovered, "a layout that does not reach the park") {
            Shipped.position(106.366, 29.5225)
        } not: {
            // Outside all of them one flag says so for all.
            Shipped.position(106.57, 29.56)
        },
        Row(.unassigned, "in 白市驿, not in 虎溪") {
            Shipped.position(106.3664, 29.4852)
        } not: {
            Shipped.position(106.3058, 29.6013)
        },
        Row(.shareMeaningless, "a small parcel at an edge, not a whole district of land") {
            try Shipped.square(106.33, 29.52, metres: 200)
        } not: {
            Shipped.position(106.33, 29.52)
        },
        Row(.siteInaccurate, "known to 2 km, not to 2 m") {
            Shipped.position(106.33, 29.52, accuracy: 2000)
        } not: {
            Shipped.position(106.33, 29.52, accuracy: 2)
        },
        Row(.statedAreaDiffers, "50 亩 stated for 60, not 60") {
            try Shipped.parcel(Self.sixtyMu, stated: StatedArea("50亩"))
        } not: {
            try Shipped.parcel(Self.sixtyMu, stated: StatedArea("59.87亩"))
        },
        Row(.farAway, "in 成都, not here") {
            Shipped.position(104.07, 30.66)
        } not: {
            Shipped.position(106.33, 29.52)
        },
        Row(.outsideChina, "in Tokyo, not in 成都") {
            Shipped.position(139.7, 35.6)
        } not: {
            Shipped.position(104.07, 30.66)
        },
        Row(.activityAssignedElsewhere, "chips on 生命岛, not in 科创街", activity: "集成电路设计") {
            Shipped.position(106.33, 29.50)
        } not: {
            Shipped.position(106.3720, 29.5970)
        },
    ]

    /// 200 m by 200 m: 60 亩 and a little less on the ellipsoid.
    static let sixtyMu =
        "POLYGON((106.33 29.52,106.332066 29.52,106.332066 29.521798,106.33 29.521798,106.33 29.52))"

    @Test(arguments: rows) func aRuleIsRaisedWhereItShouldBeAndNowhereElse(_ row: Row) throws {
        let assessor = try Shipped.assessor()
        let raised = try assessor.assess(try row.raising(), activity: row.activity)
        let flag = try #require(
            raised.flags.first { $0.rule == row.rule }, "\(raised.flags.map(\.rule.rawValue))")
        #expect(!flag.reason.zh.isEmpty && !flag.reason.en.isEmpty)
        let spared = try assessor.assess(try row.sparing(), activity: row.activity)
        #expect(!spared.flags.contains { $0.rule == row.rule }, "\(spared.flags.map(\.rule.rawValue))")
    }

    @Test func thePeriodIsOverOnlyWhenItIs() throws {
        let site = Shipped.position(106.33, 29.52)
        #expect(try Shipped.assessor().assess(site).flags.contains { $0.rule == .planPeriodEnded })
        #expect(
            try !Shipped.assessor(asOf: "2024-06-01").assess(site).flags.contains {
                $0.rule == .planPeriodEnded
            })
    }

    @Test func theWeightierComeFirst() throws {
        let flags = try Shipped.assessor().assess(
            try Shipped.square(106.335, 29.545, metres: 4500), activity: "集成电路设计"
        ).flags
        let weights = flags.map { $0.severity == .attention ? 0 : 1 }
        #expect(weights == weights.sorted() && weights.contains(0) && weights.contains(1))
    }

    @Test func aStatedAreaThatIsRightIsNotFlagged() throws {
        let site = try Shipped.parcel(Self.sixtyMu)
        let assessment = try Shipped.assessor().assess(site)
        let mu = try #require(assessment.extent?.mu)
        #expect(abs(mu - 59.8) < 0.1)
        #expect(!assessment.flags.contains { $0.rule == .statedAreaDiffers })
    }

    @Test func whatWasNotCheckedIsInEveryAssessment() throws {
        let assessor = try Shipped.assessor()
        for site in [Shipped.position(106.33, 29.52), Shipped.position(139.7, 35.6)] {
            let items = try assessor.assess(site).uncheckedItems
            #expect(items.count >= 10)
            for id in ["ecological-red-line", "permanent-basic-farmland", "detailed-plan"] {
                #expect(items.contains { $0.id == id })
            }
        }
    }

    @Test func onlyTheLayoutsAskedForAreAnswered() throws {
        let assessment = try Shipped.assessor().assess(
            Shipped.position(106.33, 29.52), activity: "集成电路设计", layouts: [Shipped.five])
        #expect(assessment.layouts.map(\.layout.id) == [Shipped.five])
        #expect(assessment.functions.allSatisfy { [Shipped.five, "context"].contains($0.zone.layout) })
        let zones = assessment.comparison?.activities.flatMap(\.assignments).compactMap(
            \.assignment.target.zone)
        #expect(zones?.allSatisfy { [Shipped.five, "context"].contains($0.layout) } == true)
    }

    @Test func distancesAreToldNearestFirstAndOnlyWhereADocumentSpeaks() throws {
        let assessment = try Shipped.assessor().assess(try Shipped.square(106.33, 29.52, metres: 300))
        let told = assessment.distances.filter(\.distance.isCovered).map(\.distance.metres)
        #expect(told == told.sorted() && told.count > 3)
        for one in assessment.distances {
            switch one.reason {
            case .layoutCoversSite:
                #expect(assessment.layout(one.distance.zone.layout)?.applicability == .covered)
            case .contextNearby: #expect(one.distance.metres <= AssessedDistance.contextReach)
            case .counterpartHere: #expect(!one.distance.isCovered)
            }
            #expect([.axis, .screen, .river, .place].contains(one.distance.zone.role))
        }
        let speaking = Set(
            assessment.layouts.filter { $0.applicability == .covered }.map(\.layout.id) + ["context"])
        #expect(assessment.neighbours.allSatisfy { speaking.contains($0.zone.layout) })
    }
}
