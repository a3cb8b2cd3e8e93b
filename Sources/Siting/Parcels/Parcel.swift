public import PlanarGeometry
public import Projection
public import Wording

/// A site with a shape (拟选地块): an area or a line in one or many parts, or a point.
///
/// ``Site`` beside it stays what it is, a position, which a ``Locator`` answers fast. A parcel is made by a
/// ``ParcelReader``, which lets nothing through that is not valid.
public struct Parcel: Hashable, Sendable {
    /// The user's own id for it.
    public let id: String?
    /// The user's own name for it.
    public let name: String?
    /// The shape in WGS 84 longitude and latitude, edges straight between them: points, lines or polygons.
    public let geometry: Geometry
    /// The frame it was given in.
    public let frame: ReferenceFrame
    /// How well the user knows where it lies, one standard deviation per axis, metres.
    public let accuracy: Double
    /// The area the user states for it.
    public let statedArea: StatedArea?
    /// What was changed to make the shape valid; nil where nothing was.
    public let repair: Repair?
    /// What was decided in reading it.
    public let notes: [Note]

    /// What a repair changed.
    public struct Repair: Hashable, Sendable {
        /// What was wrong, in the words of GEOS.
        public let reason: String
        /// Where, in the frame the shape was given in; nil where GEOS names no place.
        public let location: Point?
        /// How many parts the shape had and has.
        public let parts: Change
        /// How many vertices the shape had and has.
        public let vertices: Change
        /// The areas it had and has; nil for lines.
        public let areas: Areas?

        /// A count before and after.
        public struct Change: Hashable, Sendable {
            /// What it was.
            public let before: Int
            /// What it is.
            public let after: Int
        }
    }

    /// The dimension of the shape: 0 for points, 1 for lines, 2 for areas.
    public var dimension: Int { geometry.polygons.isEmpty ? (geometry.lines.isEmpty ? 0 : 1) : 2 }

    /// The name of the frame it was given in, such as `wgs84` or `epsg:4544`.
    public var frameIdentifier: String { frame.identifier }

    /// How well the frame itself is tied to WGS 84, one standard deviation per axis, metres.
    public var frameAccuracy: Double { frame.accuracy }

    /// What is not known of where it lies: the user's accuracy and the frame's in squares, metres.
    var totalAccuracy: Double {
        (accuracy * accuracy + frame.accuracy * frame.accuracy).squareRoot()
    }
}
