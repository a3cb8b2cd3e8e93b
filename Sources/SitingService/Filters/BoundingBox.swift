internal import PlanarGeometry

/// A box as requests write it: west, south, east, north, in the axis order of its frame turned to x, y.
struct BoundingBox: Hashable, Sendable {
    let west: Double
    let south: Double
    let east: Double
    let north: Double

    /// Reads four numbers, or six with heights, which say nothing here; nil where they are no box.
    ///
    /// A box whose west lies east of its east goes over the antimeridian (OGC 17-069r4, 7.15.3), which nothing of ours does: no box.
    init?(_ numbers: [Double]) {
        guard numbers.count == 4 || numbers.count == 6, numbers.allSatisfy(\.isFinite) else { return nil }
        let upper = numbers.count / 2
        guard numbers[0] <= numbers[upper], numbers[1] <= numbers[upper + 1] else { return nil }
        (west, south, east, north) = (numbers[0], numbers[1], numbers[upper], numbers[upper + 1])
    }

    /// The box as an area; a line or a point where it has none.
    var geometry: Geometry {
        let (lower, upper) = (Point(x: west, y: south), Point(x: east, y: north))
        if lower == upper { return .point(lower) }
        if west == east || south == north, let line = try? LineString([lower, upper]) {
            return .lineString(line)
        }
        let corners = [lower, Point(x: east, y: south), upper, Point(x: west, y: north), lower]
        guard let ring = try? Ring(corners) else { return .point(lower) }
        return .polygon(Polygon(exterior: ring))
    }
}
