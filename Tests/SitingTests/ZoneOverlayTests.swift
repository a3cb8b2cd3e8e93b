import Foundation
import PlanarGeometry
import Planning
import Projection
import TestSupport
import Testing
import Topology
import Wording

@testable import Siting

@Suite struct ZoneOverlayTests {
    /// Two squares of a hundredth of a degree side by side in a frame, west and east, σ 100 m.
    static func pair(accuracy: Double = 100) throws -> Catalogue {
        SyntheticLayout.catalogue(
            [
                try SyntheticLayout(
                    "pair",
                    [
                        SyntheticZone("whole", square(106.30, 29.50, 0.03, 0.02), accuracy: accuracy),
                        SyntheticZone("west", square(106.30, 29.50, 0.01, 0.01), accuracy: accuracy),
                        SyntheticZone("east", square(106.31, 29.50, 0.01, 0.01), accuracy: accuracy),
                        SyntheticZone("road", "LINESTRING(106.29 29.505,106.34 29.505)", accuracy: accuracy),
                        SyntheticZone("town", "POINT(106.335 29.505)", accuracy: accuracy, role: .place),
                    ]),
                try SyntheticLayout(
                    "other",
                    [
                        SyntheticZone("beside", square(106.33, 29.50, 0.01, 0.01), accuracy: 300),
                        SyntheticZone("upon", square(106.305, 29.505, 0.01, 0.01), accuracy: 300),
                    ]),
            ], dividing: [("pair", "whole")])
    }

