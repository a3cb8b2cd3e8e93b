internal import PlanarGeometry
internal import Planning
internal import Projection

/// The plane a sheet is drawn in: metres east and north of its centre, by the house's local metric frame.
struct SheetPlane: ~Copyable {
    private let frame: LocalMetricFrame
    /// The meridian the plane touches along, and the parallel its zero lies on, degrees.
    let centre: LonLat

    init(centre: LonLat) throws(MapError) {
        self.centre = centre
        do throws(ProjectionError) {
            frame = try LocalMetricFrame(centre: centre.point)
        } catch {
            throw MapError.projection(error)
        }
    }

    /// Degrees as metres.
    func metres(_ degrees: [Point]) throws(MapError) -> [Point] {
        var points = degrees
        do throws(ProjectionError) { try frame.metres(inPlace: &points) } catch {
            throw MapError.projection(error)
        }
        return points
    }

    /// Metres as degrees.
    func degrees(_ metres: Point) throws(MapError) -> Point {
        do throws(ProjectionError) { return try frame.lonLat(metres) } catch {
            throw MapError.projection(error)
        }
    }

    /// A shape's rings, lines and loose points in metres.
    ///
    /// Edges are straight in degrees; on a sheet they bow by less than a hundredth of a millimetre.
    func shape(_ geometry: Geometry) throws(MapError) -> DraftedShape {
        var shape = DraftedShape()
        for polygon in geometry.polygons {
            var rings: [Ring] = []
            for ring in polygon.rings {
                let points = try metres(ring.points)
                do throws(GeometryError) { rings.append(try Ring(points)) } catch {
                    preconditionFailure("equal ends stay equal and finite: \(error)")
                }
            }
            shape.polygons.append(Polygon(exterior: rings[0], holes: Array(rings.dropFirst())))
        }
        for line in geometry.lines { shape.lines.append(try metres(line.points)) }
        if shape.polygons.isEmpty, shape.lines.isEmpty { shape.points = try metres(geometry.vertices) }
        return shape
    }
}

/// A geometry in metres of the sheet's plane.
struct DraftedShape: Sendable {
    var polygons: [Polygon] = []
    var lines: [[Point]] = []
    var points: [Point] = []

    /// Every vertex.
    var vertices: [Point] {
        polygons.flatMap { $0.rings.flatMap(\.points) } + lines.flatMap(\.self) + points
    }

    /// The smallest box around it.
    var box: Box? { Box(around: vertices) }
}
