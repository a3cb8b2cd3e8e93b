import PlanarGeometry
import Planning
import TestSupport
import Testing

@testable import Siting

/// Leaving out what no answer names changes no answer.
@Suite struct MeasuredContainmentTests {
    @Test(arguments: [0.51, 0.9, 0.975, 0.9999])
    func onlyZonesThatNoAnswerNamesAreLeftUnmeasured(confidence: Double) throws {
        let confidence = try #require(Confidence(confidence))
        let drawing = try ShippedDrawing(asOf: try #require(CalendarDate("2026-11-21")))
        var random = SeededGenerator(seed: 41)
        var (named, spared) = (0, 0)
        for number in 0..<80 {
            let position = try drawing.measured(
                LonLat(
                    longitude: .random(in: 106.2...106.6, using: &random),
                    latitude: .random(in: 29.3...29.8, using: &random)))
            let siteAccuracy = number.isMultiple(of: 3) ? Double.random(in: 0...800, using: &random) : 0
            for layout in drawing.layouts {
                let wanted = layout.holding.indices.map { ($0 + number).isMultiple(of: 5) }
                let whole = try Containment(of: position, in: layout, siteAccuracy: siteAccuracy)
                let short = try Containment(
                    of: position, in: layout, siteAccuracy: siteAccuracy,
                    .answerable(confidence, and: wanted))
                try #require(short.measures.count == whole.measures.count)
                #expect(short.edgeAccuracy == whole.edgeAccuracy)
                let nearest = whole.measures.map { abs($0.boundaryDistance) }.min()
                for (place, (one, other)) in zip(short.measures, whole.measures).enumerated() {
                    try #require(one.covers == other.covers && one.accuracy == other.accuracy)
                    let isNamed = other.covers || !confidence.excludes(other.probability)
                    if isNamed || wanted[place] || abs(other.boundaryDistance) == nearest {
                        try #require(one.boundaryDistance == other.boundaryDistance)
                        try #require(one.foot == other.foot)
                    }
                    if isNamed || wanted[place] {
                        try #require(one.probability == other.probability)
                        named += 1
                    } else {
                        try #require(confidence.excludes(one.probability))
                        try #require(one.boundaryDistance <= other.boundaryDistance)
                        spared += one.boundaryDistance == -.infinity ? 1 : 0
                    }
                }
            }
        }
        #expect(named > 500 && spared > 0)
    }

    @Test func theMassOfADrawnZoneIsThatOfItsPolygons() throws {
        let drawing = try ShippedDrawing(asOf: try #require(CalendarDate("2026-11-21")))
        var random = SeededGenerator(seed: 42)
        for _ in 0..<60 {
            let position = try drawing.measured(
                LonLat(
                    longitude: .random(in: 106.2...106.6, using: &random),
                    latitude: .random(in: 29.3...29.8, using: &random)))
            let metres = try #require(position.metres)
            let normal = IsotropicNormal(
                centre: metres, standardDeviation: .random(in: 5...2000, using: &random))
            for drawn in drawing.layouts.flatMap(\.holding) {
                let nearest = try #require(drawn.nearest(to: metres, within: .infinity))
                let every = drawn.edges.map { $0.distance(to: metres) }.min()
                try #require(abs(nearest.distance - (every ?? 0)) < 1e-6)
                let covers = try drawn.covers(position.degrees)
                let mass = normal.mass(in: drawn, covers: covers, distance: nearest.distance)
                try #require(abs(mass - normal.mass(in: drawn.polygons)) < 2e-9, "\(drawn.reference)")
            }
        }
    }
}