    static func square(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> String {
        let (east, north) = (((x + width) * 1e6).rounded() / 1e6, ((y + height) * 1e6).rounded() / 1e6)
        return "POLYGON((\(x) \(y),\(east) \(y),\(east) \(north),\(x) \(north),\(x) \(y)))"
    }

    private func shares(_ wkt: String, accuracy: Double = 100, stated: StatedArea? = nil) throws
        -> ShareAnswer
    {
        let overlay = try ZoneOverlay(Self.pair(accuracy: accuracy))
        return try overlay.shares(of: ParcelReader().parcel(wkt: wkt, statedArea: stated))
    }

    private func zone(_ id: String, of answer: ShareAnswer) throws -> ZoneShare {
        try #require(answer.layouts.flatMap(\.zones).first { $0.zone.id == id })
    }

    @Test func halfASiteHasHalfAShareAndAnIntervalAroundIt() throws {
        let answer = try shares(Self.square(106.305, 29.502, 0.01, 0.005))
        let west = try zone("west", of: answer)
        #expect(abs(try #require(west.share) - 0.5) < 1e-9)
        let interval = try #require(west.interval)
        // The edge moves by 164.5 m of the site's 969.6 m.
        #expect(abs(interval.lowerBound - (0.5 - 164.5 / 969.6)) < 0.001)
        #expect(abs(interval.upperBound - (0.5 + 164.5 / 969.6)) < 0.001)
        #expect(west.isDivided && west.verdict == .uncertain && !west.isShareMeaningless)
        #expect(west.relation.cells == "212101212")
    }

    @Test func anIntervalOverAllSaysNothing() throws {
        let answer = try shares(Self.square(106.3095, 29.505, 0.001, 0.001), accuracy: 500)
        #expect(try zone("west", of: answer).isShareMeaningless)
    }

    @Test func hectaresAndMuFollowFromTheArea() throws {
        let extent = try #require(try shares(Self.square(106.305, 29.502, 0.01, 0.005)).extent)
        let hectares = try #require(extent.hectares)
        #expect(abs(hectares - extent.value / 10_000) < 1e-9)
        #expect(abs(try #require(extent.mu) - hectares * 15) < 1e-9)
    }

    @Test func aLineOnASharedBorderCountsOnce() throws {
        let answer = try shares("LINESTRING(106.31 29.498,106.31 29.512)")
        let parts = try #require(answer.layouts.first?.partitions.first)
        let border = Geodesic().length(
            of: try LineString([Point(x: 106.31, y: 29.5), Point(x: 106.31, y: 29.51)]))
        #expect(abs(parts.onBorder - border) < 1e-6)
        #expect(parts.members.isEmpty)
        #expect(abs(parts.sum / parts.whole.value - 1) < 1e-9)
        #expect(abs(try #require(try zone("west", of: answer).onBoundary) - border) < 1e-6)
    }

    @Test func aLineOnTheOuterBorderBelongsToItsZone() throws {
        let answer = try shares("LINESTRING(106.302 29.51,106.308 29.51)")
        let parts = try #require(answer.layouts.first?.partitions.first)
        #expect(parts.members.map(\.zone) == ["west"])
        #expect(parts.rest.value < 1e-6 && parts.onBorder == 0)
    }

    @Test func aLineThatRunsBackCountsOnce() throws {
        let there = try shares("LINESTRING(106.302 29.505,106.308 29.506)")
        let back = try shares("LINESTRING(106.302 29.505,106.308 29.506,106.302 29.505)")
        #expect(abs(try #require(there.extent).value - (try #require(back.extent).value)) < 1e-9)
    }

    @Test func aPartThinnerThanTheAccuracyIsASliverAndTheWholeSiteNever() throws {
        let answer = try shares(Self.square(106.3095, 29.501, 0.008, 0.008))
        #expect(try zone("west", of: answer).isSliver)
        #expect(try !zone("east", of: answer).isSliver)
        let small = try shares(Self.square(106.305, 29.505, 0.0001, 0.0001))
        #expect(try !zone("west", of: small).isSliver)
    }

    @Test func aStatedAreaThatDiffersIsFlagged() throws {
        let wkt = Self.square(106.305, 29.502, 0.01, 0.005)
        let mu = try #require(try shares(wkt).extent?.mu)
        #expect(try shares(wkt, stated: StatedArea(mu * 1.0009, .mu)).notes.isEmpty)
        let flagged = try shares(wkt, stated: StatedArea(mu * 1.0012, .mu))
        #expect(flagged.notes.map(\.code) == ["stated_area_differs"])
    }

    @Test func aRepairIsReportedWithTheShares() throws {
        let reader = ParcelReader(makingValid: true)
        let parcel = try reader.parcel(
            wkt: "POLYGON((106.302 29.502,106.308 29.508,106.308 29.502,106.302 29.508,106.302 29.502))")
        let answer = try ZoneOverlay(Self.pair()).shares(of: parcel)
        #expect(answer.notes.map(\.code) == ["made_valid"])
    }

    @Test(arguments: [
        "POINT(2.35 48.86)", "POLYGON((2 48,3 48,3 49,2 48))", "LINESTRING(-120 30,-110 31)",
        "POLYGON((-179 -80,179.5 -80,179.5 80,-179 -80))",
    ])
    func aSiteFarAwayHasNoShare(_ wkt: String) throws {
        // The last one goes around the globe the long way; its edge is refused by then.
        guard let parcel = try? ParcelReader().parcel(wkt: wkt) else { return }
        let overlay = try ZoneOverlay(Self.pair())
        let answer = try overlay.shares(of: parcel)
        #expect(answer.layouts.flatMap(\.zones).isEmpty)
        #expect(try overlay.neighbours(of: parcel).isEmpty)
    }

    @Test func aSiteOfAllChinaHoldsTheZonesAndIsInNone() throws {
        let answer = try shares("POLYGON((75 20,130 20,130 50,75 50,75 20))")
        let whole = try zone("whole", of: answer)
        #expect(whole.relation.covers)
        #expect(whole.probabilityWhole == 0 && whole.probabilityAny > 0.999)
        #expect(try #require(whole.share) < 1e-5)
    }

    @Test func tenThousandPartsAreAnswered() throws {
        let parts = (0..<10_000).map { index in
            let x = 106.301 + Double(index % 100) * 0.00018
            let y = 29.501 + Double(index / 100) * 0.00018
            return "((\(x) \(y),\(x + 0.0001) \(y),\(x + 0.0001) \(y + 0.0001),\(x) \(y)))"
        }
        let answer = try shares("MULTIPOLYGON(\(parts.joined(separator: ",")))")
        let sum = try #require(answer.layouts.first?.partitions.first)
        #expect(abs(sum.sum / sum.whole.value - 1) < 1e-9)
    }

    /// A star whose radii jump between two lengths, in degrees.
    private static func star(_ count: Int, _ short: Double, _ long: Double) throws -> Geometry {
        var points = (0..<count).map { index in
            let angle = 2 * Double.pi * Double(index) / Double(count)
            let radius = index % 2 == 0 ? long : short
            return Point(x: 106.31 + radius * cos(angle), y: 29.505 + 0.87 * radius * sin(angle))
        }
        points.append(points[0])
        return .polygon(Polygon(exterior: try Ring(points)))
    }

    @Test func aVeryLongBoundaryIsAnswered() throws {
        // 20 000 vertices whose teeth are 1 m deep, around a circle of 1 km.
        let overlay = try ZoneOverlay(Self.pair())
        let rough = try overlay.shares(of: ParcelReader().parcel(try Self.star(20_000, 0.00999, 0.01)))
        let plain = try overlay.shares(of: ParcelReader().parcel(try Self.star(200, 0.009995, 0.009995)))
        for (one, other) in zip(rough.layouts.flatMap(\.zones), plain.layouts.flatMap(\.zones)) {
            #expect(one.zone == other.zone)
            #expect(abs(try #require(one.share) - (try #require(other.share))) < 0.005)
            #expect(abs(one.probabilityAny - other.probabilityAny) < 0.01)
            #expect(abs(one.probabilityWhole - other.probabilityWhole) < 0.01)
            let (a, b) = (try #require(one.interval), try #require(other.interval))
            #expect(abs(a.lowerBound - b.lowerBound) < 0.005 && abs(a.upperBound - b.upperBound) < 0.005)
        }
    }

    @Test func aCombOfVeryManyLongEdgesIsRefusedByName() throws {
        #expect(throws: ParcelError.tooIntricate(vertices: 90_001)) {
            try ParcelReader().parcel(try Self.star(90_000, 0.02, 0.08))
        }
    }

    @Test func aPointHasProbabilitiesAndNoShare() throws {
        let answer = try shares("POINT(106.305 29.505)")
        let west = try zone("west", of: answer)
        #expect(west.share == nil && west.interval == nil && west.extent == nil)
        #expect(abs(west.probabilityWhole - west.probabilityAny) < 1e-9)
        #expect(west.probabilityWhole > 0.999)
    }

    /// The locator and the overlay must say the same of a point.
    @Test func aPointIsAsProbableAsTheLocatorSays() throws {
        let catalogue = try GeoDataFolder(path: Repository.geoData).catalogue()
        let locator = try Locator(catalogue)
        let overlay = try ZoneOverlay(catalogue)
        var random = SeededGenerator(seed: 11)
        var compared = 0
        for _ in 0..<60 {
            let (x, y) = (
                Double.random(in: 106.2...106.5, using: &random),
                Double.random(in: 29.4...29.7, using: &random)
            )
            let located = try locator.locate(Site(LonLat(longitude: x, latitude: y)))
            let shared = try overlay.shares(of: ParcelReader().parcel(.point(Point(x: x, y: y))))
            let wanted = Dictionary(
                uniqueKeysWithValues: shared.layouts.flatMap(\.zones).map {
                    ("\($0.zone.layout)/\($0.zone.id)", $0)
                })
            for zone in located.layouts.flatMap(\.zones) {
                let found = try #require(wanted["\(zone.zone.layout)/\(zone.zone.id)"])
                #expect(abs(found.probabilityWhole - zone.probability) < 2e-3)
                #expect(abs(found.accuracy - zone.accuracy) < 1e-6)
                compared += 1
            }
        }
        #expect(compared > 50)
    }

    @Test func aLargerSiteIsNeverMoreLikelyInsideNorLessLikelyMet() throws {
        let overlay = try ZoneOverlay(Self.pair())
        var random = SeededGenerator(seed: 5)
        for _ in 0..<40 {
            let (x, y) = (
                Double.random(in: 106.298...106.312, using: &random),
                Double.random(in: 29.498...29.511, using: &random)
            )
            let small = try overlay.shares(of: ParcelReader().parcel(wkt: Self.square(x, y, 0.001, 0.001)))
            let large = try overlay.shares(of: ParcelReader().parcel(wkt: Self.square(x, y, 0.003, 0.002)))
            for one in small.layouts.flatMap(\.zones) {
                guard let other = large.layouts.flatMap(\.zones).first(where: { $0.zone == one.zone }) else {
                    continue
                }
                #expect(other.probabilityWhole <= one.probabilityWhole + 2e-3)
                #expect(other.probabilityAny >= one.probabilityAny - 2e-3)
                #expect(one.probabilityWhole <= one.probabilityAny + 1e-9)
            }
        }
    }
}
