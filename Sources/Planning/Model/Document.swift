public import Wording

/// A policy document the layouts are read from.
public struct Document: Hashable, Sendable {
    /// Who stands behind a document.
    public enum Rank: String, Hashable, Sendable, CaseIterable {
        /// Central bodies.
        case national
        /// The municipal government.
        case municipal
        /// The High-tech Zone.
        case zone
        /// The district.
        case district
    }

    /// The id in the catalogue, such as `002`.
    public let id: String
    /// The title.
    public let title: Bilingual
    /// The official number (文号); nil where the text bears none.
    public let number: String?
    /// The day it was issued; nil where the text gives none.
    public let date: CalendarDate?
    /// Who stands behind it.
    public let rank: Rank
    /// The years it plans for.
    public let planPeriod: PlanPeriod
}
