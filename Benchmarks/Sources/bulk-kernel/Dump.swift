import Glibc
import PlanarGeometry
import Siting

/// Writes zones, points and our answers as raw little-endian numbers, for the peers to read.
///
/// `zones.bin`: for each ring its zone, its number within the zone and its vertex count (int64), then x, y (float64).
/// `points.bin`: all x, then all y (float64). `answers.bin`: how many zones cover each point (int32).
func dump(_ zones: [[Polygon]], _ points: Points, _ index: BulkIndex, to folder: String) throws {
    func write(_ name: String, _ body: (UnsafeMutablePointer<FILE>) -> Void) {
        guard let file = fopen("\(folder)/\(name)", "wb") else { return }
        body(file)
        fclose(file)
    }
    write("zones.bin") { file in
        for (zone, polygons) in zones.enumerated() {
            for (number, ring) in polygons.flatMap(\.rings).enumerated() {
                let head = [Int64(zone), Int64(number), Int64(ring.points.count)]
                fwrite(head, 8, 3, file)
                fwrite(ring.points.flatMap { [$0.x, $0.y] }, 8, ring.points.count * 2, file)
            }
        }
    }
    write("points.bin") { file in
        fwrite(points.x, 8, points.x.count, file)
        fwrite(points.y, 8, points.y.count, file)
    }
    var numbers = [UInt32](repeating: 0, count: points.x.count)
    var out = numbers.mutableSpan
    index.locate(longitudes: points.x.span, latitudes: points.y.span, into: &out)
    let sizes = (0..<index.setCount).map { Int32(index.zones(inSet: UInt32($0)).count) }
    write("answers.bin") { file in
        fwrite(numbers.map { sizes[Int($0)] }, 4, numbers.count, file)
    }
}
