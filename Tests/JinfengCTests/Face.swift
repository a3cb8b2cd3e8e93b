import Glibc
import JinfengC
import PlanarGeometry
import Planning
import Projection
import TestSupport

/// A catalogue opened through the C face, closed with its last test.
final class Face {
    let handle: OpaquePointer?
    let catalogue: Catalogue

    init() throws {
        var handle: OpaquePointer?
        _ = jinfengOpen(Repository.geoData, &handle, nil)
        self.handle = handle
        catalogue = try GeoDataFolder(path: Repository.geoData).catalogue()
    }

    deinit { jinfengClose(handle) }

    func table(_ terms: String?) -> OpaquePointer? {
        var table: OpaquePointer?
        _ = jinfengTableOpen(handle, terms, &table, nil)
        return table
    }

    /// The code of an error, which is freed.
    func code(of error: OpaquePointer?) -> String? {
        defer { jinfengErrorFree(error) }
        return jinfengErrorCode(error).map { String(cString: $0) }
    }
}

/// Positions as two arrays.
struct Points {
    var x: [Double]
    var y: [Double]

    init(x: [Double], y: [Double]) {
        self.x = x
        self.y = y
    }

    /// Seeded positions over the land the layouts draw and around it, in WGS 84.
    init(seed: UInt64, count: Int) {
        var random = SeededGenerator(seed: seed)
        x = (0..<count).map { _ in Double.random(in: 106.15...106.6, using: &random) }
        y = (0..<count).map { _ in Double.random(in: 29.25...29.9, using: &random) }
    }

    /// Turns the positions into those of a frame.
    mutating func carry(to frame: String) throws {
        let projector = try Projector(try ReferenceFrame(parsing: frame))
        for row in x.indices {
            let point = try projector.fromWGS84(Point(x: x[row], y: y[row]))
            (x[row], y[row]) = (point.x, point.y)
        }
    }
}

/// All columns of a call.
struct Answers {
    let status: Int32
    var sets: [UInt32]
    var zones: [Int32]
    var verdicts: [UInt8]
    var probabilities: [Double]
    var distances: [Double]
    /// A bit for each zone of a layout; no layout of the shipped data has more than 64.
    var possible: [UInt64]

    init(_ table: OpaquePointer, _ points: Points, layouts: Int) {
        let count = points.x.count
        sets = Array(repeating: 0, count: count)
        zones = Array(repeating: 0, count: count * layouts)
        verdicts = Array(repeating: 0, count: count * layouts)
        probabilities = Array(repeating: 0, count: count * layouts)
        distances = probabilities
        possible = Array(repeating: .max, count: count * layouts)
        status = jinfengLocate(
            table, points.x, points.y, Int64(count), Int64(count), &sets, &zones, &verdicts, &probabilities,
            &distances, &possible, nil)
    }
}
