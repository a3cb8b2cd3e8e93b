import PlanarGeometry
import Planning
import TestSupport
import Testing
import Topology

@testable import Siting

@Suite struct AdjacencyTests {
    /// Two shapes and how the first lies to the second.
    struct Pair: CustomTestStringConvertible {
        let testDescription: String
        let one: String
        let other: String
        let kind: AdjacencyKind
        var length: Double?
    }

    static let side = ZoneOverlayTests.square(106.30, 29.50, 0.01, 0.01)
    static let pairs = [
        Pair(
            testDescription: "squares side by side", one: side,
            other: ZoneOverlayTests.square(106.31, 29.50, 0.01, 0.01), kind: .edge),
        Pair(
            testDescription: "squares at a corner", one: side,
            other: ZoneOverlayTests.square(106.31, 29.51, 0.01, 0.01), kind: .corner),
        Pair(
            testDescription: "squares 97 m apart", one: side,
            other: ZoneOverlayTests.square(106.311, 29.50, 0.01, 0.01), kind: .near),
        Pair(
            testDescription: "squares 1 km apart", one: side,
            other: ZoneOverlayTests.square(106.32, 29.50, 0.01, 0.01), kind: .apart),
        Pair(
            testDescription: "squares that overlap", one: side,
            other: ZoneOverlayTests.square(106.305, 29.505, 0.01, 0.01), kind: .overlaps),
        Pair(
            testDescription: "a square in a square", one: side,
            other: ZoneOverlayTests.square(106.303, 29.503, 0.002, 0.002), kind: .contains),
        Pair(
            testDescription: "a square in a corner of a square", one: side,
            other: ZoneOverlayTests.square(106.30, 29.50, 0.002, 0.002), kind: .contains),
        Pair(testDescription: "a square twice", one: side, other: side, kind: .equals),
        Pair(
            testDescription: "a line through a square", one: side,
            other: "LINESTRING(106.29 29.505,106.32 29.505)",
            kind: .crosses),
        Pair(
            testDescription: "a line in a square", one: side,
            other: "LINESTRING(106.302 29.505,106.308 29.505)",
            kind: .contains),
        Pair(
            testDescription: "a line along a square", one: side,
            other: "LINESTRING(106.30 29.51,106.31 29.51)",
            kind: .edge),
        Pair(
            testDescription: "a line that ends on a square", one: side,
            other: "LINESTRING(106.31 29.505,106.33 29.505)", kind: .corner),
        Pair(
            testDescription: "lines that cross", one: "LINESTRING(106.30 29.50,106.32 29.52)",
            other: "LINESTRING(106.30 29.52,106.32 29.50)", kind: .crosses),
        Pair(
            testDescription: "lines with a piece in common",
            one: "LINESTRING(106.30 29.50,106.31 29.50,106.32 29.50)",
            other: "LINESTRING(106.31 29.50,106.32 29.50,106.33 29.51)", kind: .overlaps),
        Pair(
            testDescription: "lines end to end", one: "LINESTRING(106.30 29.50,106.31 29.50)",
            other: "LINESTRING(106.31 29.50,106.32 29.51)", kind: .corner),
        Pair(
            testDescription: "a point in a square", one: side, other: "POINT(106.305 29.505)", kind: .contains
        ),
        Pair(testDescription: "a point on a border", one: side, other: "POINT(106.31 29.505)", kind: .corner),
    ]

    private func neighbour(_ one: String, _ other: String, sameDrawing: Bool = true) throws -> Neighbour? {
        let layouts =
            sameDrawing
            ? [
                try SyntheticLayout(
                    "one", [SyntheticZone("a", one, accuracy: 30), SyntheticZone("b", other, accuracy: 40)])
            ]
            : [
                try SyntheticLayout("one", [SyntheticZone("a", one, accuracy: 30)]),
                try SyntheticLayout("two", [SyntheticZone("b", other, accuracy: 40)]),
            ]
        let overlay = try ZoneOverlay(SyntheticLayout.catalogue(layouts))
        let answer = try #require(try overlay.neighbours(of: ZoneReference(layout: "one", zone: "a")))
        return answer.neighbours.first ?? answer.acrossLayouts.first
    }

