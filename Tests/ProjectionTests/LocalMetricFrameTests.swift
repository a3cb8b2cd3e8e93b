import PlanarGeometry
import Projection
import TestSupport
import Testing

@Suite struct LocalMetricFrameTests {
    private static let centre = Point(x: 106.35, y: 29.5)

    // pyproj 3.7.2 (PROJ 9.5.1): +proj=tmerc +lat_0=29.5 +lon_0=106.35 +k=1 +ellps=GRS80
    @Test(arguments: [
        (Point(x: 106.35, y: 29.5), Point(x: 0, y: 0)),
        (Point(x: 106.33, y: 29.52), Point(x: -1938.944558, y: 2217.051266)),
        (Point(x: 106.9, y: 29.9), Point(x: 53120.992115, y: 44466.059903)),
        (Point(x: 104, y: 31.5), Point(x: -223284.091822, y: 224115.300357)),
    ])
    func metresAreThoseOfATransverseMercator(lonLat: Point, metres: Point) throws {
        let frame = try LocalMetricFrame(centre: Self.centre)
        let carried = try frame.metres(lonLat)
        #expect(
            (carried.x - metres.x).magnitude < 1e-4 && (carried.y - metres.y).magnitude < 1e-4, "\(carried)")
        let back = try frame.lonLat(metres)
        #expect((back.x - lonLat.x).magnitude < 1e-9 && (back.y - lonLat.y).magnitude < 1e-9, "\(back)")
    }

    @Test func distancesNearTheCentreAreGeodesic() throws {
        let frame = try LocalMetricFrame(centre: Self.centre)
        let geodesic = Geodesic()
        var random = SeededGenerator(seed: 7)
        for _ in 0..<1000 {
            let a = Point(
                x: .random(in: 106.1...106.6, using: &random), y: .random(in: 29.25...29.75, using: &random))
            let b = Point(
                x: a.x + .random(in: -0.01...0.01, using: &random),
                y: a.y + .random(in: -0.01...0.01, using: &random))
            let p = try frame.metres(a)
            let q = try frame.metres(b)
            let plane = ((p.x - q.x) * (p.x - q.x) + (p.y - q.y) * (p.y - q.y)).squareRoot()
            // 10 mm per km at 28 km off the centre.
            #expect((plane - geodesic.distance(a, b)).magnitude < plane * 1e-5)
        }
    }

    @Test func anArrayIsItsPoints() throws {
        let frame = try LocalMetricFrame(centre: Self.centre)
        let points = (0..<100).map { Point(x: 105 + Double($0) * 0.02, y: 30 - Double($0) * 0.01) }
        var carried = points
        try frame.metres(inPlace: &carried)
        #expect(try carried == points.map { try frame.metres($0) })
        var back = carried
        try frame.lonLat(inPlace: &back)
        #expect(try back == carried.map { try frame.lonLat($0) })
    }

    @Test(arguments: [
        Point(x: 0, y: 0), Point(x: 110, y: 29.5), Point(x: 106.35, y: 89), Point(x: 106.35, y: 1e9),
        Point(x: 1e300, y: 0),
    ])
    func aPlaceTooFarOffIsAnError(place: Point) throws {
        let frame = try LocalMetricFrame(centre: Self.centre)
        #expect(throws: ProjectionError.tooFarFromCentre(centre: Self.centre, position: place, index: nil)) {
            try frame.metres(place)
        }
        var points = [Self.centre, place]
        do throws(ProjectionError) {
            try frame.metres(inPlace: &points)
            Issue.record("no error")
        } catch { #expect(error == .tooFarFromCentre(centre: Self.centre, position: place, index: 1)) }
        #expect(points == [Self.centre, place])
    }

    @Test func metresTooFarOffAreAnError() throws {
        let frame = try LocalMetricFrame(centre: Self.centre)
        for place in [
            Point(x: 1e6, y: 0), Point(x: 0, y: -1e6), Point(x: 399_000, y: 0), Point(x: 1e300, y: 1e300),
        ] {
            #expect(
                throws: ProjectionError.tooFarFromCentre(centre: Self.centre, position: place, index: nil)
            ) {
                try frame.lonLat(place)
            }
            var points = [place]
            #expect(throws: ProjectionError.self) { try frame.lonLat(inPlace: &points) }
            #expect(points == [place])
        }
        #expect(throws: ProjectionError.notFinite(index: nil)) { try frame.lonLat(Point(x: .nan, y: 0)) }
        #expect(throws: ProjectionError.notFinite(index: nil)) { try frame.metres(Point(x: 0, y: .infinity)) }
    }

    @Test(arguments: [
        Point(x: .nan, y: 0), Point(x: 0, y: .infinity), Point(x: 181, y: 0), Point(x: 0, y: 85),
    ])
    func aCentreThatIsNoPlaceIsAnError(centre: Point) {
        #expect(throws: ProjectionError.self) { _ = try LocalMetricFrame(centre: centre) }
    }
}
