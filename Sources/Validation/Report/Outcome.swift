/// What came of checking a stated relation or size against the drawing.
public enum Outcome: String, Hashable, Sendable, CaseIterable {
    /// The drawing shows it.
    case proven
    /// The drawing shows it only if its edges may move within their accuracy.
    case holdsWithinAccuracy = "holds_within_accuracy"
    /// The drawing was made to show it, so it proves nothing.
    case drawnToSize = "drawn_to_size"
    /// A zone it speaks of is not drawn, or the drawing cannot tell.
    case notCheckable = "not_checkable"
    /// The drawing shows otherwise: a data error.
    case violated
}
