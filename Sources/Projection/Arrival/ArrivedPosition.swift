public import PlanarGeometry
public import Wording

/// A position as read, in the frame it was said to be in.
public struct FramedPosition: Hashable, Sendable {
    /// x, y in the frame: longitude and latitude, or easting and northing in the frame's own numbering.
    public let point: Point
    /// The frame of the two numbers.
    public let frame: ReferenceFrame
    /// What was decided while reading.
    public let notes: [Note]
}

/// A position that has arrived: as read, and in WGS 84.
public struct ArrivedPosition: Hashable, Sendable {
    /// x, y in the frame: longitude and latitude, or easting and northing in the frame's own numbering.
    public let point: Point
    /// The frame of ``point``.
    public let frame: ReferenceFrame
    /// WGS 84 longitude and latitude, degrees.
    public let wgs84: Point
    /// What was decided on the way.
    public let notes: [Note]
}
