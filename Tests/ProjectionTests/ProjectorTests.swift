import PlanarGeometry
import Projection
import TestSupport
import Testing
import Wording

@Suite struct ProjectorTests {
    @Test(arguments: PlaneFixture.all)
    func thePlaneIsWhereTheEPSGDatasetPutsIt(fixture: PlaneFixture) throws {
        let projector = try Projector(.epsg(fixture.epsg))
        let plane = try projector.fromWGS84(fixture.wgs84)
        #expect((plane.x - fixture.plane.x).magnitude < 1e-4, "\(plane)")
        #expect((plane.y - fixture.plane.y).magnitude < 1e-4, "\(plane)")
        let back = try projector.toWGS84(fixture.plane)
        // 1e-9° is a tenth of a millimetre.
        #expect((back.x - fixture.wgs84.x).magnitude < 2e-9, "\(back)")
        #expect((back.y - fixture.wgs84.y).magnitude < 2e-9, "\(back)")
    }

    @Test func thePositionOfTheScienceCityIsTheOnePublished() throws {
        let projector = try Projector(.epsg(4544))
        let plane = try projector.fromWGS84(Point(x: 106.33, y: 29.52))
        #expect((plane.x - 628945.81).magnitude < 0.01)
        #expect((plane.y - 3267643.66).magnitude < 0.01)
    }

    @Test(arguments: ReferenceFrame.all)
    func thereAndBackIsTheSamePlaceAndAnArrayIsItsPoints(frame: ReferenceFrame) throws {
        let projector = try Projector(frame)
        var random = SeededGenerator(seed: 20_261_121)
        let area = frame.areaOfUse
        let west = max(area.west, 75)
        let east = min(area.east, 132)
        let points = (0..<500).map { _ in
            Point(
                x: .random(in: west...east, using: &random),
                y: .random(in: max(area.south, 5)...min(area.north, 53), using: &random))
        }
        var carried = points
        try projector.fromWGS84(inPlace: &carried)
        var back = carried
        try projector.toWGS84(inPlace: &back)
        for index in points.indices {
            #expect(try carried[index] == projector.fromWGS84(points[index]))
            #expect(try back[index] == projector.toWGS84(carried[index]))
            // A millimetre.
            #expect((back[index].x - points[index].x).magnitude < 1e-8)
            #expect((back[index].y - points[index].y).magnitude < 9e-9)
        }
    }

    @Test func wgs84AndCGCS2000CountAsCoincident() throws {
        let point = Point(x: 106.33, y: 29.52)
        #expect(try Projector(.cgcs2000).toWGS84(point) == point)
        #expect(try Projector(.wgs84).fromWGS84(point) == point)
    }

    private static let outside: [(String, Double, Double)] = [
        ("epsg:4544", 628945.81, 13_267_643.66), ("epsg:4544", 35_628_945.81, 3_267_643.66),
        ("epsg:4544", 3_267_643.66, 628945.81), ("epsg:4523", 628945.81, 3_267_643.66),
        ("epsg:4544", 628945.81, -3_267_643.66),
        ("epsg:4544", 1e300, 1e300), ("epsg:4544", -1e12, 3e6), ("cgcs2000", 0.0, 0.0),
        ("wgs84", 106.33, 95.0),
        ("wgs84", 286.33, 29.0), ("gcj02", 106.33, 95.0), ("bd09", 200.0, 29.0), ("epsg:3857", 3e7, 0.0),
        ("epsg:3857", 0.0, 3e7), ("epsg:32648", 5e6, 3e6), ("epsg:32648", 500_000.0, -1e6),
        ("epsg:4544", 0.0, 0.0),
    ]

    @Test(arguments: outside)
    func aPositionOutsideTheAreaIsAnErrorThatNamesTheFrame(identifier: String, x: Double, y: Double) throws {
        let frame = try ReferenceFrame(parsing: identifier)
        let projector = try Projector(frame)
        let point = Point(x: x, y: y)
        #expect(throws: ProjectionError.outsideAreaOfUse(frame, position: point, inFrame: true, index: nil)) {
            try projector.toWGS84(point)
        }
        var points = [point]
        do throws(ProjectionError) {
            try projector.toWGS84(inPlace: &points)
            Issue.record("no error")
        } catch {
            #expect(error == .outsideAreaOfUse(frame, position: point, inFrame: true, index: 0))
            #expect(error.code == "outside_area_of_use")
            #expect(error.message.zh.contains(identifier) && error.message.en.contains(identifier))
        }
        #expect(points == [point])
    }

    @Test(arguments: [
        ("epsg:4544", 109.0, 29.0), ("epsg:4544", 106.0, 60.0), ("cgcs2000", 2.35, 48.86),
        ("epsg:3857", 0.0, 89.0),
    ])
    func aPlaceOutsideTheAreaHasNoPositionInTheFrame(identifier: String, lon: Double, lat: Double) throws {
        let frame = try ReferenceFrame(parsing: identifier)
        let projector = try Projector(frame)
        var points = [Point(x: 105, y: 30), Point(x: lon, y: lat)]
        let before = points
        #expect(
            throws: ProjectionError.outsideAreaOfUse(frame, position: points[1], inFrame: false, index: nil)
        ) { try projector.fromWGS84(before[1]) }
        do throws(ProjectionError) {
            try projector.fromWGS84(inPlace: &points)
            Issue.record("no error")
        } catch {
            #expect(error == .outsideAreaOfUse(frame, position: before[1], inFrame: false, index: 1))
        }
        #expect(points == before)
    }

    @Test(arguments: ReferenceFrame.all, [Double.nan, .infinity, -.infinity])
    func whatIsNotFiniteNeverReachesPROJ(frame: ReferenceFrame, bad: Double) throws {
        let projector = try Projector(frame)
        for point in [Point(x: bad, y: 29), Point(x: 106, y: bad)] {
            #expect(throws: ProjectionError.notFinite(index: nil)) { try projector.toWGS84(point) }
            #expect(throws: ProjectionError.notFinite(index: nil)) { try projector.fromWGS84(point) }
        }
    }

    @Test func anErrorInAnArrayNamesItsPlaceAndLeavesTheArray() throws {
        let projector = try Projector(.epsg(4544))
        let good = Point(x: 628945.81, y: 3267643.66)
        var points = [good, good, Point(x: 1e7, y: 3e6), Point(x: .nan, y: 0)]
        do throws(ProjectionError) {
            try projector.toWGS84(inPlace: &points)
            Issue.record("no error")
        } catch { #expect(error == .notFinite(index: 3)) }
        points.removeLast()
        do throws(ProjectionError) {
            try projector.toWGS84(inPlace: &points)
            Issue.record("no error")
        } catch {
            #expect(
                error
                    == .outsideAreaOfUse(
                        projector.frame, position: Point(x: 1e7, y: 3e6), inFrame: true, index: 2))
            #expect(error.message.en.contains("position 3"))
        }
        #expect(points == [good, good, Point(x: 1e7, y: 3e6)])
        // An error says nothing about later positions.
        #expect(try (projector.toWGS84(good).x - 106.33).magnitude < 1e-7)
        var none: [Point] = []
        try projector.toWGS84(inPlace: &none)
        #expect(none.isEmpty)
    }

    @Test func theLibrarySaysItsVersion() {
        let parts = PROJVersion.current.split(separator: ".").compactMap { Int($0) }
        #expect(parts.count == 3 && parts[0] >= 9, "\(PROJVersion.current)")
    }
}
