import PlanarGeometry
import Siting
import TestSupport
import Testing
import Topology

@Suite struct BulkIndexTests {
    /// Zones that between them hold every difficulty we know.
    struct World: CustomTestStringConvertible, Sendable {
        let name: String
        let zones: [[Polygon]]
        var testDescription: String { name }
    }

    static func polygon(_ exterior: [(Double, Double)], holes: [[(Double, Double)]] = []) throws -> Polygon {
        func ring(_ corners: [(Double, Double)]) throws -> Ring {
            try Ring((corners + [corners[0]]).map { Point(x: $0.0, y: $0.1) })
        }
        return Polygon(exterior: try ring(exterior), holes: try holes.map(ring))
    }

    static func square(_ x: Double, _ y: Double, _ side: Double) throws -> Polygon {
        try polygon([(x, y), (x + side, y), (x + side, y + side), (x, y + side)])
    }

    static func fan(_ count: Int, tip: Point, radius: Double) throws -> [[Polygon]] {
        let turns = (0...count).map { Double($0) * 6.283 / Double(count) }
        // Sine and cosine by quarter turns of a parabola: any star will do.
        let rim = turns.map { turn in
            let t = turn / 6.2832 * 4
            let k = Int(t) % 4
            let f = t - Double(Int(t))
            let a = [(1 - f, f), (-f, 1 - f), (f - 1, -f), (f, f - 1)][k]
            return Point(x: tip.x + radius * a.0, y: tip.y + radius * a.1)
        }
        return try zip(rim, rim.dropFirst()).map { a, b in
            [try polygon([(tip.x, tip.y), (a.x, a.y), (b.x, b.y)])]
        }
    }

    static let worlds: [World] = {
        do {
            let corner = Point(x: 106.1, y: 29.3)
            let far = Point(x: 106.6, y: 29.9)
            let tiling = try Tiling(columns: 7, rows: 6, pieces: 9, from: corner, to: far, seed: 3).zones
            let over = try Tiling(
                columns: 3, rows: 2, pieces: 40, from: Point(x: 106, y: 29.2), to: far, seed: 4
            ).zones
            let squares = try (0..<6).flatMap { i in
                try (0..<6).map { j in [try square(100 + Double(i) * 0.1, 30 + Double(j) * 0.1, 0.1)] }
            }
            return [
                World(name: "tiling", zones: tiling),
                World(name: "two tilings over each other", zones: tiling + over + [tiling[3], tiling[3]]),
                World(name: "squares in rows", zones: squares),
                World(
                    name: "fine borders",
                    zones: try Tiling(
                        columns: 2, rows: 2, pieces: 400, from: corner, to: far, seed: 5
                    ).zones),
                World(
                    name: "holes, islands in them and touching corners",
                    zones: [
                        [
                            try polygon(
                                [(0, 0), (10, 0), (10, 10), (0, 10)],
                                holes: [
                                    [(2, 2), (2, 8), (5, 5)], [(5, 5), (8, 8), (8, 2)],
                                    [(0, 0), (1, 2), (2, 1)],
                                ])
                        ],
                        [try polygon([(2, 2), (2, 8), (5, 5)])],
                        [
                            try polygon([(5, 5), (8, 8), (8, 2)]), try square(10, 10, 3),
                            try square(20, 0, 1),
                        ],
                        [],
                        [try square(3, 3, 0.5), try square(3.5, 3.5, 0.5)],
                    ]),
                World(
                    name: "a fan of sixteen", zones: try fan(16, tip: Point(x: 106.3, y: 29.5), radius: 0.2)),
                World(
                    name: "nine zones on one border",
                    zones: try (0..<9).map { [try square(Double($0 % 2), 0, 1)] }),
                World(
                    name: "slivers",
                    zones: [
                        [try polygon([(106, 29), (107, 29.000000000001), (107, 29.000000000002)])],
                        [try polygon([(106, 29), (107, 29.000000000002), (106.5, 29.5)])],
                        [try polygon([(106, 29.3), (106.00000000000003, 29.3), (106.2, 29.9)])],
                    ]),
                World(
                    name: "at 180 degrees and the poles",
                    zones: [
                        [try polygon([(170, -90), (180, -90), (180, 90), (170, 90)])],
                        [try polygon([(-180, -90), (-170, -80), (-170, 90), (-180, 90)])],
                        [try square(175, 0, 5)],
                    ]),
                World(
                    name: "around zero, down to the least numbers",
                    zones: [
                        [try square(0, 0, 1)], [try square(-1, -1, 1)], [try square(-1, 0, 1)],
                        [try polygon([(-2, 0), (2, .leastNonzeroMagnitude), (0, 3)])],
                        [try polygon([(0, 0), (1e-200, 0), (1e-200, 1e-200)])],
                        [
                            try polygon([
                                (-0.5, .leastNormalMagnitude / 200), (0.5, .leastNormalMagnitude / 100),
                                (0.1, 0.1),
                            ])
                        ],
                    ]),
                World(
                    name: "tiny, far from zero",
                    zones: [
                        [try square(106, 29, 1e-12)], [try square(106 + 1e-12, 29, 1e-12)],
                        [try polygon([(106, 29), (106 + 2e-12, 29), (106, 29 + 3e-12)])],
                    ]),
                World(
                    name: "metres with a zone number",
                    zones: try Tiling(
                        columns: 4, rows: 4, pieces: 5, from: Point(x: 36_330_000, y: 3_250_000),
                        to: Point(x: 36_390_000, y: 3_300_000), seed: 8
                    ).zones),
            ]
        } catch {
            return []
        }
    }()

