import PlanarGeometry
import Planning
import TestSupport
import Testing

@testable import Siting

/// What the members of a partition leave, built by shapely: inside of what they are parts of, and outside of all.
struct PartitionRest: Sendable {
    let layout: String
    let members: [String]
    let inside: [Polygon]
    let outside: [Polygon]

    static func all() throws -> [PartitionRest] {
        var rests: [PartitionRest] = []
        var head: [Substring] = []
        var sides: [[[Ring]]] = []
        func close() {
            guard sides.count == 2 else { return }
            let polygons = sides.map { $0.map { Polygon(exterior: $0[0], holes: Array($0.dropFirst())) } }
            rests.append(
                PartitionRest(
                    layout: String(head[1]), members: head[4].split(separator: ",").map(String.init),
                    inside: polygons[0], outside: polygons[1]))
        }
        for line in try OracleFixture("partition-rests.txt").lines {
            let words = line.split(separator: " ")
            switch words[0] {
            case "partition":
                close()
                (head, sides) = (words, [])
            case "inside", "outside": sides.append([])
            case "polygon": sides[sides.count - 1].append([])
            default:
                let numbers = words.dropFirst().compactMap { Double($0) }
                let points = stride(from: 0, to: numbers.count, by: 2).map {
                    Point(x: numbers[$0], y: numbers[$0 + 1])
                }
                sides[sides.count - 1][sides[sides.count - 1].count - 1].append(try Ring(points))
            }
        }
        close()
        return rests
    }
}

@Suite struct PartitionTests {
    @Test func everyPartitionOfTheCatalogueHasItsRest() throws {
        let catalogue = try GeoDataFolder(path: Repository.geoData).catalogue()
        let declared = catalogue.layouts.flatMap { layout in layout.partitions.map { (layout.id, $0.members) }
        }
        let rests = try PartitionRest.all()
        #expect(rests.map(\.layout) == declared.map(\.0))
        #expect(rests.map(\.members) == declared.map(\.1))
        #expect(!rests.isEmpty)
    }

    @Test func membersAndTheRestOnItsOwnRingsSumToOne() throws {
        let oracle = try ContainmentOracle.current()
        let drawing = try ShippedDrawing(asOf: oracle.asOf)
        for (number, rest) in try PartitionRest.all().enumerated() {
            let layout = try #require(drawing.layouts.first { $0.layout.id == rest.layout })
            let inside = try drawing.plane.outline(of: .multiPolygon(rest.inside)).polygons
            let outside = try drawing.plane.outline(of: .multiPolygon(rest.outside)).polygons
            for chances in oracle.chances {
                let spot = oracle.spots[chances.spot]
                let containment = try Containment(
                    of: drawing.measured(spot.position), in: layout, siteAccuracy: chances.siteAccuracy)
                let members = zip(layout.holding, containment.measures).filter {
                    rest.members.contains($0.0.zone.id)
                }
                let metres = try #require(drawing.measured(spot.position).metres)
                let normal = IsotropicNormal(
                    centre: metres, standardDeviation: containment.measures[0].accuracy)
                let left = (normal.mass(in: inside), normal.mass(in: outside))
                let sum = members.map(\.1.probability).reduce(left.0 + left.1, +)
                #expect(abs(sum - 1) < 1e-6, "partition \(number) of \(rest.layout) at \(spot.position)")
                guard chances.sigmas[rest.layout] != nil else { continue }
                let expected = chances.rests[number] ?? (0, 1)
                #expect(abs(left.0 - expected.inside) <= 0.02 && abs(left.1 - expected.outside) <= 0.02)
            }
        }
    }

    @Test func aParentIsNeverLessLikelyThanItsChild() throws {
        let oracle = try ContainmentOracle.current()
        let drawing = try ShippedDrawing(asOf: oracle.asOf)
        for chances in oracle.chances {
            let position = try drawing.measured(oracle.spots[chances.spot].position)
            for layout in drawing.layouts {
                let containment = try Containment(
                    of: position, in: layout, siteAccuracy: chances.siteAccuracy)
                for (drawn, child) in zip(layout.holding, containment.measures) {
                    guard let id = drawn.zone.parent, let parent = containment.measure(of: id) else {
                        continue
                    }
                    // Two sums over different edges of the same line differ in the last digits.
                    #expect(
                        parent.probability >= child.probability - 1e-9,
                        "\(id) against \(drawn.reference) at \(oracle.spots[chances.spot].position)")
                }
            }
        }
    }
}
