import Foundation
import PlanarGeometry
import Planning

@testable import Siting

/// A layout of rectangles, some of them surveyed: a sketched whole, divided into a surveyed west and sketched zones, with
/// a sketch in the west, a surveyed zone in the east, and a sketched ring around all.
enum MixedLayout {
    static let surveyed = ["west", "yard"]
    /// Members of a partition that leaves nothing of the whole.
    static let members = ["west", "north", "east"]

    static let data = SyntheticGeoData(
        SyntheticGeoData.Layout(
            "plan",
            editions: [
                SyntheticGeoData.Edition(
                    zones: [
                        .init("whole", rectangle(0, 0, 6, 6), accuracy: 400),
                        .init("west", rectangle(0, 0, 2, 6), parent: "whole", accuracy: 60),
                        .init("north", rectangle(2, 3, 6, 6), parent: "whole", accuracy: 300),
                        .init("east", rectangle(2, 0, 6, 3), parent: "whole", accuracy: 500),
                        // A sketch that reaches out of the surveyed zone it is a part of.
                        .init("campus", rectangle(0.5, 2, 2.3, 4), parent: "west", accuracy: 300),
                        // A surveyed zone that reaches out of the sketch it is a part of.
                        .init("yard", rectangle(4.5, 2, 5.5, 3.4), parent: "east", accuracy: 40),
                        // Of no partition, and of nothing a part.
                        .init("belt", rectangle(1, 1, 5, 1.6), accuracy: 200),
                        .init("around", ring, accuracy: 400),
                    ], imported: ["west"], importedBefore: ["yard"])
            ], partition: members, of: "whole"))

    /// A catalogue of it.
    static func catalogue() throws -> Catalogue {
        try data.inFolder { try GeoDataFolder(path: $0).catalogue() }
    }

    /// The whole ends where this one begins; 60 km beyond it ends as well.
    private static let ring = """
        {"type":"Polygon","coordinates":[[[105.7,29.0],[106.9,29.0],[106.9,30.1],[105.7,30.1],[105.7,29.0]],
        [[106.3,29.5],[106.3,29.56],[106.36,29.56],[106.36,29.5],[106.3,29.5]]]}
        """

    /// In hundredths of a degree from the corner of the whole: about a kilometre.
    private static func rectangle(_ west: Double, _ south: Double, _ east: Double, _ north: Double)
        -> String
    {
        SyntheticGeoData.rectangle(
            106.3 + west / 100, 29.5 + south / 100, 106.3 + east / 100, 29.5 + north / 100)
    }
}

/// The one layout drawn.
struct MixedDrawing: ~Copyable {
    let layout: DrawnLayout
    let plane: MetricPlane

    init() throws {
        let catalogue = try MixedLayout.catalogue()
        let layout = catalogue.layouts[0]
        let plane = try MetricPlane(centre: LonLat(longitude: 106.33, latitude: 29.53))
        self.layout = try DrawnLayout(layout, layout.editions[0], of: catalogue, plane: plane)
        self.plane = plane
    }
}

/// The same model by counting.
///
/// A first draw by the surveyed accuracy tells the tile, a second by the sketches', kept only
/// where it falls in that tile, the sketch. Evenly spread draws (Halton) in place of random ones.
struct CountedProbabilities {
    /// By id.
    private(set) var values: [String: Double] = [:]

    init(at centre: Point, in zones: [DrawnZone], surveyedAccuracy: Double, sketchAccuracy: Double) {
        let ids = zones.map(\.zone.id)
        let outlines = zones.map(Outline.init)
        let surveyed = MixedLayout.surveyed.compactMap { id in ids.firstIndex(of: id) }
        // The tiles: neither surveyed zone, the one, the other, both.
        func tile(_ x: Double, _ y: Double) -> Int {
            (outlines[surveyed[0]].holds(x, y) ? 1 : 0) + (outlines[surveyed[1]].holds(x, y) ? 2 : 0)
        }
        var weights = [0.0, 0, 0, 0]
        var counts = weights
        var within = ids.map { _ in [0.0, 0, 0, 0] }
        for draw in Self.draws {
            weights[tile(centre.x + surveyedAccuracy * draw.x, centre.y + surveyedAccuracy * draw.y)] +=
                1 / Double(Self.draws.count)
            let (x, y) = (centre.x + sketchAccuracy * draw.x, centre.y + sketchAccuracy * draw.y)
            let key = tile(x, y)
            let (isWest, isYard) = (key & 1 == 1, key & 2 == 2)
            counts[key] += 1
            for (number, id) in ids.enumerated() {
                var isHeld = outlines[number].holds(x, y)
                switch id {
                case "whole": isHeld = isHeld || isWest || isYard
                case "east": isHeld = isYard || (isHeld && !isWest)
                case "north": isHeld = isHeld && !isWest && !isYard
                case "campus": isHeld = isHeld && isWest
                default: break
                }
                if isHeld { within[number][key] += 1 }
            }
        }
        for (number, id) in ids.enumerated() {
            if let place = surveyed.firstIndex(of: number) {
                values[id] = weights[1 << place] + weights[3]
            } else {
                values[id] = (0..<4).reduce(0) { sum, key in
                    sum + weights[key] * within[number][key] / max(1, counts[key])
                }
            }
        }
    }

    /// A crossing test of its own.
    private struct Outline {
        private let edges: [SIMD4<Double>]

        init(_ zone: DrawnZone) {
            edges = zone.edges.map { SIMD4($0.start.x, $0.start.y, $0.end.x, $0.end.y) }
        }

        func holds(_ x: Double, _ y: Double) -> Bool {
            var isInside = false
            for edge in edges where (edge[1] > y) != (edge[3] > y) {
                if x < edge[0] + (y - edge[1]) / (edge[3] - edge[1]) * (edge[2] - edge[0]) {
                    isInside.toggle()
                }
            }
            return isInside
        }
    }

    /// Standard normal in both directions.
    private static let draws: [Point] = (1...2500).map { number in
        func halton(_ base: Int) -> Double {
            var (sum, factor, left) = (0.0, 1.0, number)
            while left > 0 {
                factor /= Double(base)
                sum += factor * Double(left % base)
                left /= base
            }
            return sum
        }
        let radius = (-2 * log(halton(2))).squareRoot()
        let angle = 2 * Double.pi * halton(3)
        return Point(x: radius * cos(angle), y: radius * sin(angle))
    }
}
