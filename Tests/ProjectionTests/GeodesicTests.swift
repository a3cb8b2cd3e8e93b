import PlanarGeometry
import Projection
import TestSupport
import Testing

@Suite struct GeodesicTests {
    private static func polygon(_ points: [(Double, Double)], holes: [[(Double, Double)]] = []) throws
        -> Polygon
    {
        try Polygon(
            exterior: Ring(points.map { Point(x: $0.0, y: $0.1) }),
            holes: holes.map { try Ring($0.map { Point(x: $0.0, y: $0.1) }) })
    }

    private static let square = [(106.3, 29.4), (106.4, 29.4), (106.4, 29.5), (106.3, 29.5), (106.3, 29.4)]
    private static let triangle = [(106.0, 29.0), (107.5, 29.3), (106.4, 30.4), (106.0, 29.0)]
    private static let hole = [(106.33, 29.42), (106.35, 29.43), (106.34, 29.46), (106.33, 29.42)]

    // pyproj 3.7.2 (PROJ 9.5.1), Geod(ellps="GRS80").inv
    @Test(arguments: [
        ((106.33, 29.52), (106.34, 29.53), 1472.5603048178182, 41.169857884862296),
        ((106.33, 29.52), (116.391, 39.907), 1473365.6179427127, 35.881811450280765),
        ((106.33, 29.52), (106.33, 30.52), 110852.79393885708, 0.0),
        ((106.2, 29.5), (106.7, 29.5), 48483.10548474967, 89.87689351513497),
    ])
    func distanceAndBearingAreThoseOfTheShortestLine(
        start: (Double, Double), end: (Double, Double), distance: Double, bearing: Double
    ) {
        let geodesic = Geodesic()
        let a = Point(x: start.0, y: start.1)
        let b = Point(x: end.0, y: end.1)
        #expect((geodesic.distance(a, b) - distance).magnitude < 1e-6)
        #expect((geodesic.bearing(from: a, to: b) - bearing).magnitude < 1e-9)
        #expect((Geodesic(.wgs84).distance(a, b) - distance).magnitude < distance * 1e-9)
    }

    @Test func bearingsRunFromNorthClockwiseBelow360() {
        let here = Point(x: 106.33, y: 29.52)
        let geodesic = Geodesic()
        #expect(geodesic.bearing(from: here, to: Point(x: 106.33, y: 29.6)) == 0)
        #expect((geodesic.bearing(from: here, to: Point(x: 106.33, y: 29.4)) - 180).magnitude < 1e-9)
        #expect((geodesic.bearing(from: here, to: Point(x: 106.2, y: 29.52)) - 270).magnitude < 0.1)
        for step in 0..<100 {
            let near = Point(x: 106.33 - Double(step) * 1e-15, y: 29.6)
            let bearing = geodesic.bearing(from: here, to: near)
            #expect(bearing >= 0 && bearing < 360)
        }
        #expect(geodesic.distance(here, here) == 0)
    }

    // pyproj 3.7.2, Geod(ellps="GRS80").polygon_area_perimeter with every edge cut into 20 000 pieces of equal
    // longitude and latitude.
    @Test func areasAreThoseBetweenEdgesStraightInLonLat() throws {
        let geodesic = Geodesic()
        #expect(try (geodesic.area(of: Self.polygon(Self.square)) - 107533301.14907).magnitude < 1e-3)
        #expect(try (geodesic.area(of: Self.polygon(Self.triangle)) - 10633639177.07).magnitude < 0.5)
        let withHole = try geodesic.area(of: Self.polygon(Self.square, holes: [Self.hole]))
        #expect((withHole - (107533301.14907 - 3764150.33780)).magnitude < 0.01)
    }

    // The same, Geod.line_length with 10 000 pieces an edge.
    @Test func lengthsFollowEdgesStraightInLonLat() throws {
        let line = try LineString(Self.triangle.dropLast().map { Point(x: $0.0, y: $0.1) })
        #expect((Geodesic().length(of: line) - 311446.64763748).magnitude < 1e-5)
        let short = try LineString([Point(x: 106.33, y: 29.52), Point(x: 106.34, y: 29.53)])
        #expect((Geodesic().length(of: short) - 1472.5603048178182).magnitude < 1e-5)
    }

    @Test func partsHaveTogetherTheAreaOfTheWhole() throws {
        let geodesic = Geodesic()
        var random = SeededGenerator(seed: 3)
        for size in [1e-5, 1e-3, 0.1, 3] {
            for _ in 0..<50 {
                let west = Double.random(in: 106...107, using: &random)
                let south = Double.random(in: 29...30, using: &random)
                // Cut across a slanting edge, at a point on it.
                let a = (west, south)
                let b = (west + size, south + size / 3)
                let c = (west + size / 4, south + size)
                let cut = (b.0 + (c.0 - b.0) * 0.3, b.1 + (c.1 - b.1) * 0.3)
                let whole = try geodesic.area(of: Self.polygon([a, b, c, a]))
                let parts = try geodesic.area(of: [
                    Self.polygon([a, b, cut, a]), Self.polygon([a, cut, c, a]),
                ])
                // The cut itself is rounded to the digits of a degree: on a 1 m site that is all there is.
                #expect(
                    (whole - parts).magnitude <= whole * 1e-12 + 1e-8 * size * 1e5,
                    "\(size): \(whole) \(parts)")
            }
        }
    }

    @Test func partsHaveTogetherTheLengthOfTheWhole() throws {
        let geodesic = Geodesic()
        let start = Point(x: 106, y: 29)
        let end = Point(x: 106.9, y: 29.7)
        let middle = Point(x: 106.27, y: 29.21)
        let whole = try geodesic.length(of: LineString([start, end]))
        let parts = try geodesic.length(of: LineString([start, middle, end]))
        #expect((whole - parts).magnitude < whole * 1e-12)
        #expect(whole > geodesic.distance(start, end))
    }
}
