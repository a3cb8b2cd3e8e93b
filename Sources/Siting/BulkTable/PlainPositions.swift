internal import PlanarGeometry
public import Projection

/// Positions that arrive as plain numbers in one frame, carried to WGS 84 many at a time.
///
/// Reads as ``SiteReader`` does; what it does not take is left to it. Belongs to one task.
public struct PlainPositions: ~Copyable {
    private let reader: PositionReader
    private let projector: Projector
    private var points: [Point] = []
    /// Longitudes in degrees of WGS 84, once carried; NaN where the frame does not reach.
    public private(set) var longitudes: [Double] = []
    /// Latitudes.
    public private(set) var latitudes: [Double] = []

    /// Prepares for a frame.
    ///
    /// - Throws: ``Projection/ProjectionError`` where PROJ cannot make the conversion.
    public init(_ frame: ReferenceFrame) throws(ProjectionError) {
        reader = PositionReader(frame: frame)
        projector = try Projector(frame)
    }

    /// How many positions were taken.
    public var count: Int { points.count }

    /// Forgets all positions.
    public mutating func clear() {
        points.removeAll(keepingCapacity: true)
    }

    /// Takes two numbers, as from two columns or from one text.
    ///
    /// - Returns: what was decided; nil where they are refused, and nothing was taken.
    public mutating func append(
        _ first: Double, _ second: Double, order: AxisOrder, inTwoColumns: Bool
    ) -> ReadingRemarks? {
        var order = order
        // As SiteReader has it: a number beyond 90 can only be a longitude.
        if inTwoColumns, order == .northingFirst, reader.frame.isGeographic, first.magnitude > 90 {
            order = .eastingFirst
        }
        guard let read = reader.plainReading(first, second, order: order) else { return nil }
        points.append(read.point)
        return read.remarks
    }

    /// Takes a place for what is no position; it comes out not a number.
    public mutating func appendNone() { points.append(Point(x: .nan, y: .nan)) }

    /// Carries all positions to WGS 84.
    public mutating func carry() {
        if reader.frame != .wgs84 { carryPoints() }
        longitudes.removeAll(keepingCapacity: true)
        latitudes.removeAll(keepingCapacity: true)
        for point in points {
            longitudes.append(point.x)
            latitudes.append(point.y)
        }
    }

    private mutating func carryPoints() {
        do throws(ProjectionError) {
            try projector.toWGS84(inPlace: &points)
        } catch {
            // One of them does not go; the others do.
            for index in points.indices {
                points[index] = (try? projector.toWGS84(points[index])) ?? Point(x: .nan, y: .nan)
            }
        }
    }
}
