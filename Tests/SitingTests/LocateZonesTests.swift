import Planning
import Projection
import TestSupport
import Testing
import Wording

@testable import Siting

/// Which zone is read first, what lies under it, what is nearest: on zones of a known shape.
@Suite struct LocateZonesTests {
    typealias Data = SyntheticGeoData

    static let centre = LonLat(longitude: 106.4, latitude: 29.5)

    static func answer(
        _ data: SyntheticGeoData, at position: LonLat = centre, layout: String = "plan", accuracy: Double = 0
    ) throws -> LayoutAnswer {
        let answer = try data.inFolder { folder in
            try Locator(GeoDataFolder(path: folder).catalogue()).locate(Site(position, accuracy: accuracy))
        }
        return try #require(answer.layouts.first { $0.layout.id == layout })
    }

    @Test func theDeepestOfNestedZonesIsReadFirst() throws {
        let answer = try Self.answer(
            Data(
                .init(
                    "plan", .init("outer", Data.rectangle(106.2, 29.3, 106.6, 29.7)),
                    .init("middle", Data.rectangle(106.3, 29.4, 106.5, 29.6), parent: "outer"),
                    .init("inner", Data.rectangle(106.38, 29.48, 106.42, 29.52), parent: "middle"),
                    .init("elsewhere", Data.rectangle(106.55, 29.3, 106.6, 29.35), parent: "outer"))))
        #expect(answer.deepest?.zone.id == "inner")
        #expect(answer.path == ["outer", "middle", "inner"])
        #expect(answer.zones.map(\.zone.id) == ["outer", "middle", "inner"])
        #expect(answer.nearest == nil)
    }

    @Test func aProbableZoneThatDoesNotCoverIsNotReadFirst() throws {
        // The child begins a hand's breadth east of the site: likely, yet the parent alone covers.
        let answer = try Self.answer(
            Data(
                .init(
                    "plan", .init("outer", Data.rectangle(106.2, 29.3, 106.6, 29.7)),
                    .init("inner", Data.rectangle(106.400001, 29.4, 106.5, 29.6), parent: "outer"))))
        #expect(answer.deepest?.zone.id == "outer")
        let inner = try #require(answer.zones.first { $0.zone.id == "inner" })
        #expect(!inner.covers && !inner.holds && inner.boundaryDistance < 0)
        #expect(inner.verdict == .uncertain)
        #expect(answer.nearest == nil)
    }

    @Test func ofTwoOverlappingZonesTheMoreProbableIsReadFirst() throws {
        let narrow = Data.Zone("narrow", Data.rectangle(106.39, 29.49, 106.41, 29.51))
        let wide = Data.Zone("wide", Data.rectangle(106.3, 29.4, 106.5, 29.6))
        #expect(try Self.answer(Data(.init("plan", narrow, wide))).deepest?.zone.id == "wide")
        #expect(try Self.answer(Data(.init("plan", wide, narrow))).deepest?.zone.id == "wide")
    }

