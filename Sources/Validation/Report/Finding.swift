public import Planning
public import Wording

/// One breach of a rule, with where it is and what mends it.
public struct Finding: Hashable, Sendable {
    /// The rule.
    public let rule: Rule
    /// Whether whoever imports a line may accept it: see `EditionOrigin.canAccept(_:)`.
    public let isAcceptable: Bool
    /// What it weighs in this report.
    public let severity: Rule.Severity
    /// The layout; nil for what belongs to none.
    public let layout: String?
    /// The edition of the layout.
    public let edition: String?
    /// The zone at fault, or the name of the place, document or activity.
    public let zone: String?
    /// Where to look on the map.
    public let position: LonLat?
    /// What is wrong.
    public let message: Bilingual
    /// What mends it.
    public let remedy: Bilingual
}
