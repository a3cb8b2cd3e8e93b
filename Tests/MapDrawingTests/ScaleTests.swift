import Foundation
import PlanarGeometry
import Planning
import Projection
import Siting
import Testing

@testable import MapDrawing

@Suite struct ScaleTests {
    /// The corners of the site's outline as they stand in the file, points of 1/72 inch.
    private func outline(in map: DrawnMap) throws -> [Point] {
        let text = String(decoding: map.bytes, as: UTF8.self)
        // The one closed line in the site's colour: #B3400F.
        let pattern =
            #/<path style="[^"]*stroke:rgb\(70\.196\d*%,25\.098\d*%,5\.882\d*%\)[^"]*" d="([^"]*Z[^"]*)"/#
        let path = try #require(text.firstMatch(of: pattern), "the site is not drawn")
        let numbers = path.1.split(whereSeparator: { " MLZ".contains($0) }).compactMap { Double($0) }
        return stride(from: 0, to: 8, by: 2).map { Point(x: numbers[$0], y: numbers[$0 + 1]) }
    }

    @Test(arguments: [PaperSize.a4, .a3, .wideSlide])
    func groundAndPaperAgreeToAThousandth(_ size: PaperSize) throws {
        var sheet = MapSheet(layouts: [ShippedMaps.five])
        sheet.size = size
        sheet.site = .parcel(try ParcelReader().parcel(wkt: ShippedMaps.square))
        let map = try ShippedMaps.drafter().draw(sheet, as: .svg)
        let corners = try outline(in: map)
        let geodesic = Geodesic()
        let (a, b, c) = (
            Point(x: 106.31, y: 29.51), Point(x: 106.335, y: 29.51), Point(x: 106.335, y: 29.53)
        )
        for (ground, (from, to)) in [
            (geodesic.distance(a, b), (corners[0], corners[1])),
            (geodesic.distance(b, c), (corners[1], corners[2])),
            (geodesic.distance(a, c), (corners[0], corners[2])),
        ] {
            let points = hypot(to.x - from.x, to.y - from.y)
            let metres = points / 72 * 0.0254 * Double(map.denominator)
            #expect(abs(metres / ground - 1) < 0.001, "\(metres) m on paper, \(ground) m on the ground")
        }
        // And in the right place: north of it is up, the frame's middle is where it says.
        #expect(corners[2].y < corners[1].y)
        let frame = try #require(map.frames.first)
        let middle = frame.neatline.centre
        let east = (corners[0].x * 25.4 / 72 - middle.x) / 1000 * Double(map.denominator)
        let expected = geodesic.distance(
            Point(x: frame.centre.longitude, y: 29.51), Point(x: 106.31, y: 29.51))
        #expect(abs(abs(east) - expected) < 0.002 * expected + 1)
    }

    @Test(arguments: [
        (1.0, 100), (100, 100), (101, 125), (61_000, 80_000), (80_000, 80_000), (80_001, 100_000),
        (199_999.9, 200_000), (999_999, 1_000_000),
    ])
    func scalesAreRound(_ least: Double, _ denominator: Int) {
        #expect(MapScale.round(atLeast: least) == denominator)
    }

    @Test func aScaleAskedForIsKept() throws {
        var sheet = MapSheet(layouts: [ShippedMaps.five])
        sheet.denominator = 123_456
        #expect(try ShippedMaps.drafter().draw(sheet, as: .svg).denominator == 123_456)
    }

    @Test func everyMapOfASheetHasTheSameScaleAndHoldsItsLayout() throws {
        let drafter = try ShippedMaps.drafter()
        let map = try drafter.draw(MapSheet(), as: .svg)
        #expect(map.frames.map(\.layout) == drafter.catalogue.plans.map(\.id))
        for frame in map.frames {
            let plane = try LocalMetricFrame(centre: frame.centre.point)
            let zones = drafter.catalogue.layout(frame.layout)?.edition(validOn: drafter.asOf)?.zones ?? []
            for vertex in zones.compactMap(\.geometry).flatMap(\.vertices) {
                let metres = try plane.metres(vertex)
                let paper = Point(
                    x: frame.neatline.centre.x + metres.x * 1000 / Double(map.denominator),
                    y: frame.neatline.centre.y - metres.y * 1000 / Double(map.denominator))
                #expect(frame.neatline.covers(paper))
            }
        }
    }
}
