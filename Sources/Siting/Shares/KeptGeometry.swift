internal import PlanarGeometry
internal import Topology

/// A geometry kept with what GEOS prepared of it.
///
/// A class only so that it can be kept among other values: the prepared geometry inside is noncopyable.
final class KeptGeometry {
    let geometry: Geometry
    let prepared: PreparedGeometry
    /// Its edges in runs.
    private(set) lazy var edges = RunEdges(geometry)

    init(_ geometry: Geometry) throws(TopologyError) {
        self.geometry = geometry
        prepared = try PreparedGeometry(geometry)
    }
}

extension Geometry {
    /// Rings and lines as lines; points as they are.
    var outline: Geometry {
        guard !polygons.isEmpty else { return self }
        let rings = polygons.flatMap(\.rings).compactMap { try? LineString($0.points) }
        return Geometry.line(rings + lines) ?? self
    }
}

extension Box {
    /// The distance between two boxes; 0 where they meet.
    func distance(to other: Box) -> Double {
        let dx = max(0, lower.x - other.upper.x, other.lower.x - upper.x)
        let dy = max(0, lower.y - other.upper.y, other.lower.y - upper.y)
        return (dx * dx + dy * dy).squareRoot()
    }
}
