import Glibc
import PlanarGeometry
import Planning
import Siting

/// One parcel of very many vertices or parts, its time and the memory it took.
func strain(_ kind: String, _ count: Int, _ catalogue: Catalogue) throws {
    let clock = ContinuousClock()
    var last = clock.now
    func done(_ step: String) {
        let now = clock.now
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        print(
            "\(step): \(Int((now - last) / .milliseconds(1))) ms, at most \(usage.ru_maxrss / 1024) MB so far"
        )
        last = clock.now
    }
    let overlay = try ZoneOverlay(catalogue)
    let shape: Geometry
    if kind == "spiky" {
        var points = (0..<count).map { index in
            let angle = 2 * Double.pi * Double(index) / Double(count)
            let radius = index % 2 == 0 ? 0.08 : 0.02  // degrees
            return Point(x: 106.35 + radius * cos(angle), y: 29.55 + 0.87 * radius * sin(angle))
        }
        points.append(points[0])
        shape = .polygon(Polygon(exterior: try Ring(points)))
    } else {
        let side = Int(Double(count).squareRoot().rounded(.up))
        let step = 0.1 / Double(side)
        shape = .multiPolygon(
            try (0..<count).map { index in
                let (x, y) = (106.30 + Double(index % side) * step, 29.50 + Double(index / side) * step)
                let ring = [
                    Point(x: x, y: y), Point(x: x + step / 2, y: y), Point(x: x, y: y + step / 2),
                    Point(x: x, y: y),
                ]
                return Polygon(exterior: try Ring(ring))
            })
    }
    done("made")
    let parcel = try ParcelReader().parcel(shape)
    done("read")
    let answer = try overlay.shares(of: parcel)
    done("shares, \(answer.layouts.flatMap(\.zones).count) zones")
    for part in answer.layouts.flatMap(\.partitions) where part.whole.value > 0 {
        print("  members and rest over the whole: 1 + \(part.sum / part.whole.value - 1)")
    }
    print("  neighbours: \(try overlay.neighbours(of: parcel).count)")
    done("neighbours")
}