    @Test func ofTwoEquallyProbableZonesTheEarlierIsReadFirst() throws {
        let shape = Data.rectangle(106.39, 29.49, 106.41, 29.51)
        #expect(
            try Self.answer(Data(.init("plan", .init("a", shape), .init("b", shape)))).deepest?.zone.id == "a"
        )
        #expect(
            try Self.answer(Data(.init("plan", .init("b", shape), .init("a", shape)))).deepest?.zone.id == "b"
        )
    }

    @Test func unlocatedZonesAreListedUnderTheirParentOnly() throws {
        let data = Data(
            .init(
                "plan", .init("west", Data.rectangle(106.2, 29.3, 106.4, 29.7)),
                .init("lake", nil, parent: "west", role: "place"),
                .init("east", Data.rectangle(106.4, 29.3, 106.6, 29.7)),
                .init("hill", nil, parent: "east", role: "place"), .init("somewhere", nil)))
        let west = try Self.answer(data, at: LonLat(longitude: 106.3, latitude: 29.5))
        #expect(west.unlocated.map(\.id) == ["lake"])
        #expect(west.unlocated.allSatisfy { $0.unlocatedReason?.zh == "未查到" })
        let east = try Self.answer(data, at: LonLat(longitude: 106.5, latitude: 29.5))
        #expect(east.unlocated.map(\.id) == ["hill"])
        // On the border the site may be in either.
        #expect(try Self.answer(data).unlocated.map(\.id) == ["lake", "hill"])
    }

    @Test(arguments: [
        (LonLat(longitude: 106.4, latitude: 29.55), 180.0, 29.51),
        (LonLat(longitude: 106.4, latitude: 29.45), 0, 29.49),
    ])
    func theNearestZoneHasDistanceAndBearing(site: LonLat, bearing: Double, edge: Double) throws {
        let data = Data(
            .init(
                "plan", .init("near", Data.rectangle(106.39, 29.49, 106.41, 29.51), accuracy: 700),
                .init("far", Data.rectangle(106.6, 29.49, 106.62, 29.51))))
        let answer = try Self.answer(data, at: site)
        #expect(answer.deepest == nil && answer.zones.isEmpty)
        let nearest = try #require(answer.nearest)
        let foot = LonLat(longitude: site.longitude, latitude: edge)
        #expect(nearest.zone.id == "near" && nearest.accuracy == 700)
        #expect(abs(nearest.distance - Geodesic().distance(site.point, foot.point)) < 0.5)
        #expect(abs((nearest.bearing - bearing + 180).truncatingRemainder(dividingBy: 360) - 180) < 0.2)
    }

    @Test func theNearestOfTwoThatShareTheEdgeIsTheOuterWithTheLargerAccuracy() throws {
        let data = Data(
            .init(
                "plan",
                .init(
                    "outer",
                    Data.polygon([(106.3, 29.4), (106.5, 29.4), (106.5, 29.5), (106.4, 29.5), (106.3, 29.5)])),
                .init(
                    "inner", Data.polygon([(106.4, 29.45), (106.5, 29.45), (106.5, 29.5), (106.4, 29.5)]),
                    parent: "outer", accuracy: 900)))
        let nearest = try #require(
            try Self.answer(data, at: LonLat(longitude: 106.45, latitude: 29.55)).nearest)
        #expect(nearest.zone.id == "outer")
        #expect(nearest.accuracy == 900)
    }

    @Test func axesRiversAndPlacesNeverHoldASite() throws {
        let line = #"{"type":"LineString","coordinates":[[106.3,29.5],[106.5,29.5]]}"#
        let area = Data.rectangle(106.39, 29.49, 106.41, 29.51)
        let answer = try Self.answer(
            Data(
                .init(
                    "plan", .init("axis", line, role: "axis"), .init("river", line, role: "river"),
                    .init("place", Data.point(106.4, 29.5), role: "place"),
                    .init("basin", area, role: "river"),
                    .init("area", area))))
        #expect(answer.zones.map(\.zone.id) == ["area"])
        #expect(answer.deepest?.zone.id == "area")
    }

    @Test func everyRoleThatHoldsSitesDoes() throws {
        let area = Data.rectangle(106.39, 29.49, 106.41, 29.51)
        let roles = ["area", "belt", "screen", "control"]
        let zones = roles.map { Data.Zone($0, area, role: $0) }
        let answer = try Self.answer(Data(.init("plan", editions: [.init(zones: zones)])))
        #expect(answer.zones.map(\.zone.id) == roles)
    }

    @Test func aSiteInTheWholeThatNoMemberHoldsIsSaidToBeUnassigned() throws {
        let member = Data.Zone("member", Data.rectangle(106.5, 29.5, 106.6, 29.6), parent: "whole")
        let whole = Data.Zone("whole", Data.rectangle(106.2, 29.3, 106.6, 29.7))
        let data = Data(
            .init(
                "plan", editions: [.init(zones: [whole, member])], partition: ["member"], of: "whole",
                hasUnassigned: true))
        #expect(try Self.answer(data).notes.map(\.code) == ["unassigned"])
        for elsewhere in [(106.55, 29.55), (106.7, 29.5)] {
            let position = LonLat(longitude: elsewhere.0, latitude: elsewhere.1)
            #expect(try Self.answer(data, at: position).notes.isEmpty)
        }
    }
}
