public import PlanarGeometry
public import Planning
public import Projection
public import Wording

/// What the user asks about: a point (点位), with how well it is known and how it arrived.
public struct Site: Hashable, Sendable {
    /// The user's own id for it.
    public let id: String?
    /// The user's own name for it.
    public let name: String?
    /// The numbers as given, `x, y` in ``frame``.
    public let given: Point
    /// The frame they were given in.
    public let frame: ReferenceFrame
    /// The position in WGS 84.
    public let position: LonLat
    /// How well the user knows the position, one standard deviation per axis, metres.
    public let accuracy: Double
    /// The named place it was asked by, where it was.
    public let place: NamedPlace?
    /// What was decided in reading the position.
    public let notes: [Note]

    /// Describes a site whose position in WGS 84 is known.
    public init(
        id: String? = nil, name: String? = nil, given: Point, frame: ReferenceFrame, position: LonLat,
        accuracy: Double = 0, place: NamedPlace? = nil, notes: [Note] = []
    ) {
        self.id = id
        self.name = name
        self.given = given
        self.frame = frame
        self.position = position
        self.accuracy = accuracy
        self.place = place
        self.notes = notes
    }

    /// The same site with more notes behind its own.
    func noting(_ more: [Note]) -> Site {
        Site(
            id: id, name: name, given: given, frame: frame, position: position, accuracy: accuracy,
            place: place, notes: notes + more)
    }

    /// The stable name of ``frame``, such as `epsg:4544`.
    public var frameIdentifier: String { frame.identifier }
    /// Whether ``given`` is longitude and latitude in degrees, or easting and northing in metres.
    public var isGeographic: Bool { frame.isGeographic }
    /// What the frame itself adds to ``accuracy``, one standard deviation per axis, metres.
    public var frameAccuracy: Double { frame.accuracy }

    /// A site in WGS 84 longitude and latitude, degrees.
    public init(_ position: LonLat, accuracy: Double = 0) {
        self.init(given: position.point, frame: .wgs84, position: position, accuracy: accuracy)
    }

    /// A site at a named place; nil where the place has no known position.
    public init?(_ place: NamedPlace) {
        guard let position = place.position else { return nil }
        self.init(
            name: place.name.zh, given: position.point, frame: .wgs84, position: position,
            accuracy: place.accuracy ?? 0, place: place)
    }
}