    @Test(arguments: pairs) func zonesOfOneDrawingAreAdjacentInOneWay(_ pair: Pair) throws {
        #expect((try neighbour(pair.one, pair.other)?.kind ?? .apart) == pair.kind)
        #expect((try neighbour(pair.other, pair.one)?.kind ?? .apart) == pair.kind.reversed)
    }

    @Test(arguments: pairs) func whatIsMeasuredIsTheSameFromBothSides(_ pair: Pair) throws {
        let there = try neighbour(pair.one, pair.other)
        let back = try neighbour(pair.other, pair.one)
        #expect((there == nil) == (back == nil))
        guard let there, let back else { return }
        #expect(abs((there.sharedLength ?? 0) - (back.sharedLength ?? 0)) < 1e-6)
        #expect(abs(there.gap - back.gap) < 1e-6)
        #expect(abs((there.overlap?.value ?? 0) - (back.overlap?.value ?? 0)) < 1e-6)
        #expect(abs((there.share ?? -1) - (back.shareOfOther ?? -1)) < 1e-9)
        #expect(there.accuracy == 50 && back.accuracy == 50)
    }

    @Test(arguments: pairs) func twoDrawingsShareNoBorder(_ pair: Pair) throws {
        let found = try neighbour(pair.one, pair.other, sameDrawing: false)
        #expect(found?.kind != .edge && found?.kind != .corner && found?.sharedLength == nil)
        if pair.kind == .edge || pair.kind == .corner {
            #expect(found?.kind == .near && found?.gap == 0)
        }
    }

    @Test func everyRelationOfTheShippedDrawingIsSymmetric() throws {
        let catalogue = try GeoDataFolder(path: Repository.geoData).catalogue()
        let overlay = try ZoneOverlay(catalogue)
        var seen: [String: Neighbour] = [:]
        for zone in catalogue.layouts.flatMap({ $0.edition(validOn: .today())?.zones ?? [] }) {
            let reference = ZoneReference(layout: zone.layout, zone: zone.id)
            guard let answer = try overlay.neighbours(of: reference) else { continue }
            for neighbour in answer.neighbours + answer.acrossLayouts {
                seen["\(reference) \(neighbour.zone.layout)/\(neighbour.zone.id)"] = neighbour
            }
        }
        #expect(seen.count > 100)
        for (key, neighbour) in seen {
            let sides = key.split(separator: " ")
            let back = try #require(seen["\(sides[1]) \(sides[0])"], "\(key)")
            #expect(back.kind == neighbour.kind.reversed, "\(key)")
            #expect(abs((back.sharedLength ?? 0) - (neighbour.sharedLength ?? 0)) < 1e-3, "\(key)")
            #expect(abs(back.gap - neighbour.gap) < 1e-6, "\(key)")
        }
    }

    @Test func anUnlocatedZoneHasNoNeighboursAndAnUnknownOneNeither() throws {
        let overlay = try ZoneOverlay(GeoDataFolder(path: Repository.geoData).catalogue())
        #expect(try overlay.neighbours(of: ZoneReference(layout: "context", zone: "nowhere")) == nil)
        #expect(try overlay.adjacency(in: "nowhere") == nil)
    }

    @Test func aSiteHasNeighboursToo() throws {
        let overlay = try ZoneOverlay(ZoneOverlayTests.pair())
        let parcel = try ParcelReader(accuracy: 75).parcel(
            wkt: ZoneOverlayTests.square(106.321, 29.502, 0.002, 0.002))
        let found = try overlay.neighbours(of: parcel)
        let east = try #require(found.first { $0.zone.id == "east" })
        #expect(east.kind == .near && abs(east.gap - 96.96) < 0.1)
        #expect(east.accuracy == 125)
        #expect(abs(east.bearing - 270) < 0.1)
        #expect(found.first { $0.zone.id == "whole" }?.kind == .within)
        #expect(found.first { $0.zone.id == "road" }?.kind == .near)
    }
}
