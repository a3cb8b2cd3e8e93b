import PlanarGeometry
import Planning
import TestSupport
import Testing
import Wording

@testable import Siting

@Suite struct ScreenerTests {
    private typealias Shipped = ShippedScreening

    private func finding(
        _ candidate: Candidate, _ text: String, minimumProbability: Double? = nil
    ) throws -> CriterionFinding {
        try #require(
            try Shipped.screened(candidate, [text], minimumProbability: minimumProbability).findings.first)
    }

    /// A point in the middle of the park, one far to the east, and one on the drawn edge of a zone.
    @Test(arguments: [
        ("in:直管园", 106.330, 29.515, CriterionFinding.Outcome.met), ("in:直管园", 106.60, 29.60, .notMet),
        ("not_in:中梁山", 106.330, 29.515, .met), ("not_in:直管园", 106.330, 29.515, .notMet),
        ("near:科学大道<=6km", 106.330, 29.515, .met), ("near:科学大道<=500m", 106.60, 29.60, .notMet),
        ("away:中梁山>=1km", 106.330, 29.515, .met), ("away:直管园>=1km", 106.330, 29.515, .notMet),
        ("near:生命岛<=1m", 106.330, 29.515, .undecided),
    ])
    func eachCriterionIsMetMissedOrUndecided(
        _ text: String, _ x: Double, _ y: Double, _ outcome: CriterionFinding.Outcome
    ) throws {
        let found = try finding(Shipped.point(x, y), text)
        #expect(found.outcome == outcome, "\(found)")
        #expect(found.measure != nil && !found.sources.isEmpty)
    }

    @Test func onADrawnEdgeNothingIsDecided() throws {
        let zone = try #require(
            try Shipped.catalogue().layout("jinfeng-five-zones")?.editions.first?.zone("shengmingdao"))
        let corner = try #require(zone.geometry?.vertices.first)
        for text in ["in:生命岛", "not_in:生命岛"] {
            let found = try finding(Shipped.point(corner.x, corner.y), text)
            #expect(found.outcome == .undecided)
            let probability = try #require(found.probability)
            #expect(probability > 0.025 && probability < 0.975)
        }
    }

    @Test func theWantedProbabilityMovesWhatCountsAsMet() throws {
        let candidate = Shipped.point(106.330, 29.515)
        let probability = try #require(try finding(candidate, "in:生命岛").probability)
        #expect(try finding(candidate, "in:生命岛", minimumProbability: probability - 0.001).outcome == .met)
        #expect(try finding(candidate, "in:生命岛", minimumProbability: probability + 0.001).outcome != .met)
    }

    // MARK: - Coverage

    @Test(arguments: [
        "not_in:zhongliangshan-pingzhang", "away:zhongliangshan-pingzhang>=100m",
        "in:zhongliangshan-pingzhang",
        "near:zhongliangshan-pingzhang<=50km",
    ])
    func aScreenOf004IsNeverASilentPassInThePark(_ text: String) throws {
        for candidate in [Shipped.point(106.300, 29.600), try Shipped.square(106.300, 29.600, side: 300)] {
            let answer = try Shipped.screened(candidate, [text])
            #expect(answer.decision == .undecided)
            let found = answer.findings[0]
            #expect(found.outcome == .notAnswerable && found.probability == nil && found.measure == nil)
            #expect(found.counterparts.map(\.zone.id) == ["zhongliangshan"])
            #expect(!found.reasons.isEmpty)
        }
    }

    @Test func landSurelyElsewhereIsInNoneOfALayoutsZonesAndNotSurelyOutOfThem() throws {
        for candidate in [Shipped.point(106.55, 29.57), try Shipped.square(106.55, 29.57, side: 300)] {
            let inside = try finding(candidate, "in:生命岛")
            #expect(inside.outcome == .notMet && !inside.reasons.isEmpty)
            #expect(try finding(candidate, "not_in:生命岛").outcome == .notAnswerable)
        }
    }

    @Test func aParcelAcrossTheEdgeOfTheCoverageIsNotPassedOnItsCoveredPart() throws {
        // From the west slope of 中梁山 into the park.
        let zone = try #require(
            try Shipped.catalogue().context?.editions.first?.zone("gaoxinqu-zhiguanyuan"))
        let corner = try #require(zone.geometry?.vertices.max { $0.y < $1.y })
        let across = try Shipped.square(corner.x, corner.y, side: 2000)
        let found = try finding(across, "not_in:zhongliangshan-pingzhang")
        #expect(found.outcome == .notAnswerable && !found.reasons.isEmpty)
    }

    // MARK: - Areas

    @Test(arguments: [
        ("min_area:50亩", CriterionFinding.Outcome.met), ("min_area:70亩", .notMet), ("min_area:3.9公顷", .met),
        ("min_area:4.1ha", .notMet), ("min_area:39000m2", .met), ("min_area:4.1万平方米", .notMet),
    ])
    func landIsMeasuredFromTheShape(_ text: String, _ outcome: CriterionFinding.Outcome) throws {
        let lie = StatedLandArea.area(try #require(StatedArea("1亩")))
        let found = try finding(try Shipped.square(106.33, 29.515, side: 200, landArea: lie), text)
        #expect(found.outcome == outcome && found.basis == .shape)
        guard case .area(let area) = found.measure else {
            Issue.record("no area")
            return
        }
        #expect(abs(area - 40_000) < 400)
        #expect(found.reasons.contains { $0.zh.contains("申报面积") })
    }

    @Test func anAreaIsUndecidedAtItsAccuracy() throws {
        let exact = try finding(try Shipped.square(106.33, 29.515, side: 200), "min_area:60亩")
        #expect(exact.outcome != .undecided)
        let vague = try finding(try Shipped.square(106.33, 29.515, side: 200, accuracy: 5), "min_area:60亩")
        #expect(vague.outcome == .undecided)
        // A square of side a with vertices known to σ: √(4·2a²)/2·σ = √2·a·σ.
        #expect(abs(try #require(vague.accuracy) - 2.0.squareRoot() * 200 * 5) < 20)
    }

    @Test func theDeviationOfAnAreaIsThatOfDisplacedVertices() throws {
        let corners = [(0.0, 0.0), (300, 40), (420, 260), (150, 330), (-60, 180)]
        var random = SeededGenerator(seed: 3)
        func normal() -> Double {
            (0..<12).reduce(-6) { sum, _ in sum + Double.random(in: 0..<1, using: &random) }
        }
        func area(_ points: [(Double, Double)]) -> Double {
            zip(points, points.dropFirst() + points.prefix(1)).reduce(0) {
                $0 + ($1.0.0 * $1.1.1 - $1.1.0 * $1.0.1) / 2
            }
        }
        let accuracy = 6.0
        let areas = (0..<4000).map { _ in
            area(corners.map { ($0.0 + accuracy * normal(), $0.1 + accuracy * normal()) })
        }
        let mean = areas.reduce(0, +) / Double(areas.count)
        let scatter = (areas.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(areas.count - 1))
            .squareRoot()
        let ring = (corners + corners.prefix(1)).map {
            Point(x: 106.33 + $0.0 / 96_900, y: 29.515 + $0.1 / 110_850)
        }
        let parcel = try ParcelReader().parcel(
            .polygon(Polygon(exterior: try Ring(ring))), accuracy: accuracy)
        let overlay = try ZoneOverlay(try Shipped.catalogue(), asOf: try #require(Shipped.day))
        let found = Screener.deviation(of: try MeasuredParcel(parcel, on: overlay))
        #expect(abs(found / scatter - 1) < 0.04)
    }

    @Test(arguments: [
        (StatedLandArea.none, CriterionFinding.Outcome.notAnswerable), (.withoutUnit("60"), .notAnswerable),
        (.floorArea("90000"), .notAnswerable), (.unreadable("大"), .notAnswerable),
        (StatedLandArea("60亩", unit: nil), .met), (StatedLandArea("3", unit: "公顷"), .notMet),
    ])
    func withoutAShapeTheTableIsTakenAtItsWord(_ stated: StatedLandArea, _ outcome: CriterionFinding.Outcome)
        throws
    {
        let found = try finding(Shipped.point(106.33, 29.515, landArea: stated), "min_area:50亩")
        #expect(found.outcome == outcome && found.basis == .stated && !found.reasons.isEmpty)
    }

    private static let mu = 10_000.0 / 15  // m²

    /// A cell, the unit of its header and what it says, m².
    private static let areas: [(String, String?, Double)] = [
        ("50", "亩", 50 * mu), ("1,234.5", "m2", 1234.5), ("3.3", "公顷", 33_000), ("50亩", nil, 50 * mu),
        ("2", "万平方米", 20_000), ("1,200.5亩", nil, 1200.5 * mu), ("１２００亩", "公顷", 800_000),
    ]

    @Test(arguments: areas)
    func anAreaIsReadUnderTheUnitOfItsHeader(_ text: String, _ unit: String?, _ squareMetres: Double) throws {
        let area = try #require(StatedLandArea(text, unit: unit).area)
        #expect(abs(area.squareMetres - squareMetres) < 1e-6)
    }

    @Test func anAreaThatIsNoneSaysWhy() {
        #expect(StatedLandArea("", unit: "亩") == .none)
        #expect(StatedLandArea("60", unit: nil) == .withoutUnit("60"))
        for text in ["-60", "约50", "约50亩", "40-50", "50亩左右", "40～50亩"] {
            #expect(StatedLandArea(text, unit: "亩") == .unreadable(text))
        }
        #expect(StatedLandArea("建筑面积6万㎡", unit: "m2") == .floorArea("建筑面积6万㎡"))
        #expect(StatedLandArea("60", unit: nil, isFloorArea: true) == .floorArea("60"))
    }
}
