import Foundation
import PlanarGeometry
import TestSupport
import Testing
import Topology

@testable import Siting

/// The shortest shift, held against GEOS laying the moved shapes over each other.
@Suite struct ClearanceTests {
    /// A polygon around a middle, with dents: its corners at random distances in the order of their directions.
    private static func polygon(
        _ random: inout SeededGenerator, around middle: Point, radius: Double, corners: Int
    ) throws -> Geometry {
        var points = (0..<corners).map { index in
            let angle =
                2 * Double.pi * (Double(index) + Double.random(in: 0...0.8, using: &random)) / Double(corners)
            let reach = radius * Double.random(in: 0.35...1, using: &random)
            return Point(x: middle.x + reach * cos(angle), y: middle.y + reach * sin(angle))
        }
        points.append(points[0])
        return .polygon(Polygon(exterior: try Ring(points)))
    }

    private static func moved(_ shape: Geometry, by shift: Point) -> Geometry {
        shape.mapped { points in points.map { $0 + shift } }
    }

    /// How many of the obstacles the moved shape overlaps in more than its boundary.
    private static func overlaps(
        _ mover: Geometry, by shift: Point, _ obstacles: [Geometry], _ operators: borrowing SpatialOperators
    ) throws -> Int {
        var count = 0
        for obstacle in obstacles
        where try operators.relate(moved(mover, by: shift), obstacle).sharesInterior {
            count += 1
        }
        return count
    }

    private func outline(of shape: Geometry, _ operators: borrowing SpatialOperators) throws -> Outline {
        let made = try Outline(shape, operators)
        return try #require(made)
    }

    /// Checks that the shift found does it and that none clearly shorter does.
    private func check(_ mover: Geometry, _ obstacles: [Geometry], allowed: Int) throws {
        let operators = SpatialOperators()
        let moved = try outline(of: mover, operators)
        var pairs: [Clearance.Pair] = []
        for obstacle in obstacles {
            pairs.append(
                Clearance.Pair(mover: moved, obstacle: try outline(of: obstacle, operators)))
        }
        let found = Clearance(pairs: pairs, allowed: allowed).shortest(from: 100)
        let origin = Point(x: 0, y: 0)
        guard try Self.overlaps(mover, by: origin, obstacles, operators) > allowed else {
            #expect(found == nil)
            return
        }
        let shift = try #require(found)
        let left = try Self.overlaps(mover, by: shift, obstacles, operators)
        #expect(left <= allowed)
        // The margin is gone beyond the edge; before it, every way must still be blocked.
        let margin = Clearance.margin(at: shift.length, across: try #require(mover.box))
        for length in [0.3, 0.7, 0.97] {
            for step in 0..<48 {
                let angle = 2 * Double.pi * Double(step) / 48
                let reach = (shift.length - 2 * margin) * length
                guard reach > 0 else { continue }
                let shorter = Point(x: reach * cos(angle), y: reach * sin(angle))
                let still = try Self.overlaps(mover, by: shorter, obstacles, operators)
                #expect(
                    still > allowed,
                    "\(reach) m at \(angle) would do where \(shift.length) was found")
            }
        }
    }

    @Test(arguments: 0..<24) func aShapeLeavesAnotherByTheShortestWay(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let mover = try Self.polygon(
            &random, around: Point(x: 100, y: 50), radius: 300, corners: 4 + seed % 9)
        let obstacle = try Self.polygon(
            &random, around: Point(x: 0, y: 0), radius: Double.random(in: 200...1500, using: &random),
            corners: 5 + seed % 13)
        try check(mover, [obstacle], allowed: 0)
    }

    @Test(arguments: 0..<16) func aShapeAcrossSeveralKeepsOne(_ seed: Int) throws {
        var random = SeededGenerator(seed: 1000 + UInt64(seed))
        let mover = try Self.polygon(&random, around: Point(x: 0, y: 0), radius: 400, corners: 5 + seed % 6)
        var obstacles: [Geometry] = []
        for angle in [0.1, 2.2, 4.3] {
            let middle = Point(x: 600 * cos(angle), y: 600 * sin(angle))
            obstacles.append(try Self.polygon(&random, around: middle, radius: 700, corners: 7))
        }
        try check(mover, obstacles, allowed: 1)
    }

