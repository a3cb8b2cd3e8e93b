import PlanarGeometry
import TestSupport
import Testing
import Topology

@Suite struct SpatialOperatorsTests {
    /// A rectangle from one corner to the other.
    static func box(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) throws -> Geometry {
        let corners = [(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)]
        return .polygon(Polygon(exterior: try Ring(corners.map { Point(x: $0.0, y: $0.1) })))
    }

    static func line(_ pairs: (Double, Double)...) throws -> Geometry {
        .lineString(try LineString(pairs.map { Point(x: $0.0, y: $0.1) }))
    }

    @Test func partsOfACutMakeUpTheWhole() throws {
        let operators = SpatialOperators()
        let one = try Self.box(0, 0, 10, 10)
        let other = try Self.box(4, 4, 20, 20)
        let common = try #require(try operators.intersection(one, other))
        let rest = try #require(try operators.difference(one, other))
        let both = try #require(try operators.union([one, other]))
        #expect(try operators.area(of: common) == 36)
        #expect(try operators.area(of: rest) == 64)
        #expect(try operators.area(of: both) == 100 + 256 - 36)
        #expect(common == (try Self.box(4, 4, 10, 10)) || common.polygons.count == 1)
    }

    @Test func whatHasNothingInCommonIsNil() throws {
        let operators = SpatialOperators()
        #expect(try operators.intersection(try Self.box(0, 0, 1, 1), try Self.box(2, 2, 3, 3)) == nil)
        #expect(try operators.difference(try Self.box(1, 1, 2, 2), try Self.box(0, 0, 3, 3)) == nil)
        #expect(try operators.union([]) == nil)
        #expect(try operators.buffer(try Self.box(0, 0, 2, 2), by: -1.5) == nil)
    }

