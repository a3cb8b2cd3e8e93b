package import PlanarGeometry

extension Geometry {
    /// The same shape with every chain of points moved as a whole: equal points must stay equal and finite.
    package func mapped<Failure>(
        _ move: ([Point]) throws(Failure) -> [Point]
    ) throws(Failure) -> Geometry {
        switch self {
        case .point(let point): return .point(try move([point])[0])
        case .multiPoint(let points): return .multiPoint(try move(points))
        case .lineString(let line): return .lineString(try line.mapped(move))
        case .polygon(let polygon): return .polygon(try polygon.mapped(move))
        case .multiLineString(let lines):
            var moved: [LineString] = []
            for line in lines { moved.append(try line.mapped(move)) }
            return .multiLineString(moved)
        case .multiPolygon(let polygons):
            var moved: [Polygon] = []
            for polygon in polygons { moved.append(try polygon.mapped(move)) }
            return .multiPolygon(moved)
        case .collection(let parts):
            var moved: [Geometry] = []
            for part in parts { moved.append(try part.mapped(move)) }
            return .collection(moved)
        }
    }

    /// The straight pieces of rings and lines.
    var edges: [Segment] {
        polygons.flatMap { $0.rings.flatMap { Array($0.segments) } } + lines.flatMap { Array($0.segments) }
    }

    /// The points that belong to no line and no ring.
    var loosePoints: [Point] {
        switch self {
        case .point(let point): [point]
        case .multiPoint(let points): points
        case .collection(let parts): parts.flatMap(\.loosePoints)
        case .lineString, .multiLineString, .polygon, .multiPolygon: []
        }
    }

    /// How many parts the shape has.
    var partCount: Int { polygons.count + lines.count + loosePoints.count }

    /// The polygons as one geometry; nil where there are none.
    static func area(_ polygons: [Polygon]) -> Geometry? {
        switch polygons.count {
        case 0: nil
        case 1: .polygon(polygons[0])
        default: .multiPolygon(polygons)
        }
    }

    /// The lines as one geometry; nil where there are none.
    static func line(_ lines: [LineString]) -> Geometry? {
        switch lines.count {
        case 0: nil
        case 1: .lineString(lines[0])
        default: .multiLineString(lines)
        }
    }
}

extension LineString {
    fileprivate func mapped<Failure>(_ move: ([Point]) throws(Failure) -> [Point]) throws(Failure)
        -> LineString
    {
        let moved = try move(points)
        do throws(GeometryError) {
            return try LineString(moved)
        } catch {
            preconditionFailure("points stay finite and as many: \(error)")
        }
    }
}

extension Polygon {
    fileprivate func mapped<Failure>(_ move: ([Point]) throws(Failure) -> [Point]) throws(Failure) -> Polygon
    {
        var moved: [Ring] = []
        for ring in rings {
            let points = try move(ring.points)
            do throws(GeometryError) {
                moved.append(try Ring(points))
            } catch {
                preconditionFailure("equal ends stay equal and finite: \(error)")
            }
        }
        return Polygon(exterior: moved[0], holes: Array(moved.dropFirst()))
    }
}
