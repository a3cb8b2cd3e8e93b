import PlanarGeometry
import Planning
import Siting
import TestSupport
import Testing

@Suite struct BulkLocatorTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let accuracy: Double
        let confidence: Double
        let seed: UInt64
        var testDescription: String { "±\(accuracy) m, confidence \(confidence)" }
    }

    /// Tables take a while without optimization; the tests share them.
    static let standard = try? BulkLocator(
        GeoDataFolder(path: Repository.geoData).catalogue(), options: small)
    /// The grids themselves are tested with the index.
    static let small = BulkIndex.Options(coarsestCells: 4096, firstDivision: 2)

    /// Positions over the land and a little beyond, and some on and beside the drawn boundaries.
    static func positions(_ catalogue: Catalogue, count: Int, seed: UInt64) -> [Point] {
        let zones = catalogue.layouts.flatMap(\.editions).flatMap(\.zones).compactMap {
            $0.geometry?.polygons
        }
        .filter { !$0.isEmpty }
        var generator = SeededGenerator(seed: seed)
        let uniform = (0..<count).map { _ in
            Point(
                x: Double.random(in: 106.1...106.7, using: &generator),
                y: Double.random(in: 29.25...29.95, using: &generator))
        }
        return uniform + AdversarialPoints.around(zones, count: count / 4, seed: seed)
    }

    @Test(arguments: [
        Case(accuracy: 0, confidence: 0.975, seed: 1), Case(accuracy: 30, confidence: 0.8, seed: 2),
        Case(accuracy: 2000, confidence: 0.6, seed: 3),
    ])
    func answersAreThoseOfTheLocator(_ test: Case) throws {
        let catalogue = try GeoDataFolder(path: Repository.geoData).catalogue()
        let confidence = try #require(Confidence(test.confidence))
        let isStandard = confidence == .standard && test.accuracy == 0
        let bulk =
            isStandard
            ? try #require(Self.standard)
            : try BulkLocator(
                catalogue, confidence: confidence, siteAccuracy: test.accuracy,
                options: Self.small)
        let locator = try Locator(catalogue)
        let positions = Self.positions(catalogue, count: 300, seed: test.seed)
        var answers = BulkAnswers()
        let longitudes = positions.map(\.x)
        let latitudes = positions.map(\.y)
        try bulk.locate(longitudes: longitudes.span, latitudes: latitudes.span, into: &answers)
        #expect(answers.count == positions.count)
        var covered = 0
        for (row, position) in positions.enumerated() {
            let answer = try locator.locate(
                Site(LonLat(position), accuracy: test.accuracy), confidence: confidence)
            for (place, single) in answer.layouts.enumerated() {
                let columns = answers.plans[place]
                let zones = bulk.plans[place].zones
                let number = columns.zones[row]
                guard single.applicability == .covered else {
                    #expect(number == BulkAnswers.Columns.notCovered && columns.verdicts[row] == nil)
                    continue
                }
                covered += 1
                let others = columns.alsoPossible(at: row).map { zones[Int($0)].id }
                #expect(others == single.zones.filter { !$0.holds }.map(\.zone.id), "\(position)")
                guard let deepest = single.deepest else {
                    #expect(number == BulkAnswers.Columns.none, "\(position)")
                    #expect(columns.verdicts[row] == (others.isEmpty ? .outside : .uncertain))
                    let nearest = try #require(single.nearest)
                    #expect(abs(columns.distances[row] + nearest.distance) < 0.001)
                    continue
                }
                try #require(number >= 0, "\(position)")
                #expect(zones[Int(number)].id == deepest.zone.id)
                #expect(columns.verdicts[row] == deepest.verdict, "\(position)")
                #expect(abs(columns.probabilities[row] - deepest.probability) < 1e-5, "\(position)")
                #expect(abs(columns.distances[row] - deepest.boundaryDistance) < 0.001)
            }
        }
        #expect(covered > positions.count / 4)
    }

    @Test func answersDoNotDependOnTheNumberOfTasks() async throws {
        let catalogue = try GeoDataFolder(path: Repository.geoData).catalogue()
        let bulk = try #require(Self.standard)
        let positions = Self.positions(catalogue, count: 1000, seed: 9)
        let x = positions.map(\.x)
        let y = positions.map(\.y)
        let alone = try await bulk.answers(longitudes: x, latitudes: y, tasks: 1)
        let shared = try await bulk.answers(longitudes: x, latitudes: y, tasks: 5)
        #expect(shared.count == 5)
        #expect(shared.flatMap(\.zoneSets) == alone.flatMap(\.zoneSets))
        for plan in bulk.plans.indices {
            let one = alone.map { $0.plans[plan] }
            let many = shared.map { $0.plans[plan] }
            #expect(one.flatMap(\.zones) == many.flatMap(\.zones))
            #expect(one.flatMap(\.verdicts) == many.flatMap(\.verdicts))
            #expect(
                one.flatMap(\.probabilities).map(\.bitPattern)
                    == many.flatMap(\.probabilities).map(\.bitPattern))
            #expect(one.flatMap(\.distances).map(\.bitPattern) == many.flatMap(\.distances).map(\.bitPattern))
        }
    }

    /// Whether the other zones are asked for changes nothing else.
    @Test func otherZonesAreLeftOutWhereTheyAreNotAskedFor() throws {
        let catalogue = try GeoDataFolder(path: Repository.geoData).catalogue()
        let bulk = try #require(Self.standard)
        let positions = Self.positions(catalogue, count: 1000, seed: 11)
        let x = positions.map(\.x)
        let y = positions.map(\.y)
        var with = BulkAnswers()
        var without = BulkAnswers()
        try bulk.locate(longitudes: x.span, latitudes: y.span, into: &with)
        try bulk.locate(longitudes: x.span, latitudes: y.span, into: &without, alsoPossible: false)
        #expect(with.zoneSets == without.zoneSets)
        for (one, other) in zip(with.plans, without.plans) {
            #expect(one.zones == other.zones)
            #expect(one.verdicts == other.verdicts)
            #expect(one.probabilities.map(\.bitPattern) == other.probabilities.map(\.bitPattern))
            #expect(one.distances.map(\.bitPattern) == other.distances.map(\.bitPattern))
            #expect(!one.alsoPossible.isEmpty)
            #expect(other.alsoPossible.isEmpty && other.alsoPossible(at: 0).isEmpty)
        }
    }

    /// The documentation's example, to the letter.
    @Test func arraysOfPositionsAreAnsweredAsTheExampleSays() throws {
        let locator = try #require(Self.standard)
        var answers = BulkAnswers()
        let longitudes = [106.33]
        let latitudes = [29.52]
        try locator.locate(longitudes: longitudes.span, latitudes: latitudes.span, into: &answers)
        let five = try #require(locator.plans.firstIndex { $0.layout.id == "jinfeng-five-zones" })
        let zone = Int(answers.plans[five].zones[0])
        #expect(locator.plans[five].zones[zone].id == "shengmingdao")
        #expect(answers.plans[five].verdicts[0] == .uncertain)
    }

    @Test func whatIsNoPositionIsNotCovered() throws {
        let bulk = try #require(Self.standard)
        var answers = BulkAnswers()
        let x: [Double] = [.nan, .infinity, 106.33, 0]
        let y: [Double] = [29.5, 29.5, -.infinity, 0]
        try bulk.locate(longitudes: x.span, latitudes: y.span, into: &answers)
        #expect(answers.zoneSets == [BulkIndex.notFinite, BulkIndex.notFinite, BulkIndex.notFinite, 0])
        #expect(answers.plans.allSatisfy { $0.verdicts == [nil, nil, nil, nil] })
    }
}
