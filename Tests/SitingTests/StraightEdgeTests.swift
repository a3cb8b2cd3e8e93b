import Foundation
import Planning
import Projection
import TestSupport
import Testing

@testable import Siting

/// Two halves that meet along the central meridian of the plane, which is straight in degrees and in metres; every
/// other edge is over forty standard deviations away.
@Suite struct StraightEdgeTests {
    static let halves = SyntheticGeoData(
        .init(
            "halves", .init("west", SyntheticGeoData.rectangle(106, 29.2, 106.4, 29.8), accuracy: 300),
            .init("east", SyntheticGeoData.rectangle(106.4, 29.2, 106.8, 29.8), accuracy: 400)))

    static func locate(_ site: Site, confidence: Double = 0.999_999) throws -> LayoutAnswer {
        let answer = try halves.inFolder { folder in
            try Locator(GeoDataFolder(path: folder).catalogue())
                .locate(site, confidence: try #require(Confidence(confidence)))
        }
        return try #require(answer.layouts.first)
    }

    @Test(arguments: [106.4002, 106.401, 106.4041, 106.41])
    func theProbabilityIsTheNormalDistributionOfDistanceOverSigma(longitude: Double) throws {
        let site = LonLat(longitude: longitude, latitude: 29.5)
        let answer = try Self.locate(Site(site))
        let distance = Geodesic().distance(site.point, LonLat(longitude: 106.4, latitude: 29.5).point)
        for zone in answer.zones {
            let signed = zone.zone.id == "east" ? distance : -distance
            #expect(abs(zone.boundaryDistance - signed) < 0.01)
            // Both halves share the edge: the larger accuracy counts for both.
            #expect(zone.accuracy == 400)
            #expect(
                abs(zone.probability - 0.5 * erfc(-zone.boundaryDistance / 400 / 2.0.squareRoot())) < 1e-9)
        }
        #expect(abs(answer.zones.map(\.probability).reduce(0, +) - 1) < 1e-6)
    }

    @Test func onTheEdgeBothCoverAndEachIsHalfLikely() throws {
        let answer = try Self.locate(Site(LonLat(longitude: 106.4, latitude: 29.5)))
        #expect(answer.zones.map(\.covers) == [true, true])
        for zone in answer.zones {
            #expect(abs(zone.probability - 0.5) < 1e-9)
            #expect(abs(zone.boundaryDistance) < 1e-6)
            #expect(zone.verdict == .uncertain && zone.grade == .undecided)
        }
        // Equally likely: the earlier in the catalogue is read first.
        #expect(answer.deepest?.zone.id == "west")
    }

    @Test(arguments: [
        (ReferenceFrame.wgs84, 0.0), (.cgcs2000, 1), (.gcj02, 5), (.bd09, 5),
    ])
    func siteAndFrameAddTheirAccuracyInSquares(frame: ReferenceFrame, metres: Double) throws {
        #expect(frame.accuracy == metres)
        let position = LonLat(longitude: 106.4, latitude: 29.5)
        let site = Site(given: position.point, frame: frame, position: position, accuracy: 250)
        let expected = (400.0 * 400 + 250 * 250 + metres * metres).squareRoot()
        for zone in try Self.locate(site).zones { #expect(abs(zone.accuracy - expected) < 1e-9) }
    }

    @Test func theAccuracyIsThatOfTheNearestEdgeOfTheLayout() throws {
        // Near its own western edge the west half is alone, and counts with its own 300 m.
        let answer = try Self.locate(Site(LonLat(longitude: 106.005, latitude: 29.5)))
        #expect(answer.zones.map(\.accuracy) == [300])
    }

    /// A parallel of 39 km is straight in degrees; as one straight piece in metres it would lie 16 m off in the middle.
    @Test(arguments: [106.4, 106.31, 106.25], [29.405, 29.41, 29.395])
    func aLongEdgeIsMeasuredAsItRunsInDegrees(longitude: Double, latitude: Double) throws {
        let data = SyntheticGeoData(
            .init("plan", .init("area", SyntheticGeoData.rectangle(106.2, 29.4, 106.6, 29.8))))
        let site = LonLat(longitude: longitude, latitude: latitude)
        let answer = try data.inFolder { folder in
            try Locator(GeoDataFolder(path: folder).catalogue()).locate(Site(site))
        }
        let zone = try #require(answer.layouts.first?.zones.first)
        #expect(zone.covers == (latitude > 29.4))
        // The shortest way to a parallel runs along the meridian.
        let foot = LonLat(longitude: longitude, latitude: 29.4)
        let distance = Geodesic().distance(site.point, foot.point)
        #expect(abs(abs(zone.boundaryDistance) - distance) < 0.05)
    }

    @Test func theLandOutsideHasTheRest() throws {
        // On the western edge itself half of the mass is in no zone.
        let answer = try Self.locate(Site(LonLat(longitude: 106, latitude: 29.5)))
        #expect(answer.zones.map(\.zone.id) == ["west"])
        // The meridian 0.4° from the centre bends by under a metre in a kilometre.
        #expect(abs((answer.zones.first?.probability ?? 0) - 0.5) < 0.001)
    }
}