    @Test func aHoleComesBackAsAHole() throws {
        let operators = SpatialOperators()
        let frame = try #require(
            try operators.difference(try Self.box(0, 0, 10, 10), try Self.box(4, 4, 6, 6)))
        let polygon = try #require(frame.polygons.first)
        #expect(polygon.holes.count == 1)
        #expect(polygon.exterior.signedArea > 0 && polygon.holes[0].signedArea < 0)
        #expect(try operators.area(of: frame) == 96)
    }

    @Test func neighboursThatShareAnEdgeHaveTheEdgeInCommon() throws {
        let operators = SpatialOperators()
        let common = try operators.intersection(try Self.box(0, 0, 1, 1), try Self.box(1, 0, 2, 1))
        let edge = try #require(common)
        #expect(edge.polygons.isEmpty)
        #expect(try operators.length(of: edge) == 1)
    }

    @Test func overlapAndTouchAtOnceComeBackAsACollection() throws {
        let operators = SpatialOperators()
        // An L whose foot overlaps and whose side only touches.
        let one = try Self.box(0, 0, 2, 2)
        let shape = Polygon(
            exterior: try Ring(
                [(1.0, -1.0), (3, -1), (3, 3), (2, 3), (2, 1), (1, 1), (1, -1)].map {
                    Point(x: $0.0, y: $0.1)
                }))
        let common = try #require(try operators.intersection(one, .polygon(shape)))
        guard case .collection = common else {
            Issue.record("\(common)")
            return
        }
        #expect(try operators.area(of: common) == 1)
        #expect(common.lines.count == 1)
    }

    static func rows() throws -> [(String, Geometry, String)] {
        [
            ("equal", try box(0, 0, 2, 2), "2FFF1FFF2"), ("apart", try box(5, 5, 6, 6), "FF2FF1212"),
            ("overlapping", try box(1, 1, 3, 3), "212101212"),
            ("sharing an edge", try box(2, 0, 4, 2), "FF2F11212"),
            ("sharing a corner", try box(2, 2, 4, 4), "FF2F01212"),
            ("inside", try box(0.5, 0.5, 1, 1), "212FF1FF2"),
            ("a line across", try line((-1, 1), (3, 1)), "1F20F1102"),
        ]
    }

    @Test func matricesAreThoseOfTheStandard() throws {
        let operators = SpatialOperators()
        for (name, other, cells) in try Self.rows() {
            #expect(try operators.relate(try Self.box(0, 0, 2, 2), other).cells == cells, "\(name)")
        }
    }

    @Test func matrixPredicatesAgreeWithTheirNames() throws {
        let operators = SpatialOperators()
        let square = try Self.box(0, 0, 2, 2)
        let edge = try operators.relate(square, try Self.box(2, 0, 4, 2))
        #expect(edge.isTouching && edge.isIntersecting && !edge.sharesInterior && !edge.isDisjoint)
        let inner = try operators.relate(square, try Self.box(0, 0, 1, 1))
        #expect(inner.covers && !inner.isCoveredBy && !inner.isEqual && inner.sharesInterior)
        #expect(try operators.relate(try Self.box(0, 0, 1, 1), square).isCoveredBy)
        #expect(try operators.relate(square, square).isEqual)
        #expect(edge.matches("F***1****") && !edge.matches("T********") && !edge.matches("short"))
    }

    @Test func distanceAndNearestPointsAgree() throws {
        let operators = SpatialOperators()
        let (one, other) = (try Self.box(0, 0, 1, 1), try Self.line((4, 5), (4, 9)))
        #expect(try operators.distance(one, other) == 5)
        let (near, far) = try operators.nearestPoints(one, other)
        #expect(near == Point(x: 1, y: 1) && far == Point(x: 4, y: 5))
        #expect(try operators.distance(one, .point(Point(x: 0.5, y: 0.5))) == 0)
    }

    @Test func aWidenedPointIsNearlyACircle() throws {
        let operators = SpatialOperators()
        let disc = try #require(try operators.buffer(.point(Point(x: 3, y: 4)), by: 100))
        let area = try operators.area(of: disc)
        #expect(area < .pi * 10_000 && area > .pi * 10_000 * 0.995)
    }

    @Test func theSmallestRectangleIsTurnedAsNeedBe() throws {
        let operators = SpatialOperators()
        let tilted = Polygon(
            exterior: try Ring([(0.0, 0.0), (3, 3), (2, 4), (-1, 1), (0, 0)].map { Point(x: $0.0, y: $0.1) }))
        let rectangle = try #require(try operators.smallestRectangle(around: .polygon(tilted)))
        #expect(abs(try operators.area(of: rectangle) - 6) < 1e-9)
    }

    @Test func everyKindGoesInAndComesOutAsItWas() throws {
        let operators = SpatialOperators()
        let far = try Self.box(10, 10, 12, 12)
        let kinds: [Geometry] = [
            .point(Point(x: 1, y: 2)), .multiPoint([Point(x: 1, y: 2), Point(x: 3, y: 4)]),
            try Self.line((0, 0), (1, 1)),
            .multiLineString(try [Self.line((0, 0), (1, 1)), Self.line((2, 0), (3, 1))].flatMap(\.lines)),
            try Self.box(0, 0, 1, 1), .multiPolygon(try Self.box(0, 0, 1, 1).polygons + far.polygons),
        ]
        for kind in kinds {
            let union = try #require(try operators.union([kind]))
            #expect(try operators.relate(union, kind).isEqual || kind.typeName.hasSuffix("Point"))
            #expect(union.typeName == kind.typeName)
        }
    }

    @Test func whatGEOSMustNotSeeIsRefused() throws {
        let operators = SpatialOperators()
        let square = try Self.box(0, 0, 1, 1)
        #expect(throws: TopologyError.self) { try operators.distance(square, .point(Point(x: .nan, y: 0))) }
        #expect(throws: TopologyError.self) { try operators.distance(square, .multiPoint([])) }
        #expect(throws: TopologyError.self) {
            try operators.distance(square, .collection([.point(Point(x: 0, y: 0)), .multiPolygon([])]))
        }
        #expect(throws: TopologyError.self) { try operators.buffer(square, by: .infinity) }
    }

    @Test func aBowTieIsInvalidWhereItCrossesAndALineThatGoesNowhereTooAndASquareIsNot() throws {
        let operators = SpatialOperators()
        let bowTie = try Ring([(0.0, 0.0), (2, 2), (2, 0), (0, 2), (0, 0)].map { Point(x: $0.0, y: $0.1) })
        #expect(
            try operators.invalidity(of: .polygon(Polygon(exterior: bowTie)))?.location == Point(x: 1, y: 1))
        #expect(try operators.invalidity(of: try Self.line((1, 1), (1, 1))) != nil)
        #expect(try operators.invalidity(of: try Self.box(0, 0, 1, 1)) == nil)
    }

    @Test func randomRectanglesOverlapByArithmetic() throws {
        var random = SeededGenerator(seed: 19)
        let operators = SpatialOperators()
        for _ in 0..<300 {
            func span() -> (Double, Double) {
                let start = Double(Int.random(in: 0..<20, using: &random))
                return (start, start + Double(Int.random(in: 1...10, using: &random)))
            }
            let (ax, ay, bx, by) = (span(), span(), span(), span())
            let a = try Self.box(ax.0, ay.0, ax.1, ay.1)
            let b = try Self.box(bx.0, by.0, bx.1, by.1)
            let width = max(0, min(ax.1, bx.1) - max(ax.0, bx.0))
            let height = max(0, min(ay.1, by.1) - max(ay.0, by.0))
            let common = try operators.intersection(a, b)
            let area =
                try common.map { geometry throws(TopologyError) in try operators.area(of: geometry) } ?? 0
            #expect(area == width * height)
            #expect(try operators.relate(a, b).sharesInterior == (width * height > 0))
        }
    }
}
