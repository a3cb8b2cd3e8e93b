import Planning
import TestSupport
import Testing
import Wording

@testable import Siting

/// Grades and intervals of shares that a reader can believe together.
@Suite struct CoherentShareTests {
    /// Parcels of several sizes over the shipped drawing, in and across zones.
    private static func answers() throws -> [ShareAnswer] {
        let catalogue = try GeoDataFolder(path: Repository.geoData).catalogue()
        let overlay = try ZoneOverlay(catalogue, asOf: try #require(CalendarDate("2026-11-21")))
        var answers: [ShareAnswer] = []
        for (longitude, latitude) in [
            (106.33, 29.52), (106.305, 29.607), (106.37, 29.54), (106.372, 29.597), (106.40, 29.56),
            (106.34, 29.43),
        ] {
            for degrees in [0.0005, 0.003, 0.01, 0.02] {
                let (west, east) = (longitude - degrees, longitude + degrees)
                let (south, north) = (latitude - degrees, latitude + degrees)
                let parcel = try ParcelReader(accuracy: 20).parcel(
                    wkt:
                        "POLYGON((\(west) \(south),\(east) \(south),\(east) \(north),\(west) \(north),\(west) \(south)))"
                )
                answers.append(try overlay.shares(of: parcel))
            }
        }
        return answers
    }

    @Test func aZoneHoldsNoLessThanItsParts() throws {
        var pairs = 0
        for layout in try Self.answers().flatMap(\.layouts) {
            for one in layout.zones {
                let ancestors = layout.edition.path(to: one.zone).dropLast().map(\.id)
                for other in layout.zones where ancestors.contains(other.zone.id) {
                    let (inner, outer) = (try #require(one.interval), try #require(other.interval))
                    let (part, whole) = (try #require(one.share), try #require(other.share))
                    #expect(outer.lowerBound >= min(inner.lowerBound, whole), "\(one.zone.id)")
                    #expect(inner.upperBound <= max(outer.upperBound, part), "\(one.zone.id)")
                    #expect(inner.contains(part) && outer.contains(whole))
                    pairs += 1
                }
            }
        }
        #expect(pairs > 20)
    }

    @Test func noGradeIsSaidAgainstEitherProbability() throws {
        var undecided = 0
        for share in try Self.answers().flatMap({ $0.layouts.flatMap(\.zones) + $0.context }) {
            switch share.grade {
            case .clearlyInside, .likelyInside: #expect(share.probabilityWhole >= 0.8)
            case .clearlyOutside, .likelyOutside: #expect(share.probabilityAny <= 0.2)
            case .undecided:
                #expect(share.probabilityWhole < 0.8 && share.probabilityAny > 0.2)
                undecided += 1
            }
        }
        #expect(undecided > 20)
    }

    @Test func aHoleOutsideItsShellThatBecomesLandIsTold() throws {
        let wkt =
            "POLYGON((106.33 29.52,106.34 29.52,106.34 29.53,106.33 29.53,106.33 29.52),"
            + "(106.35 29.52,106.36 29.52,106.36 29.53,106.35 29.53,106.35 29.52))"
        let parcel = try ParcelReader(makingValid: true).parcel(wkt: wkt)
        let areas = try #require(parcel.repair?.areas)
        // Two squares of the same size: outer less inner is nothing, and both are land afterwards.
        #expect(abs(areas.before) < 1 && areas.after > 2_000_000 && areas.hasHoleOutside)
        let note = try #require(parcel.repairNote)
        #expect(note.text.zh.contains("洞在外环之外") && note.text.zh.contains("成了用地"))
        #expect(!note.text.zh.contains("Hole") && note.text.en.contains("has become land"))
    }
}
