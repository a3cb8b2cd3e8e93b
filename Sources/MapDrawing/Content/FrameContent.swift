internal import PlanarGeometry
internal import Planning
internal import Wording

/// What one map shows.
struct FrameContent {
    /// The layout's own zones.
    let zones: [DraftedZone]
    /// What lies under them.
    let context: [DraftedZone]
    /// Context zones the layout's documents speak about.
    let coverage: Set<String>
    /// Context zones inside those for which they do not say.
    let notStated: Set<String>
    /// Townships, metres.
    let towns: [(place: NamedPlace, point: Point)]
    /// The site, with the words that stand at it.
    let site: SiteContent?

    /// The site on one map.
    struct SiteContent {
        let shape: DraftedShape
        let accuracy: Double
        /// What it is called, and what this layout says of it.
        let words: [String]
    }
}
