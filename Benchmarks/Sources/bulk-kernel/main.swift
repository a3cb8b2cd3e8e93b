import Glibc
import PlanarGeometry
import Planning
import Siting
import Topology

// bulk-kernel time ZONES VERTICES POINTS [CELLS BITS]   best of several, one and two tasks
// bulk-kernel check ZONES VERTICES POINTS               differences from GEOS
// bulk-kernel dump ZONES VERTICES POINTS FOLDER         zones and points for the peers, and our answers
// bulk-kernel verdicts POINTS AGAINST ACCURACY          all columns of the shipped layouts; differences from Locator
// ZONES may be `shipped`: the areas of GeoData's layouts, overlapping as they are; `catalogue`: the context's as well.

let arguments = CommandLine.arguments
func number(_ place: Int, _ fallback: Int) -> Int {
    arguments.count > place ? Int(Double(arguments[place]) ?? Double(fallback)) : fallback
}
func seconds<T>(_ body: () async throws -> T) async rethrows -> (Double, T) {
    let clock = ContinuousClock()
    let start = clock.now
    let result = try await body()
    return (
        Double((clock.now - start).components.attoseconds) * 1e-18
            + Double((clock.now - start).components.seconds), result
    )
}
func text(_ value: Double, _ digits: Int = 2) -> String {
    let scale = pow(10, Double(digits))
    return "\((value * scale).rounded() / scale)"
}

/// The shipped data, or what `JINFENG_GEODATA` names.
let geoData =
    getenv("JINFENG_GEODATA").map { String(cString: $0) }
    ?? #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(separator: "/")
    + "/GeoData"

func zones(_ name: String, vertices: Int) throws -> [[Polygon]] {
    guard name == "shipped" || name == "catalogue" else {
        return try Honeycomb(count: Int(Double(name) ?? 310), vertices: vertices, seed: 11).zones
    }
    let catalogue = try GeoDataFolder(path: geoData).catalogue()
    if name == "catalogue" {
        return catalogue.layouts.compactMap { $0.edition(validOn: .today()) }.flatMap(\.zones)
            .filter(\.role.holdsSites).compactMap { $0.geometry?.polygons }.filter { !$0.isEmpty }
    }
    return catalogue.plans.compactMap { $0.edition(validOn: .today()) }.flatMap(\.zones)
        .compactMap { $0.geometry?.polygons }.filter { !$0.isEmpty }
}

let mode = arguments.count > 1 ? arguments[1] : "time"
if mode == "verdicts" {
    try await verdicts(
        count: number(2, 2_000_000), against: number(3, 20_000), accuracy: Double(number(4, 0)))
    exit(0)
}
let made = try zones(arguments.count > 2 ? arguments[2] : "310", vertices: number(3, 100))
let count = number(4, 10_000_000)
guard let box = Box(around: made.joined().flatMap(\.rings).flatMap(\.points)) else { exit(65) }
let points = Points(
    count: count, lower: (box.lower.x, box.lower.y), upper: (box.upper.x, box.upper.y), seed: 5)
let options =
    arguments.count > 6
    ? BulkIndex.Options(coarsestCells: number(5, 1 << 18), firstDivision: number(6, 3)) : BulkIndex.Options()

let (buildOne, index) = try await seconds { try BulkIndex(made, options: options) }
let (buildTwo, _) = try await seconds { try await BulkIndex.built(from: made, options: options) }
let vertexCount = made.joined().flatMap(\.rings).reduce(0) { $0 + $1.points.count }
print(
    "zones \(made.count), vertices \(vertexCount), sets \(index.setCount), build \(text(buildOne)) s alone,",
    "\(text(buildTwo)) s shared, index \(text(Double(index.memory.index) / 1e6)) MB,",
    "coordinates \(text(Double(index.memory.coordinates) / 1e6)) MB")

switch mode {
case "time":
    await time(index, points)
case "check": try check(index, made, points)
case "dump": try dump(made, points, index, to: arguments.count > 5 ? arguments[5] : ".")
default: exit(64)
}
