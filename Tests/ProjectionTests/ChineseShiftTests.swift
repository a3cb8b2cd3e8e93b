import PlanarGeometry
import Projection
import TestSupport
import Testing

/// GCJ-02 and BD-09 against published figures and against themselves.
@Suite struct ChineseShiftTests {
    // The test figures of eviltransform, the open implementation (github.com/googollee/eviltransform), to six decimals;
    // its ellipsoid differs by 108 m of axis, which is 1 cm here.
    @Test(arguments: [
        (Point(x: 121.5272106, y: 31.1774276), Point(x: 121.531542, y: 31.175304)),
        (Point(x: 113.912316, y: 22.543847), Point(x: 113.917176, y: 22.540796)),
        (Point(x: 116.377817, y: 39.911954), Point(x: 116.384047, y: 39.913345)),
    ])
    func shiftedPlacesAreWhereOpenMapSoftwarePutsThem(wgs84: Point, gcj02: Point) {
        let shifted = GCJ02.fromWGS84(wgs84)
        #expect(
            (shifted.x - gcj02.x).magnitude < 1.5e-6 && (shifted.y - gcj02.y).magnitude < 1.5e-6, "\(shifted)"
        )
    }

    // The figures in the README of coordtransform (github.com/wandergis/coordtransform) and of its Python edition.
    @Test func figuresOfTheReferenceImplementationAreMetToTheLastDigit() {
        let wgs84 = Point(x: 116.404, y: 39.915)
        let gcj02 = GCJ02.fromWGS84(wgs84)
        #expect((gcj02.x - 116.41024449916938).magnitude < 1e-12)
        #expect((gcj02.y - 39.91640428150164).magnitude < 1e-12)
        let bd09 = BD09.fromWGS84(wgs84)
        #expect((bd09.x - 116.41662724378733).magnitude < 1e-12)
        #expect((bd09.y - 39.922699552216216).magnitude < 1e-12)
    }

    @Test func atTheScienceCityTheShiftIs477Metres() throws {
        let here = Point(x: 106.33, y: 29.52)
        #expect((Geodesic().distance(here, GCJ02.fromWGS84(here)) - 477).magnitude < 1)
    }

    @Test func everywhereInChinaTheWayBackIsExactToAMillimetre() throws {
        var random = SeededGenerator(seed: 2002)
        let geodesic = Geodesic()
        // The extent less 3 km; a degree of longitude at 55.8° N is 62 km.
        var points = (0..<20_000).map { _ in
            Point(
                x: .random(in: 72.004 + 0.05...137.8347 - 0.05, using: &random),
                y: .random(in: 0.8293 + 0.03...55.8271 - 0.03, using: &random))
        }
        // Where the formula has corners: its origin, whole degrees.
        points += [
            Point(x: 105, y: 35), Point(x: 105, y: 29.5), Point(x: 105 + 1e-13, y: 29.5),
            Point(x: 105 - 1e-9, y: 30),
            Point(x: 106, y: 30), Point(x: 106.5, y: 29.5),
        ]
        for point in points {
            #expect(geodesic.distance(point, GCJ02.toWGS84(GCJ02.fromWGS84(point))) < 1e-3, "\(point)")
            #expect(geodesic.distance(point, BD09.toWGS84(BD09.fromWGS84(point))) < 1e-3, "\(point)")
        }
    }

    @Test(arguments: [
        Point(x: 0, y: 0), Point(x: 72.003, y: 30), Point(x: 137.835, y: 30), Point(x: 106, y: 0.829),
        Point(x: 106, y: 55.8272),
        Point(x: -106, y: 29), Point(x: 180, y: 90),
    ])
    func outsideChinaNothingIsShifted(point: Point) {
        #expect(GCJ02.fromWGS84(point) == point && GCJ02.toWGS84(point) == point)
        #expect(BD09.fromWGS84(point) == point && BD09.toWGS84(point) == point)
    }

    @Test func alongTheEdgeNothingStraysFartherThanTheShift() {
        var random = SeededGenerator(seed: 5)
        let geodesic = Geodesic()
        for _ in 0..<5000 {
            let point = Point(
                x: 72.004 + .random(in: -0.05...0.05, using: &random), y: .random(in: 10...50, using: &random)
            )
            for place in [GCJ02.toWGS84(GCJ02.fromWGS84(point)), BD09.toWGS84(BD09.fromWGS84(point))] {
                #expect(geodesic.distance(point, place) < 3000)
            }
        }
    }
}
