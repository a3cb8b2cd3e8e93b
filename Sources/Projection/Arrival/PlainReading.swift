public import PlanarGeometry

/// What was decided in reading a position, without the words for it: equal remarks bring notes of equal codes.
public struct ReadingRemarks: OptionSet, Hashable, Sendable {
    /// One bit for each.
    public let rawValue: UInt8

    /// Remarks by their bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    static let northingFirst = ReadingRemarks(rawValue: 1)
    static let eastingFirst = ReadingRemarks(rawValue: 2)
    static let zoneAdded = ReadingRemarks(rawValue: 4)
    static let zoneRemoved = ReadingRemarks(rawValue: 8)
    static let unshifted = ReadingRemarks(rawValue: 16)
}

extension PositionReader {
    /// Reads two plain numbers as ``resolve(_:_:order:)`` does, for many positions: without making words.
    ///
    /// - Returns: the position in ``frame`` and what was decided; nil where the numbers are refused, and why is
    ///   ``resolve(_:_:order:)``'s to say.
    public func plainReading(
        _ first: Double, _ second: Double, order: AxisOrder
    ) -> (point: Point, remarks: ReadingRemarks)? {
        let pair = Point(x: first, y: second)
        guard let plane = frame.projectedFrame else {
            guard let point = try? lonLat(pair, order: order) else { return nil }
            let isShifted = frame == .gcj02 || frame == .bd09
            return (point, isShifted && !GCJ02.extent.covers(point) ? .unshifted : [])
        }
        guard pair.x.magnitude > 360 || pair.y.magnitude > 360,
            let reading = try? PlaneReading(pair, order: order, in: plane)
        else { return nil }
        return (reading.point, reading.remarks)
    }
}
