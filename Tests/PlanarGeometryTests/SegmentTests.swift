import PlanarGeometry
import Testing

@Suite struct SegmentTests {
    static let segment = Segment(Point(x: 0, y: 0), Point(x: 10, y: 0))

    @Test(arguments: [
        (Point(x: 5, y: 3), Point(x: 5, y: 0)),
        (Point(x: -4, y: 3), Point(x: 0, y: 0)),
        (Point(x: 14, y: -3), Point(x: 10, y: 0)),
        (Point(x: 7, y: 0), Point(x: 7, y: 0)),
    ])
    func nearestPointIsTheFootOrAnEnd(point: Point, foot: Point) {
        #expect(Self.segment.nearest(to: point) == foot)
    }

    @Test func segmentOfNoLengthIsItsPoint() {
        let here = Point(x: 1, y: 1)
        #expect(Segment(here, here).distance(to: Point(x: 4, y: 5)) == 5)
    }

    @Test func boxHoldsItsSides() throws {
        let box = try #require(Box(around: [Point(x: 0, y: 0), Point(x: 2, y: 1)]))
        #expect(box.covers(Point(x: 2, y: 0.5)))
        #expect(!box.covers(Point(x: 2.1, y: 0.5)))
        #expect(Box(around: [Point]()) == nil)
    }
}
