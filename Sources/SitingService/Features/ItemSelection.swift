internal import PlanarGeometry
internal import Planning
internal import Projection
internal import Siting
internal import Wording

/// The features of a collection that a request wants: all that match, of which one page leaves.
struct ItemSelection: Sendable {
    let matched: [Zone]

    /// - Parameters:
    ///   - collection: whose features.
    ///   - request: which.
    ///   - projectors: the moves between frames, of whoever asks.
    /// - Throws: ``Problem`` where a box or a shape in the filter cannot be brought into longitude and latitude.
    init(of collection: ServedCollection, _ request: ItemsRequest, _ projectors: Projectors) throws(Problem) {
        var zones = collection.edition.zones
        if let box = request.box {
            let place = Filter.Place.geometry(
                try projectors.wgs84(of: box.edged, from: request.boxReference, parameter: "bbox"))
            zones = try Self.those(of: zones, .spatial(.intersects, .property("geometry"), place))
        }
        if let filter = request.filter {
            let reference = request.filterReference
            let filter = try filter.mapping { geometry throws(Problem) in
                try projectors.wgs84(
                    of: reference.isNorthingFirst ? geometry.turned : geometry, from: reference,
                    parameter: "filter")
            }
            zones = try Self.those(of: zones, filter)
        }
        matched = zones
    }

    /// The page that begins at an offset.
    func page(_ request: ItemsRequest) -> ArraySlice<Zone> {
        matched.dropFirst(request.offset).prefix(request.limit)
    }

    private static func those(of zones: [Zone], _ filter: Filter) throws(Problem) -> [Zone] {
        let evaluation = FilterEvaluation(filter)
        var found: [Zone] = []
        for zone in zones where try evaluation.holds(of: ServedFeature(zone: zone)) { found.append(zone) }
        return found
    }
}

/// The moves between frames, each made when it is first wanted; bound to one owner, as PROJ's objects are.
final class Projectors {
    private final class One {
        let projector: Projector
        init(_ frame: ReferenceFrame) throws(ProjectionError) { projector = try Projector(frame) }
    }

    private var made: [ReferenceFrame: One] = [:]

    /// A shape in longitude and latitude, from x, y of a frame.
    func wgs84(of geometry: Geometry, from reference: CoordinateReference, parameter: String) throws(Problem)
        -> Geometry
    {
        guard reference.frame != .wgs84 else { return geometry }
        do throws(ProjectionError) {
            let one = try projector(reference.frame)
            return try geometry.mapped { points throws(ProjectionError) in
                var moved = points
                try one.projector.toWGS84(inPlace: &moved)
                return moved
            }
        } catch {
            throw Problem(error, field: parameter)
        }
    }

    /// A shape as a reference has it, axes and all, from longitude and latitude.
    func geometry(_ geometry: Geometry, in reference: CoordinateReference) throws(Problem) -> Geometry {
        do throws(ProjectionError) {
            var shape = geometry
            if reference.frame != .wgs84 {
                let one = try projector(reference.frame)
                shape = try geometry.mapped { points throws(ProjectionError) in
                    var moved = points
                    try one.projector.fromWGS84(inPlace: &moved)
                    return moved
                }
            }
            return reference.isNorthingFirst ? shape.turned : shape
        } catch {
            throw Problem(error, field: "crs")
        }
    }

    private func projector(_ frame: ReferenceFrame) throws(ProjectionError) -> One {
        if let one = made[frame] { return one }
        let one = try One(frame)
        made[frame] = one
        return one
    }
}

extension Geometry {
    /// The same with the two numbers of every position exchanged.
    var turned: Geometry { mapped { points in points.map { Point(x: $0.y, y: $0.x) } } }
}

extension BoundingBox {
    /// The box with points along its edges, so that they stay where they are when the frame is changed.
    var edged: Geometry {
        let steps = 8
        guard west < east, south < north else { return geometry }
        func between(_ one: Double, _ other: Double, _ step: Int) -> Double {
            step == steps ? other : one + (other - one) * Double(step) / Double(steps)
        }
        let points =
            (0..<steps).map { Point(x: between(west, east, $0), y: south) }
            + (0..<steps).map { Point(x: east, y: between(south, north, $0)) }
            + (0..<steps).map { Point(x: between(east, west, $0), y: north) }
            + (0...steps).map { Point(x: west, y: between(north, south, $0)) }
        guard let ring = try? Ring(points) else { return geometry }
        return .polygon(Polygon(exterior: ring))
    }
}
