import Planning
import TestSupport
import Testing

@testable import Siting

@Suite struct SheetShareTests {
    /// A square of some metres around a place.
    private static func square(_ middle: LonLat, metres: Double, accuracy: Double) throws -> Parcel {
        let (dx, dy) = (metres / 2 / 96_900, metres / 2 / 110_900)
        let (west, east) = (middle.longitude - dx, middle.longitude + dx)
        let (south, north) = (middle.latitude - dy, middle.latitude + dy)
        return try ParcelReader(accuracy: accuracy).parcel(
            wkt:
                "POLYGON((\(west) \(south),\(east) \(south),\(east) \(north),\(west) \(north),\(west) \(south)))"
        )
    }

    private static func shares(_ parcel: Parcel, _ overlay: borrowing ZoneOverlay) throws -> [String:
        ZoneShare]
    {
        let layout = try #require(try overlay.shares(of: parcel).layouts.first)
        return Dictionary(uniqueKeysWithValues: layout.zones.map { ($0.zone.id, $0) })
    }

    @Test func aTinyParcelIsJudgedAsThePointInItsMiddle() throws {
        let catalogue = try MixedLayout.catalogue()
        let locator = try Locator(catalogue)
        let overlay = try ZoneOverlay(catalogue)
        var random = SeededGenerator(seed: 21)
        var unsettled = 0
        for _ in 0..<40 {
            let middle = SheetContainmentTests.position(&random)
            let shares = try Self.shares(try Self.square(middle, metres: 2, accuracy: 3), overlay)
            let point = try #require(try locator.locate(Site(middle, accuracy: 3)).layouts.first)
            for answer in point.zones {
                let share = try #require(shares[answer.zone.id], "\(answer.zone.id) at \(middle)")
                #expect(
                    abs(share.probabilityAny - answer.probability) < 0.04, "\(answer.zone.id) at \(middle)")
                #expect(
                    abs(share.probabilityWhole - answer.probability) < 0.04, "\(answer.zone.id) at \(middle)")
                #expect(abs(share.accuracy - answer.accuracy) < 1e-6)
                if (0.05...0.95).contains(answer.probability) { unsettled += 1 }
            }
        }
        #expect(unsettled > 20)
    }

    @Test func whatHoldsOfOneSheetHoldsOfTheOther() throws {
        let overlay = try ZoneOverlay(try MixedLayout.catalogue())
        var random = SeededGenerator(seed: 22)
        var (parts, pairs) = (0, 0)
        for number in 0..<50 {
            let size = [20.0, 200, 900, 3000][number % 4]
            let parcel = try Self.square(
                SheetContainmentTests.position(&random), metres: size, accuracy: number % 3 == 0 ? 80 : 0)
            let shares = try Self.shares(parcel, overlay)
            for share in shares.values {
                #expect(share.probabilityWhole <= share.probabilityAny)
                guard let whole = share.zone.parent.flatMap({ shares[$0] }) else { continue }
                // Each is good to 0.01; between the sheets it holds to the digit.
                let isAcross =
                    MixedLayout.surveyed.contains(share.zone.id)
                    != MixedLayout.surveyed.contains(whole.zone.id)
                let margin = isAcross ? 1e-12 : 0.01
                #expect(share.probabilityWhole <= whole.probabilityWhole + margin, "\(share.zone.id)")
                #expect(share.probabilityAny <= whole.probabilityAny + margin, "\(share.zone.id)")
                parts += 1
            }
            for id in ["north", "east"] {
                guard let west = shares["west"], let sketch = shares[id] else { continue }
                #expect(sketch.probabilityAny <= 1 - west.probabilityWhole + 1e-12)
                #expect(sketch.probabilityWhole <= 1 - west.probabilityAny + 1e-12)
                let (high, low) = (try #require(sketch.interval), try #require(west.interval))
                #expect(high.upperBound <= max(1 - low.lowerBound, try #require(sketch.share)) + 1e-12)
                pairs += 1
            }
        }
        #expect(parts > 50 && pairs > 10)
    }

    /// Some hundred metres within a line known to 60 m, whose neighbour is a sketch known to 300 m.
    @Test func withinASurveyedLineItsNeighbourIsOutOfQuestion() throws {
        let overlay = try ZoneOverlay(try MixedLayout.catalogue())
        let inside = try Self.square(
            LonLat(longitude: 106.3165, latitude: 29.545), metres: 60, accuracy: 0)
        let shares = try Self.shares(inside, overlay)
        #expect(shares["west"]?.verdict == .inside && shares["whole"]?.verdict == .inside)
        #expect(shares["west"]?.accuracy == 60 && shares["whole"]?.accuracy == 300)
        #expect(shares["north"] == nil)
        // A line through the parcel leaves it in neither.
        let across = try Self.shares(
            try Self.square(LonLat(longitude: 106.32, latitude: 29.545), metres: 900, accuracy: 0), overlay)
        #expect(try #require(across["west"]).isDivided)
        #expect(try #require(across["north"]).probabilityWhole < 0.001)
    }

    /// What a surveyed line cuts a parcel into is no less likely to lie in a zone than the parcel is.
    @Test func noPieceIsLessLikelyToLieWholeInAZoneThanTheParcel() throws {
        let overlay = try ZoneOverlay(try MixedLayout.catalogue())
        // Across the east of the west, 0.06 of a hundredth of a degree on either side, and the yard's edges.
        var compared = 0
        for (x, y) in [(2.0, 1.0), (2.0, 2.9), (2.0, 4.5), (4.5, 2.5), (5.0, 2.0)] {
            let middle = LonLat(longitude: 106.3 + x / 100, latitude: 29.5 + y / 100)
            let parcel = try Self.shares(try Self.square(middle, metres: 800, accuracy: 0), overlay)
            for (dx, dy) in [(-0.0021, 0.0), (0.0021, 0), (0, -0.0018), (0, 0.0018)] {
                let place = LonLat(longitude: middle.longitude + dx, latitude: middle.latitude + dy)
                let piece = try Self.shares(try Self.square(place, metres: 390, accuracy: 0), overlay)
                // Nearer to another edge the piece is held by that edge's accuracy.
                for (id, share) in parcel where piece[id]?.accuracy ?? share.accuracy == share.accuracy {
                    let (whole, any) = (piece[id]?.probabilityWhole ?? 0, piece[id]?.probabilityAny ?? 0)
                    #expect(share.probabilityWhole <= whole + 0.03, "\(id) at \(x), \(y)")
                    #expect(share.probabilityAny >= any - 0.03, "\(id) at \(x), \(y)")
                    compared += 1
                }
            }
        }
        #expect(compared > 40)
    }

    /// Over a line known to 60 m, some metres more or less change little.
    @Test func nothingJumpsWhereAParcelBeginsToCrossASurveyedLine() throws {
        let overlay = try ZoneOverlay(try MixedLayout.catalogue())
        var before: [String: ZoneShare] = [:]
        var steps = 0
        // From 330 m within the west to 330 m beyond it, at 20 m.
        for step in -33...33 {
            let middle = LonLat(longitude: 106.32 + Double(step) * 20 / 96_900, latitude: 29.532)
            let shares = try Self.shares(try Self.square(middle, metres: 300, accuracy: 0), overlay)
            for (id, share) in shares {
                guard let earlier = before[id] else { continue }
                // Of a normal no more than 0.4 × 20 / 60 lies in so narrow a strip.
                #expect(abs(share.probabilityWhole - earlier.probabilityWhole) < 0.15, "\(id) at \(step)")
                #expect(abs(share.probabilityAny - earlier.probabilityAny) < 0.15, "\(id) at \(step)")
                steps += 1
            }
            before = shares
        }
        #expect(steps > 200)
    }
}
