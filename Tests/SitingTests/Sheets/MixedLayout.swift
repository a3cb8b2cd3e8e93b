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

/// The same model by counting: a first draw by the surveyed accuracy tells the tile, a second by the sketches', kept only
/// where it falls in that tile, the sketch. Evenly spread draws (Halton) in place of random ones.
struct CountedProbabilities {
    /// By id.
    private(set) var values: [String: Double] = [:]

    init(at centre: Point, in zones: [DrawnZone], surveyedAccuracy: Double, sketchAccuracy: Double) {
        func tile(_ point: Point) -> [Bool] {
            MixedLayout.surveyed.map { id in zones.contains { $0.zone.id == id && Self.holds($0, point) } }
        }
        var weights: [[Bool]: Double] = [:]
        var counts: [[Bool]: Double] = [:]
        var within: [[Bool]: [String: Double]] = [:]
        for draw in Self.draws {
            let first = Point(
                x: centre.x + surveyedAccuracy * draw.x, y: centre.y + surveyedAccuracy * draw.y)
            weights[tile(first), default: 0] += 1 / Double(Self.draws.count)
            let second = Point(x: centre.x + sketchAccuracy * draw.x, y: centre.y + sketchAccuracy * draw.y)
            let key = tile(second)
            counts[key, default: 0] += 1
            for zone in zones {
                let id = zone.zone.id
                var isHeld = Self.holds(zone, second)
                let (isWest, isYard) = (key[0], key[1])
                switch id {
                case "whole": isHeld = isHeld || isWest || isYard
                case "east": isHeld = isYard || (isHeld && !isWest)
                case "north": isHeld = isHeld && !isWest && !isYard
                case "campus": isHeld = isHeld && isWest
                default: break
                }
                if isHeld { within[key, default: [:]][id, default: 0] += 1 }
            }
        }
        for zone in zones {
            let id = zone.zone.id
            values[id] =
                if let place = MixedLayout.surveyed.firstIndex(of: id) {
                    weights.filter { $0.key[place] }.map(\.value).reduce(0, +)
                } else {
                    weights.map { key, weight in
                        weight * (within[key]?[id] ?? 0) / max(1, counts[key] ?? 0)
                    }.reduce(0, +)
                }
        }
    }

    /// A crossing test of its own.
    private static func holds(_ zone: DrawnZone, _ point: Point) -> Bool {
        var isInside = false
        for edge in zone.edges where (edge.start.y > point.y) != (edge.end.y > point.y) {
            let part = (point.y - edge.start.y) / (edge.end.y - edge.start.y)
            if point.x < edge.start.x + part * (edge.end.x - edge.start.x) { isInside.toggle() }
        }
        return isInside
    }

    /// Standard normal in both directions.
    private static let draws: [Point] = (1...6000).map { number in
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
