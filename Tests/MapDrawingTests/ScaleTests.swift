import Foundation
import PlanarGeometry
import Planning
import Projection
import Siting
import Testing

@testable import MapDrawing

@Suite struct ScaleTests {
    /// The corners of the site's outline as the file puts them on paper, millimetres.
    private func outline(in map: DrawnMap) throws -> [Point] {
        let text = String(decoding: map.bytes, as: UTF8.self)
        // The one closed line in the site's colour, #B3400F; its numbers are carried to points by its own matrix.
        let lines = text.split(separator: "\n").filter {
            $0.contains("stroke:rgb(70.196") && $0.contains(" Z ")
        }
        let line = try #require(lines.first, "the site is not drawn")
        let path = try #require(line.firstMatch(of: #/ d="([^"]*)"/#))
        let matrix = try #require(line.firstMatch(of: #/matrix\(([^)]*)\)/#))
        let terms = matrix.1.split(separator: ",").compactMap { Double($0) }
        try #require(terms.count == 6 && terms[1] == 0 && terms[2] == 0)
        let numbers = path.1.split(whereSeparator: { " MLZ".contains($0) }).compactMap { Double($0) }
        return stride(from: 0, to: 8, by: 2).map {
            Point(
                x: (numbers[$0] * terms[0] + terms[4]) * 25.4 / 72,
                y: (numbers[$0 + 1] * terms[3] + terms[5]) * 25.4 / 72)
        }
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
            let metres = hypot(to.x - from.x, to.y - from.y) / 1000 * Double(map.denominator)
            #expect(abs(metres / ground - 1) < 0.001, "\(metres) m on paper, \(ground) m on the ground")
        }
        // And in the right place: north of it is up, the frame's middle is where it says.
        #expect(corners[2].y < corners[1].y)
        let frame = try #require(map.frames.first)
        let middle = frame.neatline.centre
        let east = (corners[0].x - middle.x) / 1000 * Double(map.denominator)
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
        let map = try ShippedMaps.plain([])
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
