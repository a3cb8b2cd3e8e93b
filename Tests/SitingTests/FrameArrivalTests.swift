import Planning
import Projection
import TestSupport
import Testing
import Wording

@testable import Siting

/// One place, written in every frame it may come in.
@Suite struct FrameArrivalTests {
    struct Row: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let position: SiteText.Position
        let frame: String
        /// How far the answer may be from that of the place in WGS 84, metres.
        let within: Double
    }

    /// 106.33° E 29.52° N; the shifted coordinates are by the public formulas, worked out apart from ours in Python.
    static let rows = [
        Row(
            testDescription: "EPSG:4490", position: .single("106.33,29.52", order: .unstated),
            frame: "epsg:4490",
            within: 0.02),
        Row(
            testDescription: "EPSG:4544, X north first",
            position: .pair("3267643.66", "628945.81", order: .northingFirst), frame: "epsg:4544",
            within: 0.02),
        Row(
            testDescription: "EPSG:4544, x, y",
            position: .pair("628945.81", "3267643.66", order: .eastingFirst), frame: "epsg:4544", within: 0.02
        ),
        Row(
            testDescription: "EPSG:4544, order by range",
            position: .single("3267643.66, 628945.81", order: .unstated), frame: "epsg:4544", within: 0.02),
        Row(
            testDescription: "EPSG:4544 with the zone number",
            position: .pair("3267643.66", "35628945.81", order: .northingFirst), frame: "epsg:4544",
            within: 0.02),
        Row(
            testDescription: "EPSG:4523, the frame with the zone number",
            position: .pair("35628945.81", "3267643.66", order: .eastingFirst), frame: "epsg:4523",
            within: 0.02),
        Row(
            testDescription: "degrees, minutes and seconds",
            position: .single("106°19′48″,29°31′12″", order: .unstated), frame: "wgs84", within: 0.02),
        Row(
            testDescription: "GCJ-02",
            position: .pair("106.33389312888", "29.51736753952", order: .eastingFirst),
            frame: "gcj02", within: 6),
        Row(
            testDescription: "BD-09",
            position: .pair("106.34032434319", "29.52360505958", order: .eastingFirst),
            frame: "bd09", within: 6),
        Row(
            testDescription: "GCJ-02 as Amap shows it",
            position: .pair("106.333893", "29.517368", order: .eastingFirst), frame: "gcj02", within: 6),
    ]

    @Test(arguments: rows)
    func theSamePlaceIsInTheSameZonesAtTheSameDistance(row: Row) throws {
        let locator = try Locator(
            GeoDataFolder(path: Repository.geoData).catalogue(),
            asOf: try #require(CalendarDate("2026-11-21")))
        let expected = try locator.locate(Site(LonLat(longitude: 106.33, latitude: 29.52)))
        let site = try SiteReader().site(SiteText(position: row.position, frame: row.frame))
        #expect(Geodesic().distance(site.position.point, expected.site.position.point) <= row.within)
        let answer = try locator.locate(site)
        for (layout, reference) in zip(answer.layouts, expected.layouts) {
            #expect(layout.applicability == reference.applicability)
            #expect(layout.path == reference.path)
            #expect(layout.zones.map(\.zone.id) == reference.zones.map(\.zone.id))
            for (zone, other) in zip(layout.zones, reference.zones) {
                #expect(
                    zone.covers == other.covers && zone.verdict == other.verdict && zone.grade == other.grade)
                #expect(abs(zone.boundaryDistance - other.boundaryDistance) <= row.within)
                #expect(abs(zone.probability - other.probability) < 0.005)
            }
        }
        #expect(answer.layouts.count == expected.layouts.count)
        #expect(answer.layouts.first?.deepest?.zone.id == "shengmingdao")
    }

    @Test func aSiteLeftInGCJ02IsHundredsOfMetresOffAndOnlyTheUserCouldKnow() throws {
        let shifted = try SiteReader().site(
            SiteText(position: .pair("106.33389312888", "29.51736753952", order: .eastingFirst)))
        let meant = LonLat(longitude: 106.33, latitude: 29.52)
        #expect((470...485).contains(Geodesic().distance(shifted.position.point, meant.point)))
        // What can be said is said.
        #expect(shifted.notes.map(\.code).contains("frame_assumed"))
    }
}
