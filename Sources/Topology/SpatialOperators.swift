internal import CGEOS
public import PlanarGeometry

/// Cutting, joining, widening, relating and measuring plane geometries: the spatial operators of ISO 19125.
///
/// Plain values go in and come out; both geometries of a question are in one frame, and what comes out is in that
/// frame too. Owns one GEOS context and so belongs to one task, like ``PreparedArea``. Areas must be valid
/// (``invalidity(of:)`` tells), else GEOS refuses or answers something.
///
/// ```swift
/// let operators = SpatialOperators()
/// let part = try operators.intersection(parcel, zone)
/// ```
@safe
public struct SpatialOperators: ~Copyable {
    let context = GEOSContext()

    /// Makes the operators ready.
    public init() {}

    /// What two geometries have in common; nil where that is nothing (`GEOSIntersection_r`).
    ///
    /// Geometries that only touch have the touching points and lines in common.
    ///
    /// - Throws: ``TopologyError`` with what GEOS said.
    public func intersection(_ one: Geometry, _ other: Geometry) throws(TopologyError) -> Geometry? {
        unsafe try combine(one, other, "GEOSIntersection_r") { unsafe GEOSIntersection_r($0, $1, $2) }
    }

    /// What is left of a geometry without another; nil where that is nothing (`GEOSDifference_r`).
    ///
    /// - Throws: ``TopologyError`` with what GEOS said.
    public func difference(_ one: Geometry, _ other: Geometry) throws(TopologyError) -> Geometry? {
        unsafe try combine(one, other, "GEOSDifference_r") { unsafe GEOSDifference_r($0, $1, $2) }
    }

    /// All geometries as one, borders between them dissolved; nil where there are none (`GEOSUnaryUnion_r`).
    ///
    /// - Throws: ``TopologyError`` with what GEOS said.
    public func union(_ geometries: [Geometry]) throws(TopologyError) -> Geometry? {
        guard !geometries.isEmpty else { return nil }
        return unsafe try derive(.collection(geometries), "GEOSUnaryUnion_r") {
            unsafe GEOSUnaryUnion_r($0, $1)
        }
    }

    /// All places within a distance of a geometry; with a negative one, an area without its rim (`GEOSBuffer_r`).
    ///
    /// Round corners are drawn with straight edges; with 16 a quarter they lie within 0.12 % of the distance inside the
    /// true circle.
    ///
    /// - Returns: nil where the rim takes all.
    /// - Throws: ``TopologyError`` with what GEOS said.
    public func buffer(
        _ geometry: Geometry, by distance: Double, quadrantSegments: Int = 16
    ) throws(TopologyError) -> Geometry? {
        guard distance.isFinite else {
            throw TopologyError(function: "GEOSBuffer_r", reason: "distance is not finite")
        }
        let segments = Int32(max(1, min(quadrantSegments, 1024)))
        return unsafe try derive(geometry, "GEOSBuffer_r") { unsafe GEOSBuffer_r($0, $1, distance, segments) }
    }

    /// The smallest rectangle around a geometry, turned as need be; a line or point where that has no area
    /// (`GEOSMinimumRotatedRectangle_r`).
    ///
    /// - Throws: ``TopologyError`` with what GEOS said.
    public func smallestRectangle(around geometry: Geometry) throws(TopologyError) -> Geometry? {
        unsafe try derive(geometry, "GEOSMinimumRotatedRectangle_r") {
            unsafe GEOSMinimumRotatedRectangle_r($0, $1)
        }
    }

    /// A place inside an area, on a line, or of the points (`GEOSPointOnSurface_r`).
    ///
    /// - Throws: ``TopologyError`` with what GEOS said.
    public func representativePoint(of geometry: Geometry) throws(TopologyError) -> Point? {
        unsafe try derive(geometry, "GEOSPointOnSurface_r") { unsafe GEOSPointOnSurface_r($0, $1) }?.vertices
            .first
    }

    /// The centre of gravity, which may lie outside (`GEOSGetCentroid_r`).
    ///
    /// - Throws: ``TopologyError`` with what GEOS said.
    public func centroid(of geometry: Geometry) throws(TopologyError) -> Point? {
        unsafe try derive(geometry, "GEOSGetCentroid_r") { unsafe GEOSGetCentroid_r($0, $1) }?.vertices.first
    }

