import Glibc
import PlanarGeometry
import Planning
import Siting

// assess-one [COUNT] [GEODATA]
// assess-one spiky VERTICES | parts COUNT
//
// The first: how long the shares of one parcel in every layout and its neighbours take, once the overlay is ready, and
// how long the whole assessment, flags and shifts included, takes: COUNT random polygons of 20 to 200 vertices and 100 m to 2 km across, over and around the drawn zones. One thread.
// The second: one parcel that strains everything, a star of so many vertices whose radii jump between 2 and 8 km, or
// so many triangles; its time, step by step, and the memory the process took.

struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// A star-shaped ring, its radii jumping between 60 % and all of the size.
func ring(_ random: inout Random) throws -> Polygon {
    let (x, y) = (
        Double.random(in: 106.22...106.50, using: &random), Double.random(in: 29.40...29.70, using: &random)
    )
    let size = 0.0005 * exp(Double.random(in: 0...3, using: &random))  // degrees, 50 m to 1 km
    let count = Int.random(in: 20...200, using: &random)
    var points = (0..<count).map { index in
        let angle = 2 * Double.pi * Double(index) / Double(count)
        let radius = size * Double.random(in: 0.6...1, using: &random)
        return Point(x: x + radius * cos(angle), y: y + 0.87 * radius * sin(angle))
    }
    points.append(points[0])
    return Polygon(exterior: try Ring(points))
}

let arguments = CommandLine.arguments
let count = arguments.count > 1 ? Int(arguments[1]) ?? 1000 : 1000
let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(
    separator: "/")
let isStrain = arguments.count > 2 && ["spiky", "parts"].contains(arguments[1])
let folder = GeoDataFolder(path: arguments.count > 2 && !isStrain ? arguments[2] : root + "/GeoData")
let catalogue = try folder.catalogue()
let clock = ContinuousClock()
if isStrain {
    try strain(arguments[1], Int(arguments[2]) ?? 1000, catalogue)
    exit(0)
}
let began = clock.now
let overlay = try ZoneOverlay(catalogue)
let ready = clock.now - began
let reader = ParcelReader()
var random = Random(state: 7)
var parcels: [Parcel] = []
for _ in 0..<count { parcels.append(try reader.parcel(.polygon(try ring(&random)))) }

let assessor = try Assessor(
    catalogue, try folder.activities(in: catalogue), unchecked: try folder.uncheckedItems(in: catalogue))

func milliseconds(_ duration: Duration) -> Double { duration / .microseconds(1) / 1000 }
func text(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }

let drawn = catalogue.layouts.compactMap { $0.edition(validOn: .today()) }.flatMap(\.zones)
    .count { $0.geometry != nil }
print("\(drawn) drawn zones, ready in \(text(milliseconds(ready))) ms; \(count) parcels")
var first = Duration.zero
for round in 1...3 {
    var times: [(shares: Double, neighbours: Double, touched: Int)] = []
    var sum = 0.0
    for parcel in parcels {
        let start = clock.now
        let shares = try overlay.shares(of: parcel)
        let middle = clock.now
        let neighbours = try overlay.neighbours(of: parcel)
        let end = clock.now
        let zones = shares.layouts.flatMap(\.zones) + shares.context
        times.append((milliseconds(middle - start), milliseconds(end - middle), zones.count))
        sum += zones.reduce(0) { $0 + $1.probabilityAny + $1.probabilityWhole + ($1.share ?? 0) }
        sum += neighbours.reduce(0) { $0 + $1.gap * 1e-3 }
        if round == 1, times.count == 1 { first = end - start }
    }
    func line(_ name: String, _ values: [Double]) {
        let sorted = values.sorted()
        func at(_ part: Double) -> String {
            text(sorted[min(sorted.count - 1, Int(part * Double(sorted.count)))])
        }
        print(
            "round \(round) \(name): median \(at(0.5)), mean \(text(values.reduce(0, +) / Double(values.count))),",
            "90 % \(at(0.9)), 99 % \(at(0.99)), most \(text(sorted.last ?? 0)) ms")
    }
    line("shares", times.map(\.shares))
    line("neighbours", times.map(\.neighbours))
    line("together", times.map { $0.shares + $0.neighbours })
    var whole: [Double] = []
    for parcel in parcels {
        let start = clock.now
        let assessment = try assessor.assess(AssessedSite(parcel), activity: "集成电路设计")
        whole.append(milliseconds(clock.now - start))
        sum += Double(assessment.flags.count)
    }
    line("assessment", whole)
    if round == 1 { print("the very first: \(text(milliseconds(first))) ms") }
    if round == 3 {
        // An assessment beside the zones it answers, and beside the parcel's corners and size.
        for touched in stride(from: 0, through: 24, by: 4) {
            let some = times.indices.filter { touched..<(touched + 4) ~= times[$0].touched }
            guard !some.isEmpty else { continue }
            func of(_ value: (Int) -> Double) -> (mean: Double, most: Double) {
                (some.reduce(0) { $0 + value($1) } / Double(some.count), some.map(value).max() ?? 0)
            }
            let shares = of { times[$0].shares + times[$0].neighbours }
            let all = of { whole[$0] }
            print(
                "zones answered \(touched)–\(touched + 3): \(some.count) parcels, shares and neighbours",
                "mean \(text(shares.mean)), assessment mean \(text(all.mean)), most \(text(all.most)) ms,",
                "over 5 ms \(some.count { whole[$0] > 5 })")
        }
        print("the slowest:")
        for index in whole.indices.sorted(by: { whole[$0] > whole[$1] }).prefix(12) {
            let geometry = parcels[index].geometry
            let box = geometry.box.map { $0.upper.y - $0.lower.y } ?? 0
            print(
                "  parcel \(index): \(text(whole[index])) ms, shares \(text(times[index].shares)),",
                "\(geometry.vertices.count - 1) corners, \(Int(box * 111_000)) m, \(times[index].touched) zones"
            )
        }
        print("checksum \(sum)")
    }
}
