import Foundation
import Planning
import TestSupport

/// What shapely and pyproj say of ten thousand points in the shipped data: the fixture that
/// `Benchmarks/Peers/containment_oracle.py` wrote, read as its heads tell.
struct ContainmentOracle: Sendable {
    /// A point, the zones that cover it and how far it is from the boundary of some.
    struct Spot: Sendable {
        let kind: String
        let position: LonLat
        /// As `layout/zone`.
        let covering: Set<ZoneReference>
        /// Metres, positive inside.
        let distances: [(zone: ZoneReference, metres: Double)]
    }

    /// The probabilities of one point: of each zone above 0.0005, and of what partitions leave.
    struct Chances: Sendable {
        let spot: Int
        let siteAccuracy: Double
        /// By layout; a layout is missing where two edges of different accuracy are equally near.
        var sigmas: [String: Double] = [:]
        var zones: [ZoneReference: Double] = [:]
        /// By number of the partition, where it is not 0 and 1.
        var rests: [Int: (inside: Double, outside: Double)] = [:]
    }

    let asOf: CalendarDate
    let zones: [ZoneReference]
    let spots: [Spot]
    let chances: [Chances]

    /// The fixture, if it was made from the GeoData of this checkout.
    static func current() throws -> ContainmentOracle { try read.get() }

    private static let read = Result { try ContainmentOracle() }

    private init() throws {
        var asOf: CalendarDate?
        var base: [Double] = []
        var zones: [ZoneReference] = []
        var sets: [Set<ZoneReference>] = []
        var kind = ""
        var spots: [Spot] = []
        for line in try OracleFixture("containment-points.txt").lines {
            let words = line.split(separator: " ", omittingEmptySubsequences: false)
            switch words[0] {
            case "as_of": asOf = CalendarDate(String(words[1]))
            case "base": base = words.dropFirst().compactMap { Double($0) }
            case "zone": zones.append(try OracleFixture.zone(words[2]))
            case "set":
                sets.append(Set(words[2].split(separator: ",").compactMap { Int($0) }.map { zones[$0] }))
            case "kind": kind = words.dropFirst().joined(separator: " ")
            default:
                let numbers = words.prefix(3).compactMap { Double($0) }
                spots.append(
                    Spot(
                        kind: kind,
                        // Both integers are exact, so the quotient is the double nearest to the decimal.
                        position: LonLat(
                            longitude: (base[0] + numbers[0]) / 1e7, latitude: (base[1] + numbers[1]) / 1e7),
                        covering: sets[Int(numbers[2])],
                        distances: words.dropFirst(3).map { word in
                            let pair = word.split(separator: ":").compactMap { Double($0) }
                            return (zones[Int(pair[0])], pair[1] / 100)
                        }))
            }
        }
        guard let asOf else { throw OracleFixture.Unusable(description: "the fixture names no day") }
        self.asOf = asOf
        self.zones = zones
        self.spots = spots
        chances = try OracleFixture("containment-probabilities.txt").lines.map { line in
            Self.chances(line.split(separator: " "), zones)
        }
    }

    private static func chances(_ words: [Substring], _ zones: [ZoneReference]) -> Chances {
        let head = words.prefix(2).compactMap { Double($0) }
        var chances = Chances(spot: Int(head[0]), siteAccuracy: head[1])
        for word in words.dropFirst(2) {
            let numbers = word.drop { !$0.isNumber }.split(separator: ":").compactMap { Double($0) }
            switch word.first {
            case "s": chances.sigmas[zones[Int(numbers[0])].layout] = numbers[1]
            case "r": chances.rests[Int(numbers[0])] = (numbers[1], numbers[2])
            default: chances.zones[zones[Int(numbers[0])]] = numbers[1]
            }
        }
        return chances
    }
}

/// A text file of the fixture, refused where GeoData changed without it.
struct OracleFixture {
    /// Why a fixture proves nothing.
    struct Unusable: Error, CustomStringConvertible {
        let description: String
    }

    /// The lines below the head.
    let lines: [Substring]

    init(_ name: String) throws {
        let path = "\(Repository.root)/Tests/SitingTests/Fixtures/\(name)"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let lines = text.split(separator: "\n").drop { $0.hasPrefix("#") }
        guard lines.first == "geodata \(try Self.hashOfGeoData.get())" else {
            throw Unusable(
                description:
                    "\(name) was made from other GeoData: run Benchmarks/Peers/containment_oracle.py again")
        }
        self.lines = Array(lines.dropFirst())
    }

    static func zone(_ text: Substring) throws -> ZoneReference {
        let parts = text.split(separator: "/").map(String.init)
        guard parts.count == 2 else { throw Unusable(description: "\(text) is no layout/zone") }
        return ZoneReference(layout: parts[0], zone: parts[1])
    }

    /// FNV-1a, 64 bits, over the catalogue and the zones of each layout's last recorded edition.
    private static let hashOfGeoData = Result {
        let catalogue = try GeoDataFolder(path: Repository.geoData).catalogue()
        var files = ["catalogue.json"]
        for layout in catalogue.layouts {
            let edition = layout.editions.max { $0.recordedOn < $1.recordedOn }
            if let edition { files.append("\(layout.id)/\(edition.id)/zones.geojson") }
        }
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for file in files {
            for byte in try Data(contentsOf: URL(filePath: "\(Repository.geoData)/\(file)")) {
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
            }
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
