import PlanarGeometry
import Testing

@Suite struct RingTests {
    static func points(_ pairs: (Double, Double)...) -> [Point] { pairs.map { Point(x: $0.0, y: $0.1) } }

    @Test func openRingIsRefusedWithBothEnds() {
        #expect(throws: GeometryError.openRing(first: Point(x: 0, y: 0), last: Point(x: 0, y: 1))) {
            try Ring(Self.points((0, 0), (1, 0), (1, 1), (0, 1)))
        }
    }

    @Test func threePointsMakeNoRing() {
        #expect(throws: GeometryError.tooFewPoints(count: 3, needed: 4)) {
            try Ring(Self.points((0, 0), (1, 0), (0, 0)))
        }
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func nonFiniteCoordinateIsRefusedWithItsIndex(bad: Double) {
        #expect(throws: GeometryError.notFinite(index: 1)) {
            try Ring(Self.points((0, 0), (1, bad), (1, 1), (0, 0)))
        }
    }

    @Test func polygonTurnsItsRingsToTheRightHandRule() throws {
        let clockwise = try Ring(Self.points((0, 0), (0, 4), (4, 4), (4, 0), (0, 0)))
        let hole = try Ring(Self.points((1, 1), (2, 1), (2, 2), (1, 2), (1, 1)))
        let polygon = Polygon(exterior: clockwise, holes: [hole])
        #expect(polygon.exterior.signedArea == 16)
        #expect(polygon.holes[0].signedArea == -1)
    }

    @Test func areaKeepsItsDigitsFarFromTheOrigin() throws {
        let far = try Ring(
            Self.points(
                (35e6, 3e6), (35e6 + 0.5, 3e6), (35e6 + 0.5, 3e6 + 0.5), (35e6, 3e6 + 0.5), (35e6, 3e6)))
        #expect(far.signedArea == 0.25)
    }
}
