import PlanarGeometry
import Siting
import Topology

/// Holds an index against GEOS: uniform points as given, and a tenth as many in the worst places.
func check(_ index: BulkIndex, _ zones: [[Polygon]], _ uniform: Points) throws {
    var points = uniform
    let rings = zones.joined().flatMap(\.rings).map(\.points)
    var state: UInt64 = 77
    func random(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }
    for _ in 0..<uniform.x.count / 10 {
        let ring = rings[random(rings.count)]
        let at = random(ring.count - 1)
        let a = ring[at]
        let b = ring[at + 1]
        var x = a.x
        var y = a.y
        switch random(4) {
        case 0: break
        case 1: (x, y) = ((a.x + b.x) / 2, (a.y + b.y) / 2)
        case 2:
            let t = Double(random(1 << 30)) * 0x1p-30
            (x, y) = (a.x + t * (b.x - a.x), a.y + t * (b.y - a.y))
        default: y = rings[random(rings.count)][0].y
        }
        x = [x, x.nextUp, x.nextDown][random(3)]
        y = [y, y.nextUp, y.nextDown][random(3)]
        points.x.append(x)
        points.y.append(y)
    }
    var numbers = [UInt32](repeating: 0, count: points.x.count)
    var out = numbers.mutableSpan
    index.locate(longitudes: points.x.span, latitudes: points.y.span, into: &out)

    // GEOS zone by zone; a zone is asked about the points in its box, found by a coarse sort into columns.
    var differences = 0
    var covered = [UInt32](repeating: 0, count: points.x.count)
    var claimed = covered
    let order = points.x.indices.sorted { points.x[$0] < points.x[$1] }
    for (zone, polygons) in zones.enumerated() {
        guard let box = Box(around: polygons.flatMap(\.rings).flatMap(\.points)) else { continue }
        let area = try PreparedArea(polygons)
        var low = 0
        var high = order.count
        while low < high {
            let middle = (low + high) / 2
            if points.x[order[middle]] < box.lower.x { low = middle + 1 } else { high = middle }
        }
        while low < order.count, points.x[order[low]] <= box.upper.x {
            let place = order[low]
            low += 1
            guard points.y[place] >= box.lower.y, points.y[place] <= box.upper.y else { continue }
            guard try area.covers(Point(x: points.x[place], y: points.y[place])) else { continue }
            covered[place] += 1
            if index.zones(inSet: numbers[place]).contains(UInt32(zone)) { claimed[place] += 1 }
        }
    }
    for place in numbers.indices {
        // All that GEOS covers are claimed, and no more are claimed.
        if claimed[place] != covered[place] || index.zones(inSet: numbers[place]).count != Int(covered[place])
        {
            differences += 1
        }
    }
    print(
        "\(points.x.count) points, \(uniform.x.count) of them uniform: \(differences) differences from GEOS")
}
