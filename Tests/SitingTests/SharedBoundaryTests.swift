import PlanarGeometry
import Planning
import TestSupport
import Testing

@testable import Siting

@Suite struct SharedBoundaryTests {
    private static let asOf = CalendarDate("2026-11-21")

    @Test func everyShippedVertexIsCoveredByItsZoneAtNoDistance() throws {
        let drawing = try ShippedDrawing(asOf: try #require(Self.asOf))
        for zone in drawing.layouts.flatMap(\.zones) where zone.holdsSites {
            for vertex in zone.geometry.vertices {
                #expect(try zone.covers(vertex), "\(zone.reference) at \(vertex)")
                let distance = try drawing.measured(LonLat(vertex)).distance(to: zone).distance
                #expect(distance < 1e-6, "\(zone.reference) at \(vertex)")
            }
        }
    }

    @Test func noGapAndNoDoubtOpensAtTheMiddleOfASharedEdge() throws {
        let drawing = try ShippedDrawing(asOf: try #require(Self.asOf))
        var holders: [Segment: [DrawnZone]] = [:]
        for zone in drawing.layouts.flatMap(\.zones) where zone.holdsSites {
            for edge in zone.geometry.polygons.flatMap(\.rings).flatMap({ Array($0.segments) }) {
                holders[edge, default: []].append(zone)
            }
        }
        var compared = 0
        for (edge, along) in holders {
            let middle = Point(x: (edge.start.x + edge.end.x) / 2, y: (edge.start.y + edge.end.y) / 2)
            let covering = try along.filter { try $0.covers(middle) }
            // Zones on the same side of one line hold the same of it; rounding moved the middle off it for all.
            #expect(
                covering.isEmpty || covering.count == along.count, "\(along.map(\.reference)) at \(middle)")
            guard let across = holders[Segment(edge.end, edge.start)] else { continue }
            let others = try across.filter { try $0.covers(middle) }
            #expect(!covering.isEmpty || !others.isEmpty, "a gap at \(middle)")
            compared += 1
            let position = try drawing.measured(LonLat(middle))
            for zone in along + across { #expect(position.distance(to: zone).distance < 0.03) }
        }
        #expect(compared > 100)
    }
}