    @Test func theWorldsAreThere() { #expect(Self.worlds.count == 12) }

    @Test(arguments: worlds) func answersAreThoseOfGEOS(_ world: World) throws {
        let index = try BulkIndex(world.zones)
        let judge = try GEOSJudge(world.zones)
        let points = AdversarialPoints.around(world.zones, count: 8_000, seed: 1)
        let (count, first) = try judge.differences(from: index, at: points)
        #expect(count == 0, "\(first)")
        let sets = (0..<index.setCount).map { Array(index.zones(inSet: UInt32($0))) }
        #expect(Set(sets).count == sets.count, "equal sets have equal numbers")
        #expect(sets[0].isEmpty)
    }

    /// So many cells that they are asked for ahead of being read.
    @Test func answersDoNotDependOnReadingAhead() throws {
        let world = Self.worlds[2]
        let index = try BulkIndex(world.zones, options: .init(coarsestCells: 1 << 20, firstDivision: 1))
        let judge = try GEOSJudge(world.zones)
        let points = AdversarialPoints.around(world.zones, count: 1_500, seed: 3)
        let (count, first) = try judge.differences(from: index, at: points)
        #expect(count == 0, "\(first)")
    }

    @Test(arguments: worlds, [(1, 1), (9, 2), (100, 3), (4096, 1)])
    func answersDoNotDependOnTheGrid(_ world: World, _ grid: (cells: Int, bits: Int)) throws {
        let index = try BulkIndex(
            world.zones, options: .init(coarsestCells: grid.cells, firstDivision: grid.bits))
        let judge = try GEOSJudge(world.zones)
        let points = AdversarialPoints.around(world.zones, count: 800, seed: 2)
        let (count, first) = try judge.differences(from: index, at: points)
        #expect(count == 0, "\(first)")
    }

    @Test(arguments: worlds) func aSmallBudgetChangesNoAnswer(_ world: World) throws {
        let index = try BulkIndex(world.zones, options: .init(memoryBudget: 4096))
        let judge = try GEOSJudge(world.zones)
        let points = AdversarialPoints.around(world.zones, count: 1_000, seed: 7)
        let (count, first) = try judge.differences(from: index, at: points)
        #expect(count == 0, "\(first)")
    }
}

@Suite struct BulkIndexFormTests {
    /// A grid of 64 by 64 has as many bands to share as the largest.
    @Test(arguments: BulkIndexTests.worlds.prefix(3))
    func theIndexIsTheSameHoweverManyCoresBuildIt(_ world: BulkIndexTests.World) async throws {
        let options = BulkIndex.Options(coarsestCells: 4096, firstDivision: 2)
        let alone = try BulkIndex(world.zones, options: options)
        let shared = try await BulkIndex.built(from: world.zones, options: options)
        let points = AdversarialPoints.around(world.zones, count: 2000, seed: 5)
        let x = points.map(\.x)
        let y = points.map(\.y)
        var one = [UInt32](repeating: 0, count: x.count)
        var outOne = one.mutableSpan
        alone.locate(longitudes: x.span, latitudes: y.span, into: &outOne)
        // Seven tasks at once, a part of the positions each.
        let many = await withTaskGroup(of: (Int, [UInt32]).self) { group in
            for task in 0..<7 {
                let rows = x.count * task / 7..<x.count * (task + 1) / 7
                group.addTask {
                    var numbers = [UInt32](repeating: 0, count: rows.count)
                    var out = numbers.mutableSpan
                    shared.locate(
                        longitudes: x.span.extracting(rows), latitudes: y.span.extracting(rows), into: &out)
                    return (task, numbers)
                }
            }
            return await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.flatMap(\.1)
        }
        #expect(one == many)
        #expect(alone.memory == shared.memory)
        #expect(alone.setCount == shared.setCount)
        #expect(
            (0..<alone.setCount).allSatisfy {
                alone.zones(inSet: UInt32($0)) == shared.zones(inSet: UInt32($0))
            })
        #expect(points.map { alone.zoneSet(at: $0) } == one)
    }

