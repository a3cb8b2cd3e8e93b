public import PlanarGeometry

/// The move between one frame and WGS 84 longitude and latitude, both ways.
///
/// Building one for a plane frame makes a PROJ context and operation (tens of microseconds, no database); keep it
/// as long as there are positions. It belongs to one task at a time: it can be neither copied nor sent.
///
///     let projector = try Projector(.epsg(4544))
///     try projector.toWGS84(Point(x: 628945.81, y: 3267643.66))   // 106.33, 29.52
///
/// WGS 84 and CGCS2000 count as coincident, as PROJ's own "ballpark" step between them does; see
/// ``ReferenceFrame/accuracy``.
public struct Projector: ~Copyable {
    /// The frame at the other end from WGS 84.
    public let frame: ReferenceFrame
    private let area: AreaOfUse
    private let plane: PlaneConversion?

    /// Prepares the conversion.
    ///
    /// Only plane frames need PROJ; the others make no C object.
    ///
    /// - Throws: ``ProjectionError`` where PROJ cannot make it.
    public init(_ frame: ReferenceFrame) throws(ProjectionError) {
        self.frame = frame
        area = frame.areaOfUse
        if let plane = frame.projectedFrame {
            self.plane = try PlaneConversion(step: plane.projStep)
        } else {
            plane = nil
        }
    }

    /// The WGS 84 longitude and latitude of a position in the frame.
    ///
    /// - Throws: ``ProjectionError`` where a number is not finite or the position lies outside the frame's
    ///   area of use (its sides are inside).
    public func toWGS84(_ point: Point) throws(ProjectionError) -> Point {
        guard point.isFinite else { throw .notFinite(index: nil) }
        let carried: Point?
        switch plane {
        case .some(let plane): carried = isPlausible(point) ? plane.carry(point, .toLonLat) : nil
        case .none: carried = unshifted(point)
        }
        guard let carried, inside(carried) else {
            throw .outsideAreaOfUse(frame, position: point, inFrame: true, index: nil)
        }
        return carried
    }

    /// The position in the frame of a WGS 84 longitude and latitude.
    ///
    /// - Throws: ``ProjectionError`` where a number is not finite or the position lies outside the frame's
    ///   area of use (its sides are inside).
    public func fromWGS84(_ point: Point) throws(ProjectionError) -> Point {
        guard point.isFinite else { throw .notFinite(index: nil) }
        var carried: Point?
        if inside(point) {
            switch plane {
            case .some(let plane): carried = plane.carry(point, .toPlane)
            case .none: carried = shifted(point)
            }
        }
        guard let carried else {
            throw .outsideAreaOfUse(frame, position: point, inFrame: false, index: nil)
        }
        return carried
    }

    /// Turns positions in the frame into WGS 84 longitude and latitude, in place.
    ///
    /// - Throws: ``ProjectionError`` with the index of the first position that fails; the array is then as it was.
    public func toWGS84(inPlace points: inout [Point]) throws(ProjectionError) {
        for (index, point) in points.enumerated() where !point.isFinite { throw .notFinite(index: index) }
        var carried = points
        switch plane {
        case .some(let plane):
            for index in carried.indices where !isPlausible(carried[index]) {
                throw .outsideAreaOfUse(frame, position: points[index], inFrame: true, index: index)
            }
            try plane.carry(inPlace: &carried, .toLonLat)
        case .none:
            for index in carried.indices { carried[index] = unshifted(carried[index]) }
        }
        for index in carried.indices where !inside(carried[index]) {
            throw .outsideAreaOfUse(frame, position: points[index], inFrame: true, index: index)
        }
        points = carried
    }

    /// Turns WGS 84 longitude and latitude into positions in the frame, in place.
    ///
    /// - Throws: ``ProjectionError`` with the index of the first position that fails; the array is then as it was.
    public func fromWGS84(inPlace points: inout [Point]) throws(ProjectionError) {
        for (index, point) in points.enumerated() {
            guard point.isFinite else { throw .notFinite(index: index) }
            guard inside(point) else {
                throw .outsideAreaOfUse(frame, position: point, inFrame: false, index: index)
            }
        }
        var carried = points
        switch plane {
        case .some(let plane): try plane.carry(inPlace: &carried, .toPlane)
        case .none: for index in carried.indices { carried[index] = shifted(carried[index]) }
        }
        for index in carried.indices where !carried[index].isFinite {
            throw .outsideAreaOfUse(frame, position: points[index], inFrame: false, index: index)
        }
        points = carried
    }

    private func shifted(_ point: Point) -> Point {
        switch frame {
        case .gcj02: GCJ02.fromWGS84(point)
        case .bd09: BD09.fromWGS84(point)
        case .wgs84, .cgcs2000, .projected: point
        }
    }

    private func unshifted(_ point: Point) -> Point {
        switch frame {
        case .gcj02: GCJ02.toWGS84(point)
        case .bd09: BD09.toWGS84(point)
        case .wgs84, .cgcs2000, .projected: point
        }
    }

    /// Whether a point in the plane can lie in the area at all.
    ///
    /// Far off, the inverse of a transverse Mercator folds back into the strip and would give a wrong place.
    private func isPlausible(_ point: Point) -> Bool {
        guard let frame = frame.projectedFrame else { return true }
        return frame.eastings.contains(point.x) && frame.northings.contains(point.y)
    }

    /// Whether a longitude and latitude lies in the area, a nanodegree (0.1 mm) of rounding on the way allowed.
    private func inside(_ point: Point) -> Bool {
        area.west - 1e-9 <= point.x && point.x <= area.east + 1e-9 && area.south - 1e-9 <= point.y
            && point.y <= area.north + 1e-9
    }
}

@available(
    *, unavailable, message: "a PROJ context serves one task at a time: make a projector for each task"
)
extension Projector: Sendable {}
