public import PlanarGeometry

extension SpatialOperators {
    /// The DE-9IM of two geometries, one slip of GEOS mended.
    ///
    /// Where a line crosses itself upon the border of an area along which it runs, GEOS before 3.13 rounds the crossing
    /// to one side and may answer that line and border have only points in common, or that the line meets the inside or
    /// outside in points, which an open set and a line never do. What they have in common then decides.
    ///
    /// - Throws: ``TopologyError`` with what GEOS said.
    public func relation(_ one: Geometry, _ other: Geometry) throws(TopologyError) -> IntersectionMatrix {
        let matrix = try relate(one, other)
        // II, IB and IE where the line comes first; II, BI and EI where the area does.
        if one.isLinear, !other.polygons.isEmpty {
            return try settled(matrix, line: one, area: other, inside: 0, border: 1, outside: 2)
        }
        if other.isLinear, !one.polygons.isEmpty {
            return try settled(matrix, line: other, area: one, inside: 0, border: 3, outside: 6)
        }
        return matrix
    }

    private func settled(
        _ matrix: IntersectionMatrix, line: Geometry, area: Geometry, inside: Int, border: Int,
        outside: Int
    ) throws(TopologyError) -> IntersectionMatrix {
        var cells = Array(matrix.cells)
        guard cells.count == 9, [inside, border, outside].contains(where: { cells[$0] == "0" }) else {
            return matrix
        }
        let total = try length(of: line)
        func isMore(_ part: Geometry?, than less: Geometry?) throws(TopologyError) -> Bool {
            let rest = try lineLength(of: part) - lineLength(of: less)
            return rest > 1e-9 * total
        }
        let along = try boundary(of: area).flatMap { rings throws(TopologyError) in
            try intersection(line, rings)
        }
        if cells[border] == "0", !(along?.lines.isEmpty ?? true) { cells[border] = "1" }
        if cells[inside] == "0" {
            cells[inside] = try isMore(try intersection(line, area), than: along) ? "1" : "F"
        }
        if cells[outside] == "0" {
            cells[outside] = try isMore(try difference(line, area), than: nil) ? "1" : "F"
        }
        return IntersectionMatrix(cells: String(cells))
    }

    private func lineLength(of geometry: Geometry?) throws(TopologyError) -> Double {
        var total = 0.0
        for line in geometry?.lines ?? [] { total += try length(of: .lineString(line)) }
        return total
    }
}

extension Geometry {
    /// Whether the geometry is of lines alone.
    fileprivate var isLinear: Bool {
        switch self {
        case .lineString, .multiLineString: true
        case .point, .multiPoint, .polygon, .multiPolygon, .collection: false
        }
    }
}
