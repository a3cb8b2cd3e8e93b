public import PlanarGeometry

/// A plane in metres around one place, for distances, buffers and shares.
///
/// A transverse Mercator on the GRS 80 ellipsoid, centred on the given longitude and latitude, scale 1 there: x runs
/// east and y north from the centre. Lengths are too long by about d²/2R², d being the distance east or west
/// of the centre: 10 mm in a kilometre at 28 km. Like ``Projector`` it belongs to one task at a time.
public struct LocalMetricFrame: ~Copyable {
    /// The WGS 84 longitude and latitude at 0,0.
    public let centre: Point
    private let plane: PlaneConversion

    /// The farthest a position may be from the centre, in degrees of longitude or latitude.
    ///
    /// 3° are some 290 km at the latitude of Chongqing, where lengths are 1 in 1000 too long; farther off the geodesic is meant.
    static let reach = 3.0

    /// Lays the plane at a centre between 80° south and north.
    ///
    /// - Throws: ``ProjectionError`` where the centre is not finite or no such place.
    public init(centre: Point) throws(ProjectionError) {
        guard centre.isFinite else { throw .notFinite(index: nil) }
        guard centre.x.magnitude <= 180, centre.y.magnitude <= 80 else {
            throw .tooFarFromCentre(centre: centre, position: centre, index: nil)
        }
        let step = "+proj=tmerc +lat_0=\(centre.y) +lon_0=\(centre.x) +k=1 +x_0=0 +y_0=0 +ellps=GRS80"
        let plane = try PlaneConversion(step: step)
        self.centre = centre
        self.plane = plane
    }

    /// Metres east and north of the centre.
    ///
    /// - Throws: ``ProjectionError`` where a number is not finite or the position is more than 3° from the centre.
    public func metres(_ lonLat: Point) throws(ProjectionError) -> Point {
        guard lonLat.isFinite else { throw .notFinite(index: nil) }
        guard reaches(lonLat), let metres = plane.carry(lonLat, .toPlane) else {
            throw .tooFarFromCentre(centre: centre, position: lonLat, index: nil)
        }
        return metres
    }

    /// The longitude and latitude of metres east and north of the centre.
    ///
    /// - Throws: ``ProjectionError`` as ``metres(_:)-(Point)`` does.
    public func lonLat(_ metres: Point) throws(ProjectionError) -> Point {
        guard metres.isFinite else { throw .notFinite(index: nil) }
        guard Self.isPlausible(metres), let lonLat = plane.carry(metres, .toLonLat), reaches(lonLat) else {
            throw .tooFarFromCentre(centre: centre, position: metres, index: nil)
        }
        return lonLat
    }

    /// Turns longitude and latitude into metres, in place.
    ///
    /// - Throws: ``ProjectionError`` with the index of the first position that fails; the array is then as it was.
    public func metres(inPlace points: inout [Point]) throws(ProjectionError) {
        for (index, point) in points.enumerated() {
            guard point.isFinite else { throw .notFinite(index: index) }
            guard reaches(point) else {
                throw .tooFarFromCentre(centre: centre, position: point, index: index)
            }
        }
        var carried = points
        try plane.carry(inPlace: &carried, .toPlane)
        for index in carried.indices where !carried[index].isFinite {
            throw .tooFarFromCentre(centre: centre, position: points[index], index: index)
        }
        points = carried
    }

    /// Turns metres into longitude and latitude, in place.
    ///
    /// - Throws: ``ProjectionError`` with the index of the first position that fails; the array is then as it was.
    public func lonLat(inPlace points: inout [Point]) throws(ProjectionError) {
        for (index, point) in points.enumerated() {
            guard point.isFinite else { throw .notFinite(index: index) }
            guard Self.isPlausible(point) else {
                throw .tooFarFromCentre(centre: centre, position: point, index: index)
            }
        }
        var carried = points
        try plane.carry(inPlace: &carried, .toLonLat)
        for index in carried.indices where !reaches(carried[index]) {
            throw .tooFarFromCentre(centre: centre, position: points[index], index: index)
        }
        points = carried
    }

    /// Whether a longitude and latitude is near enough; false for NaN and infinity.
    private func reaches(_ point: Point) -> Bool {
        (point.x - centre.x).magnitude <= Self.reach && (point.y - centre.y).magnitude <= Self.reach
    }

    /// Whether metres can belong to the reach at all: 3° are 335 km, and more to the side near a pole's curve.
    private static func isPlausible(_ metres: Point) -> Bool {
        metres.x.magnitude <= 400_000 && metres.y.magnitude <= 400_000
    }
}

@available(*, unavailable, message: "a PROJ context serves one task at a time: make a frame for each task")
extension LocalMetricFrame: Sendable {}