    // MARK: - Questions

    /// How interior, boundary and exterior of two geometries meet: the DE-9IM (`GEOSRelate_r`).
    ///
    /// - Throws: ``TopologyError`` with what GEOS said.
    public func relate(_ one: Geometry, _ other: Geometry) throws(TopologyError) -> IntersectionMatrix {
        unsafe try with(one, other) { one, other throws(TopologyError) in
            guard let text = unsafe GEOSRelate_r(context.handle, one, other) else {
                throw context.failure(of: "GEOSRelate_r")
            }
            defer { unsafe GEOSFree_r(context.handle, text) }
            return unsafe IntersectionMatrix(cells: String(cString: text))
        }
    }

    /// Whether no point of the other lies outside the one; the boundary belongs to it (`GEOSCovers_r`).
    ///
    /// - Throws: ``TopologyError`` with what GEOS said.
    public func covers(_ one: Geometry, _ other: Geometry) throws(TopologyError) -> Bool {
        unsafe try with(one, other) { one, other throws(TopologyError) in
            try context.answer(unsafe GEOSCovers_r(context.handle, one, other), of: "GEOSCovers_r")
        }
    }

    /// The shortest distance between two geometries, 0 where they meet (`GEOSDistance_r`).
    ///
    /// - Throws: ``TopologyError`` with what GEOS said.
    public func distance(_ one: Geometry, _ other: Geometry) throws(TopologyError) -> Double {
        unsafe try with(one, other) { one, other throws(TopologyError) in
            var distance = Double.nan
            guard unsafe GEOSDistance_r(context.handle, one, other, &distance) == 1 else {
                throw context.failure(of: "GEOSDistance_r")
            }
            return distance
        }
    }

    /// The nearest points of two geometries, one on each (`GEOSNearestPoints_r`).
    ///
    /// - Throws: ``TopologyError`` with what GEOS said.
    public func nearestPoints(_ one: Geometry, _ other: Geometry) throws(TopologyError) -> (Point, Point) {
        unsafe try with(one, other) { one, other throws(TopologyError) in
            guard let found = unsafe GEOSNearestPoints_r(context.handle, one, other) else {
                throw context.failure(of: "GEOSNearestPoints_r")
            }
            defer { unsafe GEOSCoordSeq_destroy_r(context.handle, found) }
            let points = unsafe try context.points(of: found)
            return (points[0], points[points.count - 1])
        }
    }

    /// The area in the square of the frame's unit; 0 for lines and points (`GEOSArea_r`).
    ///
    /// - Throws: ``TopologyError`` with what GEOS said.
    public func area(of geometry: Geometry) throws(TopologyError) -> Double {
        unsafe try with(geometry) { geometry throws(TopologyError) in
            var area = Double.nan
            guard unsafe GEOSArea_r(context.handle, geometry, &area) == 1 else {
                throw context.failure(of: "GEOSArea_r")
            }
            return area
        }
    }

    /// The length of lines, or of the boundary of areas, in the frame's unit (`GEOSLength_r`).
    ///
    /// - Throws: ``TopologyError`` with what GEOS said.
    public func length(of geometry: Geometry) throws(TopologyError) -> Double {
        unsafe try with(geometry) { geometry throws(TopologyError) in
            var length = Double.nan
            guard unsafe GEOSLength_r(context.handle, geometry, &length) == 1 else {
                throw context.failure(of: "GEOSLength_r")
            }
            return length
        }
    }

    /// What makes a geometry invalid by the simple feature model, and where; nil for a valid one
    /// (`GEOSisValidDetail_r`).
    ///
    /// - Throws: ``TopologyError`` with what GEOS said.
    public func invalidity(of geometry: Geometry) throws(TopologyError) -> Invalidity? {
        unsafe try with(geometry) { geometry throws(TopologyError) in
            unsafe try context.invalidity(of: geometry)
        }
    }
}

/// One thread at a time, the owner's.
@available(*, unavailable)
extension SpatialOperators: Sendable {}
