import PlanarGeometry
import Testing
import Topology

@Suite struct PreparedAreaTests {
    static func ring(_ pairs: (Double, Double)...) throws -> Ring {
        try Ring(pairs.map { Point(x: $0.0, y: $0.1) })
    }

    static func squareWithHole() throws -> Polygon {
        Polygon(
            exterior: try ring((0, 0), (10, 0), (10, 10), (0, 10), (0, 0)),
            holes: [try ring((4, 4), (4, 6), (6, 6), (6, 4), (4, 4))])
    }

    struct Row: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let point: Point
        let covered: Bool
    }

    @Test(arguments: [
        Row(testDescription: "inside", point: Point(x: 1, y: 1), covered: true),
        Row(testDescription: "on an edge", point: Point(x: 10, y: 3), covered: true),
        Row(testDescription: "on a corner", point: Point(x: 0, y: 0), covered: true),
        Row(testDescription: "one ulp outside", point: Point(x: 10.0.nextUp, y: 3), covered: false),
        Row(testDescription: "in the hole", point: Point(x: 5, y: 5), covered: false),
        Row(testDescription: "on the hole's edge", point: Point(x: 4, y: 5), covered: true),
    ])
    func polygonCoversItsBoundary(row: Row) throws {
        let area = try PreparedArea([try Self.squareWithHole()])
        #expect(try area.covers(row.point) == row.covered)
    }

    @Test func severalPolygonsAreOneArea() throws {
        let far = Polygon(exterior: try Self.ring((20, 0), (21, 0), (21, 1), (20, 0)))
        let area = try PreparedArea([try Self.squareWithHole(), far])
        #expect(try area.covers(Point(x: 20.9, y: 0.5)))
        #expect(try !area.covers(Point(x: 15, y: 0.5)))
    }

    @Test func bowTieIsInvalidWhereItCrosses() throws {
        let area = try PreparedArea([
            Polygon(exterior: try Self.ring((0, 0), (2, 2), (2, 0), (0, 2), (0, 0)))
        ])
        let invalidity = try #require(try area.invalidity())
        #expect(invalidity.reason.contains("Self-intersection"))
        #expect(invalidity.location == Point(x: 1, y: 1))
    }

    @Test func soundAreaHasNoInvalidity() throws {
        let area = try PreparedArea([try Self.squareWithHole()])
        #expect(try area.invalidity() == nil)
    }

    @Test func nonFinitePointIsRefusedBeforeGEOSSeesIt() throws {
        let area = try PreparedArea([try Self.squareWithHole()])
        #expect(throws: TopologyError.self) { try area.covers(Point(x: .nan, y: 0)) }
        #expect(throws: TopologyError.self) { try area.covers(Point(x: 0, y: .infinity)) }
    }

    @Test func noPolygonMakesNoArea() {
        #expect(throws: TopologyError.self) { _ = try PreparedArea([]) }
    }

    @Test func versionNamesTheCAPI() {
        #expect(GEOSVersion.current.contains("CAPI"))
    }
}
