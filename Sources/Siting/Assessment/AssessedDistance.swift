/// How far a site lies from an axis, a screen, a river or a place, and why that one is told.
public struct AssessedDistance: Hashable, Sendable {
    /// Why a distance matters here.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// The zone belongs to a layout whose documents speak about the site's land.
        case layoutCoversSite = "layout_covers_site"
        /// The zone belongs to the context and lies within ``AssessedDistance/contextReach``.
        case contextNearby = "context_nearby"
        /// The zone belongs to a layout that does not speak about this land; zones of other documents do in its place.
        case counterpartHere = "counterpart_here"
    }

    /// How near a zone of the context must be to be told, metres.
    public static let contextReach = 5000.0

    /// The distance; not to be shown where it is not covered.
    public let distance: ZoneDistance
    /// Why it is told.
    public let reason: Reason
}
