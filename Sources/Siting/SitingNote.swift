public import Wording

/// What a note of an answer says, by its stable name for programs: those that other answers are decided by.
public enum SitingNote: String, Hashable, Sendable, CaseIterable {
    /// The documents of a layout do not say whether they speak about the land.
    case applicabilityNotStated = "applicability_not_stated"
    /// The site lies near the drawn edge of a layout's coverage.
    case nearCoverageEdge = "near_coverage_edge"
    /// The site lies in the whole of a partition and in none of its parts.
    case unassigned
    /// Some of it does.
    case partlyUnassigned = "partly_unassigned"
    /// A layout's documents speak about some of the site only.
    case partlyCovered = "partly_covered"
    /// The text places the site in a zone, the drawing outside it.
    case textAgainstDrawing = "text_against_drawing"
    /// An edition's boundaries were imported: whose they are.
    case importedBoundaries = "imported_boundaries"
    /// An edition holds imported outlines beside kept sketches, each reckoned by its own accuracy.
    case mixedAccuracies = "mixed_accuracies"
    /// The area stated for the site differs from the one measured.
    case statedAreaDiffers = "stated_area_differs"
    /// The site lies beyond the reach of the metric plane.
    case farAway = "far_away"
    /// A shape and a position written beside it lie apart.
    case positionsDisagree = "positions_disagree"
}

extension Note {
    /// Writes a note of a known kind.
    init(_ kind: SitingNote, _ text: Bilingual) { self.init(code: kind.rawValue, text: text) }

    /// What it says, where an answer is decided by it; nil for a note that only informs.
    public var kind: SitingNote? { SitingNote(rawValue: code) }
}

extension [Note] {
    /// The first note of a kind.
    public func first(_ kind: SitingNote) -> Note? { first { $0.code == kind.rawValue } }
}
