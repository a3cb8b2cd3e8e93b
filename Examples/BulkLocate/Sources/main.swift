import PlanarGeometry
import Planning
import Siting

// Arrays of positions through the library. In Jinfeng's folder:
//     swift run -c release --package-path Examples/BulkLocate

let longitudes = [106.32, 106.40, 106.40, 107.00]
let latitudes = [29.60, 29.50, 29.40, 29.50]
try locate(longitudes, latitudes, inZonesOfOnesOwn: ["north", "south", "park"])
try locateInShippedLayouts(longitudes, latitudes)

/// The answer to each position is the number of a set of zones; the sets are few.
func locate(_ longitudes: [Double], _ latitudes: [Double], inZonesOfOnesOwn names: [String]) throws {
    func square(_ x: Double, _ y: Double, _ side: Double) throws -> Polygon {
        let corners = [(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)]
        return Polygon(exterior: try Ring(corners.map { Point(x: $0.0, y: $0.1) }))
    }
    let index = try BulkIndex([
        [try square(106.3, 29.5, 0.2)], [try square(106.3, 29.3, 0.2)], [try square(106.35, 29.45, 0.1)],
    ])
    var numbers = [UInt32](repeating: 0, count: longitudes.count)
    var out = numbers.mutableSpan
    index.locate(longitudes: longitudes.span, latitudes: latitudes.span, into: &out)
    for (place, number) in numbers.enumerated() {
        print(longitudes[place], latitudes[place], index.zones(inSet: number).map { names[Int($0)] })
    }
}

/// Verdict, probability and distance of the deepest zone of each layout.
func locateInShippedLayouts(_ longitudes: [Double], _ latitudes: [Double]) throws {
    let locator = try BulkLocator(GeoDataFolder(path: "GeoData").catalogue())
    // Used again for the next array, without new room.
    var answers = BulkAnswers()
    try locator.locate(
        longitudes: longitudes.span, latitudes: latitudes.span, into: &answers, alsoPossible: false)
    for (plan, columns) in zip(locator.plans, answers.plans) {
        for place in longitudes.indices where columns.zones[place] >= 0 {
            print(
                longitudes[place], latitudes[place], plan.layout.id,
                plan.zones[Int(columns.zones[place])].id, columns.verdicts[place]?.rawValue ?? "",
                columns.probabilities[place], columns.distances[place])
        }
    }
}
