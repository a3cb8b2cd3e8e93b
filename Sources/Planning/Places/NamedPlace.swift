public import Wording

/// A place with a known position, which people may name instead of giving coordinates; a control point of the
/// drawing.
public struct NamedPlace: Hashable, Sendable {
    /// The name.
    public let name: Bilingual
    /// Other names it goes by.
    public let aliases: [String]
    /// What it is, such as `township` or `metro_station`.
    public let kind: String
    /// Where it is; nil for a place that was looked for and not found.
    public let position: LonLat?
    /// How well the position is known, one standard deviation per axis, metres; nil without a position.
    public let accuracy: Double?
    /// Where the position comes from, in words.
    public let origin: Bilingual
    /// The zone it is, where the documents make it one.
    public internal(set) var zone: ZoneReference?
    /// What else is to be known of it.
    public let note: Bilingual?
}
