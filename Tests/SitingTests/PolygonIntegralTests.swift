import Foundation
import PlanarGeometry
import TestSupport
import Testing

@testable import Siting

@Suite struct PolygonIntegralTests {
    /// A shape and a site, in metres.
    struct Row: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let polygons: [Polygon]
        let site: Point
    }

    static func polygon(_ outer: [(Double, Double)], holes: [[(Double, Double)]] = []) throws -> Polygon {
        func ring(_ pairs: [(Double, Double)]) throws -> Ring {
            try Ring((pairs + pairs.prefix(1)).map { Point(x: $0.0, y: $0.1) })
        }
        return Polygon(exterior: try ring(outer), holes: try holes.map(ring))
    }

    static func rows() throws -> [Row] {
        let square = try polygon([(-1000, -1000), (1000, -1000), (1000, 1000), (-1000, 1000)])
        let needle = try polygon([(-10_000, 0), (10_000, 0.2), (10_000, 0.7), (-10_000, 0.5)])
        let thorn = try polygon([(0, 0), (5000, 1), (5000, 2)])
        let ring = try polygon(
            [(-1000, -1000), (1000, -1000), (1000, 1000), (-1000, 1000)],
            holes: [[(-300, -300), (-300, 300), (300, 300), (300, -300)], [(500, 0), (600, 400), (700, 0)]])
        let comb = try polygon(
            [
                (0, 0), (2000, 0), (2000, 800), (1600, 800), (1590, 50), (1200, 50), (1190, 800), (800, 800),
                (790, 50),
                (400, 50), (390, 800), (0, 800),
            ])
        let doubled = try polygon(
            [
                (-1000, -1000), (0, -1000), (0, -1000), (500, -1000), (1000, -1000), (1000, 1000),
                (-1000, 1000),
            ])
        let apart = [
            try polygon([(-900, -900), (-100, -900), (-100, 900), (-900, 900)]),
            try polygon([(100, -900), (900, -900), (900, 900), (100, 900)]),
        ]
        func row(_ words: String, _ polygons: [Polygon], _ x: Double, _ y: Double) -> Row {
            Row(testDescription: words, polygons: polygons, site: Point(x: x, y: y))
        }
        return [
            row("in the middle of a square", [square], 0, 0), row("on an edge", [square], 1000, 120),
            row("on the middle of an edge", [square], 1000, 0), row("on a vertex", [square], 1000, 1000),
            row("in line with an edge", [square], 1700, 1000), row("outside", [square], 1400, -300),
            row("far away", [square], 60_000, 45_000), row("in a needle", [needle], 20, 0.4),
            row("beside a needle", [needle], -40, 300), row("at the needle's end", [needle], 10_000, 0.5),
            row("on the tip of a thorn", [thorn], 0, 0), row("before the tip of a thorn", [thorn], -50, 0),
            row("in a hole", [ring], 0, 0), row("on a hole's edge", [ring], 300, 10),
            row("on a hole's vertex", [ring], 600, 400), row("between hole and edge", [ring], -650, 20),
            row("between the teeth of a comb", [comb], 600, 500),
            row("in a tooth of a comb", [comb], 1000, 500),
            row("beside doubled and collinear vertices", [doubled], 20, -1010),
            row("on a doubled vertex", [doubled], 0, -1000), row("between two parts", apart, 0, 0),
        ]
    }

    @Test(arguments: try rows(), [0.01, 1, 40, 350, 900, 5000, 1_000_000])
    func theIntegralEqualsBruteForceQuadrature(row: Row, sigma: Double) {
        let normal = IsotropicNormal(centre: row.site, standardDeviation: sigma)
        let expected = ScanlineQuadrature(centre: row.site, standardDeviation: sigma).mass(in: row.polygons)
        #expect(abs(normal.mass(in: row.polygons) - expected) < 1e-6)
    }

    @Test func randomStarsEqualBruteForceQuadrature() throws {
        var random = SeededGenerator(seed: 4)
        for _ in 0..<60 {
            let count = Int.random(in: 3...12, using: &random)
            let star = try Self.polygon(
                (0..<count).map { corner in
                    let angle =
                        (Double(corner) + Double.random(in: 0.1...0.9, using: &random)) / Double(count) * 2
                        * .pi
                    let radius = Double.random(in: 20...2000, using: &random)
                    return (radius * cos(angle), radius * sin(angle))
                })
            let site = Point(
                x: Double.random(in: -2500...2500, using: &random),
                y: Double.random(in: -2500...2500, using: &random))
            let sigma = Double.random(in: 30...1500, using: &random)
            let mass = IsotropicNormal(centre: site, standardDeviation: sigma).mass(in: [star])
            let expected = ScanlineQuadrature(centre: site, standardDeviation: sigma).mass(in: [star])
            #expect(abs(mass - expected) < 1e-6, "\(count) corners, \(sigma) m, \(site)")
        }
    }

    @Test(arguments: [-3.5, -1.96, -1, -0.001, 0, 0.2, 1, 1.96, 3.5])
    func besideOneStraightEdgeItIsTheNormalDistribution(distance: Double) throws {
        // The half plane x < 0, as far as eight standard deviations can see.
        let half = try Self.polygon([(-1e6, -1e6), (0, -1e6), (0, 1e6), (-1e6, 1e6)])
        let normal = IsotropicNormal(centre: Point(x: -distance * 400, y: 77), standardDeviation: 400)
        #expect(abs(normal.mass(in: [half]) - 0.5 * erfc(-distance / 2.0.squareRoot())) < 1e-9)
    }

    @Test func onACornerItIsTheShareOfTheAngle() throws {
        let wedge = try Self.polygon([(0, 0), (1e6, 0), (1e6, 1e6)])
        let normal = IsotropicNormal(centre: Point(x: 0, y: 0), standardDeviation: 500)
        #expect(abs(normal.mass(in: [wedge]) - 0.125) < 1e-9)
    }

    @Test func tilesOfASquareShareItsMassWithoutAGap() throws {
        var random = SeededGenerator(seed: 9)
        let hub = (
            Double.random(in: -200...200, using: &random), Double.random(in: -200...200, using: &random)
        )
        let rim = [(-1000.0, -1000.0), (1000.0, -1000.0), (1000.0, 1000.0), (-1000.0, 1000.0)]
        let whole = try Self.polygon(rim)
        let tiles = try (0..<4).map { try Self.polygon([hub, rim[$0], rim[($0 + 1) % 4]]) }
        for site in [hub, rim[0], (0, -1000), (1e4, 0), (333, -20)] {
            let normal = IsotropicNormal(centre: Point(x: site.0, y: site.1), standardDeviation: 420)
            let parts = tiles.map { normal.mass(in: [$0]) }
            #expect(abs(parts.reduce(0, +) - normal.mass(in: [whole])) < 1e-9)
        }
    }
}

@Suite struct DampedMeanTests {
    @Test func polynomialsAgreeWithTheExponential() {
        DampedMean.pieces.withUnsafeBufferPointer { pieces in
            guard let base = pieces.baseAddress else { return }
            for step in 0..<20_000 {
                let u = Double(step) * 0.0037
                let exact = u < 1e-9 ? 1 : -expm1(-u) / u
                #expect(abs(DampedMean.value(u, base) - exact) < 3e-13, "at \(u)")
            }
            #expect(DampedMean.value(.nan, base).isNaN)
        }
    }
}
