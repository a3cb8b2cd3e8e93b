import PlanarGeometry
import Planning
import TestSupport
import Testing
import Topology

@testable import Siting

/// Held against shapely and pyproj: `Benchmarks/Peers/shares_oracle.py`, which says how to run all 10 000 sites.
@Suite struct SharesOracleTests {
    @Test func sharesAndRelationsAreThoseOfAnIndependentOverlay() throws {
        let overlay = try ZoneOverlay(SharesFixture.catalogue())
        let reader = ParcelReader()
        var compared = 0
        for row in try SharesFixture.rows("overlay.tsv") where row[0] == "site" {
            let answer = try overlay.shares(of: reader.parcel(wkt: row[2]))
            let total = try #require(Double(row[3]))
            let extent = try #require(answer.extent)
            #expect(abs(extent.value / total - 1) < 1e-6, "\(row[1]) measures \(extent.value), not \(total)")
            let found = answer.layouts.flatMap(\.zones).map { ("\($0.zone.layout)/\($0.zone.id)", $0) }
            let zones = Dictionary(uniqueKeysWithValues: found)
            let wanted = row.dropFirst(4).map { $0.split(separator: "=").map(String.init) }
            #expect(Set(zones.keys) == Set(wanted.map { $0[0] }), "\(row[1])")
            for fields in wanted {
                let zone = try #require(zones[fields[0]], "\(row[1]) \(fields[0])")
                #expect(zone.relation.cells == fields[1], "\(row[1]) \(fields[0])")
                let part = try #require(Double(fields[2]))
                let measured = try #require(zone.extent?.value)
                #expect(
                    abs(measured - part) < 1e-6 * total,
                    "\(row[1]) \(fields[0]) holds \(measured), not \(part)")
                compared += 1
            }
        }
        #expect(compared > 1000)
    }

    @Test func partsOfAPartitionAndTheRestAddUp() throws {
        let overlay = try ZoneOverlay(SharesFixture.catalogue())
        let reader = ParcelReader()
        let rows = try SharesFixture.rows("overlay.tsv")
        let wanted = Dictionary(
            uniqueKeysWithValues: rows.filter { $0[0] == "partition" }.map {
                ($0[1], $0.dropFirst(2).compactMap(Double.init))
            })
        var worst = 0.0
        for row in rows where row[0] == "site" {
            let answer = try overlay.shares(of: reader.parcel(wkt: row[2]), layouts: ["tiling"])
            let parts = try #require(answer.layouts.first?.partitions.first)
            let oracle = try #require(wanted[row[1]])
            let total = try #require(answer.extent?.value)
            #expect(abs(parts.whole.value - oracle[0]) < 1e-6 * total, "\(row[1]) whole")
            #expect(abs(parts.rest.value - oracle[1]) < 1e-6 * total, "\(row[1]) rest")
            #expect(abs(parts.onBorder - oracle[2]) < 1e-6 * total + 1e-3, "\(row[1]) on border")
            guard parts.whole.value >= 1 else { continue }
            let error = abs(parts.sum / parts.whole.value - 1)
            worst = max(worst, error)
            #expect(error < 1e-9, "\(row[1]): \(parts.sum) against \(parts.whole.value)")
        }
        print("partition sums: worst relative difference \(worst)")
    }

    @Test func bordersAndGapsAreThoseOfAnIndependentOverlay() throws {
        let overlay = try ZoneOverlay(SharesFixture.catalogue())
        var found: [String: Neighbour] = [:]
        for layout in ["tiling", "loose"] {
            let graph = try #require(try overlay.adjacency(in: layout, within: 100_000))
            for pair in graph.pairs {
                found["\(layout) \(pair.zone.id) \(pair.neighbour.zone.id)"] = pair.neighbour
            }
        }
        var edges = 0
        for row in try SharesFixture.rows("borders.tsv") {
            let neighbour = try #require(found["\(row[0]) \(row[1]) \(row[2])"], "\(row)")
            let (shared, gap) = (try #require(Double(row[4])), try #require(Double(row[5])))
            #expect(abs((neighbour.sharedLength ?? 0) - shared) < 0.001, "\(row)")
            // In the plane edges are cut every kilometre and then bow by up to 3 cm.
            #expect(abs(neighbour.gap - gap) < 0.03, "\(row) gap \(neighbour.gap)")
            if shared > 0 { edges += 1 }
            #expect((neighbour.kind == .edge) == (shared > 0), "\(row) \(neighbour.kind)")
        }
        #expect(edges > 40)
    }

    @Test func displacedDrawingsAreThoseOfTheSimulation() throws {
        let operators = SpatialOperators()
        var worst = (whole: 0.0, any: 0.0)
        for (number, row) in try SharesFixture.rows("displaced.tsv").enumerated() {
            let deviation = try #require(Double(row[0]))
            let site = try WKTReader.geometry(row[1], vertexLimit: 1000)
            let zone = try WKTReader.geometry(row[2], vertexLimit: 1000)
            let drawing = DisplacedDrawing(
                site: try #require(SectionedSite(site)), isWholeOnPlane: true, zone: ZoneOutline(zone),
                deviation: deviation, matrix: try operators.relate(site, zone))
            let (whole, any) = (try #require(Double(row[3])), try #require(Double(row[4])))
            worst.whole = max(worst.whole, abs(drawing.probability.whole - whole))
            worst.any = max(worst.any, abs(drawing.probability.any - any))
            #expect(abs(drawing.probability.whole - whole) < 0.02, "row \(number)")
            #expect(abs(drawing.probability.any - any) < 0.02, "row \(number)")
        }
        print("displaced drawings: worst differences \(worst)")
    }
}
