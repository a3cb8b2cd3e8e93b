import Foundation
import PlanarGeometry
import TestSupport
import Testing
import Topology

@testable import Siting

/// What stands in for a ragged site where it is moved, held against GEOS.
@Suite struct RolledShapeTests {
    /// A star whose corners jump in and out, `dent` saying how deep.
    private static func star(_ random: inout SeededGenerator, corners: Int, radius: Double, dent: Double)
        throws
        -> Polygon
    {
        var points = (0..<corners).map { index in
            let angle = 2 * Double.pi * Double(index) / Double(corners)
            let reach = radius * Double.random(in: (1 - dent)...1, using: &random)
            return Point(x: reach * cos(angle), y: reach * sin(angle))
        }
        points.append(points[0])
        return Polygon(exterior: try Ring(points))
    }

    @Test(arguments: 0..<16) func aClosedShapeReachesAsFarAsTheShapeItself(_ seed: Int) throws {
        var random = SeededGenerator(seed: 40 + UInt64(seed))
        let operators = SpatialOperators()
        let dent = Double.random(in: 0.1...0.95, using: &random)
        let polygon = try Self.star(&random, corners: 10 + seed * 9, radius: 500, dent: dent)
        let ball = Double.random(in: 60...900, using: &random)
        let closed = try #require(RolledShape(radius: ball).closed([polygon]))
        #expect(try operators.invalidity(of: closed) == nil)
        #expect(closed.vertices.count <= polygon.exterior.points.count + 200)
        // Nothing of the shape is lost.
        #expect(try operators.covers(try #require(try operators.buffer(closed, by: 1e-6)), .polygon(polygon)))
        // Whatever lies a hundredth farther than the radius from the shape does so from the closed one.
        let grown = try #require(try operators.buffer(closed, by: ball, quadrantSegments: 64))
        let farther = try #require(
            try operators.buffer(.polygon(polygon), by: ball * 1.01, quadrantSegments: 64))
        #expect(try operators.covers(farther, grown))
    }

    @Test func aHoleTheBallDoesNotFitInIsClosed() throws {
        func square(_ half: Double) throws -> Ring {
            try Ring(
                [(-half, -half), (half, -half), (half, half), (-half, half), (-half, -half)].map {
                    Point(x: $0.0, y: $0.1)
                })
        }
        let polygon = Polygon(exterior: try square(500), holes: [try square(100)])
        #expect(RolledShape(radius: 101).closed([polygon])?.polygons.first?.holes.isEmpty == true)
        #expect(RolledShape(radius: 99).closed([polygon])?.polygons.first?.holes.count == 1)
    }

    @Test(arguments: [1, 2, 3, 40]) func aGrownHullHoldsTheBufferAndLittleMore(_ count: Int) throws {
        var random = SeededGenerator(seed: UInt64(count))
        let points = (0..<count).map { _ in
            Point(
                x: Double.random(in: 0...800, using: &random), y: Double.random(in: 0...300, using: &random))
        }
        let grown = ConvexHull(around: points).grown(by: 250)
        let area = Geometry.polygon(Polygon(exterior: try Ring(grown + [grown[0]])))
        let operators = SpatialOperators()
        let hull: Geometry = count == 1 ? .point(points[0]) : .multiPoint(points)
        for point in points {
            let around = try #require(try operators.buffer(.point(point), by: 249.999, quadrantSegments: 32))
            #expect(try operators.covers(area, around))
        }
        #expect(grown.allSatisfy { corner in points.contains { ($0 - corner).length <= 250 * 1.01 + 800 } })
        #expect(
            try operators.area(of: area)
                >= operators.area(of: try #require(try operators.buffer(hull, by: 249.9))))
        if count == 1 {
            #expect(grown.allSatisfy { ($0 - points[0]).length <= 250 * 1.0052 })
        }
    }

    /// Equal numbers of radii that fit and that do not, some of them within a thousandth.
    @Test(arguments: 0..<12) func aCircleFitsWhereSomethingIsLeftOfTheShrunkShape(_ seed: Int) throws {
        var random = SeededGenerator(seed: 90 + UInt64(seed))
        let operators = SpatialOperators()
        let polygon = try Self.star(&random, corners: 12 + 5 * seed, radius: 500, dent: 0.6)
        let inscribed = try operators.inscribedRadius(of: .polygon(polygon), tolerance: 0.01)
        var told = 0
        for part in [0.3, 0.8, 0.98, 1.02, 1.3, 4] {
            let radius = inscribed * part
            let left = try operators.buffer(.polygon(polygon), by: -radius)
            if let answer = CircleRoom(polygon, radius: radius)?.isEnough {
                told += 1
                #expect(answer == (left != nil), "\(part)")
            }
        }
        #expect(told >= 4)
    }
}
