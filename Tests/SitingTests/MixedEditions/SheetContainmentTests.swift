import PlanarGeometry
import Planning
import TestSupport
import Testing

@testable import Siting

@Suite struct SheetContainmentTests {
    static func position(_ random: inout SeededGenerator) -> LonLat {
        LonLat(
            longitude: .random(in: 106.28...106.38, using: &random),
            latitude: .random(in: 29.485...29.575, using: &random))
    }

    @Test func probabilitiesAreThoseOfTheModelCounted() throws {
        let drawing = try MixedDrawing()
        let layout = drawing.layout
        var random = SeededGenerator(seed: 11)
        var unsettled = 0
        for number in 0..<30 {
            let position = try MeasuredPosition(Self.position(&random), plane: drawing.plane)
            let siteAccuracy = number.isMultiple(of: 4) ? 150.0 : 0
            let found = try Containment(of: position, in: layout, siteAccuracy: siteAccuracy)
            let accuracies = Dictionary(
                uniqueKeysWithValues: zip(layout.holding, found.measures).map { ($0.zone.id, $1.accuracy) })
            let counted = CountedProbabilities(
                at: try #require(position.metres), in: layout.holding,
                surveyedAccuracy: try #require(accuracies["west"]),
                sketchAccuracy: try #require(accuracies["whole"]))
            for (drawn, measure) in zip(layout.holding, found.measures) {
                let expected = try #require(counted.values[drawn.zone.id])
                #expect(
                    abs(measure.probability - expected) < 0.025,
                    "\(drawn.zone.id) at \(position.degrees): \(measure.probability), \(expected)")
                if (0.03...0.97).contains(expected) { unsettled += 1 }
            }
        }
        #expect(unsettled > 30)
    }

    @Test func partsAddUpAndNoPartIsLikelierThanItsWhole() throws {
        let drawing = try MixedDrawing()
        let layout = drawing.layout
        var random = SeededGenerator(seed: 12)
        var unsettled = 0
        for number in 0..<1000 {
            let position = try MeasuredPosition(Self.position(&random), plane: drawing.plane)
            let siteAccuracy = [0.0, 5, 200][number % 3]
            let found = try Containment(of: position, in: layout, siteAccuracy: siteAccuracy)
            func probability(_ id: String) throws -> Double {
                try #require(found.measure(of: id)?.probability)
            }
            let members = try MixedLayout.members.map(probability).reduce(0, +)
            let whole = try probability("whole")
            #expect(abs(members - whole) < 1e-6, "\(position.degrees)")
            #expect(abs(whole + (try probability("around")) - 1) < 1e-6, "\(position.degrees)")
            for (drawn, measure) in zip(layout.holding, found.measures) {
                guard let parent = drawn.zone.parent else { continue }
                #expect(
                    try probability(parent) >= measure.probability - 1e-7,
                    "\(drawn.zone.id) at \(position.degrees)")
            }
            if (0.01...0.99).contains(whole) { unsettled += 1 }
        }
        #expect(unsettled > 100)
    }

    /// With one standard deviation for both sheets the measure is the one normal of an edition of one kind.
    @Test func alikeKnownSheetsAnswerAsOne() throws {
        let drawing = try MixedDrawing()
        let layout = drawing.layout
        let sheets = try #require(layout.sheets)
        var random = SeededGenerator(seed: 13)
        for _ in 0..<100 {
            let position = try MeasuredPosition(Self.position(&random), plane: drawing.plane)
            let metres = try #require(position.metres)
            let measure = SheetMeasure(
                of: metres, in: sheets,
                covering: try sheets.rules.surveyed.map { try layout.holding[$0].covers(position.degrees) },
                SheetAccuracies(surveyed: [(0, 350)], sketched: [(0, 350)], siteAccuracy: 0))
            let normal = IsotropicNormal(centre: metres, standardDeviation: 350)
            // What the texts do not overrule is as drawn.
            for (sketch, place) in sheets.rules.sketched.enumerated()
            where ["belt", "around"].contains(layout.holding[place].zone.id) {
                let found = measure.probability(ofSketch: sketch, covers: false)
                #expect(abs(found - normal.mass(in: layout.holding[place].polygons)) < 1e-6)
            }
        }
    }

    /// The standard deviation of a sheet is that of its own nearest edge, and a shared one is the surveyed sheet's.
    @Test(arguments: [
        // Ten metres from the border of west and east, which is surveyed; then the nearest sketched line is the belt's.
        (106.3199, 29.508, 60.0, 200.0), (106.3201, 29.508, 60.0, 200.0),
        // Beside the border of west and north, and the border of north and east.
        (106.3201, 29.545, 60, 300), (106.335, 29.5299, 40, 500),
    ])
    func eachSheetHasItsOwnAccuracy(
        _ longitude: Double, _ latitude: Double, _ surveyed: Double, _ sketched: Double
    ) throws {
        let drawing = try MixedDrawing()
        let layout = drawing.layout
        let position = try MeasuredPosition(
            LonLat(longitude: longitude, latitude: latitude), plane: drawing.plane)
        let found = try Containment(of: position, in: layout, siteAccuracy: 30)
        for (drawn, measure) in zip(layout.holding, found.measures) {
            let own = MixedLayout.surveyed.contains(drawn.zone.id) ? surveyed : sketched
            #expect(abs(measure.accuracy - (own * own + 900).squareRoot()) < 1e-9, "\(drawn.zone.id)")
        }
    }

    @Test func manyPositionsAreAnsweredAsOne() throws {
        let catalogue = try MixedLayout.catalogue()
        let bulk = try BulkLocator(catalogue, siteAccuracy: 2, options: BulkLocatorTests.small)
        let locator = try Locator(catalogue)
        var random = SeededGenerator(seed: 14)
        let positions = (0..<400).map { _ in Self.position(&random) }
        var answers = BulkAnswers()
        let (longitudes, latitudes) = (positions.map(\.longitude), positions.map(\.latitude))
        try bulk.locate(longitudes: longitudes.span, latitudes: latitudes.span, into: &answers)
        var (certain, uncertain) = (0, 0)
        for (row, position) in positions.enumerated() {
            let single = try #require(
                try locator.locate(Site(position, accuracy: 2), layouts: ["plan"]).layouts.first)
            let columns = answers.plans[0]
            let others = columns.alsoPossible(at: row).map { bulk.plans[0].zones[Int($0)].id }
            #expect(others == single.zones.filter { !$0.holds }.map(\.zone.id), "\(position)")
            let deepest = try #require(single.deepest)
            #expect(bulk.plans[0].zones[Int(columns.zones[row])].id == deepest.zone.id, "\(position)")
            #expect(columns.verdicts[row] == deepest.verdict, "\(position)")
            #expect(abs(columns.probabilities[row] - deepest.probability) < 1e-5, "\(position)")
            #expect(abs(columns.distances[row] - deepest.boundaryDistance) < 0.001, "\(position)")
            if deepest.verdict == .inside { certain += 1 } else { uncertain += 1 }
        }
        #expect(certain > 60 && uncertain > 60)
    }
}
