import Foundation
import PlanarGeometry
import TestSupport
import Testing
import Topology

@testable import Siting

/// What edges in runs tell, held against GEOS.
@Suite struct RunEdgesTests {
    /// A ragged polygon around a middle, every third with a hole.
    private static func polygon(
        _ random: inout SeededGenerator, _ middle: Point, _ radius: Double, _ corners: Int
    ) throws -> Polygon {
        func ring(_ reach: ClosedRange<Double>) throws -> Ring {
            var points = (0..<corners).map { index in
                let angle = 2 * Double.pi * Double(index) / Double(corners)
                let reach = radius * Double.random(in: reach, using: &random)
                return Point(x: middle.x + reach * cos(angle), y: middle.y + reach * sin(angle))
            }
            points.append(points[0])
            return try Ring(points)
        }
        let holes = corners.isMultiple(of: 3) ? [try ring(0.1...0.3)] : []
        return Polygon(exterior: try ring(0.5...1), holes: holes)
    }

    @Test(arguments: 0..<60) func theShareIsThatOfAnOverlay(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let site = Geometry.polygon(
            try Self.polygon(&random, Point(x: 20_000, y: -9000), 700, 5 + seed))
        let away = Point(x: 20_000 + Double.random(in: 0...1200, using: &random), y: -9000)
        var parts = [try Self.polygon(&random, away, Double.random(in: 100...2500, using: &random), 40)]
        if seed.isMultiple(of: 2) {
            parts.append(try Self.polygon(&random, Point(x: away.x, y: away.y + 6000), 2000, 21))
        }
        let operators = SpatialOperators()
        let zone = try #require(Geometry.area(parts))
        let common = try operators.intersection(site, zone)
        let part = try common.map { try operators.area(of: $0) } ?? 0
        let wanted = part / (try operators.area(of: site))
        let found = try #require(CommonShare(of: RunEdges(site), in: RunEdges(zone)))
        #expect(abs(found.share - wanted) < 1e-11, "\(found.share) against \(wanted)")
    }

    @Test func allAndNothingAreExact() throws {
        var random = SeededGenerator(seed: 4)
        let small = Geometry.polygon(try Self.polygon(&random, Point(x: 5, y: 5), 10, 9))
        let large = Geometry.polygon(try Self.polygon(&random, Point(x: 0, y: 0), 500, 20))
        let far = Geometry.polygon(try Self.polygon(&random, Point(x: 5000, y: 0), 500, 20))
        #expect(CommonShare(of: RunEdges(small), in: RunEdges(large))?.share == 1)
        #expect(CommonShare(of: RunEdges(small), in: RunEdges(far))?.share == 0)
    }

    /// Where boundaries run along each other or meet at a corner nothing is told, rather than something wrong.
    @Test func boundariesThatTouchAreLeftToAnOverlay() throws {
        func square(_ west: Double, _ south: Double) throws -> RunEdges {
            let corners = [(0.0, 0.0), (10, 0), (10, 10), (0, 10), (0, 0)]
            let ring = try Ring(corners.map { Point(x: west + $0.0, y: south + $0.1) })
            return RunEdges(.polygon(Polygon(exterior: ring)))
        }
        let one = try square(0, 0)
        for (west, south) in [(0.0, 0.0), (10, 0), (5, 0), (10, 10), (0, 5)] {
            #expect(CommonShare(of: one, in: try square(west, south)) == nil, "\(west), \(south)")
        }
        #expect(CommonShare(of: one, in: try square(5, 5))?.share == 0.25)
    }

    @Test(arguments: 0..<60) func theNearestPointsAreAsNearAsGEOSSays(_ seed: Int) throws {
        var random = SeededGenerator(seed: 300 + UInt64(seed))
        let site = Geometry.polygon(try Self.polygon(&random, Point(x: 0, y: 0), 600, 4 + 2 * seed))
        let away = Point(
            x: Double.random(in: 0...3000, using: &random), y: Double.random(in: 0...800, using: &random))
        let other = Geometry.polygon(try Self.polygon(&random, away, 900, 60))
        for (one, two) in [(site, other), (site, .point(away)), (other.outline, site)] {
            let found = try #require(RunEdges(one).nearest(to: RunEdges(two)))
            let wanted = try PreparedGeometry(one.outline).distance(to: two.outline)
            #expect(abs(found.squaredDistance.squareRoot() - wanted) < 1e-9)
            #expect(abs((found.there - found.here).length - wanted) < 1e-9)
        }
    }
}