    @Test(arguments: 0..<8) func pointsAndLinesLeaveAShapeToo(_ seed: Int) throws {
        var random = SeededGenerator(seed: 2000 + UInt64(seed))
        let obstacle = try Self.polygon(&random, around: Point(x: 0, y: 0), radius: 900, corners: 9)
        try check(.point(Point(x: 40, y: -30)), [obstacle], allowed: 0)
        let line = try LineString([
            Point(x: -200, y: -150), Point(x: 60, y: 40), Point(x: 90, y: 300), Point(x: 250, y: 320),
        ])
        try check(.lineString(line), [obstacle], allowed: 0)
    }

    @Test func aHoleLargeEnoughIsAWayOut() throws {
        func square(_ half: Double) throws -> Ring {
            try Ring(
                [(-half, -half), (half, -half), (half, half), (-half, half), (-half, -half)].map {
                    Point(x: $0.0, y: $0.1)
                })
        }
        let obstacle = Geometry.polygon(Polygon(exterior: try square(5000), holes: [try square(400)]))
        let mover = Self.moved(.polygon(Polygon(exterior: try square(100))), by: Point(x: 450, y: 0))
        let operators = SpatialOperators()
        let pair = Clearance.Pair(
            mover: try outline(of: mover, operators),
            obstacle: try outline(of: obstacle, operators))
        let shift = try #require(Clearance(pairs: [pair], allowed: 0).shortest(from: 10))
        // The square's east side at 550 comes to the hole's at 400.
        let margin = Clearance.margin(at: 150, across: try #require(mover.box))
        #expect(abs(shift.x + 150 + margin) < 1e-6 && abs(shift.y) < 1e-6)
        try check(mover, [obstacle], allowed: 0)
    }

    @Test func aShapeThatIsItsOwnObstacleLeavesItself() throws {
        var random = SeededGenerator(seed: 7)
        let shape = try Self.polygon(&random, around: Point(x: 0, y: 0), radius: 500, corners: 8)
        try check(shape, [shape], allowed: 0)
    }

    @Test func nothingIsMovedThatNeedNotBe() throws {
        var random = SeededGenerator(seed: 8)
        let shape = try Self.polygon(&random, around: Point(x: 0, y: 0), radius: 500, corners: 8)
        try check(shape, [Self.moved(shape, by: Point(x: 3000, y: 0))], allowed: 0)
        try check(shape, [shape], allowed: 1)
    }

    /// A way out of one partition must not lead across two members of another.
    @Test(arguments: 0..<8) func theWayOutLeadsAcrossNothingGuarded(_ seed: Int) throws {
        var random = SeededGenerator(seed: 3000 + UInt64(seed))
        let operators = SpatialOperators()
        let mover = try Self.polygon(&random, around: Point(x: 0, y: 0), radius: 200, corners: 6)
        func parts(_ places: [(Double, Double)], _ radius: Double) throws -> [Geometry] {
            var parts: [Geometry] = []
            for (x, y) in places {
                parts.append(
                    try Self.polygon(&random, around: Point(x: x, y: y), radius: radius, corners: 8))
            }
            return parts
        }
        let obstacles = try parts([(0, 0)], 600)
        // Two halves all around, of which none may be entered together with the other.
        let guarded = try parts([(700, 0), (1000, 100), (-700, 0), (-1000, 100)], 600)
        let moved = try outline(of: mover, operators)
        func pairs(_ shapes: [Geometry]) throws -> [Clearance.Pair] {
            var pairs: [Clearance.Pair] = []
            for shape in shapes {
                pairs.append(Clearance.Pair(mover: moved, obstacle: try outline(of: shape, operators)))
            }
            return pairs
        }
        let clearance = Clearance(
            pairs: try pairs(obstacles), allowed: 0, guarded: [try pairs(guarded)])
        guard let shift = clearance.shortest(from: 100) else { return }
        #expect(!clearance.isAmiss(shift))
        let still = try Self.overlaps(mover, by: shift, obstacles, operators)
        let entered = try Self.overlaps(mover, by: shift, guarded, operators)
        #expect(still == 0 && entered <= 1)
        let free = try #require(Clearance(pairs: clearance.pairs, allowed: 0).shortest(from: 100))
        #expect(free.length <= shift.length + 1e-6)
    }
}
