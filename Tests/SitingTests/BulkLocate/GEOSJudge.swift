import PlanarGeometry
import Siting
import Topology

/// GEOS's own answer on every zone, the law for the index.
struct GEOSJudge: ~Copyable {
    private final class Area {
        let box: Box
        let prepared: PreparedArea
        init(_ polygons: [Polygon], _ box: Box) throws {
            self.box = box
            prepared = try PreparedArea(polygons)
        }
    }
    private let areas: [Area?]

    init(_ zones: [[Polygon]]) throws {
        areas = try zones.map { polygons in
            guard let box = Box(around: polygons.flatMap(\.rings).flatMap(\.points)) else { return nil }
            return try Area(polygons, box)
        }
    }

    func zones(at point: Point) throws -> [UInt32] {
        var list: [UInt32] = []
        for (index, area) in areas.enumerated() {
            guard let area, area.box.covers(point) else { continue }
            if try area.prepared.covers(point) { list.append(UInt32(index)) }
        }
        return list
    }

    /// Positions where the index says otherwise, a few of them written out.
    func differences(from index: BulkIndex, at points: [Point]) throws -> (count: Int, first: [String]) {
        var numbers = [UInt32](repeating: 0, count: points.count)
        let x = points.map(\.x)
        let y = points.map(\.y)
        var out = numbers.mutableSpan
        index.locate(longitudes: x.span, latitudes: y.span, into: &out)
        var count = 0
        var first: [String] = []
        for (place, point) in points.enumerated() {
            let expected = try zones(at: point)
            let found = Array(index.zones(inSet: numbers[place]))
            let unlisted = numbers[place] == BulkIndex.unlisted
            if found != expected || unlisted {
                count += 1
                if first.count < 5 { first.append("\(point): \(found), GEOS \(expected)") }
            }
        }
        return (count, first)
    }
}