    @Test func outsideIsTheEmptySetAndWhatIsNotFiniteSaysSo() throws {
        let index = try BulkIndex([[try BulkIndexTests.square(0, 0, 1)]])
        #expect(index.zoneSet(at: Point(x: 2, y: 0.5)) == 0)
        #expect(index.zoneSet(at: Point(x: -1e308, y: 1e308)) == 0)
        #expect(index.zoneSet(at: Point(x: .nan, y: 0.5)) == BulkIndex.notFinite)
        #expect(index.zoneSet(at: Point(x: 0.5, y: .infinity)) == BulkIndex.notFinite)
        #expect(Array(index.zones(inSet: index.zoneSet(at: Point(x: 1, y: 1)))) == [0])
        #expect(index.zones(at: Point(x: 1, y: 0.25)) == [0])
    }

    /// The largest division is read ahead, the smallest is not.
    @Test(arguments: [4, 1 << 20]) func positionsBeyondAllZonesAreCounted(_ cells: Int) throws {
        let world = BulkIndexTests.worlds[4]
        let index = try BulkIndex(world.zones, options: .init(coarsestCells: cells, firstDivision: 1))
        let box = try #require(Box(around: world.zones.joined().flatMap(\.exterior.points)))
        let none = [
            Point(x: .nan, y: 1), Point(x: 1, y: .infinity), Point(x: 1e300, y: -1e300), Point(x: 1, y: 90.5),
        ]
        let points = AdversarialPoints.around(world.zones, count: 3_000, seed: 11) + none
        let x = points.map(\.x)
        let y = points.map(\.y)
        var numbers = [UInt32](repeating: 0, count: points.count)
        var out = numbers.mutableSpan
        let beyond = index.locate(longitudes: x.span, latitudes: y.span, into: &out)
        #expect(beyond == points.count { !box.covers($0) })
        #expect(beyond > none.count && beyond < points.count)
    }

    @Test(arguments: [[[Polygon]](), [[]], [[], []]]) func noZonesCoverNothing(_ zones: [[Polygon]]) throws {
        let index = try BulkIndex(zones)
        #expect(index.zoneSet(at: Point(x: 0, y: 0)) == 0)
        #expect(index.zoneSet(at: Point(x: 106, y: 29)) == 0)
    }

    @Test func aCoordinateTooLargeIsNamed() throws {
        let wide = try BulkIndexTests.polygon([(0, 0), (1e200, 0), (0, 1)])
        #expect(throws: BulkIndexError.coordinateTooLarge(zone: 1, at: Point(x: 1e200, y: 1))) {
            _ = try BulkIndex([[], [wide]])
        }
    }
}
