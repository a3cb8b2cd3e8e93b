import Planning
import Projection
import TestSupport
import Testing

@testable import Siting

/// Ten thousand points of the shipped data against shapely and pyproj, which share no code and no GEOS with us.
@Suite struct ContainmentOracleTests {
    @Test func tenThousandPointsOfEveryAwkwardKindAreCompared() throws {
        let oracle = try ContainmentOracle.current()
        #expect(oracle.spots.count >= 10_000)
        #expect(oracle.chances.count >= 1000)
        #expect(
            Set(oracle.spots.map(\.kind)) == [
                "uniform over the extent", "near an edge", "on an edge's midpoint", "on a vertex",
                "in or beside a narrow belt", "near a sharp corner", "where three zones meet",
            ])
        // The kinds meet zones of every layout, and none of them.
        #expect(Set(oracle.spots.flatMap(\.covering)) == Set(oracle.zones))
        #expect(oracle.spots.contains { $0.covering.isEmpty })
    }

    @Test func theZonesThatCanHoldSitesAreThose() throws {
        let oracle = try ContainmentOracle.current()
        let drawing = try ShippedDrawing(asOf: oracle.asOf)
        #expect(drawing.layouts.flatMap(\.zones).filter(\.holdsSites).map(\.reference) == oracle.zones)
    }

    @Test func coversIsExactlyShapelysAndDistancesAgreeToFiveCentimetres() throws {
        let oracle = try ContainmentOracle.current()
        let drawing = try ShippedDrawing(asOf: oracle.asOf)
        var zones: [ZoneReference: DrawnZone] = [:]
        for zone in drawing.layouts.flatMap(\.zones) where zone.holdsSites { zones[zone.reference] = zone }
        for spot in oracle.spots {
            let covering = try zones.filter { try $0.value.covers(spot.position.point) }
            #expect(Set(covering.keys) == spot.covering, "\(spot.kind) at \(spot.position)")
            let position = try drawing.measured(spot.position)
            for (reference, metres) in spot.distances {
                let zone = try #require(zones[reference])
                let distance = position.distance(to: zone).distance
                let signed = covering[reference] == nil ? -distance : distance
                #expect(abs(signed - metres) <= 0.05, "\(reference) from \(spot.kind) at \(spot.position)")
            }
        }
    }

    @Test func probabilitiesAgreeWithMonteCarloDisplacementsToTwoHundredths() throws {
        let oracle = try ContainmentOracle.current()
        let drawing = try ShippedDrawing(asOf: oracle.asOf)
        var compared = 0
        var unsettled: [Double] = []
        for chances in oracle.chances {
            let spot = oracle.spots[chances.spot]
            let position = try drawing.measured(spot.position)
            for layout in drawing.layouts {
                guard let sigma = chances.sigmas[layout.layout.id] else { continue }
                let containment = try Containment(
                    of: position, in: layout, siteAccuracy: chances.siteAccuracy)
                #expect(
                    containment.measures.allSatisfy { abs($0.accuracy - sigma) < 0.01 },
                    "\(layout.layout.id) at \(spot.position)")
                for (drawn, measure) in zip(layout.holding, containment.measures) {
                    let expected = chances.zones[drawn.reference] ?? 0
                    #expect(
                        abs(measure.probability - expected) <= 0.02,
                        "\(drawn.reference) from \(spot.kind) at \(spot.position)")
                    compared += 1
                    if (0.001...0.999).contains(expected) {
                        unsettled.append(abs(measure.probability - expected))
                    }
                }
            }
        }
        // Few points may be left out for lying equally near two edges.
        #expect(compared > 31 * oracle.chances.count)
        // Two hundredths would hide a bias; the mean over thousands of draws shows it.
        #expect(unsettled.count > 4000)
        #expect(unsettled.reduce(0, +) / Double(unsettled.count) < 0.0005)
    }

    @Test func publicAnswersGiveTheSameZonesDistancesAndProbabilities() throws {
        let oracle = try ContainmentOracle.current()
        let locator = try Locator(GeoDataFolder(path: Repository.geoData).catalogue(), asOf: oracle.asOf)
        // So sure a verdict that no zone above 0.001 is left out of the answer.
        let confidence = try #require(Confidence(0.999))
        for chances in oracle.chances {
            let spot = oracle.spots[chances.spot]
            let site = Site(spot.position, accuracy: chances.siteAccuracy)
            let answer = try locator.locate(site, confidence: confidence)
            for layout in answer.layouts {
                let covering = spot.covering.filter { $0.layout == layout.layout.id }
                #expect((layout.applicability == .covered) == speaks(layout.layout, of: spot))
                guard layout.applicability == .covered else {
                    #expect(layout.zones.isEmpty && layout.nearest == nil && layout.deepest == nil)
                    continue
                }
                #expect(Set(layout.zones.filter(\.covers).map(\.reference)) == covering)
                #expect((layout.nearest == nil) == !covering.isEmpty)
                check(layout.zones, of: layout.layout.id, spot, chances)
            }
            let around = spot.covering.filter { $0.layout == "context" }
            #expect(Set(answer.context.filter(\.covers).map(\.reference)) == around)
            check(answer.context, of: "context", spot, chances)
        }
    }

    /// A layout speaks of the land of its coverage less what is not stated, and wherever it draws a zone.
    private func speaks(_ layout: Layout, of spot: ContainmentOracle.Spot) -> Bool {
        func covered(by zone: String) -> Bool {
            spot.covering.contains(ZoneReference(layout: "context", zone: zone))
        }
        guard let coverage = layout.coverage else { return true }
        return spot.covering.contains { $0.layout == layout.id }
            || coverage.zones.contains(where: covered)
                && !coverage.notStated.map(\.zone).contains(where: covered)
    }

    private func check(
        _ zones: [ZoneAnswer], of layout: String, _ spot: ContainmentOracle.Spot,
        _ chances: ContainmentOracle.Chances
    ) {
        for (reference, metres) in spot.distances {
            guard let zone = zones.first(where: { $0.reference == reference }) else { continue }
            #expect(abs(zone.boundaryDistance - metres) <= 0.05)
        }
        guard chances.sigmas[layout] != nil else { return }
        for zone in zones {
            #expect(abs(zone.probability - (chances.zones[zone.reference] ?? 0)) <= 0.02)
        }
        let told = Set(zones.map(\.reference))
        for (reference, probability) in chances.zones where reference.layout == layout {
            #expect(told.contains(reference) || probability < 0.01)
        }
    }
}

extension ZoneAnswer {
    var reference: ZoneReference { ZoneReference(layout: zone.layout, zone: zone.id) }
}
